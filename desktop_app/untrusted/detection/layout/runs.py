"""Words that follow each other on one height: a line of a sentence, the name of a box."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, around, middle
from desktop_app.untrusted.detection.rows import SENTENCE, clean_text, joined
from desktop_app.untrusted.detection.sheet import Line, Sheet, Word

STEP = 4.0  # points between the middles of two heights


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one height without white between them.

    Attributes:
        high: the height of its highest word, in points.
        asks: it ends in a colon or a question mark.
    """

    text: str
    rect: Rect
    high: float
    asks: bool = False


def runs(sheet: Sheet, white: float = SENTENCE) -> list[Run]:
    """Return the runs of a page, from its top; an upright line parts the words of two cells."""
    sides = sorted(sheet.upright, key=lambda one: one.at)
    return [_run(row) for row in _rows(sheet.words, white, sides)]


def _run(row: Sequence[Word]) -> Run:
    text = joined(row)
    return Run(
        clean_text(text),
        around(word.rect for word in row),
        max(word.rect[3] - word.rect[1] for word in row),
        text.rstrip().endswith((":", "?")),
    )


def _rows(words: Sequence[Word], white: float, sides: Sequence[Line]) -> Iterator[list[Word]]:
    def level(row: Sequence[Word], one: Word) -> bool:
        return middle(row[0].rect)[1] - middle(one.rect)[1] < STEP

    for height in grouped(sorted(words, key=lambda one: -middle(one.rect)[1]), level):
        row: list[Word] = []
        for word in sorted(height, key=lambda one: one.rect[0]):
            if row and (word.rect[0] - row[-1].rect[2] > white or _parted(row[-1], word, sides)):
                yield row
                row = []
            row.append(word)
        yield row


def _parted(one: Word, other: Word, sides: Sequence[Line]) -> bool:
    """Whether a line stands between two words."""
    left, right, y = one.rect[2] - 1, other.rect[0] + 1, middle(other.rect)[1]
    start = bisect_left(sides, left, key=lambda line: line.at)
    end = bisect_right(sides, right, key=lambda line: line.at)
    return any(line.start <= y <= line.end for line in sides[start:end])
