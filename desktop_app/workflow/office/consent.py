"""Whether a person agreed that something is kept of her: asked once, before it is."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.agreements import Gone
from desktop_app.core.office import Office
from desktop_app.workflow.office.settings import office
from desktop_app.workflow.store import Safe

Asking = Literal["ask", "agreed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page that asks tells: whose office, her name, how much is kept of her already.

    ``new``: nothing but what was written of her today, which goes if she says no.
    """

    office: Office
    name: str
    kept: Gone
    new: bool


def asking(safe: Safe, person: str) -> Asking:
    """Tell whether a person is to be asked.

    Nobody in particular ("") is not: the safe would not know who agreed.
    """
    if not person:
        return "agreed"
    if safe.consents.withdrawn(person):
        return "withdrawn"
    return "agreed" if safe.consents.now(person) is not None else "ask"


def asked(safe: Safe, person: str, on: dt.date) -> Asked:
    """Return what is to be told to a person."""
    her, kept = safe.people.one(person), safe.retention.holds(person)
    papers = kept.dossiers or kept.documents or kept.drafts or kept.events
    new = her.made_on == on and not papers and not safe.consents.of(person)
    return Asked(office(safe), her.name, kept, new=new)


def agree(safe: Safe, person: str, words: str, *, language: str, on: dt.date) -> None:
    """Note that a person agrees to these words, told in this language."""
    safe.consents.give(person, words, language=language, on=on)


def withdraw(safe: Safe, person: str, on: dt.date) -> None:
    """Note that a person agrees no more: what she let the office do in her place ends too.

    It holds in the circles that are open too, where she is known.
    """
    _end(safe, person, on)
    for circle in safe.circles.open:
        there = not circle.read_only and circle.people.there(person) is not None
        if there and not circle.consents.withdrawn(person):
            _end(circle, person, on)


def _end(safe: Safe, person: str, on: dt.date) -> None:
    with safe.act():
        safe.consents.withdraw(person, on=on)
        safe.mandates.end_all(person, on=on)


def keep_after_all(
    safe: Safe, person: str, name: str, words: str, *, language: str, on: dt.date
) -> str:
    """Note that somebody agrees in the end; return her id, a new one where she was erased."""
    with safe.act():
        there = safe.people.there(person) if person else None
        uid = there.id if there is not None else safe.people.add(name, on=on)
        agree(safe, uid, words, language=language, on=on)
    return uid
