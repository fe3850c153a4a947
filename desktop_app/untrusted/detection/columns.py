"""A line to write on that crosses two columns is two."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.untrusted.detection.sheet import Line, Mark

CLOSEST = 20.0  # points from an end of a line to where it may be cut
SIDE = 40.0  # points of height of a line that parts two columns


def split(mark: Mark, upright: Sequence[Line]) -> list[Mark]:
    """Cut a line to write on where a line between two columns crosses it."""
    x0, y0, x1, y1 = mark.rect
    cuts = [
        line.at
        for line in upright
        if line.length > SIDE
        and x0 + CLOSEST < line.at < x1 - CLOSEST
        and line.start < y0 - 3
        and line.end > y1
    ]
    bounds = [x0, *sorted(cuts), x1]
    return [
        replace(mark, rect=(start + 2 * (n > 0), y0, end - 2 * (n < len(cuts)), y1))
        for n, (start, end) in enumerate(pairwise(bounds))
    ]
