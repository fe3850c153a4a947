"""``backup OUT.zip``: a copy that leaves is read back and proved before it is said done."""

import datetime as dt
from pathlib import Path

from desktop_app.files import NotWritten
from desktop_app.safe.backups import Subject, expect_room, write_members
from desktop_app.safe.container import pack, source
from desktop_app.safe.database import Progress
from desktop_app.safe.disk import Disk, refusal
from desktop_app.safe.errors import BackupNotVerified
from desktop_app.safe.keystore import Unlocked
from desktop_app.safe.manifest import LIMIT, MANIFEST, WHOLE, Manifest, seal, unseal
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.restore import expect_sound, extract, read_small
from desktop_app.safe.workplace import beside


def leave(
    subject: Subject,
    out: Path,
    *,
    disk: Disk,
    schemas: Schemas,
    on: dt.date,
    replace: bool = False,
    progress: Progress | None = None,
) -> Manifest:
    """Write a backup as one zip. Until it is proved, nothing bears its name.

    Raises:
        NotWritten: the name is taken, or its folder does not exist.
        BackupNotVerified: what was read back is not what was written.
        DiskFull, ReadOnly, MediaRemoved, StorageFailed.
    """
    out = out.absolute()
    try:
        if not out.parent.is_dir() or (out.exists() and not replace) or out.is_dir():
            raise NotWritten
    except OSError as error:  # a name that no file can have
        raise NotWritten from error
    try:
        with beside(out) as work:
            expect_room(out.parent, 2 * subject.database.path.stat().st_size)
            manifest = write_members(subject, work, disk, on, progress)
            disk.write(work / MANIFEST, [seal(manifest, subject.key)])
            written = work / "zip"
            pack(work, written, disk)
            (work / WHOLE).unlink()
            _expect_same(written, subject, work / "again", manifest, disk=disk, schemas=schemas)
            disk.rename(written, out)
    except OSError as error:
        raise refusal(error) from error
    return manifest


def _expect_same(
    written: Path,
    subject: Subject,
    again: Path,
    manifest: Manifest,
    *,
    disk: Disk,
    schemas: Schemas,
) -> None:
    """Read the zip back from the disk, as ``restore`` would, and check all of it."""
    unlocked = Unlocked(subject.key, subject.keys, b"", False)
    with source(written) as backup:
        if unseal(read_small(backup, MANIFEST, LIMIT), subject.key, subject.keys.safe_id) != (
            manifest
        ):
            raise BackupNotVerified(reason="manifest")
        extract(backup, again, manifest, disk)
        expect_sound(again, unlocked, schemas)
