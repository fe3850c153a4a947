"""Pages of a form whose words cannot be read, because they are pictures or lie: recognised.

Where this computer has an engine (``untrusted/recognisers.py``); else their boxes have no names.
"""

import os
import re
from collections.abc import Iterator, Sequence

import msgspec

from desktop_app.untrusted.errors import PdfRefused, RecognitionAbsent, RecognitionFailed
from desktop_app.untrusted.letters import can_recognise, recognise, straight_page
from desktop_app.untrusted.written import WrittenWord

MOST, AT_A_TIME = 12, 2
"""Pages of one form: each takes some seconds of a processor, and there may be two."""
LEAST_SURE, LINE_SURE = 0.5, 0.6
"""A word less surely read, in a line that is not either, is a stain, a logo, a square."""
SIGNS = ":?€@%()"
"""Signs that say something, though they stand alone."""
SMALL = frozenset(["la", "le", "les", "l’", "lui", "leur", "leurs"])
"""In a sentence, their first letter is read as a capital."""
GLUED = re.compile(r"(N°)(et)(\w{3,}.*)", re.IGNORECASE)
Read = tuple[int, int, tuple[WrittenWord, ...]]
"""A page, the width of its picture, and its words."""


def read_pages(data: bytes, pages: Sequence[int], password: str = "") -> tuple[Read, ...]:
    """Return the words of those pages on which some were recognised; none without an engine."""
    if not can_recognise():
        return ()
    from concurrent.futures import ThreadPoolExecutor  # seldom needed, and slow to import

    with ThreadPoolExecutor(min(AT_A_TIME, os.cpu_count() or 1)) as pool:
        found = list(pool.map(lambda page: _read(data, page, password), pages[:MOST]))
    return tuple(one for one in found if one is not None)


def _read(data: bytes, page: int, password: str) -> Read | None:
    try:
        found = recognise(straight_page(data, page, password), 0, lambda: None)
    except (PdfRefused, RecognitionAbsent, RecognitionFailed):
        return None
    words = tuple(word for line in found.lines for word in _words(line))
    return (page, found.width, words) if words else None


def _words(line: Sequence[WrittenWord]) -> Iterator[WrittenWord]:
    """Yield the words that were surely read, and those among them: stains stand alone."""
    surely = sum(word.sure for word in line) / len(line) >= LINE_SURE
    before = ""
    for word in _parted(line):
        says = any(sign.isalnum() or sign in SIGNS for sign in word.text)
        if says and (surely or word.sure >= LEAST_SURE):
            small = word.text[:1].lower() + word.text[1:]
            goes_on = before[-1:].islower() and small in SMALL
            yield msgspec.structs.replace(word, text=small if goes_on else word.text)
        before = word.text


def _parted(line: Sequence[WrittenWord]) -> Iterator[WrittenWord]:
    """Yield the words, those of "N° et rue" apart: nothing on a form is read as one more often."""
    for word in line:
        found = GLUED.fullmatch(word.text)
        text = " ".join(found.groups()) if found else word.text
        yield msgspec.structs.replace(word, text=text)
