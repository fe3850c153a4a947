"""What the program asks of a letter received: its words, its pages in greys, words recognised.

The child that opens the file and the one that recognises words are not the same: the second is
given pixels that the first has drawn, and never the file.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.documents import of_picture
from desktop_app.untrusted.errors import (
    PdfRefused,
    PdfUnreadable,
    ReaderDoesNotStart,
    RecognitionAbsent,
    RecognitionFailed,
)
from desktop_app.untrusted.recognisers import model_folder
from desktop_app.untrusted.worker import Worker
from desktop_app.untrusted.written import Recognised, WrittenPage, WrittenPages

BEAT = 0.25  # seconds: how often who waits is asked whether she still wants it
Waiting = Callable[[], object]
"""Called while one waits; raises to give up, and the child is ended."""


@dataclass(frozen=True, slots=True)
class Greys:
    """A page in greys: one byte a pixel, rows from the top without padding."""

    width: int
    height: int
    pixels: bytes


class _Size(msgspec.Struct, forbid_unknown_fields=True):
    width: Annotated[int, msgspec.Meta(gt=0, le=ceilings.LETTER_SIDE)]
    height: Annotated[int, msgspec.Meta(gt=0, le=ceilings.LETTER_SIDE)]


def written_words(data: bytes) -> tuple[int, tuple[WrittenPage, ...]]:
    """Return how many pages a PDF has, and the words of the first ones.

    Raises:
        PdfRefused: the file cannot be used, and why.
    """
    with Worker("letter").open(data) as worker:
        pages, _ = worker.ask("words", WrittenPages)
        if len(pages) != min(worker.opened.pages, ceilings.LETTER_PAGES):
            raise PdfUnreadable
        return worker.opened.pages, pages


def grey_page(data: bytes, page: int) -> Greys:
    """Return a page of a PDF (from 1) as it is recognised."""
    with Worker("letter").open(data) as worker:
        return _greys(worker, {"page": page, "side": ceilings.LETTER_SIDE})


def straight_page(data: bytes, page: int, password: str = "") -> Greys:
    """Return a page of a form as its boxes are looked for: a photographed sheet made straight.

    Raises:
        PdfRefused: the file cannot be used, and why.
    """
    with Worker("detection").open(data, password) as worker:
        if not 0 < page <= worker.opened.pages:
            raise PdfUnreadable
        return _sized(*worker.ask("straight", _Size, {"page": page}))


def grey_picture(data: bytes) -> Greys:
    """Return a picture (JPEG or PNG), upright, as it is recognised.

    Raises:
        PictureUnreadable, PictureTooHeavy.
    """
    with of_picture(), Worker("pictures").open(data) as worker:
        return _greys(worker, {"side": ceilings.LETTER_SIDE})


def can_recognise() -> bool:
    """Whether this computer seems to have an engine: the child alone knows."""
    return model_folder() is not None


def recognise(greys: Greys, turn: int, waiting: Waiting, shrink: int = 1) -> Recognised:
    """Return the words of a page, turned by ``turn`` degrees to the left: 0, 90, 180 or 270.

    ``shrink``: it is made so many times smaller first, which is faster and reads less well.

    Raises:
        RecognitionAbsent: no engine, or not its French model.
        RecognitionFailed: too long, too heavy, or the engine died of it.
    """
    if not can_recognise():
        raise RecognitionAbsent
    asked = {"width": greys.width, "height": greys.height, "turn": turn, "shrink": shrink}
    try:
        with Worker(ceilings.RECOGNITION, seconds=ceilings.RECOGNITION_WALL_SECONDS) as worker:
            worker.wait_until_ready()
            worker.send("recognise", asked, [greys.pixels])
            while not worker.has_answered(BEAT):
                waiting()
            found, _ = worker.receive(Recognised)
    except ReaderDoesNotStart as none:
        raise RecognitionAbsent from none
    except PdfRefused as failed:
        raise RecognitionFailed from failed
    wide, high = -(-greys.width // shrink), -(-greys.height // shrink)
    sides = (high, wide) if turn in (90, 270) else (wide, high)
    if (found.width, found.height) != sides:
        raise RecognitionFailed
    return found


def _greys(worker: Worker, asked: dict[str, int]) -> Greys:
    return _sized(*worker.ask("grey", _Size, asked))


def _sized(size: _Size, raw: Sequence[bytes | bytearray | memoryview]) -> Greys:
    if [len(one) for one in raw] != [size.width * size.height]:
        raise PdfUnreadable
    return Greys(size.width, size.height, bytes(raw[0]))
