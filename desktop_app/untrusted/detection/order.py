"""Reading order: from the top, row by row, left to right."""

from collections.abc import Iterable

from desktop_app.core.grouping import grouped
from desktop_app.untrusted.detection.sheet import Mark

ROW = 6.0  # points by which marks of one row may be higher or lower


def in_reading_order(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks as one reads them; rows are those of their feet (first line of several)."""
    lowered = sorted(marks, key=lambda one: (-height(one), one.rect[0]))
    rows = grouped(lowered, lambda row, one: height(row[0]) - height(one) <= ROW)
    return [mark for row in rows for mark in sorted(row, key=lambda one: one.rect[0])]


def height(mark: Mark) -> float:
    """Where the first line of a mark stands; of a high box, near its top."""
    if mark.lines > 1:
        return mark.rect[3] - mark.leading
    return max(mark.rect[1], mark.rect[3] - 14.0)
