"""The format of minisign, for the program (which verifies) and for whoever builds (who signs).

Ed25519 over the BLAKE2b-512 of the bytes: "prehashed", the only kind taken here, so that a large
file is read once. A second signature covers the first one and the trusted comment. Files made here
are read by ``minisign`` and the other way round (https://jedisct1.github.io/minisign/).

A comment of ours says what was signed: ``papier-libre program 0.2.0 2026-11-30``
(``Signed.comment``).
"""

import base64
import binascii
import datetime as dt
import hashlib
import hmac
import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.delivered.errors import (
    KeyLocked,
    KeyUnreadable,
    SignatureCommentWrong,
    SignatureLegacy,
    SignatureOfAnother,
    SignatureUnreadable,
    SignatureWrong,
)

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_ED25519, _PREHASHED = b"Ed", b"ED"
_SCRYPT, _PLAIN, _SUM = b"Sc", b"\0\0", b"B2"
_SECRET = struct.Struct("<2s2s2s32sQQ8s64s32s")  # two kinds, sum, salt, two limits; what is sealed
_SMALL = 4096  # characters of any of these files
_MEMORY_LIMIT = 1 << 30  # of scrypt, as minisign writes it
_SIGNED = re.compile(
    r"papier-libre (program|packs) ([a-z0-9][a-z0-9_-]{0,63} )?(\d{1,4}(?:\.\d{1,4}){0,3}) "
    r"(\d{4}-\d\d-\d\d)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Whom a signature is asked of.

    Attributes:
        id: eight bytes, by which a signature names its key; anyone can choose them.
        raw: the 32 bytes of Ed25519.
    """

    id: bytes
    raw: bytes

    @property
    def text(self) -> str:
        """Return the key as minisign writes it, on one line (``RW…``)."""
        return base64.b64encode(_ED25519 + self.id + self.raw).decode()

    def file(self) -> str:
        """Return the file ``….pub`` of this key."""
        name = self.id[::-1].hex().upper()
        return f"{_UNTRUSTED}minisign public key {name}\n{self.text}\n"


@dataclass(frozen=True, slots=True)
class SecretKey:
    """What signs. Never written by the program."""

    id: bytes
    seed: bytes

    @property
    def public(self) -> PublicKey:
        """Return the key that verifies what this one signs."""
        return PublicKey(self.id, _raw(self._key()))

    def _key(self) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed)

    def file(self) -> str:
        """Return the file ``….key``, without a password (as ``minisign -G -W``)."""
        pair = self.seed + self.public.raw
        data = _SECRET.pack(_ED25519, _PLAIN, _SUM, bytes(32), 0, 0, self.id, pair, bytes(32))
        return f"{_UNTRUSTED}minisign unencrypted secret key\n{base64.b64encode(data).decode()}\n"

    def sign(self, digest: bytes, comment: str) -> str:
        """Return the file ``….minisig`` of bytes whose BLAKE2b-512 is given.

        Args:
            digest: ``blake2b(data).digest()``, 64 bytes.
            comment: trusted, on one line; ``Signed.comment`` makes it.
        """
        key = self._key()
        signed = key.sign(digest)
        both = key.sign(signed + comment.encode())
        packed = base64.b64encode(_PREHASHED + self.id + signed).decode()
        return (
            f"{_UNTRUSTED}signature from minisign secret key\n{packed}\n"
            f"{_TRUSTED}{comment}\n{base64.b64encode(both).decode()}\n"
        )


@dataclass(frozen=True, slots=True)
class Signed:
    """What the trusted comment says: no older one is passed off as new, nor one for another.

    Attributes:
        kind: "program" or "packs".
        version: numbers, from the largest.
        made_on: the day.
        name: of the packs; empty for the program.
    """

    kind: str
    version: tuple[int, ...]
    made_on: dt.date
    name: str = ""

    @property
    def written_version(self) -> str:
        """Return the version as it is read: "0.2.0"."""
        return ".".join(map(str, self.version))

    @property
    def comment(self) -> str:
        """Return the trusted comment that says this."""
        name = f"{self.name} " if self.name else ""
        return f"papier-libre {self.kind} {name}{self.written_version} {self.made_on.isoformat()}"


def read_comment(comment: str) -> Signed:
    """Return what a trusted comment of ours says.

    Raises:
        SignatureUnreadable: it says something else.
    """
    found = _SIGNED.fullmatch(comment)
    if not found or (found[1] == "program") != (found[2] is None):
        raise SignatureUnreadable
    try:
        day = dt.date.fromisoformat(found[4])
    except ValueError as error:
        raise SignatureUnreadable from error
    return Signed(found[1], read_version(found[3]), day, (found[2] or "").strip())


def read_version(written: str) -> tuple[int, ...]:
    """Return "0.2.0" as numbers, to be compared.

    Raises:
        ValueError: it is not made of numbers.
    """
    return tuple(int(part) for part in written.split("."))


def blake2b(data: bytes) -> bytes:
    """Return what is signed of these bytes."""
    return hashlib.blake2b(data).digest()


def verify(signature: str, digest: bytes, keys: "tuple[PublicKey, ...]") -> tuple[PublicKey, str]:
    """Return which of these keys signed, and its trusted comment.

    Args:
        signature: the text of the file ``….minisig``.
        digest: BLAKE2b-512 of the very bytes that will be used.
        keys: those that are trusted for this.

    Raises:
        SignatureUnreadable, SignatureLegacy, SignatureOfAnother, SignatureWrong,
        SignatureCommentWrong.
    """
    kind, named, signed, comment, both = _read_signature(signature)
    if kind == _ED25519:
        raise SignatureLegacy
    if kind != _PREHASHED:
        raise SignatureUnreadable
    candidates = [key for key in keys if key.id == named]
    if not candidates:
        raise SignatureOfAnother
    # Two keys may bear one name: whoever makes a key chooses it.
    found = next((key for key in candidates if _holds(key, signed, digest)), None)
    if found is None:
        raise SignatureWrong
    if not _holds(found, both, signed + comment.encode()):
        raise SignatureCommentWrong
    return found, comment


def read_public_key(text: str) -> PublicKey:
    """Return the key of a file ``….pub``, or of its one line that matters.

    Raises:
        KeyUnreadable.
    """
    lines = text.splitlines() if len(text) <= _SMALL else []
    line = next((one for one in lines if one and not one.startswith(_UNTRUSTED)), "")
    try:
        data = _decoded(line, 42)
    except SignatureUnreadable as error:
        raise KeyUnreadable from error
    if data[:2] != _ED25519:
        raise KeyUnreadable
    return PublicKey(data[2:10], data[10:])


def read_secret_key(text: str, password: str = "") -> SecretKey:
    """Return the key of a file ``….key``.

    Raises:
        KeyUnreadable: not such a file.
        KeyLocked: it has a password, and this is not it.
    """
    lines = text.splitlines() if len(text) <= _SMALL else []
    try:
        line = next((one for one in lines if one and not one.startswith(_UNTRUSTED)), "")
        read = _SECRET.unpack(_decoded(line, _SECRET.size))
    except SignatureUnreadable as error:
        raise KeyUnreadable from error
    kind, locked, summed, salt, work, memory, *_ = read
    if kind != _ED25519 or summed != _SUM or locked not in (_SCRYPT, _PLAIN):
        raise KeyUnreadable
    sealed = b"".join(read[6:])
    if locked == _SCRYPT:
        sealed = _unlocked(sealed, password, salt, work, memory)
    name, pair, proof = sealed[:8], sealed[8:72], sealed[72:]
    if locked == _SCRYPT and not hmac.compare_digest(_sum(name, pair), proof):
        raise KeyLocked
    key = SecretKey(name, pair[:32])
    if key.public.raw != pair[32:]:  # a key without a password has no sum
        raise KeyUnreadable
    return key


def new_key() -> SecretKey:
    """Return a key that nobody has."""
    import secrets

    return SecretKey(secrets.token_bytes(8), secrets.token_bytes(32))


def _read_signature(text: str) -> tuple[bytes, bytes, bytes, str, bytes]:
    lines = text.split("\n") if len(text) <= _SMALL else []
    lines = [line.removesuffix("\r") for line in lines]
    if len(lines) == 5 and not lines[4]:
        lines.pop()
    if len(lines) != 4 or not lines[0].startswith(_UNTRUSTED) or not lines[2].startswith(_TRUSTED):
        raise SignatureUnreadable
    packed = _decoded(lines[1], 74)
    return (
        packed[:2],
        packed[2:10],
        packed[10:],
        lines[2].removeprefix(_TRUSTED),
        _decoded(lines[3], 64),
    )


def _decoded(line: str, length: int) -> bytes:
    try:
        data = base64.b64decode(line.encode("ascii"), validate=True)
    except (ValueError, binascii.Error) as error:
        raise SignatureUnreadable from error
    if len(data) != length:
        raise SignatureUnreadable
    return data


def _holds(key: PublicKey, signature: bytes, data: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key.raw).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _raw(key: "Ed25519PrivateKey") -> bytes:
    return key.public_key().public_bytes_raw()


def _sum(name: bytes, pair: bytes) -> bytes:
    return hashlib.blake2b(_ED25519 + name + pair, digest_size=32).digest()


def _unlocked(sealed: bytes, password: str, salt: bytes, work: int, memory: int) -> bytes:
    """Return what minisign's password seals; its limits are read as libsodium reads them.

    Source: ``pickparams`` of libsodium's ``pwhash_scryptsalsa208sha256.c``.
    """
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    work = max(work, 32768)
    if not password or memory > _MEMORY_LIMIT or work > 1 << 26:
        raise KeyLocked
    block = 8
    small = work < memory // 32
    most = work // (block * 4) if small else memory // (block * 128)
    power = next(n for n in range(1, 63) if 1 << n > most // 2)
    lanes = 1 if small else max(1, min((work // 4) >> power, 0x3FFFFFFF) // block)
    try:
        stream = Scrypt(salt=salt, length=len(sealed), n=1 << power, r=block, p=lanes).derive(
            password.encode()
        )
    except (MemoryError, ValueError) as error:
        raise KeyLocked from error
    return bytes(one ^ other for one, other in zip(sealed, stream, strict=True))
