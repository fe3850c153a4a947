"""Persons of a safe: who they are, what is known of each and from where, who lives together."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.core.acts import Act
from desktop_app.core.errors import AppError
from desktop_app.core.figures import LANGUAGES, SPOKEN
from desktop_app.core.known_by import Key
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.records import Person, Value
from desktop_app.workflow.people import addresses
from desktop_app.workflow.people.addresses import Address
from desktop_app.workflow.store import Safe

if TYPE_CHECKING:  # who a person is asks no tool
    from desktop_app.workflow.ports import Catalogue


@dataclass(frozen=True, slots=True)
class Known:
    """One thing known of a person: the question it answers, in French, and where it comes from.

    ``answer`` is what the question offered, in words, or what was typed. Of an address ``copied``,
    ``question`` is the body. ``act``: who noted it, of an office.
    """

    field: str
    question: str
    answer: str
    value: Value
    copied: Address | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Someone who lives with a person, as her ``role`` ("fille", "conjoint")."""

    id: str
    name: str
    role: str


BY_NAME = Key("", "")
"""By what someone was found, where it is her name alone."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Someone among others, and who lives with her, herself left out.

    Attributes:
        born: her day of birth, ``1982-03-14``; "" when it is not known.
        number: her file number, in an office.
        why: by what she was found; of no kind where it is her name.
        twin: somebody else is called so too: her year or her number tells them apart.
    """

    id: str
    name: str
    household: tuple[Member, ...]
    born: str = ""
    number: int | None = None
    why: Key = BY_NAME
    twin: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Some people; how many there are, and how many are still to come."""

    people: tuple[Listed, ...]
    total: int
    left: int


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """All that is known of a person, and who lives with her, herself left out."""

    id: str
    name: str
    known: tuple[Known, ...]
    household: tuple[Member, ...]


def sheet(safe: Safe, person: str, questions: Mapping[str, Question]) -> PersonSheet:
    """Return a person's sheet; ``questions`` are those of ``profile_questions``."""
    name = safe.people.one(person).name
    acts = safe.acts.values(person)
    found = [
        replace(known(field, value, questions.get(field)), act=acts.get(field))
        for field, value in safe.people.profile(person).items()
        if value.value
    ]
    return PersonSheet(person, name, tuple(found), household(safe, person))


def whole_sheet(safe: Safe, catalogue: "Catalogue", person: str) -> PersonSheet:
    """Return a person's sheet, what is known of her in the words of the questions."""
    fields = safe.people.profile(person).keys()
    return sheet(safe, person, profile_questions(catalogue, fields))


def formerly(safe: Safe, catalogue: "Catalogue", person: str) -> tuple[Known, ...]:
    """Return what was known of a person and is no longer, the oldest first: the safe keeps it."""
    now = {field: value.value for field, value in safe.people.profile(person).items()}
    questions = profile_questions(catalogue, now.keys())
    return tuple(
        known(one.field, one, questions.get(one.field))
        for one in safe.people.history(person)
        if one.value and one.value != now[one.field]
    )


def listed(safe: Safe, person: str) -> Listed | None:
    """Return someone as she is listed; None once she is no longer there."""
    found = safe.people.there(person)
    return Listed(found.id, found.name, household(safe, person)) if found else None


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


def no_longer_together(safe: Safe, person: str, other: str, *, on: dt.date) -> None:
    """Take another person out of the household of a person; ``live_together`` undoes it."""
    safe.people.leave(safe.people.household_id(person), other, until=on)


def rename(safe: Safe, person: str, name: str) -> None:
    """Correct a person's name; her documents are found under it."""
    safe.rename_person(person, name)


def remove(safe: Safe, person: str, *, on: dt.date) -> None:
    """Put a person in the bin, with her dossiers and documents."""
    safe.bin.put(person, on=on, kind="person")


def others(safe: Safe, person: str, typed: str = "", *, most: int) -> tuple[Sequence[Person], int]:
    """Return the first who could still join the household of a person, and how many could.

    ``typed``: the words that their names have.
    """
    there = {one.id for one, _role in safe.people.household_of(person)} | {person}
    found = safe.people.find(typed, limit=most, without=there)
    return found, safe.people.count(typed, without=there)


def profile_questions(catalogue: "Catalogue", fields: Collection[str]) -> dict[str, Question]:
    """Return the question that each of these fields of a profile answers.

    Those that several packs ask are found at once; else packs are read until all are found, and
    one that is broken is passed over. No question is about an address that was copied.
    """
    wanted = {one for one in fields if not one.startswith(addresses.FIELD) and one != SPOKEN}
    shared = (one for group in catalogue.groups.values() for one in group.question)
    found = {one.remember: one for one in shared if one.remember in wanted}
    for item in catalogue.search():
        if found.keys() >= wanted:
            break
        read = catalogue.letter if item.kind == "letter" else catalogue.form
        try:
            definition = read(item.id)
        except AppError:
            continue
        for question in questions_of(definition):
            if question.remember in wanted:
                found.setdefault(question.remember, question)
    return found


def household(safe: Safe, person: str) -> tuple[Member, ...]:
    """Return who lives with a person, herself left out."""
    others = safe.people.household_of(person)
    return tuple(Member(one.id, one.name, role) for one, role in others if one.id != person)


def known(field: str, value: Value, question: Question | None) -> Known:
    """Return a thing known, in the words of the question it answers, if one is known."""
    if field.startswith(addresses.FIELD) and (kept := addresses.read(value.value)):
        return Known(field, kept.name, kept.in_one_line, value, kept)
    if field == SPOKEN:
        return Known(field, "Langue parlée :", LANGUAGES.get(value.value, value.value), value)
    if question is None:
        return Known(field, field, value.value, value)
    labels = {choice.id: choice.label for choice in question.choices}
    if question.kind == "yes_no":
        labels = {"oui": "Oui", "non": "Non"}
    said = [labels.get(one, one) for one in value.value.split(",")] if labels else [value.value]
    return Known(field, question.label, ", ".join(said), value)
