"""What a receipt says, read from the paper that was made and from the safe."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.moment import day_of
from desktop_app.core.packs.resolve import questions_of
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.interview.enclosing import LATER, papers
from desktop_app.workflow.office.settings import office
from desktop_app.workflow.store import Safe


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known for a receipt: no answer of the person is in it.

    Attributes:
        head: the lines at the head of the office's papers, else its name.
        name, number: of the person, to be shown as initials; None where she has no number.
        title: of the paper, in plain words.
        last_day: until when she may act.
        later: papers that she will bring or send later, by their questions' words.
        signs: she signs the paper.
    """

    head: tuple[str, ...]
    name: str
    number: int | None
    title: str
    last_day: dt.date | None
    later: tuple[str, ...]
    signs: bool


def facts(safe: Safe, made: Made, person: str) -> Facts:
    """Return what a receipt of this paper says, for the worker."""
    rules, prepared = office(safe), made.prepared
    owner = safe.people.there(person) if person else None
    deadline = prepared.deadline
    said = prepared.answers.values
    later = tuple(
        one.label for one in papers(questions_of(prepared.definition)) if said.get(one.id) == LATER
    )
    signed = made.signed if isinstance(prepared.document, LetterDocument) else False
    return Facts(
        tuple(filter(None, (rules.head or rules.name).splitlines())),
        owner.name if owner is not None else "",
        safe.numbers.one(person) if owner is not None else None,
        prepared.definition.plain_title,
        _last_day(deadline),
        later,
        not signed,
    )


def _last_day(deadline: Deadline | None) -> dt.date | None:
    """Return the day to aim at, which no body can plead to be late."""
    found = (deadline.prudent_day or deadline.last_day) if deadline is not None else None
    return day_of(found) if found is not None else None
