"""Words of squares to tick, and which of them answer one question."""

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.core.exclusive import answer, exclusive, is_answer
from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, middle
from desktop_app.untrusted.detection.rows import above, joined, left_of, right_of
from desktop_app.untrusted.detection.sentences import to_its_end, whole
from desktop_app.untrusted.detection.sheet import Mark, Sheet, Word

DASH = " — "
ROW = 5.0  # points by which squares of one row may be higher or lower
ANSWER = 14.0  # points of white that end the words of an answer
SHORT_ANSWER = 16  # signs
NOWHERE = 60.0  # points: what a side without words counts
LEADING = re.compile(
    r"(depuis|jusqu[’']au|du|au|le|depuis le|à partir du|date|montant)", re.IGNORECASE
)


def rows(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Squares that stand on one row, left to right."""
    lowered = sorted(marks, key=lambda one: (-one.foot, one.rect[0]))
    found = grouped(lowered, lambda row, one: abs(row[0].foot - one.foot) <= ROW)
    return [sorted(row, key=lambda one: one.rect[0]) for row in found]


def name(marks: Sequence[Mark], sheet: Sheet, others: Sequence[Rect]) -> None:
    """Give each square its words: those of the side on which its whole row has them nearer."""
    for row in rows(marks):
        rights = [right_of(mark.rect, sheet.words, others, ANSWER) for mark in row]
        lefts = [left_of(mark.rect, sheet.words, others, ANSWER) for mark in row]
        to_right = sum(_gap(mark.rect, words) for mark, words in zip(row, rights, strict=True))
        to_left = sum(_gap(mark.rect, words) for mark, words in zip(row, lefts, strict=True))
        for mark, right, left in zip(row, rights, lefts, strict=True):
            near, far = (left, right) if to_left < to_right else (right, left)
            if near is right and far and _leads_on(right, others):
                near, far = left, right
            mark.label = to_its_end(near or far, sheet.words, others)
            mark.beside = bool(near)
            if near and near is left:
                _split(mark)
        _end_where_next_begins(row)
        _ask(row, lefts if to_right <= to_left else None, sheet, others)


def _ask(
    row: Sequence[Mark],
    lefts: Sequence[Sequence[Word]] | None,
    sheet: Sheet,
    others: Sequence[Rect],
) -> None:
    """What each square of a row answers: the words that stand before the first one."""
    for place, mark in enumerate(row):
        before = joined(lefts[place]) if lefts else ""
        if mark.question:
            continue
        if place and (not before or clean_same(before, row[place - 1].label)):
            mark.question = row[place - 1].question
        else:
            near = lefts[place] if lefts and before else above(mark.rect, sheet.words)
            mark.question = whole(near, sheet.words, others)
            mark.asked = before.rstrip().endswith((":", "?"))


def _leads_on(words: Sequence[Word], boxes: Sequence[Rect]) -> bool:
    """Whether the words after a square lead to a box to write in: "depuis le"."""
    if not words or not LEADING.fullmatch(joined(words).strip(" :.…_")):
        return False
    end = max(word.rect[2] for word in words)
    y = middle(words[0].rect)[1]
    return any(0 <= box[0] - end < ANSWER and box[1] - 2 < y < box[3] + 2 for box in boxes)


def _split(mark: Mark) -> None:
    """ "Sexe : M", before a square: what is asked, and the answer."""
    question, colon, answer = mark.label.rpartition(":")
    if colon and 0 < len(answer.strip()) <= SHORT_ANSWER:
        mark.question, mark.label = question.strip(), answer.strip()


def _end_where_next_begins(row: Sequence[Mark]) -> None:
    """ "☐ Personne physique — Sexe : M ☐ F ☐": the words of the first square end before "Sexe"."""
    for one, other in pairwise(row):
        if not other.question or not one.label.startswith(other.question):
            continue
        own, dash, asked = other.question.rpartition(DASH)
        one.label = own if dash else other.question
        for mark in row if dash else ():
            if mark.question == f"{own}{dash}{asked}":
                mark.question = asked


def clean_same(one: str, other: str) -> bool:
    """Whether words before a square are those of the square before it."""
    return one.strip() == other.strip()


def _gap(rect: Rect, words: Sequence[Word]) -> float:
    if not words:
        return NOWHERE
    return min(max(0.0, word.rect[0] - rect[2], rect[0] - word.rect[2]) for word in words)


def questions(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Groups of squares of one row of which one only can be true: oui and non, M and Mme."""
    found = []
    for row in rows(marks):
        start, first = 0, ""
        while start < len(row):
            size = _exclusive(row[start:])
            word = answer(row[start].label)
            # "oui … non | oui … non": the non of one column is not answered by the oui of the next.
            if size and word == (first or word):
                found.append(row[start : start + size])
            else:
                size = 0
            if is_answer(row[start].label):
                first = first or word
            start += size or 1
    return found


def _exclusive(row: Sequence[Mark]) -> int:
    """How many of the first squares of a row exclude each other; 0 when they do not."""
    for size in (3, 2):
        if len(row) >= size and exclusive([mark.label for mark in row[:size]]):
            return size
    return 0
