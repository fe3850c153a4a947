"""What geometry found of a page and what the network saw of it, as one list of marks.

Squares are those of geometry. Where both see one box to write in, geometry knows better where its
sides are; where they see different boxes, the network is believed when it is sure; what only one of
them sees stays when it is sure enough.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.rect import Rect, area, shared_area
from desktop_app.untrusted.detection.labels import name
from desktop_app.untrusted.detection.order import in_reading_order
from desktop_app.untrusted.detection.sheet import Mark, Sheet
from tests.corpus.learned.drawn import mark_of

if TYPE_CHECKING:
    from tests.corpus.learned.page import Box, View

SAME = 0.5  # of two boxes together, what they share: one place
TOUCH = 0.15  # of the smaller of two boxes
SEEN = 0.4  # a box of the network that speaks for a mark at its place
SURE = 0.65  # one that needs no mark
SURER = 0.7  # one that is believed where geometry says otherwise
SUPPORTED = 0.3  # what the network says at least of a mark that stays


def blend(marks: Sequence[Mark], view: "View", sheet: Sheet) -> list[Mark]:
    """Return the marks of a page, named, in reading order."""
    boxes = [box for box in view.boxes if box.kind != "tick" and box.sure >= SEEN]
    kept = [mark for mark in marks if _stays(mark, boxes, view)]
    added = [
        mark_of(box, sheet)
        for box in boxes
        if box.sure >= SURE and not any(_touch(box.rect, mark.rect) for mark in kept)
    ]
    found = in_reading_order([_unnamed(mark) for mark in (*kept, *added)])
    name(found, sheet)
    return found


def _stays(mark: Mark, boxes: Sequence["Box"], view: "View") -> bool:
    if mark.kind in ("tick", "signature"):
        return True
    rivals = [box for box in boxes if _touch(box.rect, mark.rect)]
    if any(_same(mark, box) for box in rivals):
        return True
    if any(box.sure >= SURER for box in rivals):
        return False
    return view.support(mark.rect, mark.kind) >= SUPPORTED


def _same(mark: Mark, box: "Box") -> bool:
    """Whether both are one place."""
    common = shared_area(mark.rect, box.rect)
    whole = area(mark.rect) + area(box.rect) - common
    return common >= SAME * whole


def _touch(one: Rect, other: Rect) -> bool:
    return shared_area(one, other) > TOUCH * min(area(one), area(other))


def _unnamed(mark: Mark) -> Mark:
    return replace(mark, label="", question="", asked=False, beside=False)
