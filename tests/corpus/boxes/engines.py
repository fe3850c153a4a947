"""The ways of finding boxes that can be measured, each from one page of PDFium to boxes."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

import pypdfium2

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection.sheet import Mark
from desktop_app.untrusted.operations.detecting import Looked, look
from desktop_app.untrusted.operations.geometry import Seen
from tests.corpus.boxes.flatten import Flat
from tests.corpus.boxes.score import Found

Engine = Callable[[pypdfium2.PdfPage, Seen], Looked]


def geometry(page: pypdfium2.PdfPage, seen: Seen) -> Looked:
    """What the program does: lines and letters, or the pixels of a picture."""
    return look(page, seen)


ENGINES: dict[str, Engine] = {"geometry": geometry}
if find_spec("numpy"):  # which the program does not have: the network is only measured
    from tests.corpus.learned import engine

    ENGINES |= engine.ENGINES


@dataclass(frozen=True, slots=True)
class FoundPage:
    """What was found on a page, and by how many seconds of CPU."""

    boxes: tuple[Found, ...]
    is_picture: bool
    seconds: float


def run(engine: str, flat: Flat) -> Iterator[FoundPage]:
    """Look at every page of a file, in this process."""
    document = pypdfium2.PdfDocument(flat.data)
    for page in document:
        began = time.process_time()
        looked = ENGINES[engine](page, seen_of(page))
        seconds = time.process_time() - began
        page.close()
        boxes = tuple(found_of(one) for one in looked.marks if one.kind != "signature")
        yield FoundPage(boxes, looked.is_picture, seconds)
    document.close()


def seen_of(page: pypdfium2.PdfPage) -> Seen:
    """The visible box of a page, as PDFium reads it."""
    turn = page.get_rotation()
    return Seen(*page.get_bbox(), turn)


def found_of(mark: Mark) -> Found:
    """A mark as a box: an answer of several lines has them too."""
    kind = "text" if mark.kind == "signature" else mark.kind
    return Found(kind, mark.rect, tuple(_lines(mark)), mark.cells, mark.sure)


def _lines(mark: Mark) -> Iterator[Rect]:
    x0, _, x1, y1 = mark.rect
    for n in range(mark.lines if mark.lines > 1 else 0):
        top = y1 - n * mark.leading
        yield x0 + mark.indent * (n == 0), top - mark.leading, x1, top
