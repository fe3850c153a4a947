"""A known map carried over to another edition: the boxes found again, and no other."""

from collections.abc import Iterable

import msgspec

from desktop_app.core.editions.boxes import alike_in_size, very_same_place
from desktop_app.core.editions.compare import Comparison, Match
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import FieldMap, Place

PageSizes = tuple[tuple[float, float], ...]


def carried_over(comparison: Comparison, edition: str, page_sizes: PageSizes) -> FieldMap:
    """Return a map of the blank that was compared: what has no twin there is not in it."""
    return FieldMap(
        edition=edition,
        page_sizes=page_sizes,
        place=tuple(_carried(one) for one in comparison.matches),
    )


def names_in(places: Iterable[Place]) -> frozenset[str]:
    """Return the questions whose answers these boxes show."""
    return frozenset(
        name
        for place in places
        for name in (*text_of(place.value).names, *condition_of(place.when).names)
    )


def _carried(match: Match) -> Place:
    """Return a box with the blank's own field.

    Its printed lines are known only while it keeps its size.
    """
    place, box = match.place, match.box
    named = msgspec.structs.replace(place, field=box.name, option=box.option)
    if very_same_place(place, box):
        return named
    x0, y0, x1, y1 = box.rect
    moved = msgspec.structs.replace(named, page=box.page, box=(x0, y0, x1 - x0, y1 - y0))
    if alike_in_size(place, box):
        return moved
    return msgspec.structs.replace(moved, lines=1, indent=0, size=0, comb=box.comb)
