"""Where the ink of an answer is on the page: each line, and each letter along it."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.fit import Layout, Line
from desktop_app.untrusted.model import Rect, Widget

Span = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class InkLine:
    """A line's ink on the page as seen, and the middle of each of its letters.

    ``letters`` are spans of x, or of y when the words run up or down.
    """

    rect: Rect
    letters: tuple[Span, ...]


def ink_of(layout: Layout, widget: Widget) -> list[InkLine]:
    """Return the ink of each line that has some."""
    x0, y0, x1, y1 = widget.rect
    a, b, c, d, e, f = turned(widget.turn, x1 - x0, y1 - y0)
    placed = (a, b, c, d, e + x0, f + y0)
    return [_ink(line, layout.size, placed) for line in layout.lines if line.text.strip()]


def turned(turn: int, wide: float, high: float) -> Matrix:
    """From the box as it is read to the box as it stands on the page."""
    return {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, 1, -1, 0, wide, 0),
        180: (-1, 0, 0, -1, wide, high),
        270: (0, -1, 1, 0, 0, high),
    }[turn]


def _ink(line: Line, size: float, placed: Matrix) -> InkLine:
    spans = list(lettering.ink_spans(line.text, size * line.condensed))
    low, top = lettering.extent([line.text], size)
    left = line.x + min((start for start, _ in spans), default=0.0)
    right = line.x + max((end for _, end in spans), default=0.0)
    a, b, c, d, e, f = placed
    corners = [
        (a * x + c * y + e, b * x + d * y + f)
        for x in (left, right)
        for y in (line.y + low, line.y + top)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    forward, origin = (a, e + c * line.y) if a else (b, f + d * line.y)
    letters = tuple(_middles(spans, line.x, forward, origin)) if len(spans) > 1 else ()
    return InkLine((min(xs), min(ys), max(xs), max(ys)), letters)


def _middles(spans: list[Span], x: float, forward: float, origin: float) -> Iterator[Span]:
    """The middle half of each letter: its neighbours reach the rest."""
    for start, end in spans:
        quarter = (end - start) / 4
        one = origin + forward * (x + start + quarter)
        other = origin + forward * (x + end - quarter)
        yield (round(one, 2), round(other, 2)) if one < other else (round(other, 2), round(one, 2))
