"""Hides small groups in a column of counts whose sum is told, so that no sum gives one back.

A group of 1 to ``least - 1`` is hidden ("moins de 5"). Its total minus the other rows would give it
back: then rows that are not small are hidden too, in an order that no count decides, until the sum
of what is hidden leaves each small group any value it may have. Where that cannot be, no row of the
column is told, only its sum. A group of nobody is told: it is about no one.

Who knows this very rule learns a little more than who only sees the page; each small group keeps
three possible values for him too (``tests/core/test_small_groups.py`` walks every column).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

LEAST = 5
"""Groups of fewer people are hidden, whatever a financer asks."""


class Hidden(Enum):
    """In place of a count: there is one to ``least - 1``, or it is not told at all."""

    SMALL = "small"
    NOT_TOLD = "not-told"


Shown = int | Hidden


@dataclass(frozen=True, slots=True)
class Column:
    """Counts as they may be told, and their sum."""

    rows: tuple[Shown, ...]
    total: Shown


def hide(counts: Sequence[int], least: int = LEAST) -> Column:
    """Return the counts as they may be told; they are in an order that none of them decides.

    Args:
        counts: none is negative; each person or thing is in one row only.
        least: the smallest group that is told, ``LEAST`` or more.
    """
    assert least >= LEAST
    assert all(count >= 0 for count in counts)
    total = sum(counts)
    if total == 0:
        return Column(tuple(counts), 0)
    if total < least:  # how many rows were small would tell how they share it
        return Column((Hidden.NOT_TOLD,) * len(counts), Hidden.SMALL)
    small = {place for place, count in enumerate(counts) if 0 < count < least}
    beside = _beside(counts, small, least)
    if beside is None:
        return Column((Hidden.NOT_TOLD,) * len(counts), total)
    rows = tuple(
        Hidden.SMALL if place in small else Hidden.NOT_TOLD if place in beside else count
        for place, count in enumerate(counts)
    )
    return Column(rows, total)


def _beside(counts: Sequence[int], small: set[int], least: int) -> set[int] | None:
    """Return the rows to hide beside the small ones; None where no rows are enough."""
    if not small:
        return set()
    hidden = sum(counts[place] for place in small)
    free = [place for place, count in enumerate(counts) if count >= least]
    if not free:
        fewest, most = least - 1 + len(small) - 1, (least - 1) * (len(small) - 1) + 1
        return set() if fewest <= hidden <= most else None
    beside: set[int] = set()
    for place in free:
        beside.add(place)
        hidden += counts[place]
        # One small group may be as large as it can, the other ones and these as small as they can.
        if hidden >= least - 1 + len(small) - 1 + least * len(beside):
            return beside
    return None
