"""Phrases are derived by the real Argon2id, at about the least cost that a key file may ask for.

At the cost that the program chooses, every third second of the suite would be spent deriving keys
that nobody attacks. ``tests/conftest.py`` installs this before a test module is read; a program
that a test starts keeps the real cost, and ``REAL`` is what the program ships with.
"""

from desktop_app.safe import kdf

REAL = kdf.FLOOR
LIGHT = kdf.Kdf(memory=20 * kdf.MIB, iterations=1, lanes=1)


def install() -> None:
    """Let every safe made by this process have light keys."""
    LIGHT.check()
    kdf.FLOOR = LIGHT
