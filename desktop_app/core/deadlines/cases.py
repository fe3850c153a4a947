"""Hard cases as data: what remains when a delay is over, what to do today, what a reply changes.

The typed form of ``forms/law/late.toml``, ``emergencies.toml`` and ``replies.toml``. Sentences
that a person reads are in ``label`` and ``help``; ``forms/law/README.md`` explains every key.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.deadlines.tables import Tables
from desktop_app.core.errors import Problem
from desktop_app.core.sourced import Statement
from desktop_app.core.toml_table import TomlTable

LateCase = Literal["toujours", "envoi", "un-an", "inopposable", "aide-juridictionnelle"]
ReplyKind = Literal["partial-answer", "papers-asked", "wrong-body", "late-appeal"]
NOTIFIED = "notification"
"""The event by which the delays of a page run: its paper was handed over."""
SHORT_DAYS = 7
"""A delay of so many days or fewer is an emergency by itself."""


class Remains(Statement, frozen=True, kw_only=True):
    """One thing to look at once a delay is over.

    Attributes:
        when: for which procedures: all, those whose posting counts, those of which a missing
            notice gives one year or no limit, those that legal aid asked in time holds.
        label: a question to oneself. ``help``: what follows from it.
    """

    id: str
    when: LateCase
    label: str
    help: str


class Line(TomlTable, frozen=True, kw_only=True):
    """One thing to do or to keep."""

    label: str


class Contact(TomlTable, frozen=True, kw_only=True):
    """Whom to call: a kind of body and where to find it; ``number`` only when one was read.

    ``source``: code of ``sources.toml``; ``to_verify``: it was not read at its source.
    """

    label: str
    help: str
    number: str = ""
    source: str
    seen_on: dt.date
    to_verify: bool = False
    review_by: dt.date | None = None


class Place(TomlTable, frozen=True, kw_only=True):
    """An answer to where; ``emergency``: the page that holds there, "" when this one does.

    ``territories``: the ids of ``territories.toml`` that it stands for: a command takes each.
    """

    id: str
    label: str
    territories: tuple[str, ...]
    emergency: str = ""


class Asked(TomlTable, frozen=True, kw_only=True):
    """What a page of emergency asks before it says anything: where the decision was given."""

    label: str
    choices: tuple[Place, ...]


class Paper(TomlTable, frozen=True, kw_only=True):
    """The paper of which a page asks the day, and the procedures whose delay runs from it.

    A refusal still to come, or a warning before the decision, is another paper: no date is
    computed from this one.
    """

    label: str
    procedures: tuple[str, ...]


class Season(TomlTable, frozen=True, kw_only=True):
    """A part of the year in which something is not done; days as [month, day].

    ``during``: what holds today, in it. ``rule``: the same, true on any day.
    """

    begins: tuple[int, int]
    ends: tuple[int, int]
    during: str
    rule: str

    def told(self, today: dt.date | None) -> str:
        """Return what to say on a day; None: it is not sure."""
        day = (today.month, today.day) if today is not None else None
        if day is None:
            return self.rule
        over_new_year = self.begins > self.ends
        after, before = day >= self.begins, day <= self.ends
        is_in = after or before if over_new_year else after and before
        return self.during if is_in else self.rule


class Emergency(Statement, frozen=True, kw_only=True):
    """What to do today, before any form.

    Attributes:
        title: the danger, as a person would say it. ``help``: until when, in one sentence.
        today, keep: in order. ``call``: the nearest help first.
        procedures: what may come next, of the law's files; may be empty of letters.
        keywords: what people write in a search box, for which this page comes first.
        never: procedures that look like a way and let the delay run out: no search that speaks
            of this danger proposes their letters.
        asks: the place, when the law of it decides which page is true.
        paper: the paper whose day gives the last moments; None when no delay runs from one.
        season: what depends on the day of the year.
        discreet: a sheet of it found at home would be a danger: it is not offered on paper.
    """

    id: str
    title: str
    help: str
    today: tuple[Line, ...]
    call: tuple[Contact, ...]
    keep: tuple[Line, ...]
    procedures: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    asks: Asked | None = None
    paper: Paper | None = None
    season: Season | None = None
    discreet: bool = False


class Reply(Statement, frozen=True, kw_only=True):
    """What the law says of a reply that is no plain yes or no, by the step it is in a dossier."""

    id: ReplyKind
    help: str


def is_urgent(procedure: Procedure) -> bool:
    """Tell whether someone must be called before anything is written, or the place asked."""
    delay = procedure.delay
    short = delay is not None and (
        delay.unit == "heures" or (delay.unit == "jours" and delay.value <= SHORT_DAYS)
    )
    return bool(procedure.emergency) or short or bool(procedure.elsewhere)


def check_cases(
    late: Sequence[Remains],
    emergencies: Sequence[Emergency],
    replies: Sequence[Reply],
    procedures: Mapping[str, Procedure],
    tables: Tables,
) -> Iterator[tuple[str, Problem]]:
    """Yield, by file, what is wrong between these files and the others."""
    files: dict[str, Sequence[Remains | Emergency | Reply]] = {
        "late.toml": late,
        "emergencies.toml": emergencies,
        "replies.toml": replies,
    }
    for file, statements in files.items():
        for number, statement in enumerate(statements, 1):
            place = f"{number}, "
            if not statement.basis:
                yield file, Problem("law-empty", place=f"{place}basis")
            if not statement.sources:
                yield file, Problem("law-empty", place=f"{place}sources")
            if any(code not in tables.sources for code in statement.sources):
                yield file, Problem("law-unknown-source", place=f"{place}sources")
    for number, one in enumerate(emergencies, 1):
        yield from _emergency(number, one, procedures, tables)
        yield from _places(number, one, emergencies, procedures, tables)
        yield from _paper(number, one, procedures, tables)
    told = {name for one in emergencies for name in one.procedures}
    for procedure in procedures.values():
        if is_urgent(procedure) and procedure.id not in told:
            place = f"procedures, {procedure.id}"
            yield "emergencies.toml", Problem("law-urgent-untold", place=place)


def _emergency(
    number: int, one: Emergency, procedures: Mapping[str, Procedure], tables: Tables
) -> Iterator[tuple[str, Problem]]:
    file = "emergencies.toml"
    for key in ("today", "call", "keep"):
        if not getattr(one, key):
            yield file, Problem("law-empty", place=f"{number}, {key}")
    if any(contact.source not in tables.sources for contact in one.call):
        yield file, Problem("law-unknown-source", place=f"{number}, call")
    for key in ("procedures", "never"):
        if any(name not in procedures for name in getattr(one, key)):
            yield file, Problem("law-unknown-procedure", place=f"{number}, {key}")


def _paper(
    number: int, one: Emergency, procedures: Mapping[str, Procedure], tables: Tables
) -> Iterator[tuple[str, Problem]]:
    """Yield what a date would be computed for, and cannot: not of the page, or never so begun."""
    for name in one.paper.procedures if one.paper else ():
        place = f"{number}, paper, {name}"
        found = procedures.get(name) if name in one.procedures else None
        if found is None:
            yield "emergencies.toml", Problem("law-unknown-procedure", place=place)
        elif found.delay is None or NOTIFIED not in tables.expand(found.events):
            yield "emergencies.toml", Problem("law-unknown-event", place=place)


def _places(
    number: int,
    one: Emergency,
    emergencies: Sequence[Emergency],
    procedures: Mapping[str, Procedure],
    tables: Tables,
) -> Iterator[tuple[str, Problem]]:
    """Yield what is wrong with the places asked, or not asked where a procedure depends on them."""
    file, pages = "emergencies.toml", {page.id for page in emergencies}
    known = [procedures[name] for name in one.procedures if name in procedures]
    elsewhere = {other.page for found in known for other in found.elsewhere}
    leads = {place.emergency for place in one.asks.choices} if one.asks else set()
    if leads - {""} - pages or elsewhere - pages:
        yield file, Problem("law-unknown-emergency", place=f"{number}, asks")
    if one.asks:
        told = sorted(name for place in one.asks.choices for name in place.territories)
        if told != sorted(tables.territories):
            yield file, Problem("law-unknown-territory", place=f"{number}, asks, territories")
    if elsewhere - leads or (one.asks and "" not in leads):
        yield file, Problem("law-place-not-asked", place=f"{number}, asks")
