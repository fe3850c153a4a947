"""Correcting any one thing that is known of a person, in the words of its question."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.packs.model import Question
from desktop_app.workflow.people.people import Known, known, profile_questions
from desktop_app.workflow.store import Safe

if TYPE_CHECKING:  # a type alone; it would load all that a tool gives
    from desktop_app.workflow.ports import Catalogue


@dataclass(frozen=True, slots=True)
class ToCorrect:
    """What is known, the question it answers (None: no pack asks it any more), as it is typed."""

    known: Known
    question: Question | None
    typed: Typed


def to_correct(safe: Safe, catalogue: "Catalogue", person: str, field: str) -> ToCorrect | None:
    """Return one thing known of a person; None where nothing is, or it is no answer."""
    value = safe.people.profile(person).get(field)
    if value is None or not value.value:
        return None
    question = profile_questions(catalogue, [field]).get(field)
    several = question is not None and KINDS[question.kind].several
    typed: Typed = tuple(value.value.split(",")) if several else value.value
    return ToCorrect(known(field, value, question), question, typed)


def correct(
    safe: Safe, person: str, field: str, value: object, question: Question, *, on: dt.date
) -> None:
    """Keep a correction, as it is typed back; what was there before stays underneath."""
    said = KINDS[question.kind].show(value)
    text = said if isinstance(said, str) else ",".join(said)
    safe.people.keep_value(person, field, text, source="helper", on=on)


def forget(safe: Safe, person: str, field: str) -> None:
    """Forget one thing, with every value it ever had."""
    safe.people.forget(person, field)
