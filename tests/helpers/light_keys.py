"""Phrases are derived by the real Argon2id, at about the least cost that a key file may ask for.

At the cost that the program chooses, every third second of the suite would be spent deriving keys
that nobody attacks. ``tests/conftest.py`` installs this before a test module is read; a program
that a test starts keeps the real cost, and ``REAL`` is what the program ships with.
"""

import hashlib
from collections.abc import Callable

from desktop_app.safe import kdf

Derive = Callable[[bytes, bytes, kdf.Kdf], bytes]

REAL = kdf.FLOOR
LIGHT = kdf.Kdf(memory=20 * kdf.MIB, iterations=1, lanes=1)


def install() -> None:
    """Let every safe made by this process have light keys, each derived once."""
    LIGHT.check()
    kdf.FLOOR = LIGHT
    from desktop_app.safe import short_codes, slots  # they read the floor as they are read

    slots.derive = short_codes.derive = once(kdf.derive)


def once(derive: Derive) -> Derive:
    """Return `derive`, which works once for the same phrase, salt and cost.

    What was asked is kept as its digest: a phrase stays nowhere because of this.
    """
    made: dict[bytes, bytes] = {}

    def derived(secret: bytes, salt: bytes, cost: kdf.Kdf) -> bytes:
        asked = hashlib.sha256(b"%d " % len(salt) + salt + repr(cost).encode() + secret).digest()
        if asked not in made:
            made[asked] = derive(secret, salt, cost)
        return made[asked]

    return derived
