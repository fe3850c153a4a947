"""Rules that bind the law's files together: what a type cannot say.

Each function returns problems; a place is a key of the file, completed with the file's name by
``catalogue/law.py``.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from desktop_app.core.deadlines.counting import COUNTED_BY
from desktop_app.core.deadlines.courts import Court
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.deadlines.procedures import Delay, Procedure, Silence, Waiting
from desktop_app.core.deadlines.tables import Distance, Event, Holiday, Tables
from desktop_app.core.errors import Problem
from desktop_app.core.sourced import Statement

MONEY = re.compile(r"gratuit|€|verser|payer|coût")


def check_procedure(procedure: Procedure) -> list[Problem]:
    """Return what is wrong inside one procedure, other files left aside."""
    return [Problem(code, place=key) for code, key in _inside(procedure)]


def _inside(p: Procedure) -> Iterator[tuple[str, str]]:
    if (p.delay is None) == (not p.delay_text):
        yield "law-delay-or-text", "delay"
    if p.delay and p.date_type == "sans_objet":
        yield "law-date-type", "date_type"
    for key, delay in (("delay", p.delay), ("answer_delay", p.answer_delay)):
        if delay:
            yield from ((code, key) for code in _delay(delay))
    if ("@sans-voies" in p.events) != bool(p.without_notice):
        yield "law-without-notice", "without_notice"
    for key in ("basis", "sources"):
        if not getattr(p, key):
            yield "law-empty", key
    for number, step in enumerate(p.next, 1):
        if bool(step.procedure) == bool(step.step):
            yield "law-next-or-step", f"next, {number}"
        if step.step and step.opened_by:
            yield "law-step-opened", f"next, {number}"
        if step.step and not (step.plain_title and step.said):
            yield "law-step-untold", f"next, {number}"
    yield from _lengths(p)
    yield from _told(p)


def _told(p: Procedure) -> Iterator[tuple[str, str]]:
    """A person is told in plain words what each step is, what it costs, and about the lawyer."""
    if not p.said or p.said[-1].only or not all(one.only for one in p.said[:-1]):
        yield "law-untold", "said"
    for number, one in enumerate(p.said, 1):
        if not (MONEY.search(one.words) and "avocat" in one.words):
            yield "law-told-no-cost", f"said, {number}"


def _lengths(p: Procedure) -> Iterator[tuple[str, str]]:
    for number, silence in enumerate(p.silence, 1):
        if not _may_last(silence) or silence.unit in ("heures", "31-decembre"):
            yield "law-delay-value", f"silence, {number}"
    for number, waiting in enumerate(p.waiting, 1):
        if not _may_last(waiting):
            yield "law-delay-value", f"waiting, {number}"
    for number, window in enumerate(p.window, 1):  # counted backwards from the end of a permit
        if not _LONGEST[window.unit] >= window.opens > window.closes >= 0:
            yield "law-delay-value", f"window, {number}"


_LONGEST: dict[str, int] = {
    "heures": 24 * 366, "jours": 366 * 40, "semaines": 52 * 40, "mois": 12 * 40, "annees": 40,
    "31-decembre": 40,
}  # fmt: skip
"""Forty years: no delay of the law is longer, and a calendar ends somewhere."""


def _may_last(length: Delay | Silence | Waiting) -> bool:
    return 0 < length.value <= _LONGEST[length.unit]


def _delay(delay: Delay) -> Iterator[str]:
    if not _may_last(delay):
        yield "law-delay-value"
    if not 0 <= delay.abroad <= _LONGEST["mois"]:
        yield "law-delay-value"
    if delay.franc and delay.unit != "mois":
        yield "law-franc-months"
    if delay.distance and not delay.franc:
        yield "law-distance-franc"
    if delay.extension and delay.unit in ("heures", "annees", "31-decembre"):
        yield "law-extension-unit"


def check_links(procedure: Procedure, ids: Iterable[str], tables: Tables) -> list[Problem]:
    """Return the names of one procedure that lead nowhere."""
    known = set(ids)
    found: list[Problem] = []

    def look(names: Iterable[str], among: Iterable[str], code: str, key: str) -> None:
        choices = set(among)
        found.extend(
            Problem(code, place=key, suggestion=nearest(name, sorted(choices)))
            for name in names
            if name not in choices
        )

    following = [n.procedure for n in procedure.next if n.procedure]
    look(following, known, "law-unknown-procedure", "next")
    look(procedure.if_late, known, "law-unknown-procedure", "if_late")
    look([w.of for w in procedure.waiting if w.of], known, "law-unknown-procedure", "waiting")
    names = {*tables.events, *(f"@{group}" for group in tables.groups)}
    look(procedure.events, names, "law-unknown-event", "events")
    opened = [event for n in procedure.next for event in n.opened_by]
    look(opened, tables.events, "law-unknown-event", "next")
    look(procedure.sources, tables.sources, "law-unknown-source", "sources")
    for other in procedure.elsewhere:
        look(other.territories, tables.territories, "law-unknown-territory", "elsewhere")
    return found


def check_chain(procedures: Mapping[str, Procedure], tables: Tables) -> list[tuple[str, Problem]]:
    """Return, by procedure, the steps that open a delay which does not expect them."""
    found: list[tuple[str, Problem]] = []
    for p in procedures.values():
        for step in p.next:
            target = procedures.get(step.procedure)
            if target is None:
                continue
            expected = tables.expand(target.events)
            found.extend(
                (p.id, Problem("law-opens-nothing", place="next"))
                for event in step.opened_by
                if target.delay and event not in expected
            )
        found.extend((p.id, problem) for problem in _starts(p, tables))
        if _silent(p):
            found.append((p.id, Problem("law-silence-needed", place="silence")))
    return found


def _silent(p: Procedure) -> bool:
    """A silence that opens a delay must somewhere mean a refusal."""
    opens = any("rejet-implicite" in step.opened_by for step in p.next)
    return opens and not any(s.effect == "rejet" for s in p.silence)


def _starts(procedure: Procedure, tables: Tables) -> Iterator[Problem]:
    """Each event of a procedure needs what its start is computed from."""
    for name in tables.expand(procedure.events):
        event = tables.events.get(name)
        if event is None:
            continue
        lacks_waiting = event.start == "waiting" and not procedure.waiting
        lacks_window = event.start == "window" and not procedure.window
        if lacks_waiting or lacks_window:
            yield Problem("law-event-needs", place="events")


def check_courts(courts: Iterable[Court], tables: Tables) -> Iterator[Problem]:
    """Yield what is wrong with each court, by its place."""
    for number, court in enumerate(courts, 1):
        for code, key in _statement(court, tables):
            yield Problem(code, place=f"court {number}, {key}")


def check_tables(tables: Tables) -> list[tuple[str, Problem]]:
    """Return, by file, what is wrong in the common tables."""
    found: list[tuple[str, Problem]] = []
    files: dict[str, Iterable[Statement]] = {
        "events.toml": tables.events.values(),
        "rules.toml": tables.rules.values(),
        "holidays.toml": tables.holidays,
        "territories.toml": [tables.distance, *tables.territories.values()],
    }
    for file, statements in files.items():
        for number, statement in enumerate(statements, 1):
            found += [
                (file, Problem(code, place=f"{number}, {key}"))
                for code, key in _statement(statement, tables)
            ]
    found += [
        ("rules.toml", Problem("law-rule-needed", place=code, parameters={"code": code}))
        for code in COUNTED_BY
        if code not in tables.rules
    ]
    for group, members in tables.groups.items():
        if any(member not in tables.events for member in members):
            found.append(("events.toml", Problem("law-unknown-event", place=f"groups, {group}")))
    return found


def _statement(statement: Statement, tables: Tables) -> Iterator[tuple[str, str]]:
    if any(code not in tables.sources for code in statement.sources):
        yield "law-unknown-source", "sources"
    for key in ("basis", "sources"):
        if not getattr(statement, key):
            yield "law-empty", key
    if isinstance(statement, Event):
        yield from _days_kept(statement)
    if isinstance(statement, Distance) and min(statement.overseas, statement.abroad) < 0:
        yield "law-delay-value", "distance"
    if isinstance(statement, Holiday):
        if bool(statement.on) == (statement.easter is not None):
            yield "law-holiday-day", "on"
        elif statement.on and not _is_day(statement.on):
            yield "law-bad-day", "on"
        if any(name not in tables.territories for name in statement.territories):
            yield "law-unknown-territory", "territories"


def _days_kept(event: Event) -> Iterator[tuple[str, str]]:
    """A number of days stands where the start needs it, and nowhere else."""
    if event.hold < 0 or (event.start in ("pickup", "account", "aid")) != bool(event.hold):
        yield "law-delay-value", "hold"
    if event.clear_days < 0 or (event.start == "deemed") != bool(event.clear_days):
        yield "law-delay-value", "clear_days"


def _is_day(written: str) -> bool:
    """Tell whether MM-DD is a day of every year."""
    try:
        dt.date.fromisoformat(f"2001-{written}")
    except ValueError:
        return False
    return True
