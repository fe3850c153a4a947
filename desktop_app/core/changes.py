"""What a gesture changed in a safe, and its reverse: kept in memory alone, while it is open."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from desktop_app.core.record import record


@record(frozen=True)
class AnswersChanged:
    """A draft: what was answered, or a model in the making; ``pack`` says which."""

    draft: str
    pack: str


@record(frozen=True)
class PaperChanged:
    """A document: filed, thrown away, taken back."""

    document: str


@record(frozen=True)
class EventsChanged:
    """The timeline of a dossier."""

    dossier: str


@record(frozen=True)
class DossierChanged:
    """A dossier: opened, thrown away, taken back."""

    dossier: str


@record(frozen=True)
class PersonChanged:
    """A person: added, renamed, thrown away, taken back."""

    person: str


@record(frozen=True)
class KnownChanged:
    """What is known of a person."""

    person: str


@record(frozen=True)
class HouseholdChanged:
    """Who lives with a person."""

    person: str


@record(frozen=True)
class VisitsChanged:
    """Who comes to the office on a day: arrived, received, gone."""

    day: dt.date


@record(frozen=True)
class AgreedChanged:
    """What a person agreed to: that something is kept of her, that one acts in her place."""

    person: str


Change = (
    AnswersChanged
    | PaperChanged
    | EventsChanged
    | DossierChanged
    | PersonChanged
    | KnownChanged
    | HouseholdChanged
    | VisitsChanged
    | AgreedChanged
)
"""Closed: whoever shows one of these is told of it, and reads it again."""


@record(frozen=True)
class RowChange:
    """One row of a store, as it was and as it is: None where there was none, or is none.

    ``key`` tells it from the others of its table. What it holds is never shown or written.
    """

    table: str
    key: tuple[Any, ...]
    before: Mapping[str, Any] | None = field(repr=False)
    after: Mapping[str, Any] | None = field(repr=False)

    def differing(self) -> list[str]:
        """Return the columns that are not what they were, of a row that was there and still is."""
        before, after = self.before or {}, self.after or {}
        return [name for name in before if name in after and before[name] != after[name]]


@record(frozen=True)
class Reverse:
    """What a gesture changed, and how that is undone by the store that did it."""

    changed: frozenset[Change] = frozenset()
    rows: tuple[RowChange, ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        return bool(self.rows)

    def then(self, other: "Reverse") -> "Reverse":
        """Return the reverse of both gestures as one; the other was done after this one."""
        return Reverse(self.changed | other.changed, net((*self.rows, *other.rows)))


@record(frozen=False, eq=False)
class Recording:
    """What a block did to a store: ``reverse`` is set when the block ends."""

    reverse: Reverse = Reverse()


def net(rows: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Return what changes that came one after the other amount to, a row once."""
    found: dict[tuple[str, tuple[Any, ...]], RowChange] = {}
    for one in rows:
        place = one.table, one.key
        first = found.get(place, one)
        found[place] = RowChange(one.table, one.key, first.before, one.after)
    return tuple(one for one in found.values() if one.before != one.after)
