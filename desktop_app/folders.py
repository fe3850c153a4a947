"""Reads what is in a folder, without opening a file of it.

A disk of the network may never answer: it is asked in a thread that nobody waits for
(``gui/jobs.py: run_apart``). Whatever is hidden is not shown, nor a link that leads nowhere.
"""

import contextlib
import datetime as dt
import os
import stat
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.core.file_names import numbered
from desktop_app.core.folder import Entry, Listing
from desktop_app.core.folding import folded

MOST = 50_000
"""Of one folder, what is read: beyond, one says that there is more."""
_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 2)
_TIMELESS = dt.datetime(1970, 1, 1)  # noqa: DTZ001 (the computer's own clock, as files have it)


class FolderMissing(AppError):
    """Nothing is there any more, or it is no folder."""


class FolderRefused(AppError):
    """The person has no right to look into it."""


class FolderGone(AppError):
    """The key or the disk went away."""


def listed(
    folder: str | os.PathLike[str],
    endings: Collection[str] = (),
    given_up: Callable[[], bool] = lambda: False,
) -> Listing:
    """Return what can be chosen in a folder.

    Args:
        folder: where; links are followed.
        endings: of the files wanted, such as ".pdf", in small letters; without any, no file is.
        given_up: asked at each name: nobody waits for it any more.

    Raises:
        FolderMissing, FolderRefused, FolderGone.
    """
    files: list[Entry] = []
    folders: list[Entry] = []
    others, cut = 0, False
    try:
        with _names(folder) as found:
            for count, one in enumerate(found):
                if count >= MOST or given_up():
                    cut = True
                    break
                kind = _kind(one, endings)
                others += kind == "other"
                if kind in ("file", "folder") and (entry := _entry(one, kind == "folder")):
                    (folders if entry.folder else files).append(entry)
    except (FileNotFoundError, NotADirectoryError, ValueError) as missing:
        raise FolderMissing from missing
    except PermissionError as refused:
        raise FolderRefused from refused
    except OSError as gone:
        raise FolderGone from gone
    return Listing(
        str(folder),
        tuple(sorted(files, key=lambda one: (one.modified, one.name), reverse=True)),
        tuple(sorted(folders, key=lambda one: folded(one.name))),
        others,
        cut,
        os.access(folder, os.W_OK),
    )


def there(paths: Collection[str]) -> frozenset[str]:
    """Return which of these are folders that exist."""
    return frozenset(one for one in paths if os.path.isdir(one))


def free_name(path: Path) -> Path:
    """Return the first name beside this one that nothing has: "lettre (2).pdf"."""
    number = 2
    while os.path.lexists(found := path.with_name(numbered(path.name, number, path.suffix))):
        number += 1
    return found


def what_is(path: str | os.PathLike[str]) -> str:
    """Return what a path leads to: "file", "folder", "other", or "" for nothing.

    Raises:
        FolderRefused: the person has no right to know.
    """
    try:
        mode = os.stat(path).st_mode
    except PermissionError as refused:
        raise FolderRefused from refused
    except (OSError, ValueError):
        return "other" if os.path.lexists(path) else ""
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else "other"


def _names(
    folder: str | os.PathLike[str],
) -> "contextlib.AbstractContextManager[Iterator[os.DirEntry[str]]]":
    """Return what is there; Windows finds nothing at all, not even ".", on an empty key."""
    try:
        return os.scandir(folder)
    except FileNotFoundError:
        if os.name == "nt" and os.path.isdir(folder):
            return contextlib.nullcontext(iter(()))
        raise


def _kind(one: "os.DirEntry[str]", endings: Collection[str]) -> str:
    """Return what it is; "" for what is not to be seen."""
    if one.name.startswith((".", "~$")):
        return ""
    with contextlib.suppress(OSError):
        if os.name == "nt" and _is_hidden(one):
            return ""
        if one.is_dir():
            return "folder"
        if one.is_file():
            return "file" if os.path.splitext(one.name)[1].lower() in endings else "other"
    return ""


def _is_hidden(one: "os.DirEntry[str]") -> bool:
    told: int = getattr(one.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(told & _HIDDEN)


def _entry(one: "os.DirEntry[str]", folder: bool) -> Entry | None:
    try:
        told = one.stat()
    except OSError:
        return None
    return Entry(one.name, one.path, folder, 0 if folder else told.st_size, _day(told.st_mtime))


def _day(seconds: float) -> dt.datetime:
    try:
        return dt.datetime.fromtimestamp(seconds)  # noqa: DTZ006
    except (OverflowError, OSError, ValueError):
        return _TIMELESS  # a key whose clock says the year 300000
