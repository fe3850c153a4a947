"""Decides how a text stands in its box, by measuring it first: nothing is ever drawn cut.

A text is shrunk down to the readable minimum, then wrapped where the box has room for lines; what
still does not fit goes to the annex. All lengths are points.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from desktop_app.pdf.forms import lettering

SMALLEST = 6.0
USUAL, USUAL_MULTI_LINE = 12.0, 10.0
STEP = 0.5
LINE_HEIGHT = 1.17  # of the letters' size
HEIGHT_SHARE = 0.72  # letters of a lone line, when the form leaves their size to us
SLACK = 2.0  # how far ink may stand above or below a box lower than letters of 6 points
CELL_SHARE = 1.5  # letters of a comb, of a cell's width
LEAST_COMB_WIDTH = 0.5  # a letter wider than its cell is condensed down to this

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """Where an answer goes, already turned to be read: width, height and how it is to be set."""

    width: float
    height: float
    size: float = 0
    align: Align = "left"
    multi_line: bool = False
    cells: int = 0


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
    if box.multi_line and box.height >= 2 * SMALLEST * LINE_HEIGHT:
        return _first(_wrapped(text, box, top=True), _sizes(box, USUAL_MULTI_LINE))
    lone = " ".join(text.split("\n"))
    return _first(_single(lone, box), _sizes(box, box.height * HEIGHT_SHARE)) or _first(
        _wrapped(text, box, top=False), _sizes(box, USUAL_MULTI_LINE)
    )


def fit_first(texts: tuple[str, ...], box: Box) -> tuple[str, Layout] | None:
    """Return the first of several texts that fits, as "voir annexe 1" then shorter ones."""
    for text in texts:
        # A mark of ours needs no more letters than cells: it is set as an ordinary line.
        plain = Box(box.width, box.height, box.size, box.align)
        if layout := fit(text, plain):
            return text, layout
    return None


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
        line = Line(text, _x(box, one * size), _baseline(box, size, low, high))
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


def _wrapped(text: str, box: Box, *, top: bool) -> Attempt:
    words = _measured(text)
    low, high = lettering.extent([text], 1.0)

    def attempt(size: float) -> Layout | None:
        lines = list(_lines(words, _room(box) / size))
        leading = size * LINE_HEIGHT
        spare = box.height - (len(lines) - 1) * leading - (high - low) * size
        if spare < 0 or any(wide * size > _room(box) for _, wide in lines):
            return None
        y = box.height - high * size - (min(2.0, spare / 2) if top else spare / 2)
        return Layout(
            tuple(
                Line(line, _x(box, wide * size), y - number * leading)
                for number, (line, wide) in enumerate(lines)
            ),
            size,
        )

    return attempt


def wrap(text: str, size: float, room: float) -> Iterator[str]:
    """Cut a text into lines no wider than ``room``, between words; a longer word is cut."""
    return (line for line, _ in _lines(_measured(text), room / size))


Words = list[list[tuple[str, float]]]  # paragraphs of words, each with its width at size 1


def _measured(text: str) -> Words:
    return [
        [(word, lettering.width(word, 1.0)) for word in paragraph.split(" ")]
        for paragraph in text.split("\n")
    ]


def _lines(paragraphs: Words, room: float) -> Iterator[tuple[str, float]]:
    """Lines with their width; everything at size 1."""
    space = lettering.width(" ", 1.0)
    for words in paragraphs:
        line, wide = "", 0.0
        for word, length in words:
            longer = wide + space + length if line else length
            if longer <= room:
                line, wide = f"{line} {word}" if line else word, longer
                continue
            if line:
                yield line, wide
            *whole, (line, wide) = _pieces(word, length, room)
            yield from whole
        yield line, wide


def _pieces(word: str, length: float, room: float) -> list[tuple[str, float]]:
    """A word in pieces that each fit; a letter wider than the room stands alone."""
    if length <= room:
        return [(word, length)]
    pieces, piece, wide = [], "", 0.0
    for letter in word:
        more = lettering.width(letter, 1.0)
        if piece and wide + more > room:
            pieces.append((piece, wide))
            piece, wide = "", 0.0
        piece, wide = piece + letter, wide + more
    return [*pieces, (piece, wide)]


def _comb(text: str, box: Box) -> Layout | None:
    """One letter in the middle of each cell."""
    if len(text) > box.cells or "\n" in text:
        return None
    cell = box.width / box.cells
    low, high = lettering.extent([text], 1.0)
    size = min(box.size or USUAL, box.height / (high - low), cell * CELL_SHARE)
    size = max(size, SMALLEST)
    if (high - low) * size > box.height + 2 * SLACK:
        return None
    first = {"left": 0, "center": (box.cells - len(text)) // 2, "right": box.cells - len(text)}
    y = _baseline(box, size, low, high)
    lines = []
    for place, letter in enumerate(text, first[box.align]):
        wide = lettering.width(letter, size)
        condensed = min(1.0, max(LEAST_COMB_WIDTH, cell * 0.95 / max(wide, 0.1)))
        if letter != " ":
            x = (place + 0.5) * cell - wide * condensed / 2
            lines.append(Line(letter, x, y, condensed))
    return Layout(tuple(lines), size)


def _padding(box: Box) -> float:
    return min(2.0, box.width * 0.05)


def _room(box: Box) -> float:
    return max(box.width - 2 * _padding(box), 1.0)


def _x(box: Box, wide: float) -> float:
    if box.align == "center":
        return (box.width - wide) / 2
    if box.align == "right":
        return box.width - _padding(box) - wide
    return _padding(box)
