"""Making a safe: the keys come last, for a folder without keys is no safe."""

import contextlib
import datetime as dt
import secrets
from pathlib import Path

from desktop_app.safe import keystore, members, rights
from desktop_app.safe.ballast import SIZE as BALLAST_SIZE
from desktop_app.safe.database import connect
from desktop_app.safe.disk import Disk, refusal
from desktop_app.safe.folder import SafeFolder, expect_new
from desktop_app.safe.kdf import FLOOR, KEY_BYTES, Kdf
from desktop_app.safe.keys import KeyFile, NewKeys
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.secret import phrase_bytes, words_bytes
from desktop_app.safe.slots import ID_BYTES, Kind, Slot, wrap
from desktop_app.safe.system_keyring import Held, HeldKeys, new_secret
from desktop_app.safe.workplace import beside


def keys_of(phrase: str, words: tuple[str, ...], kdf: Kdf) -> NewKeys:
    """Draw the keys of a safe that a phrase opens and, when there are any, recovery words.

    Raises:
        NotEnoughMemory.
    """
    safe_id, key = _draw()
    return NewKeys(safe_id, key, first_slots(phrase, words, key, safe_id, kdf))


def held_keys() -> HeldKeys:
    """Draw the keys of a safe that a keyring opens; nothing is in the keyring yet."""
    safe_id, key = _draw()
    secret = new_secret()
    slot = wrap(Kind.KEYRING, secret, key, safe_id, FLOOR)
    return HeldKeys(NewKeys(safe_id, key, (slot,)), Held(slot.id, secret))


def _draw() -> tuple[bytes, bytes]:
    return secrets.token_bytes(ID_BYTES), secrets.token_bytes(KEY_BYTES)


def create(path: Path, keys: NewKeys, *, disk: Disk, schemas: Schemas, on: dt.date) -> None:
    """Make a safe in a new or empty folder; nothing is left of one that fails.

    A new folder has its name once the safe in it is whole: a program killed before that leaves a
    ``.part`` that nobody takes for a safe. An empty folder may be a disk's own: it is filled where
    it is.

    Raises:
        FolderNotEmpty, DiskFull, ReadOnly, MediaRemoved, StorageFailed.
    """
    expect_new(path)
    file = KeyFile(keys.safe_id, 1, keys.slots)
    try:
        if path.exists():
            _fill_there(SafeFolder(path), file, keys.key, disk=disk, schemas=schemas, on=on)
            return
        with beside(path) as part:
            _fill(SafeFolder(part), file, keys.key, disk=disk, schemas=schemas, on=on)
            disk.rename(part, path)
    except OSError as error:
        raise refusal(error) from error


def first_slots(
    phrase: str, words: tuple[str, ...], key: bytes, safe_id: bytes, kdf: Kdf
) -> tuple[Slot, ...]:
    """Wrap a safe's key by a phrase and, when there are any, by recovery words."""
    by_phrase = wrap(Kind.PASSPHRASE, phrase_bytes(phrase), key, safe_id, kdf)
    if not words:
        return (by_phrase,)
    # The words are 128 random bits: the floor is far more than they need.
    by_words = wrap(Kind.WORDS, words_bytes(" ".join(words)), key, safe_id, FLOOR)
    return by_phrase, by_words


def _fill(
    folder: SafeFolder,
    keys: KeyFile,
    key: bytes,
    *,
    disk: Disk,
    schemas: Schemas,
    on: dt.date,
) -> None:
    rights.make_folder(folder.backups)
    database = connect(folder.database, key, "create")
    try:
        schemas.apply(database)
        with database.act():
            database.execute(
                "INSERT INTO safe (only_row, id, keys_generation, made_on, last_day_seen)"
                " VALUES (1, ?, ?, ?, ?)",
                (keys.safe_id, keys.generation, on.isoformat(), on.isoformat()),
            )
            for slot in keys.slots:
                members.name(database, slot.id, "", on)
    finally:
        database.close()
    disk.write(folder.ballast, [secrets.token_bytes(BALLAST_SIZE)])
    disk.write(folder.lock, [b""])
    keystore.write(folder, disk, keys, key)


def _fill_there(
    folder: SafeFolder,
    keys: KeyFile,
    key: bytes,
    *,
    disk: Disk,
    schemas: Schemas,
    on: dt.date,
) -> None:
    folder.path.chmod(0o700)
    try:
        _fill(folder, keys, key, disk=disk, schemas=schemas, on=on)
    except BaseException:
        _empty(folder)
        raise


def _empty(folder: SafeFolder) -> None:
    names = (*folder.keys, folder.database, folder.ballast, folder.lock)
    for path in (*names, folder.database.with_name("safe.db-journal")):
        with contextlib.suppress(OSError):
            path.unlink()
    with contextlib.suppress(OSError):
        folder.backups.rmdir()
