"""Rights of a safe's files: a shared folder stays shared, and a private one private.

A file that replaces another takes its owner, group and mode. A new one is its owner's alone,
unless the folder it is made in was opened to a group: an administrator did that, for no safe is
made so. Nothing here fails: a disk without rights (FAT) keeps its own, and what cannot be given
is not; rights of a group are never left to another group.
"""

import contextlib
import os
import stat
from pathlib import Path

from desktop_app.core.record import record

_GROUP = stat.S_IRWXG
_READ_WRITE = stat.S_IRGRP | stat.S_IWGRP


@record(frozen=True)
class Rights:
    """Permission bits; numbers of the owner and the group, -1 for what the system gives."""

    mode: int
    owner: int = -1
    group: int = -1


def of(path: Path) -> Rights | None:
    """Return the rights of a regular file; None when there is none."""
    try:
        found = path.lstat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Rights(stat.S_IMODE(found.st_mode) & 0o777, found.st_uid, found.st_gid)


def of_new_file(folder: Path) -> Rights:
    """Return the rights of a file made in a safe's folder, or in a folder of it."""
    return _inherited(folder, 0o600, _READ_WRITE)


def of_new_folder(folder: Path) -> Rights:
    """Return the rights of a folder made in a safe's folder."""
    return _inherited(folder, 0o700, _GROUP | stat.S_ISGID)


def give(path: Path | int, rights: Rights) -> None:
    """Give these rights to a file that is ours, as far as the system lets us."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        now = os.stat(path)
        if not _own(path, rights, now):
            os.chown(path, -1, rights.group)
    with contextlib.suppress(OSError):
        now = os.stat(path)
        mode = rights.mode
        if rights.group not in (-1, now.st_gid):  # somebody else's group would read it
            mode &= ~_GROUP
        if stat.S_IMODE(now.st_mode) != mode:
            os.chmod(path, mode)


def make_folder(path: Path) -> None:
    """Make a folder of a safe, shared as the one it is in; one that is there is left as it is."""
    try:
        # On Windows this mode is a list of who may enter, the owner alone: without it the folder
        # takes that of the safe.
        path.mkdir(mode=0o700 if os.name == "posix" else 0o777)
    except FileExistsError:
        return
    give(path, of_new_folder(path.parent))


def _own(path: Path | int, rights: Rights, now: os.stat_result) -> bool:
    """Give owner and group; False when only the group may be given (we are not root)."""
    if rights.owner in (-1, now.st_uid) and rights.group in (-1, now.st_gid):
        return True
    try:
        os.chown(path, rights.owner, rights.group)
    except PermissionError:
        return False
    return True


def _inherited(folder: Path, own: int, bits: int) -> Rights:
    found = folder.stat()
    shared = stat.S_IMODE(found.st_mode) & bits
    return Rights(own | shared, group=found.st_gid) if shared & _GROUP else Rights(own)
