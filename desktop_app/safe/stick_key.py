"""The file on a USB stick that opens a safe beside its phrase. Bytes in ``FORMAT.md`` § 3.

It holds no key of the safe: 32 random bytes that unwrap one slot. A slot that is taken away makes
the file worthless, wherever its stick is.
"""

import contextlib
import hashlib
import os
import secrets
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.safe.disk import Disk, Unusable
from desktop_app.safe.errors import SafeNewer, StickKeyDamaged, StickKeyMissing, StorageFailed

MAGIC = b"\x89PLOPEN\n"
VERSION = 1
SECRET_BYTES = 32
PATTERN = "papier-libre-*.cle"
_CONTENT = struct.Struct("<8sHH4x16s16s32s")
_BYTES = _CONTENT.size + 32
_MOST = 16  # files of ours on one stick: as many as a safe has slots


@dataclass(frozen=True, slots=True)
class StickKey:
    """What such a file says: of which safe it is, which slot it opens, and by what."""

    safe_id: bytes
    slot: bytes
    secret: bytes = field(repr=False)


def new_secret() -> bytes:
    """Draw what a slot is opened with."""
    return secrets.token_bytes(SECRET_BYTES)


def encode(key: StickKey) -> bytes:
    """Return the bytes of the file."""
    content = _CONTENT.pack(MAGIC, VERSION, 0, key.safe_id, key.slot, key.secret)
    return content + hashlib.sha256(content).digest()


def decode(data: bytes) -> StickKey:
    """Read such a file.

    Raises:
        StickKeyDamaged: cut, changed, or another file.
        SafeNewer: of a later version.
    """
    content, digest = data[:-32], data[-32:]
    if not content.startswith(MAGIC) or hashlib.sha256(content).digest() != digest:
        raise StickKeyDamaged
    version = int.from_bytes(content[len(MAGIC) : len(MAGIC) + 2], "little")
    if version > VERSION:
        raise SafeNewer
    if version != VERSION or len(data) != _BYTES:
        raise StickKeyDamaged
    _, _, flags, safe_id, slot, secret = _CONTENT.unpack(content)
    if flags:
        raise StickKeyDamaged
    return StickKey(safe_id, slot, secret)


def read(path: Path, disk: Disk) -> StickKey:
    """Read the file of this name.

    Raises:
        StickKeyMissing, StickKeyDamaged, SafeNewer.
    """
    try:
        return decode(disk.read(path, 4 * _BYTES))
    except FileNotFoundError as error:
        raise StickKeyMissing from error
    except Unusable as error:
        raise StickKeyDamaged from error


def write(folder: Path, key: StickKey, disk: Disk) -> Path:
    """Write the file under a name that says nothing of anybody, and read it again.

    Raises:
        DiskFull, ReadOnly, NotAllowed, MediaRemoved, StorageFailed.
    """
    path = folder / PATTERN.replace("*", secrets.token_hex(4))
    data = encode(key)
    disk.write(path, [data])
    try:
        if disk.read(path, len(data)) != data:
            raise StorageFailed
    except (FileNotFoundError, Unusable) as error:
        raise StorageFailed from error
    return path


def on(sticks: Iterable[Path], disk: Disk) -> tuple[StickKey, ...]:
    """Return what the files on these sticks say, each once.

    Raises:
        StickKeyMissing: there is none.
        StickKeyDamaged, SafeNewer: there are, and none can be read.
    """
    found: dict[StickKey, None] = {}
    refused: StickKeyMissing | StickKeyDamaged | SafeNewer = StickKeyMissing()
    for path in _files(sticks):
        try:
            found[read(path, disk)] = None
        except StickKeyMissing:
            continue
        except (StickKeyDamaged, SafeNewer) as problem:
            refused = problem
    if not found:
        raise refused
    return tuple(found)


def erase(sticks: Iterable[Path], slot: bytes, disk: Disk) -> bool:
    """Erase the files that open this slot; False when none is plugged in, or one stays."""
    erased = False
    for path in _files(sticks):
        with contextlib.suppress(StickKeyMissing, StickKeyDamaged, SafeNewer):
            if read(path, disk).slot == slot:
                try:
                    path.unlink()
                except OSError:
                    return False
                erased = True
    return erased


def on_one_disk(folder: Path, other: Path) -> bool:
    """Tell whether two folders are on one disk: what is stolen with one is stolen with both."""
    try:
        return os.stat(folder).st_dev == os.stat(other).st_dev
    except OSError:
        return False


def _files(sticks: Iterable[Path]) -> Iterable[Path]:
    for stick in sticks:
        with contextlib.suppress(OSError):
            yield from sorted(stick.glob(PATTERN))[:_MOST]
