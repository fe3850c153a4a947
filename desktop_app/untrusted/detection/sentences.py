"""A sentence that began on the row above, and the section in which a box stands."""

import re
from collections import defaultdict
from collections.abc import Sequence

from desktop_app.core.rect import Rect, has, height, middle, shared_width
from desktop_app.untrusted.detection.rows import clean_text, joined, row_of
from desktop_app.untrusted.detection.sheet import Mark, Sheet, Word

ROWS = 4  # at most, that are looked at above or below
MOST_OF_A_ROW = 4  # words: a shorter row is no line of a paragraph
NEAR = 24.0  # points from a box to the words that are its own
SHORT_END = 12.0  # points by which a line of a paragraph may be shorter than the next one
NEAR_INDENT = 6.0  # points by which the next line of an answer may begin further right or left
ENDS = (".", ":", "?", "!", ";")
LINKING = re.compile(
    r"\b(de|du|des|d[’']|l[’']|la|le|les|un|une|et|ou|en|à|au|aux|par|pour|sur|dans|avec|sans|que"
    r"|qui|dont|votre|vos|mon|ma|mes|une?|notre|et/ou|ou de|ce|cette|si|est|sont|,|-)$",
    re.IGNORECASE,
)
STEP = (3.0, 17.0)  # points from the middle of a row to that of the next one
INDENT = 15.0  # points by which a row may begin further right or left
BAR = (0.3, 7.0, 34.0)  # share of the page's width; lowest and highest bar with a title


def whole(row: Sequence[Word], words: Sequence[Word], others: Sequence[Rect]) -> str:
    """The text of a row, with what precedes it when it begins in the middle of a sentence.

    Args:
        others: boxes of the page; a row which has one is a sentence of its own.
    """
    text = joined(row)
    others = [one for one in others if not (row and _beside(row, one))]
    for _ in range(ROWS):
        before = _row_above(min(row, key=lambda one: one.rect[0]), words) if row else []
        goes_on = text[:1].islower() or text.count(")") > text.count("(") or _runs_on(before, row)
        if not before or not goes_on or any(_beside(before, one) for one in others):
            break
        row = before
        text = f"{joined(row)} {text}"
    return text


def _runs_on(before: Sequence[Word], row: Sequence[Word]) -> bool:
    """Whether a row ends in the middle of a sentence, as long as the next one."""
    if len(before) < MOST_OF_A_ROW or not row:
        return False
    right = max(one.rect[2] for one in row)
    last = max(before, key=lambda one: one.rect[2])
    alike = abs(height(last.rect) - height(row[0].rect)) < 3
    return alike and last.rect[2] >= right - SHORT_END and last.text[-1:].isalpha()


def to_its_end(row: Sequence[Word], words: Sequence[Word], others: Sequence[Rect]) -> str:
    """The text of a row, with what follows it below when it ends in the middle of a sentence."""
    text, first = joined(row), row
    for _ in range(ROWS):
        if not row or text.rstrip().endswith(ENDS):
            break
        row = _row_below(min(row, key=lambda one: one.rect[0]), words)
        if not row or any(_beside(row, one) for one in others):
            break
        more = joined(row)
        unfinished = LINKING.search(text) is not None or text.count("(") > text.count(")")
        if not (more[:1].islower() or more[:1] == "(" or unfinished or _runs_on(first, row)):
            break
        text, first = f"{text} {more}", row
    return text


def _row_below(first: Word, words: Sequence[Word]) -> list[Word]:
    y = middle(first.rect)[1]
    near = [
        one
        for one in words
        if STEP[0] < y - middle(one.rect)[1] < STEP[1]
        and abs(one.rect[0] - first.rect[0]) < NEAR_INDENT
        and any(map(str.isalnum, one.text))
    ]
    if not near:
        return []
    return row_of(words, max(near, key=lambda one: middle(one.rect)[1]))


def _row_above(first: Word, words: Sequence[Word]) -> list[Word]:
    y = middle(first.rect)[1]
    near = [
        one
        for one in words
        if STEP[0] < middle(one.rect)[1] - y < STEP[1]
        and abs(one.rect[0] - first.rect[0]) < INDENT
        and any(map(str.isalnum, one.text))
    ]
    if not near:
        return []
    return row_of(words, min(near, key=lambda one: middle(one.rect)[1]))


def _beside(row: Sequence[Word], box: Rect) -> bool:
    y = sum(middle(one.rect)[1] for one in row) / len(row)
    left, right = min(one.rect[0] for one in row), max(one.rect[2] for one in row)
    near = left - NEAR < box[2] and box[0] < right + NEAR
    return near and box[1] - 1 < y < min(box[3], box[1] + 14)


def add_sections(marks: Sequence[Mark], sheet: Sheet) -> None:
    """Boxes of one name in several sections are told apart by the titles of their sections.

    A title is words on a dark bar.
    """
    bars = [(bar, title) for bar in sheet.inked if (title := _title(bar, sheet))]
    same: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        same[mark.label].append(mark)
    for label, twins in same.items():
        titles = [_section(mark, bars) for mark in twins]
        if not label or len(set(titles)) < 2:
            continue
        for mark, title in zip(twins, titles, strict=True):
            mark.label = f"{title} : {label}" if title else label


def _title(bar: Rect, sheet: Sheet) -> str:
    share, lowest, highest = BAR
    if bar[2] - bar[0] < share * sheet.width or not lowest <= bar[3] - bar[1] <= highest:
        return ""
    return clean_text(joined([one for one in sheet.words if has(bar, middle(one.rect))]))[:60]


def _section(mark: Mark, bars: Sequence[tuple[Rect, str]]) -> str:
    above = [
        (bar[1], title)
        for bar, title in bars
        if bar[1] >= mark.rect[3] - 4 and shared_width(bar, mark.rect) > 0
    ]
    return min(above)[1] if above else ""
