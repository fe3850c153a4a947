"""Text as it is compared: people leave out accents and capitals, and write œ as oe; its letters."""

import re
import unicodedata

_JOINED = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
_ACCENTS = re.compile("[\u0300-\u036f]+")


def folded(text: str) -> str:
    """Return a text without accents and capitals, joined letters opened; its spaces stay."""
    return text.lower() if text.isascii() else without_accents(text.casefold())


def without_accents(text: str) -> str:
    """Take the accents off, and open œ and æ; capitals stay."""
    if text.isascii():
        return text
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", joined_letters_opened(text)))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def joined_letters_opened(text: str) -> str:
    """Write œ as oe and æ as ae: what people type, and what no normal form of Unicode does."""
    return text.translate(_JOINED)


def is_latin(text: str) -> bool:
    """Tell whether every letter is a Latin one, which post machines and offices can read."""
    return all(
        unicodedata.name(c, "").startswith("LATIN") for c in text if c.isalpha() and c not in "ªº"
    )
