"""The key file: its slots, and the two proofs around them. Bytes in ``FORMAT.md`` § 2."""

import hashlib
import hmac
import struct
from dataclasses import dataclass, field, replace

from desktop_app.safe.errors import KdfRefused, KeysDamaged, SafeNewer
from desktop_app.safe.slots import SLOT_BYTES, Slot, decode, sub_key

MAGIC = b"\x89PLKEYS\n"
VERSION = 1
SLOT_LIMIT = 16
FILE_LIMIT = 64 << 10
_GENERATIONS = range(1, 1 << 62)  # a database counts up to 2^63
_HEADER = struct.Struct("<8sHH16sQHH")
_DIGEST = 32
_MAC_LABEL = b"papier-libre/keys-mac/1"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a key file says."""

    safe_id: bytes
    generation: int
    slots: tuple[Slot, ...]

    def with_slots(self, slots: tuple[Slot, ...]) -> "KeyFile":
        """Return the next generation, with these slots."""
        return replace(self, generation=self.generation + 1, slots=slots)


@dataclass(frozen=True, slots=True)
class NewKeys:
    """What will be a safe's keys: drawn, and written nowhere yet."""

    safe_id: bytes
    key: bytes = field(repr=False)
    slots: tuple[Slot, ...]


def encode(keys: KeyFile, key: bytes) -> bytes:
    """Return the bytes of a key file, proved by the safe's key."""
    content = _HEADER.pack(
        MAGIC, VERSION, 0, keys.safe_id, keys.generation, len(keys.slots), SLOT_BYTES
    )
    content += b"".join(slot.encode() for slot in keys.slots)
    content += hashlib.sha256(content).digest()
    return content + _mac(content, key)


def decode_keys(data: bytes) -> KeyFile:
    """Read a key file; nothing is derived, and nothing proves yet who wrote it.

    Raises:
        KeysDamaged: cut or changed by accident (its plain SHA-256 does not match).
        SafeNewer: a version that this program does not know.
        KdfRefused: slots or parameters that no honest safe has.
    """
    content, digest = data[: -2 * _DIGEST], data[-2 * _DIGEST : -_DIGEST]
    if not content.startswith(MAGIC) or hashlib.sha256(content).digest() != digest:
        raise KeysDamaged
    version = int.from_bytes(content[len(MAGIC) : len(MAGIC) + 2], "little")
    if version > VERSION:
        raise SafeNewer
    if len(content) < _HEADER.size:
        raise KdfRefused
    _, version, flags, safe_id, generation, count, slot_bytes = _HEADER.unpack_from(content)
    body = content[_HEADER.size :]
    if version != VERSION or flags or slot_bytes != SLOT_BYTES or not 1 <= count <= SLOT_LIMIT:
        raise KdfRefused
    if len(body) != count * SLOT_BYTES or generation not in _GENERATIONS:
        raise KdfRefused
    slots = tuple(decode(body[i : i + SLOT_BYTES]) for i in range(0, len(body), SLOT_BYTES))
    if len({slot.id for slot in slots}) != count:
        raise KdfRefused
    return KeyFile(safe_id, generation, slots)


def is_authentic(data: bytes, key: bytes) -> bool:
    """Tell whether the holder of this key wrote every byte of this key file."""
    return hmac.compare_digest(_mac(data[:-_DIGEST], key), data[-_DIGEST:])


def _mac(content: bytes, key: bytes) -> bytes:
    return hmac.digest(sub_key(key, _MAC_LABEL), content, "sha256")
