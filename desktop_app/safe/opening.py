"""Opening a safe: every proof comes before the first page is trusted."""

import contextlib
import datetime as dt
from dataclasses import replace

from desktop_app.core.errors import AppError, Notice
from desktop_app.files import ReadOnly
from desktop_app.safe import backups, keystore, members, rights, warnings, workplace
from desktop_app.safe.backups import Subject
from desktop_app.safe.ballast import Ballast
from desktop_app.safe.database import Database, Mode, connect, verify
from desktop_app.safe.disk import Disk, is_regular, refusal
from desktop_app.safe.entry import Entry
from desktop_app.safe.errors import SafeDamaged, SafeOlder, WrongPassphrase
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.journal import expect_own_journal, note_undoing
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.pages import first_page_is_authentic
from desktop_app.safe.seen import Seen, State
from desktop_app.safe.store import Safe


def open_database(
    entry: Entry, *, disk: Disk, schemas: Schemas, on: dt.date, accept_older: bool
) -> Database:
    """Open the database of an entry, of this safe and of this moment.

    Raises:
        SafeDamaged: with the newest backup that is whole.
        SafeOlder, SafeNewer.
        WrongPassphrase: of before a rotation.
    """
    folder, key, keys = entry.folder, entry.unlocked.key, entry.unlocked.keys
    try:
        if not entry.read_only:
            finish_swap(folder, key, disk)
        database = _connect(entry, disk)
        try:
            _compare(database, entry, accept_older)
            if not schemas.only_adds(database):
                database = _migrated(database, entry, disk=disk, schemas=schemas, on=on)
            elif entry.read_only:
                schemas.stand_in(database)
        except BaseException:
            database.close()
            raise
    except SafeDamaged as error:
        if _is_former_key(entry, disk):
            raise WrongPassphrase from error
        raise backups.damaged(folder, key, keys.safe_id, disk) from error
    except OSError as error:
        raise refusal(error) from error
    return database


def settle(
    safe: Safe, entry: Entry, *, disk: Disk, schemas: Schemas, on: dt.date, seen: Seen
) -> None:
    """Bring everything to its ordinary state: sweep, grow, repair, remember."""
    with contextlib.suppress(AppError):  # what stays goes at the next opening, or the next copy
        entry.folder.sweep()
    safe.upkeep.settle_undone()
    if schemas.lacking(safe.database):
        _grow(safe, entry, disk, schemas)
    workplace.sweep(entry.folder.path.absolute().parent)
    if entry.unlocked.to_repair:
        entry.tell(Notice(_repaired(entry, disk)))
    _settle_members(safe, entry, disk=disk, on=on)
    tell_found(safe, entry, on=on, seen=seen)
    with safe.database.act():
        safe.database.execute(
            "UPDATE safe SET last_day_seen = ?1 WHERE last_day_seen < ?1", (on.isoformat(),)
        )
    Ballast(entry.folder.ballast, disk).load()


def _grow(safe: Safe, entry: Entry, disk: Disk, schemas: Schemas) -> None:
    """Add what a safe of before lacks; where it cannot be, the safe opens all the same.

    Pages of several moments stay as they are until a person has read that they are: a save would
    make them one.
    """
    try:
        if not safe.upkeep.inside.mixed():
            Ballast(entry.folder.ballast, disk).urgently(lambda: schemas.grow(safe.database))
    except AppError:  # no room, or a page that is not read: it is told where it is asked for
        pass
    schemas.stand_in(safe.database)


def tell_found(safe: Safe, entry: Entry, *, on: dt.date, seen: Seen) -> None:
    """Tell what is not as this computer, or the last save, left it; nothing is written."""
    day = safe.last_day_seen
    if day is not None and on < day:
        entry.tell(Notice("clock-suspect"))
    if code := _contradicted(safe, seen.state(safe.id)):
        safe.older_than_seen = True
        entry.tell(Notice(code))
    safe.upkeep.look_at_last_save(entry.tell)
    if strangers := entry.folder.conflict_copies():
        entry.tell(Notice("conflict-copies", {"n": strangers}))


def _contradicted(safe: Safe, seen: State) -> str:
    """Return what is said where this computer left the safe in a later state, or in another."""
    now = safe.state
    if seen.saves > now.saves:
        return "safe-older-than-seen"
    if seen.saves == now.saves and "" not in (seen.pages, now.pages) and seen != now:
        return "safe-other-than-seen"
    return ""


def _settle_members(safe: Safe, entry: Entry, *, disk: Disk, on: dt.date) -> None:
    """End a change of keys that was cut; warn everybody of keys that were not ours."""
    database, keys = safe.database, entry.unlocked.keys
    seen = int(database.value("SELECT keys_generation FROM safe"))
    if keys.generation < seen:
        _make_older_keys_newest(safe, entry, seen, disk=disk, on=on)
    elif keys.generation > seen or not members.named(database, keys):
        first = not members.named(database, keys) and keys.generation == seen
        with database.act():
            ids = [slot.id for slot in keys.slots]
            strangers = members.follow(database, keys, on)
            unknown = warnings.KEYS_UNKNOWN if strangers else warnings.KEYS_CUT
            warnings.warn(database, warnings.KEYS_LISTED if first else unknown, on, ids)
            warnings.follow(database, ids)
    tell_member(safe, entry, on)


def tell_member(safe: Safe, entry: Entry, on: dt.date) -> None:
    """Tell what the member of this slot has not read; what cannot be written is told too."""
    for notice in warnings.for_member(safe.database, entry.unlocked.slot):
        entry.tell(notice)
    seen = int(safe.database.value("SELECT keys_generation FROM safe"))
    if entry.read_only and entry.unlocked.keys.generation < seen:
        entry.tell(Notice(warnings.KEYS_OLDER, {"day": on.isoformat()}))


def _make_older_keys_newest(
    safe: Safe, entry: Entry, seen: int, *, disk: Disk, on: dt.date
) -> None:
    """Go on with an older key file that a person accepted, and tell every member.

    The number never goes down: the file is written again as the newest, with the slots that the
    database names and no other. What was added since it was made is lost, and it is said.
    """
    database, keys = safe.database, entry.unlocked.keys
    slots = members.named(database, keys)
    with database.act():
        warnings.warn(database, warnings.KEYS_OLDER, on, [slot.id for slot in slots])
    if not any(slot.kind.derived for slot in slots):
        return  # never written so: the phrase would be gone
    newest = replace(keys, generation=seen, slots=slots).with_slots(slots)
    try:
        keystore.write(entry.folder, disk, newest, entry.unlocked.key)
    except AppError:
        entry.tell(Notice("keys-not-repaired"))
        return
    safe.access.slots.keys = newest
    with database.act():
        members.follow(database, newest, on)


def _repaired(entry: Entry, disk: Disk) -> str:
    """Rewrite the copies of the key file; one good copy opens the safe even if that fails."""
    try:
        keystore.write(entry.folder, disk, entry.unlocked.keys, entry.unlocked.key)
    except AppError:
        return "keys-not-repaired"
    return "keys-repaired"


def _is_former_key(entry: Entry, disk: Disk) -> bool:
    """Tell a phrase of before a rotation: the second copy of the keys could not be written then."""
    folder, unlocked = entry.folder, entry.unlocked
    copies = keystore.read_copies(folder, disk)
    return (
        keystore.follows(copies, unlocked)
        and is_regular(folder.database)
        and not first_page_is_authentic(folder.database, unlocked.key)
    )


def finish_swap(folder: SafeFolder, key: bytes, disk: Disk) -> None:
    """Finish a change of database that a cut stopped after the keys had changed (rotation)."""
    if not is_regular(folder.next_database):
        return
    if is_regular(folder.database) and first_page_is_authentic(folder.database, key):
        return  # the keys had not changed: what was being made is swept
    if first_page_is_authentic(folder.next_database, key):
        disk.rename(folder.next_database, folder.database)


def _connect(entry: Entry, disk: Disk) -> Database:
    if not is_regular(entry.folder.database):
        raise SafeDamaged
    expect_own_journal(entry.folder.database, entry.unlocked.key)
    undoes = not entry.read_only and note_undoing(entry.folder, disk)
    mode: Mode = "read" if entry.read_only else "open"
    database = connect(entry.folder.database, entry.unlocked.key, mode)
    database.undid = undoes
    return database


def _compare(database: Database, entry: Entry, accept_older: bool) -> None:
    """Check that keys and database are of one safe, and of one moment."""
    row = database.row("SELECT id, keys_generation FROM safe")
    if row is None or row[0] != entry.unlocked.keys.safe_id:
        raise SafeDamaged
    keys = entry.unlocked.keys
    members.expect_named(
        {slot.id for slot in members.named(database, keys)}, keys, entry.unlocked.slot, row[1]
    )
    if keys.generation < row[1] and not accept_older:
        raise SafeOlder


def _migrated(
    database: Database, entry: Entry, *, disk: Disk, schemas: Schemas, on: dt.date
) -> Database:
    """Bring an older safe to today's schema: a proved backup, a proved copy, then one rename.

    Killed anywhere, the former database is still there, and the next opening begins again.
    """
    if entry.read_only:
        raise ReadOnly
    folder, key = entry.folder, entry.unlocked.key
    entry.tell(Notice("safe-migrating"))
    backups.make(Subject(folder, database, key, entry.unlocked.keys), disk, on)
    folder.sweep()
    database.copy_to(folder.next_database, key)
    if shared := rights.of(folder.database):
        rights.give(folder.next_database, shared)
    database.close()
    copy = connect(folder.next_database, key)
    try:
        schemas.apply(copy)
        copy.execute("UPDATE safe SET saves = saves + 1")  # other pages: no state seen before
    finally:
        copy.close()
    if verify(folder.next_database, key):
        raise SafeDamaged
    disk.flush(folder.next_database)
    disk.rename(folder.next_database, folder.database)
    return connect(folder.database, key)
