"""The lines of a list, each read as an answer is read; what is wrong is said at its place."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context, Reading, clean, compact
from desktop_app.core.errors import Problem
from desktop_app.core.generic.wording import plain_words
from desktop_app.core.packs.model import Question
from desktop_app.core.table import Table
from desktop_app.workflow.people.lists.columns import (
    FIRST,
    HOUSEHOLD,
    LAST,
    LINK,
    NAME,
    NUMBER,
    Column,
    column,
)

NEUTRAL = "'"
"""Before a cell that a spreadsheet would compute, in lists that we write: taken off here."""
COMPUTED = "=+-@\t\r'"
"""How such a cell begins; the sign itself too, so that what is read is what was written."""
_BORN_NAME = "identite.nom_naissance"
_NAME_LIMIT, _LINK_LIMIT, _MOST = 1_000, 100, 9_999_999
_CIVILITIES = {
    **dict.fromkeys(("mme", "madame", "f", "femme", "feminin", "mlle", "mademoiselle"), "mme"),
    **dict.fromkeys(("m", "monsieur", "h", "homme", "masculin", "mr"), "m"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a line: in which column of the file, from 0; -1 for the whole of it."""

    column: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list, read.

    Attributes:
        index: from 0, among the lines that have a word; ``line``: as the spreadsheet numbers it.
        values: field of a profile -> value as kept, without what is empty.
        household: what those who live together have in common in this list; ``link``: as what.
        faults: why it cannot be brought in; ``doubts``: what is brought in as it is written.
    """

    index: int
    line: int
    name: str
    values: Mapping[str, str]
    number: int | None = None
    household: str = ""
    link: str = ""
    faults: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()


def read(table: Table, matched: Sequence[str], today: dt.date) -> tuple[Row, ...]:
    """Read every line.

    Args:
        matched: what each column of the file is, "" for one that is left out.
    """
    columns = [(place, column(id)) for place, id in enumerate(matched) if id]
    return tuple(_row(table, index, columns, today) for index in range(len(table.rows)))


def plain_cell(text: str) -> str:
    """Return what was in a cell before it was made harmless for spreadsheets."""
    harmless = text.startswith(NEUTRAL) and text[1:2] and text[1] in COMPUTED
    return text[1:] if harmless else text


def _row(table: Table, index: int, columns: Sequence[tuple[int, Column]], today: dt.date) -> Row:
    values: dict[str, str] = {}
    faults: list[Fault] = []
    doubts: list[Fault] = []
    for place, one in columns:
        if (index, place) in table.cut:
            faults.append(Fault(place, Problem("list-cell-long")))
            continue
        typed = plain_cell(table.rows[index][place])
        if not typed.strip():
            continue
        reading = _read(one, typed, today)
        if reading.value is not None:
            values[one.id] = _shown(one, reading)
        if reading.problem is not None:
            (doubts if reading.confirmable else faults).append(Fault(place, reading.problem))
    name = clean(values.pop(NAME, "")) or _name_of(values)
    places = [place for place, one in columns if one.id in (NAME, LAST, FIRST)]
    if not name:
        faults.append(Fault(places[0] if places else -1, Problem("list-name-missing")))
    elif len(name) > _NAME_LIMIT:
        faults.append(Fault(places[0], Problem("list-cell-long")))
    number = values.pop(NUMBER, "")
    return Row(
        index,
        table.lines[index],
        name,
        {field: value for field, value in values.items() if field not in (HOUSEHOLD, LINK)},
        int(number) if number else None,
        values.get(HOUSEHOLD, ""),
        values.get(LINK, "")[:_LINK_LIMIT],
        tuple(faults),
        tuple(doubts),
    )


def _name_of(values: Mapping[str, str]) -> str:
    """Return how somebody goes by whom only a first and a family name are told."""
    family = values.get(LAST) or values.get(_BORN_NAME, "")
    return " ".join(filter(None, (values.get(FIRST, ""), family)))


def _read(one: Column, typed: str, today: dt.date) -> Reading:
    match one.kind:
        case "civility":
            found = _CIVILITIES.get(plain_words(typed))
            wrong = None if found else Problem("list-civility")
            return Reading(found, wrong)
        case "text":
            return Reading(typed if "." in one.id and one.head == one.id else clean(typed))
        case "integer":
            digits = compact(typed).removeprefix("N°").lstrip("0")
            good = digits.isascii() and digits.isdigit() and int(digits) <= _MOST
            return Reading(digits if good else None, None if good else Problem("list-number"))
        case kind:
            return _of_kind(kind, typed, today)


def _of_kind(kind: str, typed: str, today: dt.date) -> Reading:
    """Read it as the answer to a question of this kind; no birth is to come."""
    context = Context(Question(id=kind, kind=kind, label=""), today)
    reading = KINDS[kind].read(typed, context)
    zero = _spreadsheet_lost_a_zero(kind, reading)
    if zero:
        reading = KINDS[kind].read(zero, context)
    if kind == "date" and isinstance(reading.value, dt.date) and reading.value > today:
        return Reading(None, Problem("list-born-later"))
    return reading


def _spreadsheet_lost_a_zero(kind: str, reading: Reading) -> str:
    """Return a telephone with its first zero, which a spreadsheet takes for no part of a number."""
    problem = reading.problem
    lost = kind == "phone" and problem is not None and problem.suggestion.startswith("0")
    return problem.suggestion if lost and problem is not None else ""


def _shown(one: Column, reading: Reading) -> str:
    if one.kind in KINDS and one.kind not in ("text", "integer"):
        return KINDS[one.kind].show(reading.value)
    return str(reading.value)
