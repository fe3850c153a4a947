"""How long what was read may be said: the day after which a rule must be read again.

A default for each kind of rule (``forms/law/review.toml``); ``review_by`` of a rule wins.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from desktop_app.core.deadlines.counting import add_months
from desktop_app.core.errors import Problem
from desktop_app.core.toml_table import TomlTable

Kind = Literal[
    "procedure",
    "event",
    "rule",
    "late",
    "emergency",
    "reply",
    "helper",
    "body",
    "court",
    "territory",
    "amount",
    "pending",
    "text",
    "letter",
    "form",
    "source",
]


class Read(Protocol):
    """What was read on a day, and perhaps holds until another one."""

    @property
    def seen_on(self) -> dt.date: ...
    @property
    def review_by(self) -> dt.date | None: ...


class Span(TomlTable, frozen=True, kw_only=True):
    """How long a kind of rule holds: so many months, or until the eve of such a day (MM-DD)."""

    id: Kind
    months: int = 0
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Old:
    """A rule that is past the day it must be read again; ``months``: whole ones, since it was."""

    seen_on: dt.date
    review_by: dt.date
    months: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long each kind of rule holds."""

    spans: Mapping[Kind, Span]

    def review_by(self, kind: Kind, rule: Read) -> dt.date:
        """Return the last day on which a rule may be said as it was read."""
        if rule.review_by is not None:
            return rule.review_by
        span = self.spans[kind]
        changes = [next_day(one, rule.seen_on) - dt.timedelta(days=1) for one in span.changes]
        return min(changes) if changes else add_months(rule.seen_on, span.months)

    def old(self, kind: Kind, rules: Iterable[Read], today: dt.date) -> Old | None:
        """Return the oldest reading of the rules that are to be read again; None when all hold."""
        late = [
            Old(rule.seen_on, by, months_between(rule.seen_on, today))
            for rule in rules
            if (by := self.review_by(kind, rule)) < today
        ]
        return min(late, key=lambda one: one.seen_on, default=None)


def oldest(found: Iterable[Old | None]) -> Old | None:
    """Return the oldest reading of some, if there is any."""
    return min(filter(None, found), key=lambda one: one.seen_on, default=None)


def next_day(written: str, after: dt.date) -> dt.date:
    """Return the first such day (MM-DD) after another."""
    here = dt.date.fromisoformat(f"{after.year}-{written}")
    return here if here > after else here.replace(year=after.year + 1)


def months_between(start: dt.date, end: dt.date) -> int:
    """Return how many whole months have passed."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (add_months(start, months) > end)


def check_spans(spans: Iterable[Span]) -> Iterator[Problem]:
    """Yield the kinds whose time is not told, or not well."""
    rows = list(spans)
    known = {one.id for one in rows}
    for kind in get_args(Kind):
        if kind not in known:
            yield Problem("law-missing-key", place=f"kind, {kind}")
    for number, one in enumerate(rows, 1):
        if (one.months > 0) == bool(one.changes):
            place = f"kind {number}"
            yield Problem("law-bad-value", place=place, parameters={"expected": "months"})
        for day in one.changes:
            try:
                dt.date.fromisoformat(f"2027-{day}")
            except ValueError:
                place = f"kind {number}, changes"
                yield Problem("law-bad-value", place=place, parameters={"expected": "MM-DD"})
