"""Which bare lines are to write on; most lines of a page are only decoration."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.rect import shared_width
from desktop_app.untrusted.detection.bands import Bands
from desktop_app.untrusted.detection.sheet import Line, Sheet

SHORTEST, SHORTEST_TYPED, SHORTEST_DOTS = 18.0, 9.0, 18.0
SHORTEST_PART = 7.0  # between the bars of a date
THICKEST = 1.3
LINE = 12.0  # points of height for a line of writing
LOWEST = 6.0  # points needed above a line that is only drawn
LOWEST_ALONE = 9.0  # points needed above a line that nothing names
NOTE = re.compile(r"[*†]|\(?\d{1,2}\)?$")  # how a note at the foot of a page begins
BESIDE = 32.0  # points between words and the line which they name
CAPTION = 9.5  # points below a line in which its name may stand
TWICE, TOUCH = 2.5, 1.5  # points between a line and the row typed over it, or at its end
WIDE = 0.62  # of the page: a longer line without words beside it parts two sections


def each_once(lines: Sequence[Line]) -> list[Line]:
    """Return lines, rows of underscores and the line that is drawn under them as one row."""
    rows = [line for line in lines if line.typed and not line.dotted]
    others = [line for line in lines if line.dotted or not line.typed]
    found: list[Line] = []
    for line in others:
        own = [] if line.dotted else [row for row in rows if _is_on(row, line)]
        start = min((row.start for row in own), default=line.end)
        if start > line.start + TWICE:  # a rule of the page, on which they stand
            found.append(line)
            continue
        end = max(one.end for one in (line, *own))
        rows = [row for row in rows if row not in own] + [replace(own[0], start=start, end=end)]
    return sorted((*found, *rows), key=lambda one: (one.at, one.start))


def _is_on(row: Line, line: Line) -> bool:
    touch = row.start <= line.end + TOUCH and line.start <= row.end + TOUCH
    return touch and abs(row.at - line.at) <= TWICE


def room(line: Line, obstacles: Bands) -> float:
    """How much is free above a line, up to one line of writing."""
    free = LINE
    foot = (line.start, line.at, line.end, line.at + LINE)
    for rect in obstacles.near(line.at, line.at + LINE):
        if shared_width(foot, rect) > 2.0 and rect[3] > line.at + 1.5 and rect[1] < line.at + free:
            free = max(0.0, rect[1] - line.at)
    return free


def asks(sheet: Sheet, line: Line, free: float) -> float:
    """How sure it is that a bare line is to write on; 0 when it is not."""
    is_fold = line.start <= 2 and line.end >= sheet.width - 2
    if line.typed:
        return 0.0 if is_fold else _typed(sheet, line)
    if line.length < SHORTEST or line.thick > THICKEST or free < LOWEST or is_fold:
        return 0.0
    if _named_beside(sheet, line):
        return 0.8
    if line.length >= WIDE * sheet.width:
        return 0.0
    if sheet.is_picture:  # where typed rows cannot be told from drawn ones
        return 0.0 if free < LOWEST_ALONE or _meets_upright(sheet, line) else 0.7
    return 0.6 if _named_below(sheet, line) else 0.0


def after_words(sheet: Sheet, line: Line) -> list[Line]:
    """Cut a drawn line of dots on which words stand: one writes on what is left of it."""
    if not line.dotted or line.typed:
        return [line]
    words = sorted(
        (
            word
            for word in sheet.words
            if -4.0 <= word.rect[1] - line.at <= 4.0
            and word.rect[3] > line.at + 2
            and word.rect[2] > line.start
            and word.rect[0] < line.end
        ),
        key=lambda word: word.rect[0],
    )
    if not words:
        return [line]
    ends = [*(word.rect[0] for word in words[1:]), line.end]
    return [
        replace(line, start=word.rect[2] + 1, end=end)
        for word, end in zip(words, ends, strict=True)
        if word.text.endswith(":") and end - word.rect[2] > SHORTEST
    ]


def continues(line: Line, above: Line) -> bool:
    """Whether a bare line, that nothing names, goes on from the one above it."""
    return (
        9.0 <= above.at - line.at <= 30.0
        and abs(above.end - line.end) <= 5.0
        and line.start <= above.start + 3.0
        and line.length >= SHORTEST
        and abs(line.thick - above.thick) < 0.4
    )


def _typed(sheet: Sheet, line: Line) -> float:
    shortest = SHORTEST_DOTS if line.dotted else SHORTEST_TYPED
    if line.length < (SHORTEST_PART if _is_part(sheet, line) else shortest):
        return 0.0
    if line.dotted and _leads_to_a_page(sheet, line):
        return 0.0
    return 0.95


def _is_part(sheet: Sheet, line: Line) -> bool:
    """Whether a short row is a part of a date: "…../…../……"."""
    return any(
        word.text.strip(" ") == "/"
        and word.rect[1] - 1 <= line.at <= word.rect[3]
        and min(abs(word.rect[2] - line.start), abs(word.rect[0] - line.end)) < 4
        for word in sheet.words
    )


def _leads_to_a_page(sheet: Sheet, line: Line) -> bool:
    """A table of contents: dots, then the number of a page, then nothing."""
    after = [
        word
        for word in sheet.words
        if word.rect[0] >= line.end - 1 and word.rect[1] - 3 < line.at < word.rect[3]
    ]
    return len(after) == 1 and after[0].text.isdigit() and after[0].rect[0] - line.end < 20


def _meets_upright(sheet: Sheet, line: Line) -> bool:
    """Whether a line goes from one upright line to another, as those of a table do."""
    met = [
        one.at
        for one in sheet.upright
        if one.length > LINE and one.start - 2 <= line.at <= one.end + 2
    ]
    return all(any(abs(at - end) < 2.5 for at in met) for end in (line.start, line.end))


def _named_beside(sheet: Sheet, line: Line) -> bool:
    return any(
        -4.5 <= word.rect[1] - line.at <= 5.0
        and word.rect[3] > line.at + 1
        and -2.0 <= line.start - word.rect[2] <= BESIDE
        for word in sheet.words
    )


def _named_below(sheet: Sheet, line: Line) -> bool:
    below = [
        word
        for word in sheet.words
        if 0 < line.at - word.rect[3] <= CAPTION
        and word.rect[2] > line.start
        and word.rect[0] < line.end
    ]
    if not below or NOTE.match(min(below, key=lambda one: one.rect[0]).text):
        return False
    left, right = min(one.rect[0] for one in below), max(one.rect[2] for one in below)
    row = min(one.rect[1] for one in below), max(one.rect[3] for one in below)
    goes_on = any(
        row[0] < (word.rect[1] + word.rect[3]) / 2 < row[1] and 0 <= word.rect[0] - right < 6
        for word in sheet.words
    )
    return left >= line.start - 2 and right <= line.end + 2 and not goes_on
