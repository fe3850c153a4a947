"""Which characters our fonts cannot draw; read only when typst has refused a text."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from desktop_app.core.spaces import NARROW, NBSP
from desktop_app.datafiles import font_folders

# Cc and Cf draw nothing (tab, joiners, direction marks); the rest must have a shape
_LONG_WORD = re.compile(r"[^\s\u200b]{30}(?=[^\s\u200b]{10})")
_NUMBER = re.compile(rf"(?<!\u2066)\+?\d(?:[\d{NBSP} .,:/-]*\d)?")
_NOT_ON_PAPER = {"Cc", "Cs", "Co"}
_SHAPELESS = {"Cc", "Cf", "Zl", "Zp"}


@cache
def _drawn() -> frozenset[int]:
    from desktop_app.pdf.library import TTFontFile

    codes: set[int] = set()
    for folder in font_folders():
        for path in sorted(folder.glob("*.ttf")):
            codes |= set(TTFontFile(str(path)).charToGlyph)
    return frozenset(codes)


def missing_glyphs(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters that no font draws, each once, in the order they are met."""
    drawn = _drawn()
    found: dict[str, None] = {}
    for text in texts:
        for character in text:
            if ord(character) not in drawn and unicodedata.category(character) not in _SHAPELESS:
                found[character] = None
    return tuple(found)


def printable(text: str) -> str:
    """Return the text as it can be drawn.

    Control characters and byte order marks, which PDF/A refuses, are dropped; line breaks stay, a
    tab becomes a space. Joiners and direction marks stay: scripts need them. Our first font has no
    narrow no-break space: the no-break space takes its place, since another font's would cut the
    line in three pieces and a reader would then find an ordinary space there. Among letters written
    from right to left, each number is isolated, or a telephone would be printed by its end first.
    A word longer than a line may break, or its end would be printed off the page.
    """
    written = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    written = written.replace(NARROW, NBSP)
    used = set(written)  # a page has a hundred characters, and thousands of letters
    refused = {c for c in used if c != "\n" and _refused(c)}
    kept = written.translate(dict.fromkeys(map(ord, refused))) if refused else written
    kept = _LONG_WORD.sub("\\g<0>\u200b", kept)
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in used - refused):
        return _NUMBER.sub("\u2066\\g<0>\u2069", kept)
    return kept


def _refused(character: str) -> bool:
    return character in "\ufeff\ufffe\uffff" or unicodedata.category(character) in _NOT_ON_PAPER
