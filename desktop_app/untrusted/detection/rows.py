"""Words of one row, to the left or the right of a rectangle."""

import re
from collections.abc import Iterable, Sequence

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, height, shared_height, shared_width
from desktop_app.untrusted.detection.sheet import Word

FILLING = " \t_.…·:|-–■▪•◼➤►▼∗*\x02\ufffe"  # around words, signs that are none
CUT_WORD = re.compile("[\x02\ufffe\u00ad] ?")
FAR_LEFT, FAR_RIGHT = 420.0, 240.0  # points
ABOVE = 16.0  # points
SENTENCE = 24.0  # points of white that end a row of words
WORD_GAP = (1.5, 0.33)  # white between two words of a sentence: points, and share of a height
NEXT_ROW = 5.0  # points between the middles of two rows
TIGHT = 0.8  # points: no space between a word and its full stop


def joined(words: Iterable[Word]) -> str:
    """Words of one or several rows, in reading order, as a text."""
    lowered = sorted(words, key=lambda one: -_height(one))
    rows = grouped(lowered, lambda row, one: _height(row[0]) - _height(one) < NEXT_ROW)
    text, last = "", None
    for word in (one for row in rows for one in sorted(row, key=lambda one: one.rect[0])):
        tight = last is not None and -1 < word.rect[0] - last.rect[2] <= TIGHT
        text += word.text if not text or tight else " " + word.text
        last = word
    return text


def _height(word: Word) -> float:
    return (word.rect[1] + word.rect[3]) / 2


def left_of(
    rect: Rect, words: Sequence[Word], others: Iterable[Rect], white: float = SENTENCE
) -> list[Word]:
    """The words that lead to a rectangle, back to another one or to white."""
    row = _row(rect)
    stop = max(
        (one[2] for one in others if _stops(row, one) and one[2] <= rect[0] + 1), default=-1e9
    )
    limit = max(stop - 1, rect[0] - FAR_LEFT)
    near = [one for one in words if _meets(row, one.rect) and limit <= one.rect[0] < rect[0]]
    near = sorted(_one_row(near, row), key=lambda one: -one.rect[2])
    found: list[Word] = []
    edge = rect[0]
    for word in near:
        if found and edge - word.rect[2] > white:
            break
        found.append(word)
        edge = min(edge, word.rect[0])
    return found


def right_of(
    rect: Rect, words: Sequence[Word], others: Iterable[Rect], white: float = SENTENCE
) -> list[Word]:
    """The words that follow a rectangle, up to another one or to white."""
    row = _row(rect)
    stop = min(
        (one[0] for one in others if _stops(row, one) and one[0] >= rect[2] - 1), default=1e9
    )
    limit = min(stop + 1, rect[2] + FAR_RIGHT)
    near = [one for one in words if _meets(row, one.rect) and rect[2] - 3 <= one.rect[0] < limit]
    near = sorted(_one_row(near, row), key=lambda one: one.rect[0])
    found: list[Word] = []
    edge = rect[2]
    for word in near:
        if word.rect[0] - edge > (white if found else SENTENCE):
            break
        found.append(word)
        edge = max(edge, word.rect[2])
    return found


def above(rect: Rect, words: Sequence[Word]) -> list[Word]:
    """The row of words right above a rectangle."""
    wide = rect[0] - 2, rect[3], max(rect[2], rect[0] + 40), rect[3] + ABOVE
    near = [
        word
        for word in words
        if shared_width(word.rect, wide) > 1 and wide[1] - 2 <= word.rect[1] <= wide[3]
    ]
    return row_of(words, min(near, key=lambda one: one.rect[1])) if near else []


def row_of(words: Sequence[Word], first: Word) -> list[Word]:
    """The words of a sentence, both ways from one of them."""
    middle = _height(first)
    row = sorted(
        (one for one in words if one.rect[1] - 1 < middle < one.rect[3] + 1),
        key=lambda one: one.rect[0],
    )
    place = row.index(first)
    start, end = place, place + 1
    while start and _same_sentence(row[start - 1], row[start]):
        start -= 1
    while end < len(row) and _same_sentence(row[end - 1], row[end]):
        end += 1
    return row[start:end]


def _same_sentence(one: Word, other: Word) -> bool:
    high = max(one.rect[3] - one.rect[1], other.rect[3] - other.rect[1])
    return other.rect[0] - one.rect[2] < WORD_GAP[0] + WORD_GAP[1] * high


def _row(rect: Rect) -> Rect:
    """Where the words of its row stand: at its foot when it is high."""
    return rect[0], rect[1], rect[2], min(rect[3], rect[1] + 13)


def _meets(row: Rect, one: Rect) -> bool:
    around_it = row[0], row[1] - 2.5, row[2], row[3] + 1
    return shared_height(around_it, one) > min(2.0, 0.8 * height(one))


def _stops(row: Rect, one: Rect) -> bool:
    """Whether another box stands on the row, and not only touches it."""
    return shared_height(row, one) > 0.5 * min(height(row), height(one))


def _one_row(words: Sequence[Word], row: Rect) -> list[Word]:
    """Of words on two rows, those of the row which is nearer."""
    target = min((row[1] + row[3]) / 2, row[1] + 5)

    def away(word: Word) -> float:
        return abs(_height(word) - target)

    best = min(words, key=away, default=None)
    if best is None:
        return []
    middle = _height(best)
    return [one for one in words if abs(_height(one) - middle) < NEXT_ROW]


def clean_text(text: str) -> str:
    """Words without the signs that lead to a box, and whole where a row cut them."""
    return re.sub(r"\s+", " ", CUT_WORD.sub("", text)).strip(FILLING)
