"""A few questions asked together on a page that is no interview, read as an interview reads."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.validate import read_together
from desktop_app.core.errors import AppError, Problem
from desktop_app.core.packs.model import Question


@dataclass(frozen=True, slots=True)
class Step:
    """How a small number is told: by how much a press moves it, its decimals, its unit."""

    by: float = 1
    decimals: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One of them.

    Attributes:
        question: by its kind as in any pack.
        read: what its answer means further (an hour, a length); raises ``AppError``.
        empty: what is wrong when nothing is answered, as a code; "": nothing.
        characters: how long an answer on one line is expected; 0: as its kind has it.
        closed: a choice among many, or of which one stands already: a list that opens.
        step: of a small number between the bounds of its question, moved by presses.
    """

    question: Question
    read: Callable[[Any], Any] | None = None
    empty: str = ""
    characters: int = 0
    closed: bool = False
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered: the values by question, without those left empty; what is wrong."""

    values: Mapping[str, object]
    problems: tuple[Problem, ...]


def given(asked: Sequence[Asked], typed: Mapping[str, Typed], today: dt.date) -> Given:
    """Read all of them, so that every problem is told at once."""
    values, problems = read_together([one.question for one in asked], typed, today)
    found, further = dict(values), list(problems)
    for one in asked:
        name = one.question.id
        if one.empty and not "".join(typed.get(name, "")).strip():
            further.append(Problem(one.empty, name))
        if one.read is not None and name in found:
            try:
                found[name] = one.read(found[name])
            except AppError as error:
                del found[name]
                further.append(Problem(error.wording, name, parameters=error.parameters))
    order = [one.question.id for one in asked]
    return Given(found, tuple(sorted(further, key=lambda one: order.index(one.question))))
