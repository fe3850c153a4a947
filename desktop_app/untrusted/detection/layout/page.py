"""One page: its titles, its areas kept for others, and the path of each of its boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection.closed import cells
from desktop_app.untrusted.detection.joining import join
from desktop_app.untrusted.detection.layout.headings import Heading, headings
from desktop_app.untrusted.detection.layout.paths import Path, paths
from desktop_app.untrusted.detection.layout.reserved import Area, reserved
from desktop_app.untrusted.detection.layout.runs import runs
from desktop_app.untrusted.detection.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Laid:
    """What stands around the boxes of a page; ``paths`` in the order of the boxes."""

    titles: tuple[Heading, ...]
    paths: tuple[Path, ...]
    reserved: tuple[Area, ...]


def laid_out(sheet: Sheet, boxes: Sequence[Rect]) -> Laid:
    """Return what stands around the boxes of a page."""
    found = runs(sheet.words)
    titles = headings(sheet, found, boxes)
    tops = [one.rect for one in titles]
    frames = cells(join(sheet.level), join(sheet.upright))
    return Laid(
        tuple(titles),
        tuple(paths(boxes, sheet, found, tops)),
        tuple(reserved(sheet, found, tops, frames)),
    )
