"""The common tables of the law: events, rules of counting, holidays, territories, sources."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.deadlines.legal_time import LegalTime, Summer
from desktop_app.core.deadlines.procedures import Delay, Group
from desktop_app.core.sourced import Statement
from desktop_app.core.toml_table import TomlTable

ABROAD = "etranger"
StartKind = Literal[
    "date",
    "pickup",
    "account",
    "letter",
    "deemed",
    "moved",
    "aid",
    "silence",
    "waiting",
    "window",
]
SAME = ""


class Event(Statement, frozen=True, kw_only=True):
    """Something that happened and starts a delay.

    Attributes:
        title: a clause: "la décision vous a été notifiée".
        date: which day is asked for.
        start: how the day gives the start of the delay; see ``events.toml``.
        of: whether another procedure is named beside it (the one that was refused or silent).
        delay: replaces the delay of the procedure.
        not_before: earliest start (a transitional rule).
        hold: days during which the post office keeps a registered letter, in which a message is
            to be opened on an account, or after which a decision on legal aid is settled.
        working: ``hold`` counts working days.
        agreed: a message comes so only to who agreed to it: it is not asked.
        unopened: the day of a message left unopened: that of its arrival, or the end of ``hold``.
        unnotified: the decision was never notified as it must be: ``without_notice`` applies.
        argued: neither a text nor a judge fixes the day: it is said.
        asks: the question of the other day, where it is a special one.
        told: what is to be known of it. ``keep``: the proof to keep, as an order.
        clear_days: after the sending, at the end of which the law holds a notice as received.
        received: the day it came may be told beside, when ``date`` is an earlier one.
        future: the day may be in the future.
    """

    id: str
    title: str
    date: str
    start: StartKind
    of: Literal["", "optional", "needed"] = ""
    delay: Delay | None = None
    not_before: dt.date | None = None
    hold: int = 0
    clear_days: int = 0
    working: bool = False
    agreed: bool = False
    unopened: Literal["depot", "fin"] = "depot"
    unnotified: bool = False
    argued: bool = False
    asks: str = ""
    told: str = ""
    keep: str = ""
    received: bool = False
    future: bool = False

    @property
    def second(self) -> Literal["", "picked_up", "opened", "received"]:
        """Which other day may be told beside ``date``."""
        if self.start == "pickup":
            return "picked_up"
        if self.start == "account":
            return "opened"
        later = self.received or self.start in ("deemed", "moved") or self.id == "lettre-simple"
        return "received" if later else ""


class Rule(Statement, frozen=True, kw_only=True):
    """What one step of a computation rests on."""

    code: str


class Holiday(Statement, frozen=True, kw_only=True):
    """A public holiday: a fixed day (``on``, MM-DD) or days after Easter Sunday (``easter``).

    No ``territories``: everywhere. ``optional``: only where the commune is in the case.
    """

    name: str
    on: str = ""
    easter: int | None = None
    territories: tuple[str, ...] = ()
    optional: bool = False


class Territory(Statement, frozen=True, kw_only=True):
    """Where a court sits or a person lives; ``court_group`` shares one seat.

    ``postal``: how the postal codes of a home overseas begin. ``utc``, ``summer``: its clocks.
    """

    id: str
    name: str
    group: Group
    court_group: str = ""
    postal: str = ""
    holidays_known: bool = True
    utc: int
    summer: Summer = ""

    @property
    def clocks(self) -> LegalTime:
        """What the clocks show there."""
        return LegalTime(self.utc, self.summer)


class Amount(Statement, frozen=True, kw_only=True):
    """A sum in euros that the law sets, ``per`` month, year or hour, ``since`` a day."""

    id: str
    title: str
    value: float
    per: Literal["mois", "an", "heure"]
    since: dt.date


class Distance(Statement, frozen=True, kw_only=True):
    """Months added for the distance between the court and the person's home."""

    overseas: int
    abroad: int


class LawSource(TomlTable, frozen=True, kw_only=True):
    """Where rules were read; ``state_of`` is the day of the consolidated text."""

    code: str
    title: str
    seen_on: dt.date
    review_by: dt.date | None = None
    state_of: dt.date | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """Every common table, by id; ``groups`` are the names beginning with @ of ``events``."""

    events: Mapping[str, Event]
    groups: Mapping[str, Sequence[str]]
    rules: Mapping[str, Rule]
    holidays: Sequence[Holiday]
    territories: Mapping[str, Territory]
    distance: Distance
    sources: Mapping[str, LawSource]

    def expand(self, events: Sequence[str]) -> tuple[str, ...]:
        """Return the events with each group replaced by its members."""
        found: list[str] = []
        for name in events:
            members = self.groups.get(name[1:], ()) if name.startswith("@") else (name,)
            found += [member for member in members if member not in found]
        return tuple(found)

    def article(self, code: str) -> str:
        """Return the article that a step of the computation rests on."""
        return self.rules[code].basis
