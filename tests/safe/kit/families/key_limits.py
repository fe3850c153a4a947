"""Hostile numbers in a key file: refused before any derivation, in no time and no memory."""

import hashlib
import struct
from collections.abc import Iterator

from tests.safe.kit.case import Case
from tests.safe.kit.families.key_files import both
from tests.safe.kit.keyfiles import OWN_KEYS, edited, in_slot, sealed, slots_of


def _number(value: int) -> bytes:
    return struct.pack("<I", value)


def cases() -> Iterator[Case]:
    for name, keys, why in _refused():
        yield Case(f"limits/{name}", why, "kdf-refused", both(keys))
    yield Case(
        "limits/wrong-phrase-too",
        "the same whatever is typed",
        "kdf-refused",
        both(in_slot(0, 20, _number(1 << 26))),
        typed="n’importe quoi",
    )
    for version in (2, 0xFFFF):
        keys = edited(8, struct.pack("<H", version))
        yield Case(
            f"limits/version-{version}",
            "a later format: said before its slots are looked at",
            "safe-newer",
            both(keys),
        )
    head = OWN_KEYS[:8] + b"\2\0" + b"whatever a later version holds"
    yield Case(
        "limits/version-2-short",
        "a later format of another shape: magic, version and digests alone stay in place",
        "safe-newer",
        both(_ended(head)),
    )
    slots = slots_of(OWN_KEYS)
    most = [*slots, *(_other(slots[3], n) for n in range(12))]
    yield Case("limits/16-slots", "as many slots as there may be", "ok", both(sealed(most)))
    greatest = _slot(slots[3], _number(1_048_576) + _number(20) + _number(16))
    yield Case(
        "limits/greatest-not-tried",
        "a slot of the greatest derivation after the one that opens: allowed, and not tried",
        "ok",
        both(sealed([*slots[:3], greatest])),
    )


def _refused() -> Iterator[tuple[str, bytes, str]]:
    slots = slots_of(OWN_KEYS)
    for name, at, value, why in (
        ("memory-0", 20, 0, "no memory"),
        ("memory-19455", 20, 19_455, "one KiB under the floor"),
        ("memory-1048577", 20, 1_048_577, "one KiB over 1 GiB"),
        ("memory-64-GiB", 20, 1 << 26, "64 GiB"),
        ("memory-4-TiB", 20, 0xFFFFFFFF, "all that the field can say"),
        ("passes-0", 24, 0, "no pass"),
        ("passes-21", 24, 21, "one pass too many"),
        ("passes-1000000000", 24, 10**9, "years of passes"),
        ("lanes-0", 28, 0, "no lane"),
        ("lanes-17", 28, 17, "one lane too many"),
    ):
        yield name, in_slot(0, at, _number(value)), f"Argon2id of a slot: {why}"
    yield "memory-of-keyring", in_slot(2, 20, _number(19_456)), "HKDF has no memory"
    yield (
        "last-slot",
        in_slot(3, 24, _number(21)),
        "a slot that would not be tried is looked at too",
    )
    for kind in (0, 5, 255):
        yield f"kind-{kind}", in_slot(3, 2, bytes((kind,))), f"a kind of slot that is not, {kind}"
    yield "derivation-2", in_slot(0, 3, b"\2"), "a derivation that is not"
    yield "phrase-by-hkdf", in_slot(0, 3, b"\0"), "a phrase without Argon2id"
    yield "keyring-by-argon2id", in_slot(2, 3, b"\1"), "a keyring's slot with Argon2id"
    for size in (0, 107, 109, 0xFFFF):
        yield f"size-of-slot-{size}", in_slot(0, 0, struct.pack("<H", size)), "a slot's own size"
    for size in (0, 107, 0xFFFF):
        yield f"slot-size-{size}", edited(38, struct.pack("<H", size)), "the size of all slots"
    for count in (0, 3, 5, 17, 10_000):
        yield f"count-{count}", edited(36, struct.pack("<H", count)), f"{count} slots said, 4 there"
    most = [*slots, *(_other(slots[3], n) for n in range(13))]
    yield "17-slots", sealed(most), "17 slots, all there"
    yield "no-slot", sealed([]), "no slot at all"
    yield "slot-twice", sealed([*slots, slots[3]]), "one slot twice"
    yield (
        "id-twice",
        sealed([*slots[:3], slots[3][:4] + slots[0][4:20] + slots[3][20:]]),
        "two slots of one id",
    )
    yield "flags", edited(10, b"\1"), "a flag that this version does not have"
    yield "version-0", edited(8, b"\0"), "version 0 never was"
    yield "half-slot", _ended(OWN_KEYS[:-64][:-54]), "half a slot at the end"


def _ended(content: bytes) -> bytes:
    return content + hashlib.sha256(content).digest() + bytes(32)


def _slot(slot: bytes, numbers: bytes) -> bytes:
    return slot[:20] + numbers + slot[32:]


def _other(slot: bytes, number: int) -> bytes:
    return slot[:4] + hashlib.sha256(bytes((number,))).digest()[:16] + slot[20:]
