"""A new key for the whole safe: when a phrase has leaked, or a helper left with a copy.

The order makes one safe valid at any time: a proved backup, the database copied under the new key
and proved, then the key file (this is the moment when the change happens), then the database's
name. Cut before that moment, nothing has changed; cut after it, opening finishes the change.
"""

import contextlib
import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import replace

from desktop_app.core.errors import AppError
from desktop_app.core.safe_reports import Rotated
from desktop_app.safe import backups, keystore, members, rights, warnings
from desktop_app.safe.backups import Subject
from desktop_app.safe.creation import first_slots
from desktop_app.safe.database import Database, connect, verify
from desktop_app.safe.disk import Disk
from desktop_app.safe.errors import SafeDamaged
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import KEY_BYTES, Kdf
from desktop_app.safe.keys import KeyFile
from desktop_app.safe.secret import check_new_phrase, draw_recovery_words
from desktop_app.safe.slots import Kind, Slot
from desktop_app.safe.witness import SaveWitness

Also = Callable[[Database, Slot], object]


def rotate(
    subject: Subject,
    phrase: str,
    *,
    kdf: Kdf,
    disk: Disk,
    on: dt.date,
    recovery: bool,
    kept: str = "",
    also: Also | None = None,
) -> Rotated:
    """Put the whole safe under a new key, opened by this phrase alone and by new words.

    ``kept``: id of the helper whose phrase it is, in an office: she stays who she was. ``also`` is
    done in the new database, with the slot of this phrase.

    The subject's database is closed when this returns: the safe is opened again to go on.

    Raises:
        PhraseTooShort, PhraseTooLong, PhraseTooCommon, DiskFull, SafeDamaged and the others of
        ``backups.make``: nothing has changed.
    """
    check_new_phrase(phrase)
    folder = subject.folder
    keystore.expect_unchanged(folder, disk, subject.keys, subject.key)
    former = backups.all_backups(folder, subject.key, subject.keys.safe_id, disk)
    backups.make(subject, disk, on)
    folder.sweep()
    key, words = secrets.token_bytes(KEY_BYTES), draw_recovery_words() if recovery else ()
    slots = first_slots(phrase, words, key, subject.keys.safe_id, kdf)
    keys = subject.keys.with_slots(slots)
    try:
        _copy(subject, keys, key, on, kept=kept, also=also)
    except SafeDamaged as error:
        raise backups.damaged(folder, subject.key, subject.keys.safe_id, disk) from error
    disk.flush(folder.next_database)
    disk.flush_folder(folder.path)
    keystore.expect_unchanged(folder, disk, subject.keys, subject.key)
    subject.database.close()
    swap(folder, disk, keys, key)
    _begin_anew(Subject(folder, subject.database, key, keys), disk, on)
    kinds = [slot.kind for slot in subject.keys.slots]
    phrases, sticks = kinds.count(Kind.PASSPHRASE), kinds.count(Kind.KEY_FILE)
    return Rotated(words, phrases - 1, len(former) + 1, sticks)


def swap(folder: SafeFolder, disk: Disk, keys: KeyFile, key: bytes) -> None:
    """Make the change: keys first, then the database's name."""
    keystore.write(folder, disk, keys, key)
    disk.rename(folder.next_database, folder.database)


def _begin_anew(subject: Subject, disk: Disk, on: dt.date) -> None:
    """Make what rebuilds the pages, and a first backup, under the new key.

    Those of the former key mend nothing now. What the disk refuses is made at the next opening.
    """
    folder = subject.folder
    with contextlib.suppress(AppError, OSError):
        folder.parity.unlink(missing_ok=True)
        database = connect(folder.database, subject.key)
        database.counts_saves = True
        try:
            witness = SaveWitness(folder, database, subject.key, disk)
            database.witness = witness
            witness.make_parity()
            witness.note_parity()
            witness.flush()
            backups.make(replace(subject, database=database), disk, on)
        finally:
            database.close()


def _copy(
    subject: Subject, keys: KeyFile, key: bytes, on: dt.date, *, kept: str, also: Also | None
) -> None:
    subject.database.copy_to(subject.folder.next_database, key)
    if shared := rights.of(subject.folder.database):
        rights.give(subject.folder.next_database, shared)
    copy = connect(subject.folder.next_database, key)
    try:
        with copy.act():
            members.move(copy, kept, keys.slots[0].id, on)
            members.follow(copy, keys, on)
            copy.execute("UPDATE safe SET saves = saves + 1")  # other pages: no state seen before
            warnings.forget_ways_in(copy)
            if also is not None:
                also(copy, keys.slots[0])
            for former in subject.keys.slots:  # the members who stay: one phrase
                warnings.hand_over(copy, former.id, keys.slots[0].id)
    finally:
        copy.close()
    if verify(subject.folder.next_database, key):
        raise SafeDamaged
