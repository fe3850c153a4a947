"""A slot: the safe's key wrapped by what one person knows or holds. Bytes in ``FORMAT.md`` § 3."""

import hashlib
import hmac
import secrets
import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from desktop_app.safe.errors import KdfRefused
from desktop_app.safe.kdf import KEY_BYTES, SALT_BYTES, Kdf, derive

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ID_BYTES = 16
NONCE_BYTES = 12
WRAPPED_BYTES = KEY_BYTES + 16  # AES-GCM's tag
_HEADER = struct.Struct("<HBB16sIII16s12s")
SLOT_BYTES = _HEADER.size + WRAPPED_BYTES
_AAD = b"papier-libre/slot/1\0"
_KEK = b"papier-libre/slot-key/1"
_OWN = b"papier-libre/helper-own/1"


class Kind(IntEnum):
    """What opens a slot."""

    PASSPHRASE = 1
    WORDS = 2
    KEYRING = 3
    KEY_FILE = 4

    @property
    def derived(self) -> bool:
        """Tell whether the secret can be guessed, and so goes through Argon2id."""
        return self in (Kind.PASSPHRASE, Kind.WORDS)


KIND_NAMES = {
    Kind.PASSPHRASE: "passphrase",
    Kind.WORDS: "recovery-words",
    Kind.KEYRING: "keyring",
    Kind.KEY_FILE: "key-file",
}
_NO_KDF = Kdf(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot, as it lies in the key file."""

    kind: Kind
    id: bytes
    kdf: Kdf
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def header(self) -> bytes:
        """Return everything but the wrapped key: the associated data of the wrapping."""
        return _HEADER.pack(
            SLOT_BYTES,
            self.kind,
            1 if self.kind.derived else 0,
            self.id,
            self.kdf.memory,
            self.kdf.iterations,
            self.kdf.lanes,
            self.salt,
            self.nonce,
        )

    def encode(self) -> bytes:
        return self.header() + self.wrapped


def decode(data: bytes) -> Slot:
    """Read one slot of exactly SLOT_BYTES.

    Raises:
        KdfRefused: unknown kind, or parameters that no honest safe asks for.
    """
    length, kind, kdf_kind, id_, memory, iterations, lanes, salt, nonce = _HEADER.unpack_from(data)
    if length != SLOT_BYTES or kind not in Kind.__members__.values():
        raise KdfRefused
    kdf = Kdf(memory, iterations, lanes)
    slot = Slot(Kind(kind), id_, kdf, salt, nonce, data[_HEADER.size : SLOT_BYTES])
    if kdf_kind != (1 if slot.kind.derived else 0):
        raise KdfRefused
    if slot.kind.derived:
        kdf.check()
    elif kdf != _NO_KDF:
        raise KdfRefused
    return slot


def wrap(
    kind: Kind, secret: bytes, key: bytes, safe_id: bytes, kdf: Kdf, *, id_: bytes = b""
) -> Slot:
    """Make a new slot: new salt, new nonce, and a new id where none is given."""
    slot = Slot(
        kind=kind,
        id=id_ or secrets.token_bytes(ID_BYTES),
        kdf=kdf if kind.derived else _NO_KDF,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=b"",
    )
    sealed = _cipher(slot, secret).encrypt(slot.nonce, key, _associated(slot, safe_id))
    return Slot(slot.kind, slot.id, slot.kdf, slot.salt, slot.nonce, sealed)


def unwrap(slot: Slot, secret: bytes, safe_id: bytes) -> bytes | None:
    """Return the safe's key, or None when this secret is not the slot's."""
    found = unwrap_both(slot, secret, safe_id)
    return found and found[0]


def unwrap_both(slot: Slot, secret: bytes, safe_id: bytes) -> tuple[bytes, bytes] | None:
    """Return the safe's key, and what this slot's secret alone gives (``own_secret.py``).

    None when this secret is not the slot's.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = _wrapping_key(slot, secret)
    try:
        key = AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, _associated(slot, safe_id))
    except InvalidTag:
        return None
    return key, hkdf(wrapping, b"", _OWN)


def own_of(slot: Slot, secret: bytes) -> bytes:
    """Return what the secret of a slot just made gives besides the safe's key."""
    return hkdf(_wrapping_key(slot, secret), b"", _OWN)


def sub_key(key: bytes, label: bytes) -> bytes:
    """Return 32 bytes for one use of the safe's key: HKDF-SHA256, no salt (RFC 5869)."""
    return hkdf(key, b"", label)


def hkdf(key: bytes, salt: bytes, label: bytes) -> bytes:
    """HKDF-SHA256 for an output of one block, with the standard library alone."""
    extracted = hmac.digest(salt or bytes(hashlib.sha256().digest_size), key, "sha256")
    return hmac.digest(extracted, label + b"\x01", "sha256")


def _cipher(slot: Slot, secret: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(_wrapping_key(slot, secret))


def _wrapping_key(slot: Slot, secret: bytes) -> bytes:
    if slot.kind.derived:
        return derive(secret, slot.salt, slot.kdf)
    return hkdf(secret, slot.salt, _KEK)


def _associated(slot: Slot, safe_id: bytes) -> bytes:
    return _AAD + safe_id + slot.header()
