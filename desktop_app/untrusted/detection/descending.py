"""Letters go under the line on which one writes, and a little over one line of writing."""

from collections.abc import Sequence

from desktop_app.core.rect import Rect, meet
from desktop_app.untrusted.detection.bands import Bands
from desktop_app.untrusted.detection.sheet import Mark, Sheet

UNDER, OVER = 1.0, 1.0  # points
LOWEST = 11.0  # points: where less is free, the line is in a crowd


def make_room(marks: Sequence[Mark], sheet: Sheet) -> None:
    """Give each single line to write on a point more on both sides, where nothing stands."""
    taken = Bands([*(mark.rect for mark in marks), *(word.rect for word in sheet.words)])
    for mark in marks:
        x0, y0, x1, y1 = mark.rect
        if mark.kind != "text" or mark.walled or mark.lines != 1 or y1 - y0 < LOWEST:
            continue
        under, over = (x0 + 1, y0 - UNDER, x1 - 1, y0), (x0 + 1, y1, x1 - 1, y1 + OVER)
        if not any(_is_in(one, mark.rect, (under, over)) for one in taken.near(y0 - 2, y1 + 2)):
            mark.rect = x0, y0 - UNDER, x1, y1 + OVER


def _is_in(one: Rect, own: Rect, strips: Sequence[Rect]) -> bool:
    return one != own and any(meet(one, strip) for strip in strips)
