"""One page: its titles, its areas kept for others, and the path of each of its boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.rect import Rect, has, middle
from desktop_app.untrusted.detection.closed import cells
from desktop_app.untrusted.detection.joining import join
from desktop_app.untrusted.detection.layout.headings import Heading, headings
from desktop_app.untrusted.detection.layout.heads import heads_of
from desktop_app.untrusted.detection.layout.paths import Path, paths
from desktop_app.untrusted.detection.layout.reserved import Area, reserved
from desktop_app.untrusted.detection.layout.runs import runs
from desktop_app.untrusted.detection.sheet import Sheet

HEADS_WHITE = 9.0  # points between the heads of two columns


@dataclass(frozen=True, slots=True)
class Laid:
    """What stands around the boxes of a page; ``paths`` in the order of the boxes."""

    titles: tuple[Heading, ...]
    paths: tuple[Path, ...]
    reserved: tuple[Area, ...]


def laid_out(sheet: Sheet, boxes: Sequence[Rect]) -> Laid:
    """Return what stands around the boxes of a page."""
    found = runs(sheet)
    heads = heads_of(runs(sheet, HEADS_WHITE), boxes, sheet)
    over = [run.rect for one in heads for run in one.runs]
    titles = [
        one
        for one in headings(sheet, found, boxes)
        if not any(has(head, middle(one.rect)) or has(one.rect, middle(head)) for head in over)
    ]
    tops = [one.rect for one in titles]
    frames = cells(join(sheet.level), join(sheet.upright))
    return Laid(
        tuple(titles),
        tuple(paths(boxes, sheet, found, tops, heads)),
        tuple(reserved(sheet, found, tops, frames)),
    )
