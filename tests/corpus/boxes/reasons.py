"""Why a box was missed, and why one that was found is wrong: what to mend first.

One reason each, the first that holds, by the rectangles alone.
"""

from collections import Counter
from collections.abc import Sequence

from desktop_app.core.rect import (
    Rect,
    area,
    has,
    height,
    middle,
    shared_area,
    shared_height,
    shared_width,
    width,
)
from tests.corpus.boxes.flatten import Box
from tests.corpus.boxes.score import Found, Judged

TOUCH = 0.1  # of the smaller of two rectangles
ALIKE = 0.75  # of two lengths together, what they share: the same length


def of(page: Judged, truth: Sequence[Box], found: Sequence[Found]) -> Counter[tuple[str, str]]:
    """Count what went wrong on a page: (kind, what and why)."""
    counted: Counter[tuple[str, str]] = Counter()
    for box in page.missed:
        counted[_group(box.kind), f"missed: {why_missed(box, truth, found)}"] += 1
    for one in page.wrong:
        counted[_group(one.kind), f"wrong: {why_wrong(one, truth, found)}"] += 1
    return counted


def _group(kind: str) -> str:
    return "squares" if kind == "tick" else "text and combs"


def why_missed(box: Box, truth: Sequence[Box], found: Sequence[Found]) -> str:
    """What stands where a true box was not found."""
    near = [one for one in found if _touch(box.rect, one.rect)]
    alike = [one for one in near if (one.kind == "tick") == (box.kind == "tick")]
    if not near:
        return "nothing found there"
    if not alike:
        return "of the other kind"
    inside = [one for one in alike if has(box.rect, middle(one.rect))]
    if len(inside) > 1:
        return "one box found as several"
    best = max(alike, key=lambda one: shared_area(box.rect, one.rect))
    same = [one for one in truth if (one.kind == "tick") == (box.kind == "tick")]
    if sum(has(best.rect, middle(one.rect)) for one in same) > 1:
        return "several boxes found as one"
    return _differs(best.rect, box.rect)


def why_wrong(one: Found, truth: Sequence[Box], found: Sequence[Found]) -> str:
    """What stands where a box was found that is none."""
    near = [box for box in truth if _touch(box.rect, one.rect)]
    alike = [box for box in near if (box.kind == "tick") == (one.kind == "tick")]
    if not near:
        return "nobody writes there"
    if not alike:
        return "of the other kind"
    if sum(has(one.rect, middle(box.rect)) for box in alike) > 1:
        return "several boxes found as one"
    best = max(alike, key=lambda box: shared_area(box.rect, one.rect))
    if sum(has(best.rect, middle(other.rect)) for other in found) > 1:
        return "one box found as several"
    return _differs(one.rect, best.rect)


def _differs(found: Rect, true: Rect) -> str:
    """How a rectangle differs from the true one: by what, and which way."""
    across = _same(shared_width(found, true), width(found), width(true))
    up = _same(shared_height(found, true), height(found), height(true))
    if across < ALIKE <= up:
        return "found too wide" if width(found) > width(true) else "found too narrow"
    if up < ALIKE <= across:
        return "found too high" if height(found) > height(true) else "found too low"
    return "another place or size"


def _same(shared: float, one: float, other: float) -> float:
    return shared / (one + other - shared)


def _touch(one: Rect, other: Rect) -> bool:
    return shared_area(one, other) > TOUCH * min(area(one), area(other))
