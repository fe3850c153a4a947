"""Key files: slots, digests, and which copy is the truth (FORMAT.md § 2 and § 3)."""

import hmac
import struct
from dataclasses import dataclass
from hashlib import sha256

from tests.safe.reader.aes import hkdf, open_gcm
from tests.safe.reader.argon2id import argon2id
from tests.safe.reader.verdict import RefusedError

MAGIC = b"\x89PLKEYS\n"
_HEAD, _SLOT = 40, 108
KINDS = {1: 1, 2: 1, 3: 0, 4: 0}  # kind of slot: its derivation


@dataclass(frozen=True)
class Slot:
    """Header (60 bytes) and the sealed key (48)."""

    raw: bytes

    @property
    def kind(self) -> int:
        """1 phrase, 2 recovery words, 3 keyring, 4 key file."""
        return self.raw[2]

    @property
    def id(self) -> bytes:
        """Its name in the table ``helper``."""
        return self.raw[4:20]

    def check(self) -> None:
        """The limits of § 3, before any derivation."""
        size, kind, derivation = struct.unpack_from("<HBB", self.raw)
        numbers = struct.unpack_from("<3I", self.raw, 20)
        if size != _SLOT or KINDS.get(kind) != derivation:
            raise RefusedError("kdf-refused")
        limits = ((19_456, 1_048_576), (1, 20), (1, 16)) if derivation else ((0, 0),) * 3
        for number, (low, high) in zip(numbers, limits, strict=True):
            if not low <= number <= high:
                raise RefusedError("kdf-refused")

    def open(self, secret: bytes, safe_id: bytes) -> bytes | None:
        """The safe key; None: another secret."""
        memory, passes, lanes = struct.unpack_from("<3I", self.raw, 20)
        salt, nonce = self.raw[32:48], self.raw[48:60]
        if self.raw[3]:
            key = argon2id(secret, salt, memory, passes, lanes)
        else:
            key = hkdf(secret, salt, b"papier-libre/slot-key/1")
        beside = b"papier-libre/slot/1\0" + safe_id + self.raw[:60]
        return open_gcm(key, nonce, self.raw[60:], beside)


@dataclass(frozen=True)
class KeyFile:
    """One copy, right by its SHA-256 and its structure."""

    raw: bytes

    @property
    def safe_id(self) -> bytes:
        """The safe that it opens."""
        return self.raw[12:28]

    @property
    def generation(self) -> int:
        """One more at each change."""
        return int.from_bytes(self.raw[28:36], "little")

    @property
    def slots(self) -> list[Slot]:
        """In the order of the file."""
        count = int.from_bytes(self.raw[36:38], "little")
        return [Slot(self.raw[_HEAD + _SLOT * i :][:_SLOT]) for i in range(count)]

    def is_authentic(self, key: bytes) -> bool:
        """Whether its HMAC is that of the safe key."""
        mac = hmac.digest(sub_key(key, "papier-libre/keys-mac/1"), self.raw[:-32], "sha256")
        return hmac.compare_digest(mac, self.raw[-32:])


@dataclass(frozen=True)
class Opened:
    """The safe key, the key file that is the truth, and the slot that opened it."""

    key: bytes
    keys: KeyFile
    slot: Slot


def sub_key(key: bytes, label: str) -> bytes:
    """§ 2."""
    return hkdf(key, b"", label.encode("ascii"))


def parse(raw: bytes | None) -> KeyFile:
    """One copy: damaged, newer and refused are told apart, in this order."""
    if (
        raw is None
        or len(raw) < 74
        or raw[:8] != MAGIC
        or sha256(raw[:-64]).digest() != raw[-64:-32]
    ):
        raise RefusedError("keys-damaged")
    version, flags = struct.unpack_from("<2H", raw, 8)
    if version > 1:
        raise RefusedError("safe-newer")
    if version < 1 or flags or len(raw) < 104 or not 1 <= KeyFile(raw).generation < 1 << 62:
        raise RefusedError("kdf-refused")
    count, size = struct.unpack_from("<2H", raw, 36)
    if not 1 <= count <= 16 or size != _SLOT or len(raw) != _HEAD + _SLOT * count + 64:
        raise RefusedError("kdf-refused")
    file = KeyFile(raw)
    for slot in file.slots:
        slot.check()
    if len({slot.id for slot in file.slots}) != count:
        raise RefusedError("kdf-refused")
    return file


def copies(raws: list[bytes | None]) -> list[KeyFile]:
    """Every copy that may be tried; when there is none, what is wrong with them."""
    read, wrong = [], []
    for raw in raws:
        try:
            read.append(parse(raw))
        except RefusedError as error:
            wrong.append(error.code)
    if "safe-newer" in wrong:  # even beside a copy that is right
        raise RefusedError("safe-newer")
    if not read:
        raise RefusedError("kdf-refused" if "kdf-refused" in wrong else "keys-damaged")
    return read


def unlock(files: list[KeyFile], tried: list[tuple[int, bytes]], refused: str) -> Opened:
    """The first slot that opens, in the order of § 3; ``refused``: what is said when none does."""
    edited = False
    newest_first = sorted(files, key=lambda file: -file.generation)
    for kind, secret in tried:
        for file in newest_first:
            for slot in file.slots:
                key = slot.open(secret, file.safe_id) if slot.kind == kind else None
                if key is None:
                    continue
                true = _truth(files, key)
                if true is None:
                    edited = True
                elif slot.raw in [other.raw for other in true.slots]:
                    return Opened(key, true, slot)
    raise RefusedError("keys-damaged" if edited else refused)


def _truth(files: list[KeyFile], key: bytes) -> KeyFile | None:
    authentic = [file for file in files if file.is_authentic(key)]
    return max(authentic, key=lambda file: file.generation, default=None)
