"""The network alone, and blended with geometry, as ways of finding that can be measured."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.untrusted.detection.finding import find
from desktop_app.untrusted.detection.sheet import Mark, Sheet
from desktop_app.untrusted.operations.detecting import Looked, look
from desktop_app.untrusted.operations.drawings import sheet_of
from desktop_app.untrusted.operations.geometry import Seen
from desktop_app.untrusted.operations.scans import sheet_of_picture, turned
from tests.corpus.learned import page as pages
from tests.corpus.learned import weights
from tests.corpus.learned.blend import blend
from tests.corpus.learned.drawn import mark_of

FILE = Path(__file__).with_name("boxes.weights")
ALONE = 0.5  # a box of the network, where nothing else looks


@cache
def _steps() -> Any:
    return weights.read(FILE.read_bytes())


def learned(page: Any, seen: Seen) -> Looked:
    """The network alone."""
    sheet, turn = _straight(page, seen)
    boxes = pages.look(_steps(), page, turn).boxes
    marks = [mark_of(box, sheet) for box in boxes if box.sure >= ALONE]
    return _with(look(page, seen), marks, sheet, turn)


def blended(page: Any, seen: Seen) -> Looked:
    """Geometry, and the network beside it."""
    sheet, turn = _straight(page, seen)
    marks = blend(find(sheet), pages.look(_steps(), page, turn), sheet)
    return _with(look(page, seen), marks, sheet, turn)


def _straight(page: Any, seen: Seen) -> tuple[Sheet, float]:
    """A page as geometry sees it; by how many degrees it was turned for that."""
    sheet = sheet_of(page, seen)
    return sheet_of_picture(page, sheet.width, sheet.height) if sheet.is_picture else (sheet, 0.0)


def _with(looked: Looked, marks: list[Mark], sheet: Sheet, turn: float) -> Looked:
    return replace(looked, marks=tuple(turned(marks, turn, sheet.width, sheet.height)))


ENGINES = {"learned": learned, "blended": blended}
