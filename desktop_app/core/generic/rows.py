"""Rows that ask the same of one person after another: the first is asked, then « Ajouter une
personne » ; the next ones wait for it.

Children, members of a household, jobs: lines of a table, columns side by side, numbered blocks.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from desktop_app.core.generic import own_words
from desktop_app.core.generic.asked import Asked
from desktop_app.core.generic.roles import NUMBERED
from desktop_app.core.generic.wording import plain_words
from desktop_app.core.packs.model import Question, Section

LEAST = 2
"""Questions of a row: one alone is a line of an address, or of a list."""
LINE = "ligne"
_LINE = re.compile(
    re.escape(own_words.LINE).replace(r"\{words\}", "(.*)").replace(r"\{n\}", r"(\d+)")
)
_DIGITS = re.compile(r"\d+(er|re|e|eme|nd|nde)?\b")
Row = tuple[str, int]
"""Of whom, or of what, a row asks, and which it is."""


def listed(sections: Sequence[Section], asked: Asked) -> tuple[Section, ...]:
    """Return the parts of a form with each table asked row by row, as far as a person adds rows."""
    return tuple(
        replace(section, question=tuple(_listed(section.question, asked))) for section in sections
    )


def adds_person(question: Question) -> bool:
    """Whether a question only asks for one person more."""
    return question.kind == "yes_no" and question.label == own_words.ADD_PERSON


def _listed(questions: Sequence[Question], asked: Asked) -> Iterator[Question]:
    rest = list(questions)
    while rest:
        rows = _rows(rest)
        yield from _one_by_one(rows, asked) if rows else rest[:1]
        rest = rest[sum(map(len, rows)) or 1 :]


def _rows(rest: Sequence[Question]) -> list[list[Question]]:
    """Return the rows of the table that begins here, in their order; empty where none does."""
    first = _row(rest[0])
    if first is None:
        return []
    found: dict[int, list[Question]] = {}
    for one in rest:
        row = _row(one)
        if row is None or row[0] != first[0]:
            break
        found.setdefault(row[1], []).append(one)
    rows = [found[number] for number in sorted(found)]
    stems = {_stem(one) for one in rows[0]}
    alike = all({_stem(one) for one in row} <= stems for row in rows)
    return rows if len(rows) > 1 and len(rows[0]) >= LEAST and alike else []


def _row(question: Question) -> Row | None:
    """Return in which row a question stands; None where it is in none."""
    role, _, number = question.whose.rpartition("_")
    if role in NUMBERED:
        return role, int(number)
    line = _LINE.fullmatch(question.label) or _LINE.fullmatch(question.hint)
    return (f"{LINE} {question.whose}", int(line[2])) if line else None


def _stem(question: Question) -> tuple[str, str]:
    """What a question asks, whichever the row: "Prénom" of "Enfant 2 : Prénom (ligne 2)"."""
    line = _LINE.fullmatch(question.label)
    words = _DIGITS.sub("", plain_words(line[1] if line else question.label))
    return question.kind, " ".join(words.split())


def _one_by_one(rows: Sequence[Sequence[Question]], asked: Asked) -> Iterator[Question]:
    """Yield the rows, each after the question that adds it, which stands with the row before."""
    more = ""
    for number, row in enumerate(rows, 1):
        yield from (replace(one, when=more) for one in row)
        if number < len(rows):
            people = row[0].whose.rpartition("_")[0] in NUMBERED
            label = own_words.ADD_PERSON if people else own_words.ADD_LINE
            left = own_words.ROOM.format(n=len(rows) - number)
            name = asked.id(label)
            yield Question(
                id=name, kind="yes_no", label=label, hint=left, when=more, whose=row[-1].whose
            )
            more = name
