"""What was typed or held, as the secrets of slots (FORMAT.md § 3)."""

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.safe.reader import regular
from tests.safe.reader.verdict import RefusedError

PHRASE, WORDS, KEY_FILE = 1, 2, 4
_STICK = b"\x89PLOPEN\n"


@dataclass(frozen=True)
class Secret:
    """Which kinds of slots to try, in which order, with what; and what is said when none opens.

    ``of_safe``: the safe that a file on a stick is of.
    """

    tried: list[tuple[int, bytes]]
    refused: str
    of_safe: bytes | None = None


def held(kind: int, secret: bytes) -> Secret:
    """32 bytes of a keyring (kind 3)."""
    return Secret([(kind, secret)], "keyring-unavailable")


def on_stick(path: Path) -> Secret:
    """The file on a USB stick."""
    raw = regular.read(path)
    if raw is None or raw[:8] != _STICK or sha256(raw[:-32]).digest() != raw[-32:]:
        raise RefusedError("stick-key-damaged" if os.path.lexists(path) else "stick-key-missing")
    version = int.from_bytes(raw[8:10], "little")
    if version > 1:
        raise RefusedError("safe-newer")
    if version < 1 or raw[10:12] != b"\0\0" or len(raw) != 112:
        raise RefusedError("stick-key-damaged")
    return Secret([(KEY_FILE, raw[48:80])], "slot-removed", of_safe=raw[16:32])


def typed(text: str, french: Sequence[str]) -> Secret:
    """A phrase, or recovery words."""
    phrase = unicodedata.normalize("NFC", text)
    tried = [(PHRASE, phrase.encode())] if len(phrase) <= 1024 else []
    found = [_word(part, french) for part in text.split()]
    known = [word for word in found if word is not None]
    if not 11 <= len(found) <= 13 or len(known) < 8:
        return Secret(tried, "wrong-passphrase")
    if len(found) != 12 or len(known) != 12:
        return Secret(tried, "words-unknown")
    return Secret([(WORDS, " ".join(known).encode()), *tried], "words-other-safe")


@cache
def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _word(typed: str, french: Sequence[str]) -> str | None:
    """The word of the list: its first four letters tell it, the others must be its own."""
    folded = _folded(typed)
    for word in french:
        if len(folded) >= 4 and _folded(word).startswith(folded):
            return unicodedata.normalize("NFC", word)
    return None
