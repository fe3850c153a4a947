"""Key files, byte by byte."""

import hashlib
import hmac
import struct

from desktop_app.safe.slots import SLOT_BYTES, Kind, hkdf, sub_key
from tests.safe.kit.bases import ID_A, KEY_A, SMALLEST, keys_of_a

HEAD = 40
OWN_KEYS = keys_of_a(5)


def slots_of(file: bytes) -> list[bytes]:
    """The slots of a key file."""
    return [file[at : at + SLOT_BYTES] for at in range(HEAD, len(file) - 64, SLOT_BYTES)]


def digest_again(file: bytes) -> bytes:
    """The same with the plain digest of what it says now; its proof is left as it was."""
    content = file[:-64]
    return content + hashlib.sha256(content).digest() + file[-32:]


def edited(at: int, value: bytes, file: bytes = OWN_KEYS) -> bytes:
    """The file with other bytes in one place, and its plain digest made anew."""
    return digest_again(file[:at] + value + file[at + len(value) :])


def in_slot(number: int, at: int, value: bytes, file: bytes = OWN_KEYS) -> bytes:
    """The same, at a place of one slot."""
    return edited(HEAD + SLOT_BYTES * number + at, value, file)


def sealed(
    slots: list[bytes],
    *,
    generation: int = 5,
    key: bytes = KEY_A,
    safe_id: bytes = ID_A,
    version: int = 1,
) -> bytes:
    """A key file as the holder of the key would write it: every digest is right."""
    head = struct.pack(
        "<8sHH16sQHH", b"\x89PLKEYS\n", version, 0, safe_id, generation, len(slots), SLOT_BYTES
    )
    content = head + b"".join(slots)
    content += hashlib.sha256(content).digest()
    return content + hmac.digest(sub_key(key, b"papier-libre/keys-mac/1"), content, "sha256")


def slot(
    kind: Kind, secret: bytes, label: str, *, key: bytes = KEY_A, safe_id: bytes = ID_A
) -> bytes:
    """A slot of the smallest derivation, its random bytes drawn from a label."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from desktop_app.safe.kdf import derive

    drawn = hashlib.sha512(label.encode()).digest()
    numbers = (SMALLEST.memory, 1, 1) if kind.derived else (0, 0, 0)
    head = struct.pack(
        "<HBB16sIII16s12s", SLOT_BYTES, kind, 1 if kind.derived else 0,
        drawn[:16], *numbers, drawn[16:32], drawn[32:44],
    )  # fmt: skip
    if kind.derived:
        own = derive(secret, drawn[16:32], SMALLEST)
    else:
        own = hkdf(secret, drawn[16:32], b"papier-libre/slot-key/1")
    return head + AESGCM(own).encrypt(drawn[32:44], key, b"papier-libre/slot/1\0" + safe_id + head)
