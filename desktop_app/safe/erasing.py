"""Erasing a whole safe: its keys first, so that whatever stops it then, nothing can be read."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from desktop_app.safe.disk import Disk, is_regular, refusal
from desktop_app.safe.folder import DATABASE, NEXT_DATABASE, SafeFolder


def erase(folder: SafeFolder, disk: Disk, let_go: Callable[[], object]) -> None:
    """Erase the files of a safe that is closed, its own backups too; nothing else of the folder.

    What a disk keeps of erased files is unreadable: the key that opened them is gone. Copies made
    elsewhere are not reached.

    ``let_go`` of the safe's lock comes last, once nothing is left to open: Windows erases no file
    that is held.

    Raises:
        ReadOnly, NotAllowed, MediaRemoved, StorageFailed: what is left opens nothing any more once
        the keys are gone, else all is left.
    """
    backups = folder.backups
    journals = [folder.path / (name + "-journal") for name in (DATABASE, NEXT_DATABASE)]
    try:
        for keys in (*folder.keys, *_keys_in(backups)):
            _overwrite(keys)
        disk.flush_folder(folder.path)
        databases = (folder.database, folder.next_database, *journals, folder.parity, folder.undone)
        for path in (*databases, folder.ballast):
            path.unlink(missing_ok=True)
        if folder.aside.is_dir() and not folder.aside.is_symlink():
            shutil.rmtree(folder.aside)  # copies of it that a person put aside
        if backups.is_dir() and not backups.is_symlink():
            shutil.rmtree(backups)
        let_go()
        folder.lock.unlink(missing_ok=True)
    except OSError as error:
        raise refusal(error) from error
    with contextlib.suppress(OSError):  # something of another's lies in it
        folder.path.rmdir()


def _keys_in(backups: Path) -> list[Path]:
    return sorted(backups.glob("*/keys*")) if not backups.is_symlink() else []


def _overwrite(path: Path) -> None:
    if is_regular(path):
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(size))
            file.flush()
            os.fsync(file.fileno())
    path.unlink(missing_ok=True)
