"""The key file of ``FORMAT.md``, written again from that page alone: no module of ours.

``python tests/safe/vectors.py`` computes ``tests/data/safe/vectors.json``; the tests check that our
code makes the same bytes. ``open_key_file`` finds a safe's key from a phrase.
"""

import hashlib
import hmac
import json
import struct
import sys
import unicodedata
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SAMPLES = Path(__file__).parents[1] / "data" / "safe"


def hkdf(key: bytes, salt: bytes | None, label: str) -> bytes:
    return HKDF(SHA256(), 32, salt, label.encode()).derive(key)


def slot_key(slot: dict[str, Any]) -> bytes:
    secret, salt = bytes.fromhex(slot["secret"]), bytes.fromhex(slot["salt"])
    if slot["kind"] in (3, 4):
        return hkdf(secret, salt, "papier-libre/slot-key/1")
    return Argon2id(
        salt=salt,
        length=32,
        iterations=slot["iterations"],
        lanes=slot["lanes"],
        memory_cost=slot["memory"],
    ).derive(secret)


def slot_bytes(slot: dict[str, Any], key: bytes, safe_id: bytes) -> bytes:
    derivation = 1 if slot["kind"] in (1, 2) else 0
    numbers = struct.pack("<III", slot["memory"], slot["iterations"], slot["lanes"])
    header = struct.pack("<HBB", 108, slot["kind"], derivation) + bytes.fromhex(slot["id"])
    header += numbers + bytes.fromhex(slot["salt"]) + bytes.fromhex(slot["nonce"])
    associated = b"papier-libre/slot/1\0" + safe_id + header
    return header + AESGCM(slot_key(slot)).encrypt(bytes.fromhex(slot["nonce"]), key, associated)


def key_file(case: dict[str, Any]) -> bytes:
    key, safe_id = bytes.fromhex(case["key"]), bytes.fromhex(case["safe_id"])
    data = bytes.fromhex("89504c4b4559530a") + struct.pack("<HH", 1, 0) + safe_id
    data += struct.pack("<QHH", case["generation"], len(case["slots"]), 108)
    data += b"".join(slot_bytes(slot, key, safe_id) for slot in case["slots"])
    data += hashlib.sha256(data).digest()
    return data + hmac.digest(hkdf(key, None, "papier-libre/keys-mac/1"), data, "sha256")


def stick_file(slot: dict[str, Any], safe_id: str) -> bytes:
    """Return the file on a stick that opens a slot of kind 4."""
    data = bytes.fromhex("89504c4f50454e0a") + struct.pack("<HHI", 1, 0, 0)
    data += bytes.fromhex(safe_id + slot["id"] + slot["secret"])
    return data + hashlib.sha256(data).digest()


def open_key_file(data: bytes, phrase: str) -> bytes | None:
    """Return the safe's key, by its first slot that this phrase opens."""
    safe_id, count = data[12:28], int.from_bytes(data[36:38], "little")
    for start in range(40, 40 + 108 * count, 108):
        slot = data[start : start + 108]
        memory, iterations, lanes = struct.unpack("<III", slot[20:32])
        if slot[2] != 1:
            continue
        derived = Argon2id(
            salt=slot[32:48], length=32, iterations=iterations, lanes=lanes, memory_cost=memory
        ).derive(unicodedata.normalize("NFC", phrase).encode())
        try:
            associated = b"papier-libre/slot/1\0" + safe_id + slot[:60]
            return AESGCM(derived).decrypt(slot[48:60], slot[60:], associated)
        except Exception:
            continue
    return None


def counted(start: int, length: int) -> str:
    return bytes((start + n) % 256 for n in range(length)).hex()


def one_slot(kind: int, secret: bytes, start: int, numbers: tuple[int, int, int]) -> dict[str, Any]:
    memory, iterations, lanes = numbers
    return {
        "kind": kind,
        "secret": secret.hex(),
        "memory": memory,
        "iterations": iterations,
        "lanes": lanes,
        "id": counted(start, 16),
        "salt": counted(start + 50, 16),
        "nonce": counted(start + 100, 12),
    }


def cases() -> list[dict[str, Any]]:
    phrase = "Élan vital, 3 clés 🔑 ".encode()
    words = " ".join(["abaisser"] * 11 + ["académie"]).encode()
    floor, lightest = (65536, 3, 4), (19456, 1, 1)
    every = [
        one_slot(1, phrase, 1, floor),
        one_slot(2, words, 2, lightest),
        one_slot(3, bytes(range(32)), 3, (0, 0, 0)),
        one_slot(4, bytes(range(32, 64)), 4, (0, 0, 0)),
    ]
    many = [one_slot(4, bytes([n] * 32), n, (0, 0, 0)) for n in range(16)]
    return [
        {"key": counted(7, 32), "safe_id": counted(9, 16), "generation": 1, "slots": every[:1]},
        {"key": counted(8, 32), "safe_id": counted(3, 16), "generation": 258, "slots": every},
        {"key": "ff" * 32, "safe_id": "00" * 16, "generation": 2**62 - 1, "slots": many},
    ]


def main() -> int:
    found = [
        {
            **case,
            "file": key_file(case).hex(),
            "sticks": [
                stick_file(slot, case["safe_id"]).hex()
                for slot in case["slots"]
                if slot["kind"] == 4
            ],
        }
        for case in cases()
    ]
    (SAMPLES / "vectors.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
