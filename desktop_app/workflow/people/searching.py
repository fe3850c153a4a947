"""Someone found by anything known of her, in one box: her name, a day, a telephone, a number."""

import contextlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from desktop_app.core.errors import AppError
from desktop_app.core.known_by import BIRTH, NUMBER, PHONE, Key, Sought
from desktop_app.core.records import Person
from desktop_app.workflow.people import named
from desktop_app.workflow.people.people import BY_NAME, Found, Listed, household
from desktop_app.workflow.people.typed import Typed, read
from desktop_app.workflow.store import Safe

LOT = 500
"""Persons whose keys are made in one act, in a safe of before."""
_RANKS = {NUMBER: 0, BIRTH: 2, PHONE: 3}


def found(safe: Safe, typed: str, *, skip: int = 0, most: int) -> Found:
    """Return whom what is typed may mean, after ``skip``; everyone by name where it is nothing.

    Each says by what she was found, but for her name. It takes no time on the window's thread:
    the caller is in the worker.
    """
    asked = read(typed)
    if not asked:
        some = safe.people.find("", limit=most, skip=skip)
        total = safe.people.count("")
        people = listed(safe, [one.id for one in some])
        return Found(people, total, max(0, total - skip - len(people)))
    why = matches(safe, asked)
    shown = [*why][skip : skip + most]
    people = listed(safe, shown, why)
    return Found(people, len(why), max(0, len(why) - skip - len(shown)))


def matches(safe: Safe, asked: Typed) -> Mapping[str, Key]:
    """Return the id of each who is meant, the nearest first, and by what she was found."""
    why = _figured(safe, asked) if asked.figured else {}
    if not asked.words:
        return dict(sorted(why.items(), key=lambda one: _rank(one[1], asked.sought)))
    names = safe.keys.names()
    if asked.figured:
        names = {person: names[person] for person in why if person in names}
    return {one: why.get(one, BY_NAME) for one in named.nearest(names, asked.words)}


def make_ready(safe: Safe) -> None:
    """Make the keys that a safe of before lacks, some at a time; a stop goes on another day.

    Where nothing can be written, people are found by what is there: their names.
    """
    if safe.read_only:
        return
    with contextlib.suppress(AppError):
        while not safe.keys.complete() and safe.keys.fill(LOT):
            pass


def begin_office(safe: Safe) -> None:
    """Give everyone of an office a number, the first time, and make the keys that are lacking."""
    make_ready(safe)
    if not (safe.read_only or safe.numbers.begun):
        safe.numbers.begin()


def listed(
    safe: Safe, persons: Sequence[str], why: Mapping[str, Key] | None = None
) -> tuple[Listed, ...]:
    """Return persons as they are listed, with what tells two of one name apart."""
    found = (safe.people.there(one) for one in persons)
    return tuple(
        replace(one, household=household(safe, one.id), why=(why or {}).get(one.id, BY_NAME))
        for one in apart(safe, [one for one in found if one is not None])
    )


def apart(safe: Safe, persons: Sequence[Person]) -> tuple[Listed, ...]:
    """Return persons with what tells two of one name apart, and not who lives with each."""
    ids = [one.id for one in persons]
    born, numbers = safe.keys.of(ids, BIRTH), safe.numbers.of(ids)
    twins = safe.people.namesakes(ids)
    return tuple(
        Listed(
            one.id,
            one.name,
            (),
            born=born.get(one.id, ""),
            number=numbers.get(one.id),
            twin=one.id in twins,
        )
        for one in persons
    )


def _figured(safe: Safe, asked: Typed) -> dict[str, Key]:
    """Return who has one of the figures typed, each with the one by which she is best found."""
    why: dict[str, Key] = {}
    if asked.number is not None and (person := safe.numbers.person(asked.number)):
        why[person] = Key(NUMBER, str(asked.number))
    if asked.sought:
        make_ready(safe)
    for person, key in safe.keys.having(asked.sought):
        held = why.get(person)
        if held is None or _rank(key, asked.sought) < _rank(held, asked.sought):
            why[person] = key
    return why


def _rank(key: Key, sought: Collection[Sought]) -> tuple[bool, int]:
    """Return how well a key answers: what is whole first, then what tells most."""
    whole = key.kind == NUMBER or any(key.text == one.text for one in sought)
    return not whole, _RANKS.get(key.kind, 1)
