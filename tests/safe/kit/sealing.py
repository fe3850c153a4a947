"""Backups as whoever has the key would make them: manifest, zip."""

import hashlib
import json
import struct
import zlib
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.safe.slots import sub_key
from tests.safe.kit.bases import ID_A, KEY_A, base

DB, KEYS = base("a4").db, base("a4").keys


def facts(db: bytes = DB, keys: bytes = KEYS, **changed: object) -> dict[str, object]:
    """What a manifest says."""
    files = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in (("safe.db", db), ("keys", keys))
    }
    plain = {
        "made_on": "2026-11-24",
        "saves": 15,
        "keys_generation": 5,
        "schema": 1,
        "files": files,
    }
    return {**plain, **changed}


def manifest(
    told: "dict[str, object] | bytes | None" = None,
    *,
    key: bytes = KEY_A,
    safe_id: bytes = ID_A,
    version: int = 1,
    reserved: bytes = bytes(6),
) -> bytes:
    """A sealed manifest; ``told``: its JSON, or the bytes in the place of it."""
    text = told if isinstance(told, bytes) else json.dumps(told or facts(), sort_keys=True).encode()
    nonce = hashlib.sha256(text).digest()[:12]
    head = b"\x89PLBACK\n" + struct.pack("<H", version) + reserved + safe_id + nonce
    return head + AESGCM(sub_key(key, b"papier-libre/backup-seal/1")).encrypt(nonce, text, head)


def members(db: bytes = DB, keys: bytes = KEYS, sealed: "bytes | None" = None) -> dict[str, bytes]:
    """The three members; the manifest is true of them unless one is given."""
    return {"safe.db": db, "keys": keys, "manifest": sealed or manifest(facts(db, keys))}


@dataclass(frozen=True)
class Member:
    """One member of a zip, and what its two heads say that is not so.

    ``local`` and ``central`` replace fields of one head, ``both`` of both.
    """

    name: str
    data: bytes
    both: "tuple[tuple[str, int], ...]" = ()
    local: "tuple[tuple[str, int], ...]" = ()
    central: "tuple[tuple[str, int], ...]" = ()
    local_name: str = ""
    extra: bytes = b""
    stored: "bytes | None" = None


def zipped(
    parts: "dict[str, bytes] | list[Member]",
    *,
    before: bytes = b"",
    gap: bytes = b"",
    comment: bytes = b"",
    **end: int,
) -> bytes:
    """A zip; ``gap`` lies before its directory, ``end`` replaces fields of its end."""
    if isinstance(parts, dict):
        parts = [Member(name, data) for name, data in parts.items()]
    body, directory = bytearray(before), bytearray()
    for part in parts:
        directory += _central(part, len(body))
        body += _local(part)
    body += gap
    fields = {
        "disk": 0, "first": 0, "here": len(parts), "count": len(parts), "size": len(directory),
        "start": len(body), "comment": len(comment), **end,
    }  # fmt: skip
    return bytes(body + directory) + struct.pack("<4s4H2IH", b"PK\5\6", *fields.values()) + comment


def _fields(part: Member) -> dict[str, int]:
    stored = part.data if part.stored is None else part.stored
    return {
        "needed": 20, "flags": 0, "method": 0, "time": 0, "date": 33,
        "crc": zlib.crc32(part.data), "packed": len(stored), "size": len(part.data),
    }  # fmt: skip


def _local(part: Member) -> bytes:
    fields = {**_fields(part), **dict(part.both), **dict(part.local)}
    name = (part.local_name or part.name).encode()
    stored = part.data if part.stored is None else part.stored
    head = struct.pack("<4s5H3I2H", b"PK\3\4", *fields.values(), len(name), len(part.extra))
    return head + name + part.extra + stored


def _central(part: Member, place: int) -> bytes:
    known = {**_fields(part), "mode": 0o100600, "place": place, "disk": 0}
    fields = {**known, **dict(part.both), **dict(part.central)}
    mode, place, disk = fields.pop("mode"), fields.pop("place"), fields.pop("disk")
    name = part.name.encode()
    return struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 0x314, *fields.values(), len(name), len(part.extra), 0, disk, 0,
        mode << 16, place,
    ) + name + part.extra  # fmt: skip
