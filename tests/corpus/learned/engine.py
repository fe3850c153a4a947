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
from desktop_app.untrusted.operations.scans import as_it_stood, sheet_of_picture
from desktop_app.untrusted.operations.standing import Standing
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
    sheet, stood = _straight(page, seen)
    boxes = pages.look(_steps(), page, stood).boxes
    marks = [mark_of(box, sheet) for box in boxes if box.sure >= ALONE]
    return _with(look(page, seen), marks, sheet, stood)


def blended(page: Any, seen: Seen) -> Looked:
    """Geometry, and the network beside it."""
    sheet, stood = _straight(page, seen)
    marks = blend(find(sheet), pages.look(_steps(), page, stood), sheet)
    return _with(look(page, seen), marks, sheet, stood)


def _straight(page: Any, seen: Seen) -> tuple[Sheet, Standing]:
    """A page as geometry sees it; how it stood before it was straight."""
    sheet = sheet_of(page, seen)
    return (
        sheet_of_picture(page, sheet.width, sheet.height)
        if sheet.is_picture
        else (sheet, Standing())
    )


def _with(looked: Looked, marks: list[Mark], sheet: Sheet, stood: Standing) -> Looked:
    return replace(looked, marks=tuple(as_it_stood(marks, stood, sheet.width, sheet.height)))


ENGINES = {"learned": learned, "blended": blended}
