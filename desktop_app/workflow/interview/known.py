"""What an interview takes from what is known of the person, and what it leaves there."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.generic.rows import adds_person
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.received.model import TOLD_BY_PAPER
from desktop_app.core.records import Value
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.people import addresses, by_role
from desktop_app.workflow.people.addresses import Address


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer known already, with where it comes from and when. Proposed, never imposed.

    ``copied``: it is a line of this address, of the body written to. ``name``: of whose sheet it
    is, when it is not the person's own.
    """

    typed: Typed
    source: str
    given_on: dt.date
    copied: Address | None = None
    name: str = ""


def proposal(interview: Interview, question: str, profile: Mapping[str, Value]) -> Proposal | None:
    """Return what is known already for a question not met yet."""
    asked = interview.asked.get(question)
    if asked is None or interview.met(question):
        return None
    if told := profile.get(f"{TOLD_BY_PAPER}{question}"):
        return Proposal(told.value, told.source, told.given_on)
    if not asked.question.remember:
        return _another(interview, asked.question, profile)
    if asked.question.remember in addresses.PARTS:
        return _address(interview, asked.question.remember, profile)
    role = interview.role_of(asked.question)
    said = by_role.facts(role, asked.question.remember, profile)
    if not said:
        return None
    several = KINDS[asked.question.kind].several
    words = " ".join(one.value.strip() for one in said) if len(said) > 1 else said[0].value
    typed = tuple(filter(None, words.split(","))) if several else words
    oldest = min(said, key=lambda one: one.given_on)
    whose = role or by_role.told_of(asked.question.remember)
    name = by_role.name_of(whose, profile) if oldest.source == by_role.SHEET else ""
    return Proposal(typed, oldest.source, oldest.given_on, name=name)


def _another(
    interview: Interview, question: Question, profile: Mapping[str, Value]
) -> Proposal | None:
    """Return yes to one person more, where the household has who would be asked of next."""
    opened = (one for one in questions_of(interview.definition) if one.when == question.id)
    first = next(opened, None) if adds_person(question) else None
    role = interview.role_of(first) if first else ""
    known = profile.get(f"{role}:") if role else None
    if known is None:
        return None
    return Proposal("oui", known.source, known.given_on, name=known.value)


def _address(interview: Interview, part: str, profile: Mapping[str, Value]) -> Proposal | None:
    """Return a line of the address kept for whom this letter is written to."""
    known = profile.get(interview.house.field) if interview.house else None
    kept = addresses.read(known.value) if known else None
    if known is None or kept is None or not kept.lines[part]:
        return None
    return Proposal(kept.lines[part], known.source, known.given_on, kept)


def remembered(interview: Interview) -> Mapping[str, str]:
    """Return what the profile may keep of a document: key of the profile -> answer, as typed back.

    Only what was read without a doubt, or confirmed, and only what is really asked. An answer
    made of several values ("nom et prénom") is not cut again. The address of whom is written to
    is kept whole, under that body.
    """
    kept: dict[str, str] = {}
    address: dict[str, str] = {}
    for asked in interview.asked.values():
        question, reading = asked.question, asked.reading
        if question.whose:
            continue
        single = len(question.remember.split()) == 1
        if single and reading and asked.problem is None and interview.met(question.id):
            into = address if question.remember in addresses.PARTS else kept
            into[question.remember] = KINDS[question.kind].show(reading.value)
    if interview.house:
        title = interview.definition.plain_title
        if copied := addresses.written(interview.house.name, title, address):
            kept[interview.house.field] = copied
    return kept
