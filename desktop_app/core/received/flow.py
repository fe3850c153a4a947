"""The words of a letter as one text whose every part knows its place on the paper.

Lines are cut where a wide gap stands (an address beside an address, a table), and what stands in
one column is read before the next one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from statistics import median

from desktop_app.core.folding import folded
from desktop_app.core.grouping import grouped
from desktop_app.core.received.model import Leaf, Place, Word
from desktop_app.core.rect import (
    Rect,
    around,
    height,
    middle,
    shared_height,
    shared_width,
    width,
)

WIDE = 1.8
"""A gap of so many heights of a letter cuts a line: what is beyond is another column."""
LEADING, INKED = 0.7, 1.25
"""A line is of the same paragraph when the white above it is less than so many heights: of a line
of type, or of the ink of its letters, which is all that recognition tells."""
LEAST = 3
"""Letters and digits of a line that was recognised: fewer are a stain, or the grain of a table."""
ALIKE = 1.35
"""Two lines of one paragraph have letters of one size, to this ratio."""
ABOVE = 2.2
"""A label stands above its value within so many heights."""
BREAK = "\n\n"
TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on one line; ``start`` is where they begin in the text."""

    page: int
    words: tuple[Word, ...]
    box: Rect
    start: int = 0

    @property
    def text(self) -> str:
        """The words, a space between two."""
        return " ".join(word.text for word in self.words)

    @property
    def offsets(self) -> tuple[int, ...]:
        """Where each word begins in them."""
        ends = accumulate(len(word.text) + 1 for word in self.words)
        return (0, *ends)[: len(self.words)]

    @property
    def end(self) -> int:
        """Where they end in the text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters or digits, folded, where it stands, and whether it may be misread."""

    folded: str
    start: int
    end: int
    misread: bool


@dataclass(frozen=True)
class Flow:
    """A letter as one text: a line break between two pieces, an empty line between two blocks."""

    text: str
    pieces: tuple[Piece, ...]
    heights: tuple[float, ...]
    """Of the pages, in points."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every run of letters or digits."""
        return tuple(
            Token(
                folded(one[0]),
                piece.start + at + one.start(),
                piece.start + at + one.end(),
                word.sure < 1,
            )
            for piece in self.pieces
            for word, at in zip(piece.words, piece.offsets, strict=True)
            for one in TOKEN.finditer(word.text)
        )

    def words(self, start: int, end: int) -> Iterator[tuple[Piece, Word]]:
        """Yield the words that stand between two places of the text."""
        for piece in self.pieces:
            if piece.end <= start or piece.start >= end:
                continue
            for word, at in zip(piece.words, piece.offsets, strict=True):
                if piece.start + at < end and piece.start + at + len(word.text) > start:
                    yield piece, word

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Return the boxes of the words between two places of the text: one for each line."""
        boxes: dict[tuple[int, int], list[Rect]] = {}
        for piece, word in self.words(start, end):
            boxes.setdefault((piece.page, piece.start), []).append(word.box)
        return tuple(Place(page, around(found)) for (page, _), found in boxes.items())

    def sure(self, start: int, end: int) -> float:
        """Return how surely these words were read: as surely as the least sure of them."""
        return min((word.sure for _, word in self.words(start, end)), default=0.0)

    def piece_at(self, place: int) -> Piece | None:
        """Return the piece in which a place of the text stands."""
        return next((one for one in self.pieces if one.start <= place < one.end), None)

    def left_of(self, piece: Piece) -> Piece | None:
        """Return the nearest piece on the same row, to the left."""
        before = [one for one in self.pieces if one.box[2] <= piece.box[0] + 1]
        before = [one for one in before if _same_row(one, piece)]
        return max(before, key=lambda one: one.box[2], default=None)

    def right_of(self, piece: Piece) -> Piece | None:
        """Return the nearest piece on the same row, to the right."""
        after = [one for one in self.pieces if one.box[0] >= piece.box[2] - 1]
        after = [one for one in after if _same_row(one, piece)]
        return min(after, key=lambda one: one.box[0], default=None)

    def above(self, piece: Piece) -> Piece | None:
        """Return the piece just above, in the same column."""
        over = [
            one
            for one in self.pieces
            if one.page == piece.page
            and shared_width(one.box, piece.box) > 0
            and -0.3 * height(piece.box) <= one.box[1] - piece.box[3] < ABOVE * height(piece.box)
        ]
        return min(over, key=lambda one: one.box[1], default=None)

    def below(self, piece: Piece) -> Piece | None:
        """Return the piece just below, in the same column."""
        under = [one for one in self.pieces if one is not piece and self.above(one) is piece]
        return max(under, key=lambda one: one.box[3], default=None)

    def from_top(self, place: int) -> float:
        """Return how far down its page a place of the text stands: 0 to 1; pages add 1."""
        piece = self.piece_at(place)
        if piece is None:
            return 1.0
        return piece.page - middle(piece.box)[1] / max(1.0, self.heights[piece.page - 1])


def flow_of(leaves: Sequence[Leaf]) -> Flow:
    """Return a letter as one text."""
    text, pieces = "", list[Piece]()
    for number, leaf in enumerate(leaves, 1):
        for block in _blocks(number, leaf):
            text += BREAK if text else ""
            for place, piece in enumerate(block):
                text += "\n" if place else ""
                pieces.append(Piece(piece.page, piece.words, piece.box, len(text)))
                text += piece.text
    return Flow(text, tuple(pieces), tuple(leaf.height for leaf in leaves))


def rows(words: Iterable[Word]) -> tuple[tuple[Word, ...], ...]:
    """Return words as lines, for who knows their places only: from the top, left to right."""

    def level(row: Sequence[Word], one: Word) -> bool:
        last = row[-1].box
        return shared_height(one.box, last) > 0.5 * min(height(one.box), height(last))

    found = grouped(sorted(words, key=lambda one: -middle(one.box)[1]), level)
    return tuple(tuple(sorted(row, key=lambda one: one.box[0])) for row in found)


def _blocks(page: int, leaf: Leaf) -> list[list[Piece]]:
    """Return the pieces of a page as paragraphs, cells and columns, from the top."""
    cut = [piece for line in leaf.lines for piece in _cut(page, line) if not _is_stain(piece)]
    blocks: list[list[Piece]] = []
    for piece in sorted(cut, key=lambda one: (-one.words[0].box[3], one.box[0])):
        near = [one for one in blocks if _goes_on(one[-1], piece)]
        if near:
            min(near, key=lambda one: abs(one[-1].box[0] - piece.box[0])).append(piece)
        else:
            blocks.append([piece])
    return blocks


def _is_stain(piece: Piece) -> bool:
    recognised = any(word.sure < 1 for word in piece.words)
    return recognised and sum(map(str.isalnum, piece.text)) < LEAST


def _cut(page: int, line: Sequence[Word]) -> Iterator[Piece]:
    """Yield the parts of a line between its wide gaps."""
    kept: list[Word] = []
    wide = WIDE * median([height(one.box) for one in line]) if line else 0.0
    for word in line:
        if kept and word.box[0] - kept[-1].box[2] > wide:
            yield _piece(page, kept)
            kept = []
        kept.append(word)
    if kept:
        yield _piece(page, kept)


def _piece(page: int, words: Sequence[Word]) -> Piece:
    return Piece(page, tuple(words), around(word.box for word in words))


def _goes_on(one: Piece, other: Piece) -> bool:
    """Whether a piece is the next line of the same paragraph, on a page that may lie askew."""
    high = _letters(one), _letters(other)
    recognised = any(word.sure < 1 for word in other.words)
    first = other.words[0].box
    over = min(one.words, key=lambda word: abs(word.box[0] - first[0])).box
    return (
        -0.5 * high[0] < over[1] - first[3] < (INKED if recognised else LEADING) * min(high)
        and shared_width(one.box, other.box) > 0.5 * min(width(one.box), width(other.box))
        and max(high) < ALIKE * min(high)
    )


def _letters(piece: Piece) -> float:
    return median([height(word.box) for word in piece.words])


def _same_row(one: Piece, other: Piece) -> bool:
    """Whether two pieces stand beside each other: by their words that are nearest."""
    if one is other or one.page != other.page:
        return False
    left, right = (one, other) if one.box[0] < other.box[0] else (other, one)
    last, first = left.words[-1].box, right.words[0].box
    return shared_height(last, first) > 0.4 * min(height(last), height(first))
