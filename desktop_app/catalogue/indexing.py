"""Writes the index of all packs, each of which is checked: when the program is built."""

import json
import zlib
from dataclasses import fields
from pathlib import Path
from typing import Any

from desktop_app import __version__
from desktop_app.catalogue.catalogue import FolderCatalogue, names_in
from desktop_app.catalogue.index import FORMAT, SHARED, stamps
from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.listed import CatalogueItem


def index_of(root: Path) -> bytes:
    """Return the index of a folder shaped like ``forms/``, every pack of which is checked.

    Raises:
        ValueError: a pack breaks a rule; it says which, and how.
    """
    catalogue = FolderCatalogue(root)
    packs: dict[str, Any] = {}
    names: dict[str, list[str]] = {}
    wrong = [f"{one.id}: {problem.code}" for one in catalogue.broken for problem in one.problems]
    for item, folder, number, marks in catalogue.entries():
        try:
            catalogue.checked(item.id)
        except InvalidPack as refusal:
            wrong += [f"{item.id}: {one.code}, {one.place}" for one in refusal.problems]
        place = Path(str(folder.folder))
        packs[f"{place.parent.name}/{item.id}"] = {
            "main": folder.main,
            "item": _told(item),
            "number": number,
            "marks": sorted(marks),
            "texts": stamps(place),
        }
        if item.kind == "form":
            names[item.id] = sorted(one.decode("utf-8", "replace") for one in names_in(folder))
    if wrong:
        raise ValueError("\n".join(wrong))
    shared = {name: stamps(root / name) for name in SHARED if (root / name).is_dir()}
    rest = _line(packs) + _line(names)
    head = {"format": FORMAT, "version": __version__, "sum": zlib.crc32(rest), "shared": shared}
    return _line(head) + rest


def _line(value: object) -> bytes:
    said = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said.encode("utf-8") + b"\n"


def _told(item: CatalogueItem) -> dict[str, Any]:
    """Return what differs from a pack of which nothing is said; the roads are found anew."""
    found = {one.name: getattr(item, one.name) for one in fields(item)}
    plain = {one.name: one.default for one in fields(item)}
    return {
        name: value for name, value in found.items() if name != "living" and value != plain[name]
    }
