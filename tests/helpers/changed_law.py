"""The law with a few procedures changed, as a delivery brings it."""

import datetime as dt
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from desktop_app.catalogue.law import FolderLaw, law_of
from desktop_app.datafiles import data_root

_READ_ON = re.compile(r"^(?:seen_on|reread_on) = (\d{4}-\d\d-\d\d)", re.MULTILINE)


def law_folder(folder: Path, changes: Mapping[str, tuple[tuple[str, str], ...]]) -> Path:
    """Write a folder shaped like ``forms/`` with the law; ``changes``: by file, words replaced."""
    shutil.copytree(Path(str(data_root("forms"))) / "law", folder / "law")
    for name, pairs in changes.items():
        file = folder / "law" / name
        text = file.read_text("utf-8")
        for before, now in pairs:
            assert before in text, before
            text = text.replace(before, now, 1)
        file.write_text(text, "utf-8")
    return folder


def changed_law(folder: Path, changes: Mapping[str, tuple[tuple[str, str], ...]]) -> FolderLaw:
    """Return that law."""
    return law_of(str(law_folder(folder, changes)))


def last_read() -> dt.date:
    """Return the day when a rule of ours was read last: no delivery of them is made before it."""
    texts = (
        one.read_text("utf-8") for one in (Path(str(data_root("forms"))) / "law").rglob("*.toml")
    )
    return max(dt.date.fromisoformat(day) for text in texts for day in _READ_ON.findall(text))
