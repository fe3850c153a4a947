"""Reads ``forms/law/arguments/``: the bank, once a letter that pleads is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.catalogue.folders import packs_in, read_text
from desktop_app.core.arguments.model import NO_BANK
from desktop_app.core.arguments.read import read_bank
from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.files import LETTER_FILE
from desktop_app.core.packs.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from importlib.resources.abc import Traversable

    from desktop_app.core.arguments.model import Bank
    from desktop_app.core.errors import Problem

FOLDER = "arguments"
PLACE = f"law/{FOLDER}/"
"""Before the name of each file, where something is wrong in it."""


def bank(law: Traversable) -> Bank:
    """Return the bank of a folder of the law; an empty one where there is none.

    Raises:
        InvalidPack: with every problem of its files.
    """
    found = texts(law)
    return read_bank(found) if found else NO_BANK


def texts(law: Traversable) -> Mapping[str, bytes]:
    """Return the texts of the bank of a folder of the law, by the name that problems say."""
    folder = law / FOLDER
    if not folder.is_dir():
        return {}
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return {f"{PLACE}{name}": read_text(folder, name) for name in names}


def problems(law: Traversable, forms: Traversable) -> list[Problem]:
    """Return what is wrong in the bank of a folder, beside the letters that plead it."""
    from desktop_app.core.arguments.check import check_bank  # not for who only writes a letter

    found = texts(law)
    return check_bank(found, _pleading(forms)) if found else []


def _pleading(forms: Traversable) -> Mapping[str, Collection[str]]:
    """Return the letters of a folder, with the orders that each names."""
    return {
        one.id: _orders(read_text(one.folder, one.main))
        for one in packs_in(forms)
        if one.main == LETTER_FILE
    }


def _orders(raw: bytes) -> Collection[str]:
    if b"[pleading" not in raw:
        return ()
    try:
        named = read_toml(raw, "").data.get("pleading", {}).get("order", [])
    except InvalidPack:  # told where the letter is checked
        return ()
    return {str(one.get("id", "")) for one in named if isinstance(one, dict)}
