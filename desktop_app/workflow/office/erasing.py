"""Erasing people for good, as an office does: confirmed, whole, certified; the figures stay."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.agreements import Gone
from desktop_app.workflow.matter.erasing import renew_backups
from desktop_app.workflow.office.consent import asked
from desktop_app.workflow.store import Safe

Whose = tuple[str, str]
"""Of what is erased, its kind (person, dossier) and its id."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom one is about to erase; ``number`` None: she has none. ``name`` may be a title."""

    kind: str
    id: str
    name: str
    number: int | None
    gone: Gone


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was erased of one person, held in memory alone: nothing of it is written any more.

    Attributes:
        name, number: hers, as they were.
        gone: how much, in numbers.
        on: the day.
        in_backups: the safe's own backups still hold it; they are made again at the next opening.
        backups_out: how many backups of the whole safe were saved elsewhere, and may hold it.
    """

    kind: str
    name: str
    number: int | None
    gone: Gone
    on: dt.date
    in_backups: bool
    backups_out: int


def subjects(safe: Safe, whose: Sequence[Whose]) -> tuple[Subject, ...]:
    """Return whom one is about to erase; who is no longer there is left out."""
    found = (_subject(safe, kind, uid) for kind, uid in whose)
    return tuple(one for one in found if one is not None)


def erase(
    safe: Safe, whose: Sequence[Subject], *, on: dt.date, reason: str
) -> tuple[Certificate, ...]:
    """Erase all of them, or none; then have the safe's own backups hold nothing of them.

    ``reason`` stands in the register: it names nobody.

    Raises:
        NotFound: one of them went meanwhile; what the safe says of its disk: nothing is erased.
    """
    safe.retention.erase([(one.kind, one.id) for one in whose], on=on, reason=reason)
    left = renew_backups(safe, on=on)
    out = safe.matters.backups_out
    return tuple(
        Certificate(one.kind, one.name, one.number, one.gone, on, left, out) for one in whose
    )


def keep_nothing(safe: Safe, person: str, on: dt.date) -> bool:
    """Erase, without a trace, who was written down today and says no; True where she was.

    What was kept of her before, and she may have forgotten, is not erased by the way: that is
    asked on its own page.
    """
    if not person or not asked(safe, person, on).new:
        return False
    safe.retention.forget(person, on=on)
    renew_backups(safe, on=on)
    return True


def _subject(safe: Safe, kind: str, uid: str) -> Subject | None:
    if kind == "person":
        her = safe.people.there(uid)
        if her is None:
            return None
        return Subject(kind, uid, her.name, safe.numbers.one(uid), safe.retention.holds(uid))
    dossier = safe.dossiers.there(uid)
    if dossier is None:
        return None
    return Subject(kind, uid, dossier.title, None, safe.retention.holds(uid))
