"""Lines under each other that only the first one's words name are one answer of several lines."""

from collections.abc import Sequence

from desktop_app.core.rect import shared_width
from desktop_app.untrusted.detection.sheet import Mark, Sheet

CLOSEST, FURTHEST = 9.0, 30.0  # points between two of its lines
RAGGED = 5.0  # points by which their right ends may differ
EVEN = 2.0  # points by which their distances may differ


def join(marks: Sequence[Mark], sheet: Sheet) -> list[Mark]:
    """Return the marks, with lines of one answer joined."""
    groups: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda one: -one.foot):
        group = next((one for one in groups if _goes_on(one, mark, sheet)), None)
        if group is None:
            groups.append([mark])
        else:
            group.append(mark)
    return [_joined(group) for group in groups]


def _goes_on(group: Sequence[Mark], mark: Mark, sheet: Sheet) -> bool:
    last = group[-1]
    step = last.foot - mark.foot
    return (
        last.typed == mark.typed
        and CLOSEST <= step <= FURTHEST
        and (abs(last.rect[2] - mark.rect[2]) <= RAGGED or _is_short_end(last, mark))
        and mark.rect[0] <= last.rect[0] + 1
        and (len(group) < 2 or abs(mark.rect[0] - last.rect[0]) <= 2)
        and (len(group) < 2 or abs(step - (group[-2].foot - last.foot)) <= EVEN)
        and not _is_named(mark, sheet)
        and not _words_between(mark, last, sheet)
    )


def _is_short_end(last: Mark, mark: Mark) -> bool:
    """A last typed line that its author did not fill up to the end of the row."""
    return mark.typed and abs(mark.rect[0] - last.rect[0]) <= 2 and mark.rect[2] < last.rect[2]


def _is_named(mark: Mark, sheet: Sheet) -> bool:
    """Whether words stand on the row of a line, before it or after it."""
    x0, y0, x1, _ = mark.rect
    return any(
        word.rect[1] < y0 + 8
        and word.rect[3] > y0 + 1
        and (word.rect[2] <= x0 + 2 or x1 - 2 <= word.rect[0] < x1 + 20)
        for word in sheet.words
    )


def _words_between(below: Mark, above: Mark, sheet: Sheet) -> bool:
    return any(
        shared_width(word.rect, below.rect) > 1
        and below.foot < (word.rect[1] + word.rect[3]) / 2 < above.foot
        for word in sheet.words
    )


def _joined(group: Sequence[Mark]) -> Mark:
    if len(group) == 1:
        return group[0]
    first, last = group[0], group[-1]
    left = min(mark.rect[0] for mark in group)
    leading = (first.foot - last.foot) / (len(group) - 1)
    return Mark(
        "text",
        (left, last.foot, max(mark.rect[2] for mark in group), first.foot + leading),
        lines=len(group),
        leading=leading,
        indent=first.rect[0] - left,
        typed=first.typed,
        sure=min(mark.sure for mark in group),
        feet=[foot for mark in group for foot in mark.feet],
    )
