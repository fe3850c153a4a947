"""Dots that lead the eye from words to a box, where one writes in the box and not on the dots."""

import re
from collections.abc import Sequence
from itertools import chain

from desktop_app.core.rect import Rect, has, middle
from desktop_app.untrusted.detection.sheet import Line, Sheet, Word

NEXT = 24.0  # points from the words to the dots
NEAR = 70.0  # points from the end of the dots to the box
ROW = 16.0  # points by which the box may stand higher or lower
HIGHEST = 48.0  # points: a higher cell is a frame, not a box
CODE = re.compile(r"[\W_]*(?:\d{1,3}[a-zA-Z]{0,2}|[a-zA-Z]{1,2}|[$€£]|Yes|No|Oui|Non)?[\W_]*")


def leads(sheet: Sheet, line: Line, closed: Sequence[Rect]) -> bool:
    """Whether a dotted row ends before a box, with nothing but a short code between them."""
    if not line.dotted:
        return False
    start = _box_after(sheet, line, closed)
    if start is None or not _has_words_before(sheet, line):
        return False
    between = [
        word
        for word in sheet.words
        if word.rect[0] >= line.end - 1 and word.rect[0] < start and _on_row(word, line)
    ]
    return all(CODE.fullmatch(word.text) for word in between)


def _has_words_before(sheet: Sheet, line: Line) -> bool:
    """Words that end in a colon ask for an answer on the dots."""
    before = [
        word
        for word in sheet.words
        if -NEXT <= word.rect[2] - line.start <= 1 and _on_row(word, line)
    ]
    nearest = max(before, key=lambda word: word.rect[2], default=None)
    return nearest is not None and not nearest.text.endswith(":")


def _box_after(sheet: Sheet, line: Line, closed: Sequence[Rect]) -> float | None:
    """Where the next empty cell, or line to write on, of this row begins."""
    cells = (
        cell[0]
        for cell in closed
        if line.end - 2 <= cell[0] <= line.end + NEAR
        and cell[1] - ROW / 2 <= line.at <= cell[3]
        and cell[3] - cell[1] <= HIGHEST
        and not any(has(cell, middle(word.rect)) for word in sheet.words)
    )
    lines = (
        one.start
        for one in sheet.level
        if not one.dotted
        and line.end - 2 <= one.start <= line.end + NEAR
        and abs(one.at - line.at) <= ROW / 2
    )
    return min(chain(cells, lines), default=None)


def _on_row(word: Word, line: Line) -> bool:
    return word.rect[1] - 3 < line.at < word.rect[3]
