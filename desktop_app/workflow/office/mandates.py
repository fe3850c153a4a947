"""Mandates of an office: those that end, and whether one may act today in a person's place."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.agreements import THEMES, Mandate, Standing, last_day
from desktop_app.core.answers.draft import Draft
from desktop_app.workflow.store import Safe

SOON = 30
"""Days before its end from which a mandate is said to end."""
DURATIONS = ("day", "month", "quarter", "half", "year")
"""How long a mandate may last, by what it is called."""
_MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
SIGNS, OFFICE = "qui_ecrit", "association"
"""The question of the letters that says who signs, and the answer by which it is the office."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The mandates that end within some days, the first to end first; how many in all."""

    mandates: tuple[Mandate, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Of:
    """The mandates of a person, the last one first; the name of her office, "" for none."""

    person: str
    name: str
    office: str
    mandates: tuple[Mandate, ...]


@dataclass(frozen=True, slots=True)
class Acted:
    """Whether one may act in somebody's place on a subject today.

    ``last``: the mandate that comes nearest, and where it stands; None: she gave none.
    """

    person: str
    allowed: bool
    last: Mandate | None
    standing: Standing


def ending(safe: Safe, on: dt.date, within_days: int = SOON, *, most: int = -1) -> Ending:
    """Return the signed mandates that end from today to so many days on, and no later one does."""
    until = on + dt.timedelta(days=within_days)
    found = safe.mandates.ending(on, until, limit=most)
    return Ending(tuple(found), safe.mandates.count_ending(on, until))


@dataclass(frozen=True, slots=True)
class EndingOf:
    """A mandate that ends soon, with the name and the number of whose it is."""

    mandate: Mandate
    name: str
    number: int | None


def ending_of(safe: Safe, on: dt.date, *, most: int = 50) -> tuple[tuple[EndingOf, ...], int]:
    """Return the first mandates that end soon, each with whose it is, and how many in all."""
    found = ending(safe, on, most=most)
    people = [one.person_id for one in found.mandates]
    numbers = safe.numbers.of(people) if people else {}
    told = tuple(
        EndingOf(one, safe.people.one(one.person_id).name, numbers.get(one.person_id))
        for one in found.mandates
    )
    return told, found.total


def of(safe: Safe, person: str) -> Of:
    """Return the mandates of a person; raises NotFound."""
    rules = safe.team.office()
    name = safe.people.one(person).name
    return Of(person, name, rules.name if rules else "", tuple(safe.mandates.of(person)))


def until(first: dt.date, duration: str) -> dt.date:
    """Return the last day of a mandate that begins on a day and lasts so long."""
    if duration == "day":
        return first
    if duration == "year":
        return last_day(first)
    month = first.month - 1 + _MONTHS[duration]
    year, month = first.year + month // 12, month % 12 + 1
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    longest = (following - dt.timedelta(days=1)).day
    if first.day > longest:
        return dt.date(year, month, longest)
    return dt.date(year, month, first.day) - dt.timedelta(days=1)


def acts_for(draft: Draft) -> bool:
    """Tell whether these answers say that the office signs in the place of the person."""
    return draft.answers.get(SIGNS) == OFFICE


def acted(safe: Safe, person: str, theme: str, today: dt.date) -> Acted:
    """Tell whether one may act in a person's place on a subject, by the families of packs.

    A letter of no family in particular is allowed by any mandate.
    """
    mandates = safe.mandates.of(person) if person else ()
    running = [one for one in mandates if one.standing(today) == "running"]
    about = [one for one in running if theme in one.themes or theme not in THEMES]
    if about:
        return Acted(person, True, about[0], "running")
    if running:
        return Acted(person, False, running[0], "running")
    last = mandates[0] if mandates else None
    return Acted(person, False, last, last.standing(today) if last else "over")
