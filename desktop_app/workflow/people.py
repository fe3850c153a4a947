"""Persons of a safe: who they are, what is known of each and from where, who lives together."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.definitions.resolve import questions_of
from desktop_app.workflow.ports import Catalogue
from desktop_app.workflow.safes import Person, Safe, Value


@dataclass(frozen=True, slots=True)
class Known:
    """One thing known of a person: the question it answers, in French, and where it comes from."""

    field: str
    question: str
    value: Value


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """All that is known of a person, and who lives with her: names and roles, herself left out."""

    id: str
    name: str
    known: tuple[Known, ...]
    household: tuple[tuple[str, str], ...]


def sheet(safe: Safe, person: str, questions: Mapping[str, str]) -> PersonSheet:
    """Return a person's sheet; ``questions`` are those of ``profile_questions``."""
    (name,) = [one.name for one in safe.people.all() if one.id == person]
    known = [
        Known(field, questions.get(field, field), value)
        for field, value in safe.people.profile(person).items()
        if value.value
    ]
    others = safe.people.household_of(person)
    together = tuple((one.name, role) for one, role in others if one.id != person)
    return PersonSheet(person, name, tuple(known), together)


def add_person(safe: Safe, name: str, *, on: dt.date) -> str:
    """Add a person; return her id."""
    return safe.people.add(name, on=on)


def live_together(safe: Safe, person: str, other: str, role: str, *, on: dt.date) -> None:
    """Put another person in the household of a person, as her ``role`` ("fille", "conjoint")."""
    with safe.act():
        household = safe.people.household_id(person)
        if not household:
            household = safe.people.new_household()
            safe.people.join(household, person, since=on)
        safe.people.join(household, other, role=role, since=on)


def others(safe: Safe, person: str) -> Sequence[Person]:
    """Return who could still join the household of a person."""
    there = {one.id for one, _role in safe.people.household_of(person)} | {person}
    return [one for one in safe.people.all() if one.id not in there]


def profile_questions(catalogue: Catalogue) -> dict[str, str]:
    """Return the question that each field of a profile answers, over every letter at hand."""
    found: dict[str, str] = {}
    for item in catalogue.search(kind="letter"):
        for question in questions_of(catalogue.letter(item.id)):
            if question.remember:
                found.setdefault(question.remember, question.label)
    return found
