"""Which boxes are answered together: parts of a date or a number, squares of one question."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.core.exclusive import exclusive
from desktop_app.core.generic import wording
from desktop_app.core.generic.facts import Box
from desktop_app.core.generic.known import MAYBE_DATE, recognise
from desktop_app.core.generic.layout.naming import ANSWERS, Named
from desktop_app.core.generic.own_words import PATH
from desktop_app.core.generic.wording import from_name, plain_words
from desktop_app.core.rect import height, width

Togetherness = Literal["one", "date", "cells", "choice", "choices", "repeated"]

CLOSE, TOUCH = 16.0, 7.0  # points between two parts of a date; between two cells
COUNTED_CLOSE = 20.0  # points between those that the form itself counts
ALIKE = 0.25  # share of a side by which two cells of one number may differ
DAY_CELLS = 8  # of a whole day
CELL = 20.0  # points: a wider box is no cell of one sign
PART = 70.0  # points: a wider box is no part of a date
MOST = 24  # squares of one question
SCALE = 3  # squares of a row without words that are a scale
LEVEL = 4.0  # points by which squares of one row may be higher or lower
STACK, LEAN = 60.0, 4.0  # points between two squares of a list; by which they may not line up
COUNTED = re.compile(r"(.*[^\d])(\d{1,4})")
DAY, MONTH, YEAR = r"\b(jour|jj|j)\b", r"\b(mois|mm|m)\b", r"\b(annee|aaaa|an|a)\b"


@dataclass(frozen=True, slots=True)
class Unit:
    """Boxes that one question answers; ``lengths`` are the signs that each takes, for cells."""

    kind: Togetherness
    parts: tuple[Named, ...]
    lengths: tuple[int, ...] = ()

    @property
    def first(self) -> Named:
        return self.parts[0]


def join(boxes: Sequence[Named]) -> tuple[Unit, ...]:
    """Return the units in reading order; each box is in one of them."""
    units: list[Unit] = []
    left = list(boxes)
    while left:
        size, unit = _next(left)
        units.append(unit)
        left = left[size:]
    return tuple(_merged(units))


def _next(left: Sequence[Named]) -> tuple[int, Unit]:
    if lengths := _date_parts(left):
        return 3, Unit("date", (_of_what(left[0]), *left[1:3]), lengths)
    if lengths := _cells(left):
        return len(lengths), Unit("cells", tuple(left[: len(lengths)]), lengths)
    if size := _exclusive(left):
        return size, Unit("choice", tuple(left[:size]))
    if size := _list_of_squares(left):
        return size, Unit("choices", _asking(left[:size]))
    return 1, Unit("one", (left[0],))


def _merged(units: Sequence[Unit]) -> list[Unit]:
    """A second field of the same name shows the same answer: it is asked once."""
    found: list[Unit] = []
    places: dict[tuple[str, str], int] = {}
    for unit in units:
        key = re.sub(r"#\d+$", "", unit.first.box.name), unit.first.box.type
        if unit.kind == "one" and not unit.first.box.found and key in places:
            first = found[places[key]]
            if first.first.box.options == unit.first.box.options:
                found[places[key]] = Unit("repeated", (*first.parts, *unit.parts))
                continue
        if unit.kind == "one":
            places[key] = len(found)
        found.append(unit)
    return found


def _date_parts(left: Sequence[Named]) -> tuple[int, ...]:
    boxes = [one.box for one in left[:3]]
    counted = _one_number(boxes)
    gap = COUNTED_CLOSE if counted else CLOSE
    if len(boxes) < 3 or not _row_of(boxes, gap) or any(one.rows > 1 for one in boxes):
        return ()
    if any(one.rect[2] - one.rect[0] > PART for one in boxes):
        return ()
    lengths = tuple(one.max_length for one in boxes)
    if lengths == (2, 2, 4):
        return lengths
    if any(lengths) and lengths != (2, 2, 2):
        return ()
    said = [_said(one) for one in left[:3]]
    patterns = (DAY, MONTH, YEAR)
    parts = all(re.search(one, words) for one, words in zip(patterns, said, strict=True))
    is_day = recognise(_stem(left[0].label)).kind in ("date", MAYBE_DATE)
    follow = all(_follows(left[0], one) for one in left[1:3])
    if parts or (is_day and (counted or follow)):
        return lengths if any(lengths) else (2, 2, 4)
    return ()


def _of_what(first: Named) -> Named:
    """ "Jour" is called by its row, else by the line that announces it: what it is the day of."""
    if plain_words(first.label) not in ("jour", "jj", "j"):
        return first
    said = (wording.capital(wording.clean(one)) for one in (first.box.row, first.box.lead))
    label = next(filter(wording.says_something, said), first.label)
    return replace(first, label=label)


def _stem(label: str) -> str:
    return _COUNTED_PART.sub("", label)


def _follows(first: Named, other: Named) -> bool:
    """Whether a box has no words but those of the one before it."""
    label = other.label.removesuffix(" (suite)")
    counted = _COUNTED_PART.search(label) is not None
    return other.numbered or counted or label in (first.label, _stem(first.label))


def _said(one: Named) -> str:
    """All that speaks of a box, its name too: words run together are parted."""
    box = one.box
    name = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])", " ", box.name.rsplit(".", 1)[-1])
    near = box.spots[0].words if box.spots else ""
    return plain_words(f"{box.tooltip} {near} {name}")


def _cells(left: Sequence[Named]) -> tuple[int, ...]:
    """Boxes of a few signs each that follow each other: a number cut in parts.

    The first is named; the others go on from it, or bear its name with a number.
    """
    first = left[0].box
    if not _cell_length(first):
        return ()
    size = 1
    while size < len(left) and size < 40:
        one, other = left[size - 1].box, left[size].box
        single = min(_cell_length(one), _cell_length(other)) == 1
        alike = single and _alike(one, other)
        counted = _one_number([one, other]) or _next_part(left[size - 1], left[size])
        gap = TOUCH if single and not (alike or counted) else CLOSE
        follows = _goes_on(left[0], left[size]) or alike
        if not (_cell_length(other) and _row_of([one, other], gap) and follows):
            break
        size += 1
    lengths = tuple(_cell_length(one.box) for one in left[:size])
    known = recognise(left[0].label).kind
    parts = all(itertools.starmap(_next_part, itertools.pairwise(left[:size])))
    if size >= 4 or (size > 1 and (parts or (sum(lengths), known) in NUMBERS)):
        return lengths
    return ()


def _next_part(one: Named, other: Named) -> bool:
    """Whether the child counts two combs as parts of one number: "N° SIREN : 1", "N° SIREN : 2"."""
    parts = [_COUNTED_PART.search(each.label) for each in (one, other)]
    combs = (
        one.box.comb
        and other.box.comb
        and DAY_CELLS not in (one.box.max_length, other.box.max_length)
    )
    if not combs or not all(parts):
        return False
    stems = {_stem(each.label) for each in (one, other)}
    first, second = (int(part[0].strip(" :")) for part in parts if part)
    return len(stems) == 1 and second == first + 1


def _one_number(boxes: Sequence[Box]) -> bool:
    """Whether the form itself counts these boxes: "Date A 1", "Date A 2", "Date A 3"."""
    counted = [COUNTED.fullmatch(box.name) for box in boxes if not box.found]
    if len(counted) < len(boxes) or not all(counted):
        return False
    stems = {one[1] for one in counted if one}
    numbers = [int(one[2]) for one in counted if one]
    return len(stems) == 1 and all(b == a + 1 for a, b in itertools.pairwise(numbers))


NUMBERS = {(15, "nir"), (10, "phone"), (27, "iban"), (14, "siret"), (5, "postal_code")}


def _cell_length(box: Box) -> int:
    if box.type != "text" or box.rows > 1:
        return 0
    if box.max_length:
        return box.max_length if box.comb or box.max_length <= 4 else 0
    return 1 if box.rect[2] - box.rect[0] <= CELL else 0


def _goes_on(first: Named, other: Named) -> bool:
    stem = re.sub(r"[\d\W_]+$", "", re.sub(r"\[\d+\]", "", first.box.name))
    same_name = bool(stem) and other.box.name.startswith(stem) and not first.box.found
    key = re.search(r"\bcle\b", _said(other)) is not None
    counted = _COUNTED_PART.search(other.label) is not None
    return same_name or key or counted or other.numbered or "(suite)" in other.label


_COUNTED_PART = re.compile(r"(^| : )\d{1,2}$")
"""What the child calls a part of a number that the page does not name."""


def _alike(one: Box, other: Box) -> bool:
    """Whether two cells of one sign have one width and height, and touch."""
    sizes = [(width(box.rect), height(box.rect)) for box in (one, other)]
    same = all(abs(a - b) <= ALIKE * max(a, b) for a, b in zip(*sizes, strict=True))
    return one.found and other.found and same


def _row_of(boxes: Sequence[Box], gap: float) -> bool:
    for one, other in itertools.pairwise(boxes):
        level = abs(one.rect[1] - other.rect[1]) < 4 and one.page == other.page
        if not level or one.type != "text" or other.type != "text":
            return False
        if not -2 <= other.rect[0] - one.rect[2] <= gap:
            return False
    return True


def _exclusive(left: Sequence[Named]) -> int:
    """How many squares exclude each other: oui and non, Madame and Monsieur."""
    for size in (3, 2):
        some = left[:size]
        if len(some) < size or any(one.box.type != "tick" for one in some):
            continue
        if len({one.box.page for one in some}) > 1:
            continue
        if exclusive([one.label for one in some]) or exclusive([_last_word(one) for one in some]):
            return size
    return 0


def _last_word(one: Named) -> str:
    """The end of a field's name: "Sexe M" is a m, whatever stands beside the square."""
    words = plain_words(from_name(one.box.name)).split() if not one.box.found else []
    return words[-1] if words else ""


def _list_of_squares(left: Sequence[Named]) -> int:
    """Squares of a row, in one column, or with one question before them; not those of a table."""
    size = _row_of_squares(left)
    if size > 1:
        return size
    while size < min(len(left), MOST) and _listed(left[size - 1], left[size], left[0]):
        size += 1
    return size if size > 1 else 0


def _listed(one: Named, other: Named, first: Named) -> bool:
    if one.box.type != "tick" or other.box.type != "tick" or one.box.page != other.box.page:
        return False
    if one.title != other.title or one.numbered or other.numbered:
        return False
    left, right = one.box.rect, other.box.rect
    near = -LEAN < left[1] - right[1] < STACK
    asked = first.asked == other.asked
    if first.asked and other.asked and not asked and first.box.row != other.box.row:
        return False
    below = abs(left[0] - right[0]) < LEAN and 0 < left[1] - right[1] < STACK
    return near and (below or (bool(first.asked) and asked))


def _asking(squares: Sequence[Named]) -> tuple[Named, ...]:
    """Squares of the same words answer these: the words of their row, not those of its group."""
    shared = shared_words([one.label for one in squares])
    return tuple(replace(one, asked=shared or one.asked) for one in squares)


def shared_words(words: Sequence[str]) -> str:
    """Return the words that all squares of one question say; "" where each says its own."""
    heads = {plain_words(one): one for one in words}
    if len(heads) > 1:
        heads = {plain_words(one): one for text in words for one in (text.rpartition(PATH)[0],)}
    (first, *others) = heads.values()
    return "" if others else first


def _row_of_squares(left: Sequence[Named]) -> int:
    """How many squares stand beside each other after the same words, or without any: a scale."""
    first, size = left[0], 1
    while size < min(len(left), MOST) and _beside(first, left[size]):
        size += 1
    return size if size >= SCALE or not first.numbered else 1


def _beside(one: Named, other: Named) -> bool:
    ticks = one.box.type == other.box.type == "tick"
    level = one.box.page == other.box.page and abs(one.box.rect[1] - other.box.rect[1]) < LEVEL
    shared = shared_words([one.label, other.label])
    named = not (one.numbered or other.numbered) and plain_words(shared) not in {*ANSWERS, ""}
    return ticks and level and (named or (one.numbered and other.numbered))
