"""The folder as one .zip that Windows opens by itself, the same bytes for the same folder."""

import datetime as dt
import zipfile
from pathlib import Path

FIRST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).timestamp()
"""Before it a .zip has no day."""


def pack(folder: Path, archive: Path, epoch: int) -> None:
    """Pack a folder, under its own name; every file of the time of the commit."""
    moment = dt.datetime.fromtimestamp(max(epoch, FIRST), dt.UTC)
    day = (*moment.timetuple()[:5], moment.second // 2 * 2)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as opened:
        for file in files(folder):
            entry = zipfile.ZipInfo(f"{folder.name}/{file.relative_to(folder).as_posix()}", day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3
            opened.writestr(entry, file.read_bytes(), compresslevel=9)


def files(folder: Path) -> list[Path]:
    """Return every file of a folder, in the order of their names whatever the computer."""
    found = [one for one in folder.rglob("*") if one.is_file()]
    return sorted(found, key=lambda one: one.relative_to(folder).as_posix())
