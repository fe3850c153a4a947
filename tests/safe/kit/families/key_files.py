"""The key file changed: by accident (its plain digest is wrong), or on purpose."""

from collections.abc import Iterator

from tests.safe.kit.bases import BENOIT, CLAIRE, FIRST, HELD, KEY_B, WORDS, base, keys_of_a
from tests.safe.kit.case import Case, Files, safe
from tests.safe.kit.keyfiles import OWN_KEYS, SLOT_BYTES, edited, in_slot, sealed, slots_of

_LAST = 3  # Claire's slot: the first one, which opens, is left alone
_SIZE = len(OWN_KEYS)


def both(keys: bytes) -> Files:
    """Both copies are this one."""
    return safe(keys=keys, keys_2=keys)


def cases() -> Iterator[Case]:
    yield from _by_accident()
    yield from _on_purpose()
    yield from _by_who_has_the_key()


def _by_accident() -> Iterator[Case]:
    for name, at in (
        ("magic", 0),
        ("version", 8),
        ("flags", 10),
        ("safe-id", 12),
        ("generation", 28),
        ("count", 36),
        ("slot-size", 38),
        ("kind", 42),
        ("memory", 60),
        ("salt", 75),
        ("nonce", 90),
        ("sealed-key", 120),
        ("tag", 147),
        ("last-slot", _SIZE - 70),
        ("digest", _SIZE - 64),
    ):
        flipped = OWN_KEYS[:at] + bytes((OWN_KEYS[at] ^ 1,)) + OWN_KEYS[at + 1 :]
        why = f"one bit of both copies: {name}; damage is never a wrong phrase, nor a newer safe"
        yield Case(f"keys/bit-{name}", why, "keys-damaged", both(flipped))
    proof = OWN_KEYS[:-1] + bytes((OWN_KEYS[-1] ^ 1,))
    yield Case(
        "keys/bit-proof",
        "one bit of the HMAC, which the SHA-256 does not cover: the "
        "phrase "
        "is right, so the file is damaged",
        "keys-damaged",
        both(proof),
    )
    yield Case(
        "keys/bit-proof-wrong-phrase",
        "the same, and a wrong phrase: that alone is known",
        "wrong-passphrase",
        both(proof),
        typed="une autre",
    )
    for size in (0, 8, 40, _SIZE // 2, _SIZE - SLOT_BYTES, _SIZE - 64, _SIZE - 32, _SIZE - 1):
        yield Case(
            f"keys/cut-{size}",
            f"cut after {size} of {_SIZE} bytes",
            "keys-damaged",
            both(OWN_KEYS[:size]),
        )
    yield Case(
        "keys/longer",
        "one byte after the end: the digests are no longer there",
        "keys-damaged",
        both(OWN_KEYS + b"\0"),
    )
    yield Case("keys/zeros", "zeros, as a disk leaves them", "keys-damaged", both(bytes(_SIZE)))
    yield Case("keys/70000", "longer than any key file", "keys-damaged", both(bytes(70_000)))
    yield Case(
        "keys/other-magic",
        "a sealed backup's magic, digest right",
        "keys-damaged",
        both(edited(0, b"\x89PLBACK\n")),
    )


def _on_purpose() -> Iterator[Case]:
    for name, keys, why in (
        ("generation-lower", edited(28, b"\4"), "its generation"),
        ("generation-higher", edited(28, b"\7"), "its generation"),
        ("slot-id", in_slot(_LAST, 4, bytes(16)), "the id of another slot"),
        ("memory-lowered", in_slot(_LAST, 21, b"\x4d"), "another slot's memory"),
        ("passes", in_slot(_LAST, 24, b"\2"), "another slot's passes"),
        ("salt", in_slot(_LAST, 32, b"\0"), "another slot's salt"),
        ("sealed", in_slot(_LAST, 60, b"\0"), "another slot's sealed key"),
        ("kind", in_slot(1, 2, b"\1"), "the words' slot is made a phrase's"),
        ("slot-dropped", _shaped(slots_of(OWN_KEYS)[:-1]), "the last slot is dropped"),
        ("slots-reordered", _shaped(slots_of(OWN_KEYS)[::-1]), "the slots in another order"),
        (
            "slot-spliced",
            _shaped([*slots_of(OWN_KEYS), slots_of(base("b").keys)[0]]),
            "a slot of another safe is added",
        ),
        (
            "former-slot-back",
            _shaped([*slots_of(OWN_KEYS), slots_of(keys_of_a(4))[3]]),
            "the slot of who left is put back",
        ),
    ):
        told = f"its plain digest made anew: {why}. The phrase is right, the HMAC is not"
        yield Case(f"keys/edited-{name}", told, "keys-damaged", both(keys))
    back = _shaped([*slots_of(OWN_KEYS), slots_of(keys_of_a(4))[3]])
    yield Case(
        "keys/edited-former-slot-used",
        "the same, and the phrase of who left: her slot opens, and proves that the file was edited",
        "keys-damaged",
        both(back),
        typed=BENOIT,
    )
    for name, keys in (
        ("safe-id", edited(12, b"\xff" * 16)),
        ("own-memory", in_slot(0, 21, b"\x4d")),
        ("own-nonce", in_slot(0, 48, b"\0")),
        ("own-id", in_slot(0, 4, bytes(15))),
    ):
        why = (
            "what the phrase opens was changed, its digest made anew: nobody without the key can "
            "tell this from a wrong phrase"
        )
        yield Case(f"keys/edited-{name}", why, "wrong-passphrase", both(keys))
    yield Case(
        "keys/edited-own-but-words",
        "the same, opened by the words: their slot proves that the file was edited",
        "keys-damaged",
        both(in_slot(0, 48, b"\0")),
        typed=WORDS,
    )


def _by_who_has_the_key() -> Iterator[Case]:
    """Whoever once opened the safe can write a key file whose every digest is right."""
    old, former = keys_of_a(4), keys_of_a(1)
    yield Case(
        "keys/older",
        "an older key file put back, both copies: the slot is still on the list",
        "safe-older",
        both(old),
    )
    yield Case(
        "keys/older-words",
        "of the first generation, by the words, which never changed",
        "safe-older",
        both(former),
        typed=WORDS,
    )
    yield Case(
        "keys/older-who-left",
        "the same, and the phrase of who left: her slot is on no list",
        "slot-removed",
        both(old),
        typed=BENOIT,
    )
    yield Case(
        "keys/older-former-phrase",
        "of the first generation, and the phrase of that time",
        "slot-removed",
        both(former),
        typed=FIRST,
    )
    again = sealed([*slots_of(OWN_KEYS), slots_of(old)[3]])
    yield Case(
        "keys/slot-removed",
        "the slot of who left in a key file of the present generation",
        "slot-removed",
        both(again),
        typed=BENOIT,
    )
    yield Case(
        "keys/slot-removed-other", "the same file, opened by who is on the list", "ok", both(again)
    )
    newer = sealed([*slots_of(OWN_KEYS), slots_of(old)[3]], generation=6)
    yield Case(
        "keys/slot-removed-newer",
        "the same in a file newer than the database, as a change "
        "cut in the middle leaves it: it opens, and every member is warned",
        "ok",
        both(newer),
        typed=BENOIT,
        said=("keys-unknown-accepted",),
    )
    yield Case(
        "keys/newer-all-named",
        "newer than the database, every slot on the list: a removal that was cut",
        "ok",
        both(sealed(slots_of(OWN_KEYS), generation=6)),
        said=("keys-change-cut",),
    )
    nobody = sealed([slots_of(former)[0]])
    yield Case(
        "keys/names-nobody",
        "no slot of the file is on the list, the generation is the "
        "present one: else nobody could open; every member is warned",
        "ok",
        both(nobody),
        typed=FIRST,
        said=("keys-listed",),
    )
    lower = sealed([slots_of(former)[0]], generation=1)
    yield Case(
        "keys/names-nobody-older",
        "the same, older than the database",
        "slot-removed",
        both(lower),
        typed=FIRST,
    )
    alone = sealed([slots_of(OWN_KEYS)[2]])
    yield Case(
        "keys/keyring-alone", "no slot but a keyring's", "ok", both(alone), typed="", held=(3, HELD)
    )
    yield Case(
        "keys/keyring-alone-phrase",
        "the same, and a phrase: no slot can be its own",
        "wrong-passphrase",
        both(alone),
    )
    other = sealed(slots_of(OWN_KEYS), key=KEY_B)
    yield Case(
        "keys/proof-of-other-key",
        "the HMAC is of another safe's key",
        "keys-damaged",
        both(other),
        typed=CLAIRE,
    )
    for name, number in (("zero", 0), ("beyond", (1 << 63)), ("greatest", (1 << 64) - 1)):
        keys = sealed(slots_of(OWN_KEYS), generation=number)
        yield Case(
            f"keys/generation-{name}",
            f"generation {number}: not 1 to 2^62",
            "kdf-refused",
            both(keys),
        )


def _shaped(slots: list[bytes]) -> bytes:
    """The file with these slots: its plain digest right, its proof the former one."""
    return sealed(slots)[:-32] + OWN_KEYS[-32:]
