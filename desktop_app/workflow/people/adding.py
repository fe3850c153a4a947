"""Somebody added to an office, or known again: what is typed of her goes to her sheet."""

import datetime as dt
from collections.abc import Mapping

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context, clean
from desktop_app.core.packs.model import Question
from desktop_app.workflow.people import searching
from desktop_app.workflow.people.alike import MOST, Alike, alike
from desktop_app.workflow.people.people import Listed
from desktop_app.workflow.store import Safe

BORN, PHONE = "identite.date_naissance", "contact.telephone"


def known(born: dt.date | None, phone: str, *, on: dt.date) -> dict[str, str]:
    """Return what is typed of somebody, as a profile keeps it: field -> value."""
    found = {BORN: KINDS["date"].show(born) if born else "", PHONE: _phone(phone, on)}
    return {field: value for field, value in found.items() if value}


def may_be(safe: Safe, name: str, said: Mapping[str, str]) -> tuple[tuple[Alike, Listed], ...]:
    """Return who is here and may be the one told of, each with how she is listed."""
    searching.make_ready(safe)
    found = {one.person: one for one in alike(safe, name, said)[:MOST]}
    return tuple((found[one.id], one) for one in searching.listed(safe, [*found]))


def add(safe: Safe, name: str, said: Mapping[str, str], *, on: dt.date) -> str:
    """Add somebody, with what is known of her; return her id."""
    with safe.act():
        person = safe.people.add(name, on=on)
        if said:
            safe.people.keep_values(person, said, source="helper", on=on)
    return person


def complete(safe: Safe, person: str, said: Mapping[str, str], *, on: dt.date) -> bool:
    """Keep what was typed of somebody who is here, where her sheet has nothing; tell if it did."""
    held = safe.people.profile(person)
    new = {
        field: value for field, value in said.items() if not (field in held and held[field].value)
    }
    if new:
        safe.people.keep_values(person, new, source="helper", on=on)
    return bool(new)


def _phone(typed: str, on: dt.date) -> str:
    """Return a telephone as numbers are written; as it was typed where it is none that is known."""
    reading = KINDS["phone"].read(typed, Context(Question(id="phone", kind="phone", label=""), on))
    return str(reading.value) if reading.value and not reading.problem else clean(typed)
