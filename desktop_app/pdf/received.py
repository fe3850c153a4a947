"""The words of a letter received, from a PDF or a picture, as the core reads them."""

from collections.abc import Callable
from functools import partial

from desktop_app.core.received.flow import rows
from desktop_app.core.received.model import Leaf, LetterWords, Turned, Word
from desktop_app.untrusted.letters import (
    Greys,
    Waiting,
    grey_page,
    grey_picture,
    recognise,
    written_words,
)
from desktop_app.untrusted.written import Recognised, WrittenPage, WrittenWord

LEAST_LETTERS = 40
"""A page of a PDF with fewer letters is a picture of a page: its words are recognised."""
LEAST_SURE, SURELY, SHORT = 8, 0.7, 2
"""Words that a page which stands upright has at least, half of all, and how surely they are read;
words of two signs are stains as well."""
A4_WIDE = 595.0
PDF, HEAD = b"%PDF-", 1024
OTHER_TURNS = (90, 270, 180)
ENOUGH = 1_800
"""Pixels of the long side of a page of which one only asks which way up it stands."""
Progress = Callable[[int, int], object]
"""Told how many pages were read, and of how many; raises to give up."""


def letter_words(data: bytes, progress: Progress, turn: int | None = None) -> LetterWords:
    """Return the words of a letter, a PDF or a picture by its first bytes.

    ``turn``: how many degrees to the left its pictures are turned; None: it is looked for.

    Raises:
        PdfRefused, PictureRefused, RecognitionAbsent, RecognitionFailed.
    """
    return (pdf_words if PDF in data[:HEAD] else picture_words)(data, progress, turn)


def pdf_words(data: bytes, progress: Progress, turn: int | None = None) -> LetterWords:
    """Return the words of a PDF; those of its pages that are pictures are recognised.

    Raises:
        PdfRefused, RecognitionAbsent, RecognitionFailed.
    """
    pages, written = written_words(data)
    leaves, recognised = [], False
    for number, page in enumerate(written, 1):
        progress(number - 1, len(written))
        if _letters(page) >= LEAST_LETTERS or (number > 1 and not recognised):
            leaves.append(Turned(_leaf(page)))
            continue
        recognised = True
        waiting = partial(progress, number - 1, len(written))
        leaves.append(_recognised(grey_page(data, number), waiting, turn))
    progress(len(written), len(written))
    return LetterWords(tuple(leaves), pages, recognised)


def picture_words(data: bytes, progress: Progress, turn: int | None = None) -> LetterWords:
    """Return the words of a photo or a scan.

    Raises:
        PictureRefused, RecognitionAbsent, RecognitionFailed.
    """
    progress(0, 1)
    found = _recognised(grey_picture(data), lambda: progress(0, 1), turn)
    progress(1, 1)
    return LetterWords((found,), 1, recognised=True)


def _recognised(greys: Greys, waiting: Waiting, turn: int | None) -> Turned:
    """Return the words of a page, turned upright: as told, else by what can be read of it."""
    asked = recognise(greys, turn or 0, waiting)
    if turn is not None or not asked.lines or _stands(asked):
        return Turned(_scaled(asked), turn or 0)
    upright = _way_up(greys, waiting, _legible(asked))
    return Turned(_scaled(recognise(greys, upright, waiting) if upright else asked), upright)


def _way_up(greys: Greys, waiting: Waiting, least: int) -> int:
    """Return how a page must be turned, of which next to nothing is read; 0: none is better."""
    shrink = max(1, round(max(greys.width, greys.height) / ENOUGH))
    best, most = 0, max(least, LEAST_SURE)
    for turn in OTHER_TURNS:
        found = recognise(greys, turn, waiting, shrink)
        if _stands(found):
            return turn
        if (legible := _legible(found)) > most:
            best, most = turn, legible
    return best


def _stands(found: Recognised) -> bool:
    """Whether a page is upright: enough of its words are read surely."""
    return _legible(found) >= max(LEAST_SURE, len(_long(found)) / 2)


def _legible(found: Recognised) -> int:
    return sum(1 for word in _long(found) if word.sure >= SURELY)


def _long(found: Recognised) -> list[WrittenWord]:
    return [word for line in found.lines for word in line if len(word.text) > SHORT]


def _scaled(found: Recognised) -> Leaf:
    """Return a page as wide as an A4 one, in points."""
    scale = A4_WIDE / min(found.width, found.height)
    lines = tuple(tuple(_word(word, scale) for word in line) for line in found.lines)
    return Leaf(found.width * scale, found.height * scale, lines)


def _leaf(page: WrittenPage) -> Leaf:
    return Leaf(page.width, page.height, rows(_word(word, 1.0) for word in page.words))


def _word(word: WrittenWord, scale: float) -> Word:
    x0, y0, x1, y1 = word.box
    return Word(word.text, (x0 * scale, y0 * scale, x1 * scale, y1 * scale), word.sure)


def _letters(page: WrittenPage) -> int:
    return sum(1 for word in page.words for sign in word.text if sign.isalnum())
