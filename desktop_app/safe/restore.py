"""Bringing a backup back, beside the safe it came from: a new folder, proved before it has a name.

The phrase is asked: without it nothing of a backup can be proved. What comes from elsewhere is
checked as from a stranger even when it authenticates, for its maker knew the key.
"""

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.core.safe_reports import Restored
from desktop_app.files import FileUnreadable
from desktop_app.safe import backups, keystore, layers, workplace
from desktop_app.safe.container import Source, source
from desktop_app.safe.database import PAGE, connect, verify
from desktop_app.safe.disk import Disk, refusal
from desktop_app.safe.errors import (
    BackupNotVerified,
    BackupOtherSafe,
    BackupTruncated,
    KeysDamaged,
    SafeDamaged,
)
from desktop_app.safe.folder import SafeFolder, expect_new
from desktop_app.safe.keys import FILE_LIMIT
from desktop_app.safe.keystore import Unlock, Unlocked
from desktop_app.safe.manifest import KEYS, LIMIT, MANIFEST, WHOLE, Manifest, unseal
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.witness import SaveWitness

_CHUNK = 1 << 20


def restore(path: Path, new: Path, unlock: Unlock, *, disk: Disk, schemas: Schemas) -> Restored:
    """Make a safe of a backup, in a new or empty folder; on any error nothing is left there.

    Args:
        path: the zip, or a folder of ``backups/``.
        new: where the safe will be.
        unlock: the phrase or the recovery words that were those of the safe on that day, or what
            the keyring holds for it.

    Raises:
        FolderNotEmpty, FileMissing, FileNotRegular, FileUnreadable.
        WrongPassphrase, WordsUnknown, WordsOtherSafe, KdfRefused, NotEnoughMemory.
        KeyringUnavailable: what the keyring holds opens this backup no longer.
        BackupTruncated, BackupOtherSafe, BackupNotVerified, SafeNewer.
        DiskFull, ReadOnly, MediaRemoved, StorageFailed.
    """
    expect_new(new)
    with source(path) as backup:
        unlocked = unlock_backup(backup, unlock)
        manifest = unseal(read_small(backup, MANIFEST, LIMIT), unlocked.key, unlocked.keys.safe_id)
        if manifest.under and not path.is_dir():
            raise BackupNotVerified(reason="manifest")  # a zip holds a whole one
        try:
            with workplace.beside(new) as part:
                folder = SafeFolder(part)
                if manifest.under:
                    _put_together(path, folder.database, manifest, unlocked.key, disk)
                documents = _bring(backup, folder, unlocked, manifest, disk=disk, schemas=schemas)
                if new.exists():
                    new.rmdir()
                disk.rename(part, new)
        except OSError as error:
            raise refusal(error) from error
    return Restored(unlocked.keys.safe_id.hex(), manifest.made_on, documents)


def key_copy(backup: Source) -> keystore.Copy:
    """Return the key file of a backup, as found."""
    return keystore.read_copy(read_small(backup, KEYS, FILE_LIMIT))


def unlock_backup(backup: Source, unlock: Unlock) -> Unlocked:
    """Open the key file of a backup."""
    try:
        return unlock([key_copy(backup)])
    except KeysDamaged as error:
        raise BackupNotVerified(reason="keys") from error


def expect_sound(database: Path, unlocked: Unlocked, schemas: Schemas) -> int:
    """Check a database that comes with these keys, whole; return how many documents it holds.

    Raises:
        BackupNotVerified: a page, a row, or a schema that is not ours.
        BackupOtherSafe: of another safe.
        SafeNewer.
    """
    if verify(database, unlocked.key):
        raise BackupNotVerified(reason="database")
    try:
        opened = connect(database, unlocked.key, "read", working=False)
    except SafeDamaged as error:
        raise BackupNotVerified(reason="database") from error
    try:
        schemas.version(opened)
        if not schemas.is_ours(opened):
            raise BackupNotVerified(reason="schema")
        rows = opened.rows("SELECT id FROM safe")
        if len(rows) != 1:
            raise BackupNotVerified(reason="database")
        if rows[0][0] != unlocked.keys.safe_id:
            raise BackupOtherSafe
        return int(opened.value("SELECT count(*) FROM document"))
    except SafeDamaged as error:
        raise BackupNotVerified(reason="database") from error
    finally:
        opened.close()


def _bring(
    backup: Source,
    folder: SafeFolder,
    unlocked: Unlocked,
    manifest: Manifest,
    *,
    disk: Disk,
    schemas: Schemas,
) -> int:
    size, digest = manifest.files[KEYS]
    keys = read_small(backup, KEYS, FILE_LIMIT)
    if (len(keys), hashlib.sha256(keys).hexdigest()) != (size, digest):
        raise BackupNotVerified(reason="keys")
    if not manifest.under:
        extract(backup, folder.database, manifest, disk)
    documents = expect_sound(folder.database, unlocked, schemas)
    with contextlib.suppress(FileNotFoundError):
        folder.database.with_name("safe.db-journal").unlink()
    folder.backups.mkdir(mode=0o700)
    disk.write(folder.lock, [b""])
    keystore.write(folder, disk, unlocked.keys, unlocked.key)
    if manifest.pages is not None:
        _make_parity(folder, unlocked.key, disk)
    return documents


def _make_parity(folder: SafeFolder, key: bytes, disk: Disk) -> None:
    """Write the parity of pages that had one where they come from, or it would be missed."""
    database = connect(folder.database, key)
    try:
        database.witness = witness = SaveWitness(folder, database, key, disk)
        with contextlib.suppress(AppError, OSError):
            witness.make_parity()
            witness.flush()
    finally:
        database.close()


def _put_together(path: Path, to: Path, manifest: Manifest, key: bytes, disk: Disk) -> None:
    """Copy out the database of a backup that lies on others, beside it."""
    backup = backups.at(path, manifest, key, disk)
    layers.expect_whole(backup, key)
    with layers.opened(backup) as stack:
        disk.write(to, stack.pages())


def extract(backup: Source, to: Path, manifest: Manifest, disk: Disk) -> None:
    """Copy the database out, and check that it is the one that was sealed."""
    size, expected = manifest.files[WHOLE]
    found = backup.size(WHOLE)
    if found < size:
        raise BackupTruncated
    if found != size or size < PAGE:
        raise BackupNotVerified(reason="database")
    digest = hashlib.sha256()

    def chunks() -> Iterator[bytes]:
        try:
            with backup.open(WHOLE) as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    yield chunk
        except OSError as error:  # reading the backup: not the disk that is written
            raise FileUnreadable from error

    disk.write(to, chunks())
    if digest.hexdigest() != expected:
        raise BackupNotVerified(reason="database")


def read_small(backup: Source, name: str, limit: int) -> bytes:
    """Read the keys or the manifest of a backup, bounded."""
    if backup.size(name) > limit:
        raise BackupNotVerified(reason="members")
    with backup.open(name) as file:
        return file.read(limit)
