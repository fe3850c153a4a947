"""Decides how a text stands in its box, by measuring it first: nothing is ever drawn cut.

A text is shrunk down to the readable minimum, then wrapped where the box has room for lines; what
still does not fit goes to the annex. All lengths are points.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.wrapping import lines_of, measured

SMALLEST = 6.0
SMALL = 7.0  # smaller letters are worse than letters on a printed line
USUAL, USUAL_MULTI_LINE = 12.0, 10.0
STEP = 0.5
LINE_HEIGHT = 1.17  # of the letters' size
HEIGHT_SHARE = 0.72  # letters of a lone line, when the form leaves their size to us
FOOT = 1.5  # from a printed line to the letters that stand on it
SLACK = 2.0  # how far ink may stand above or below a box lower than letters of 6 points
CELL_SHARE = 1.5  # letters of a comb, of a cell's width
MOST_COLUMNS, GAP = 3, 1.0  # entries side by side on a printed line; between them, of the size
FEW, NARROWED = 30, 0.7  # signs of a town or a name, narrowed rather than sent to the annex
LEAST_WIDTH = 0.5  # a letter wider than its cell is condensed down to this

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """Where an answer goes, already turned to be read: width, height and how it is to be set.

    ``lines`` are printed on the paper, ``leading`` points apart, the last at the box's foot;
    ``indent`` is how much further right the first one begins, after printed words.
    """

    width: float
    height: float
    size: float = 0
    align: Align = "left"
    multi_line: bool = False
    cells: int = 0
    lines: int = 0
    leading: float = 0
    indent: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One run of letters: its text, and its place from the box's lower left corner.

    ``condensed`` is the width of its letters, 1 as they are.
    """

    text: str
    x: float
    y: float
    condensed: float = 1.0


@dataclass(frozen=True, slots=True)
class Layout:
    """A text set in its box."""

    lines: tuple[Line, ...]
    size: float


def fit(text: str, box: Box) -> Layout | None:
    """Set a text (cleaned) in a box, or return None when it cannot be read there whole."""
    if box.cells:
        return _comb(text, box)
    if box.lines > 1 and box.leading:
        # Side by side on a line, then two rows of small letters a line, before crossing one.
        for attempt in (_ruled(text, box, 1), _side_by_side(text, box), _ruled(text, box, 2)):
            layout = _first(attempt, _sizes(box, USUAL_MULTI_LINE))
            if layout and (layout.size >= SMALL or box.indent or len(layout.lines) <= box.lines):
                return layout
        if box.indent:  # what is printed before its first line must stay readable
            return None
    if box.multi_line and box.height >= 2 * SMALLEST * LINE_HEIGHT:
        return _in_lines(text, box, top=True)
    lone = " ".join(text.split("\n"))
    whole = _first(_single(lone, box), _sizes(box, box.height * HEIGHT_SHARE))
    return whole or _in_lines(text, box, top=False) or _narrowed(lone, box)


def fit_first(texts: tuple[str, ...], box: Box) -> tuple[str, Layout] | None:
    """Return the first of several texts that fits with whole words: "voir annexe 1", then "A1".

    On one line, if one of them does: a box may reach over printed words below its first line.
    """
    whole: list[tuple[str, Layout]] = []
    for text in texts:
        # A mark of ours needs no more letters than cells: it is set as an ordinary line.
        plain = Box(box.width, box.height, box.size, box.align)
        layout = fit(text, plain)
        if layout and " ".join(line.text for line in layout.lines) == text:
            whole.append((text, layout))
    if whole:
        return next((one for one in whole if len(one[1].lines) == 1), whole[0])
    layout = _condensed(texts[-1], box)
    return (texts[-1], layout) if layout else None


def _narrowed(text: str, box: Box) -> Layout | None:
    """A few words narrowed a little: beside "Fait à", an annex would be of no use to anybody."""
    if len(text) > FEW or lettering.is_joined(text):
        return None
    return _condensed(text, box, NARROWED)


def _condensed(text: str, box: Box, least: float = LEAST_WIDTH) -> Layout | None:
    """The smallest letters, narrowed to the box: for a mark or for a few words."""
    wide = lettering.width(text, SMALLEST)
    condensed = min(1.0, box.width * 0.95 / wide)
    low, high = lettering.extent([text], 1.0)
    if condensed < least or (high - low) * SMALLEST > box.height + 2 * SLACK:
        return None
    x = (box.width - wide * condensed) / 2
    return Layout((Line(text, x, _baseline(box, SMALLEST, low, high), condensed),), SMALLEST)


Attempt = Callable[[float], Layout | None]


def _first(attempt: Attempt, sizes: Iterator[float]) -> Layout | None:
    """The largest size that does; the smallest is tried first, for it decides."""
    smallest = attempt(SMALLEST)
    if smallest is None:
        return None
    return next((layout for size in sizes if (layout := attempt(size))), smallest)


def _sizes(box: Box, automatic: float) -> Iterator[float]:
    size = max(SMALLEST, box.size or min(USUAL, automatic))
    while size > SMALLEST:
        yield size
        size -= STEP


def _single(text: str, box: Box) -> Attempt:
    one = lettering.width(text, 1.0)
    low, high = lettering.extent([text], 1.0)

    def attempt(size: float) -> Layout | None:
        slack = 2 * SLACK if size <= SMALLEST else 0.0
        if one * size > _room(box) or (high - low) * size > box.height + slack:
            return None
        line = Line(text, _x(box, text, one * size), _baseline(box, size, low, high))
        return Layout((line,), size)

    return attempt


def _baseline(box: Box, size: float, low: float, high: float) -> float:
    """Capitals in the middle; then no ink outside the box, as far as that can be."""
    y = (box.height - lettering.CAP_HEIGHT * size) / 2
    y = min(y, box.height - high * size)
    y = max(y, -low * size)
    if (high - low) * size > box.height:
        y = (box.height - (high + low) * size) / 2
    return y


def _ruled(text: str, box: Box, rows: int) -> Attempt:
    """Letters that stand on the printed lines, ``rows`` of them a line, from the first one."""
    words = measured(text)
    low, high = lettering.extent([text], 1.0)
    step = box.leading / rows

    def attempt(size: float) -> Layout | None:
        def begin(row: int) -> float:
            return box.indent if row < rows else 0.0

        lines = list(lines_of(words, lambda row: (_room(box) - begin(row)) / size))
        foot = max(FOOT, -low * size)
        first = foot + (box.lines * rows - 1) * step
        if len(lines) > box.lines * rows or first + high * size > box.height:
            return None
        if foot + high * size > step or any(
            wide * size > _room(box) - begin(row) for row, (_, wide) in enumerate(lines)
        ):
            return None
        return Layout(
            tuple(
                Line(line, begin(row) + _x(box, line, wide * size, begin(row)), first - row * step)
                for row, (line, wide) in enumerate(lines)
            ),
            size,
        )

    return attempt


def _side_by_side(text: str, box: Box) -> Attempt:
    """More entries than printed lines, such as children: in columns, read line by line."""
    entries = text.split("\n")
    columns = -(-len(entries) // box.lines)
    room = _room(box) / columns
    widest = max(lettering.width(entry, 1.0) for entry in entries) + GAP
    low, high = lettering.extent([text], 1.0)

    def attempt(size: float) -> Layout | None:
        foot = max(FOOT, -low * size)
        top = foot + (box.lines - 1) * box.leading
        tall = foot + high * size > box.leading or top + high * size > box.height
        if box.indent or not 1 < columns <= MOST_COLUMNS or widest * size > room or tall:
            return None
        lines = []
        for place, entry in enumerate(entries):
            row, column = divmod(place, columns)
            x = _padding(box) + column * room
            lines.append(Line(entry, x, top - row * box.leading))
        return Layout(tuple(lines), size)

    return attempt


def _in_lines(text: str, box: Box, *, top: bool) -> Layout | None:
    """Smaller letters before a word that is cut; a word cut before none at all.

    But where letters are joined to one another: no one could read the two halves.
    """
    sizes = [*_sizes(box, USUAL_MULTI_LINE)]
    whole = _first(_wrapped(text, box, top=top, cut=False), iter(sizes))
    if whole or lettering.is_joined(text):
        return whole
    return _first(_wrapped(text, box, top=top, cut=True), iter(sizes))


def _wrapped(text: str, box: Box, *, top: bool, cut: bool) -> Attempt:
    words = measured(text)
    low, high = lettering.extent([text], 1.0)
    longest = max(wide for paragraph in words for _, wide in paragraph)
    # Marks above and below Arabic letters say its vowels: those of two lines must not meet.
    height = max(LINE_HEIGHT, high - low) if lettering.is_joined(text) else LINE_HEIGHT

    def attempt(size: float) -> Layout | None:
        if longest * size > _room(box) and not cut:
            return None
        lines = list(lines_of(words, lambda _: _room(box) / size))
        leading = size * height
        spare = box.height - (len(lines) - 1) * leading - (high - low) * size
        if spare < 0 or any(wide * size > _room(box) for _, wide in lines):
            return None
        y = box.height - high * size - (min(2.0, spare / 2) if top else spare / 2)
        return Layout(
            tuple(
                Line(line, _x(box, line, wide * size), y - number * leading)
                for number, (line, wide) in enumerate(lines)
            ),
            size,
        )

    return attempt


def _comb(text: str, box: Box) -> Layout | None:
    """One letter in the middle of each cell; what is read from the right begins in the last."""
    letters = lettering.cells(text)
    if len(letters) > box.cells or "\n" in text:
        return None
    cell = box.width / box.cells
    low, high = lettering.extent(letters, 1.0)
    size = min(box.size or USUAL, box.height / (high - low), cell * CELL_SHARE)
    size = max(size, SMALLEST)
    if (high - low) * size > box.height + 2 * SLACK:
        return None
    align = "right" if lettering.begins_right(text) and box.align == "left" else box.align
    spare = box.cells - len(letters)
    first = {"left": 0, "center": spare // 2, "right": spare}
    y = _baseline(box, size, low, high)
    lines = []
    for place, letter in enumerate(letters, first[align]):
        wide = lettering.width(letter, size)
        condensed = min(1.0, max(LEAST_WIDTH, cell * 0.95 / max(wide, 0.1)))
        if letter != " ":
            x = (place + 0.5) * cell - wide * condensed / 2
            lines.append(Line(letter, x, y, condensed))
    return Layout(tuple(lines), size)


def _padding(box: Box) -> float:
    return min(2.0, box.width * 0.05)


def _room(box: Box) -> float:
    return max(box.width - 2 * _padding(box), 1.0)


def _x(box: Box, text: str, wide: float, begin: float = 0) -> float:
    """Where a line starts, from ``begin``; what is read from the right stands there."""
    if box.align == "center":
        return (box.width - begin - wide) / 2
    if box.align == "right" or lettering.begins_right(text):
        return box.width - begin - _padding(box) - wide
    return _padding(box)
