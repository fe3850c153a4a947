"""Words that follow each other on one height: a line of a sentence, the name of a box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, around, middle
from desktop_app.untrusted.detection.rows import SENTENCE, clean_text, joined
from desktop_app.untrusted.detection.sheet import Word

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


def runs(words: Sequence[Word], white: float = SENTENCE) -> list[Run]:
    """Return the runs of a page, from its top."""
    return [_run(row) for row in _rows(words, white)]


def _run(row: Sequence[Word]) -> Run:
    text = joined(row)
    return Run(
        clean_text(text),
        around(word.rect for word in row),
        max(word.rect[3] - word.rect[1] for word in row),
        text.rstrip().endswith((":", "?")),
    )


def _rows(words: Sequence[Word], white: float) -> Iterator[list[Word]]:
    def level(row: Sequence[Word], one: Word) -> bool:
        return middle(row[0].rect)[1] - middle(one.rect)[1] < STEP

    for height in grouped(sorted(words, key=lambda one: -middle(one.rect)[1]), level):
        row: list[Word] = []
        for word in sorted(height, key=lambda one: one.rect[0]):
            if row and word.rect[0] - row[-1].rect[2] > white:
                yield row
                row = []
            row.append(word)
        yield row
