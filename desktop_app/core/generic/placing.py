"""Boxes as places of a field map: where an answer is written, with or without a field."""

from collections.abc import Iterator
from typing import Protocol

from desktop_app.core import rect as rects
from desktop_app.core.generic.facts import Box, BoxOption
from desktop_app.core.packs.model import Place
from desktop_app.core.rect import Rect

LEAST_SIDE = 1.0


class Labels(Protocol):
    """Gives each place words of its own."""

    def label(self, label: str) -> str: ...


def places_of(
    box: Box,
    labels: Labels,
    label: str,
    *,
    value: str = "",
    when: str = "",
    option: BoxOption | None = None,
    lines: int = 1,
) -> Iterator[Place]:
    """Yield one place for each spot of a box, or of one of its options."""
    indexes = option.spots if option is not None and option.spots else range(len(box.spots))
    for index in indexes:
        if not box.spots[index].page:
            continue
        yield place(
            box,
            labels.label(label),
            value=value,
            when=when,
            option=option.id if option else "",
            spot=index,
            lines=lines,
        )


def place(
    box: Box,
    label: str,
    *,
    value: str = "",
    when: str = "",
    option: str = "",
    spot: int = 0,
    lines: int = 1,
) -> Place:
    """Return one place: a tick when there is a condition, else words."""
    where = box.spots[spot]
    tick = bool(when)
    several = box.rows if not tick else 1
    return Place(
        field="" if box.found else box.name,
        option=option if not box.found else "",
        kind="tick" if tick else "text",
        value=value,
        when=when,
        label=label,
        page=where.page,
        box=_box(where.rect),
        comb=box.max_length if box.comb and not tick else 0,
        size=box.size if not tick and several == 1 else 0,
        lines=max(several, lines),
        indent=box.indent if several > 1 else 0,
        align=box.align,
    )


def _box(rect: Rect) -> rects.Box:
    x0, y0, x1, y1 = rect
    wide, high = max(x1 - x0, LEAST_SIDE), max(y1 - y0, LEAST_SIDE)
    return round(x0, 2), round(y0, 2), round(wide, 2), round(high, 2)
