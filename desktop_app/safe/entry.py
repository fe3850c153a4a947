"""A safe whose keys are proved and whose lock is held; its database is not open yet."""

import os
from dataclasses import dataclass

from desktop_app.core.errors import Notice
from desktop_app.files import ReadOnly
from desktop_app.safe import backups, keystore
from desktop_app.safe.ballast import Ballast
from desktop_app.safe.disk import Disk
from desktop_app.safe.errors import (
    AlreadyOpen,
    KdfRefused,
    KeysDamaged,
    NotAllowed,
    SafeLockedElsewhere,
    Tell,
)
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.keystore import Unlock, Unlocked
from desktop_app.safe.lock import Lock


@dataclass(frozen=True, slots=True)
class Entry:
    """What opening, checking and exporting begin with; whoever gets it releases its lock.

    ``beside``: somebody else writes it meanwhile.
    """

    folder: SafeFolder
    lock: Lock
    unlocked: Unlocked
    read_only: bool
    tell: Tell
    beside: bool = False


def enter(
    folder: SafeFolder,
    unlock: Unlock,
    *,
    disk: Disk,
    tell: Tell,
    read_only: bool = False,
    from_elsewhere: bool = False,
    or_read: bool = False,
) -> Entry:
    """Take the lock and prove the keys; the errors are those of ``Lock`` and ``keystore``.

    ``or_read``: where somebody else writes the safe, it is read beside her. Nothing is written
    before the phrase has proved right.
    """
    folder.expect_safe()
    lock = Lock(folder.lock)
    beside = False
    try:
        read_only = read_only or not _hold(lock, from_elsewhere, tell)
    except (AlreadyOpen, SafeLockedElsewhere):
        if not or_read:
            raise
        read_only = beside = True
    except NotAllowed:
        if not or_read:
            raise  # this account may not write it; to read takes no lock
        read_only = True
        tell(Notice("opened-read-only"))
    if or_read and read_only and not beside:
        beside = bool(lock.note())  # an account that may only read: another one writes, perhaps
    try:
        unlocked = _unlocked(folder, unlock, disk)
        if not read_only:
            Ballast(folder.ballast, disk).urgently(lock.sign)  # a full disk, too, can be opened
    except BaseException:
        lock.release()
        raise
    return Entry(folder, lock, unlocked, read_only, tell, beside)


def _unlocked(folder: SafeFolder, unlock: Unlock, disk: Disk) -> Unlocked:
    try:
        return unlock(keystore.read_copies(folder, disk))
    except (KeysDamaged, KdfRefused) as error:
        raise backups.said_by(error, folder, unlock, disk) from error


def _hold(lock: Lock, from_elsewhere: bool, tell: Tell) -> bool:
    """Take the lock; False where nothing can be written."""
    try:
        lock.take(from_elsewhere=from_elsewhere)
    except ReadOnly:
        if os.access(lock.folder, os.W_OK):
            raise  # one file of it is refused to this account: to open anyway would race its holder
        tell(Notice("opened-read-only"))
        return False
    return True
