"""``office queue``: who is received, who waits, what presses; a gesture on one visit."""

import argparse
import datetime as dt
from typing import Any

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.opened import opened, saved
from desktop_app.cli.terminal import reported
from desktop_app.core.errors import AppError
from desktop_app.core.visits import Visit
from desktop_app.pages import office_home as page
from desktop_app.pages import office_visit
from desktop_app.workflow.office import day as office
from desktop_app.workflow.store import Safe

STATES = ("arrived", "received", "ended", "gone")
"""What may be said of a visit."""


class HourMisspelt(AppError, exit_status=2):
    """An hour of the command is not written as "10:15"."""


class VisitMissing(AppError, exit_status=2):
    """Something is said of a visit, or of who came, and no visit is named."""


def queue(options: argparse.Namespace, tools: Tools) -> Report:
    """Do the gesture asked, if any, then tell the day; names, only where they are asked for."""
    now, at = tools.clock.now(), _hour(options.at)
    if (options.state or options.name) and not options.visit:
        raise VisitMissing
    told = ""
    with opened(options, tools) as safe:
        if options.arrive is not None:
            hour = at or now.at.time()
            safe.visits.arrive(_person(safe, options.arrive), day=now.day, at=hour)
            told = page.came()
        if options.expect is not None:
            if at is None:
                raise HourMisspelt
            person = _person(safe, options.expect)
            safe.visits.expect(person, day=now.day, appointment=at)
            told = office_visit.noted()
        if options.visit:
            told = _of_visit(safe, options, at or now.at.time()) or told
        if told:
            saved(safe, tools)
        found = office.read(safe, tools.catalogue, now)
        due = office.due(safe, now.day)
        visits = [visit_data(one, named=options.named) for one in safe.visits.of_day(now.day)]
    data: dict[str, Any] = {
        "day": now.day.isoformat(),
        "visits": visits,
        "closed": found.closed,
        "due": {"mandates": due.mandates, "to_erase": due.to_erase},
    }
    return reported(page.page(now.day, found, names=options.named), data, told=told)


def visit_data(one: Visit, *, named: bool) -> dict[str, Any]:
    """Return a visit for JSON; her name, where it is asked for."""
    hours = {
        name: f"{hour:%H:%M}"
        for name in ("appointment", "arrived", "received", "ended")
        if (hour := getattr(one, name)) is not None
    }
    who = {"person": one.person} if named and one.person else {}
    return {"id": one.id, "state": one.state, "number": one.number, **who, **hours}


def _of_visit(safe: Safe, options: argparse.Namespace, at: dt.time) -> str:
    visit: str = options.visit
    if options.name:
        safe.visits.name(visit, _person(safe, options.name))
    match options.state:
        case "arrived":
            safe.visits.come(visit, at=at)
        case "received":
            office.receive(safe, visit, at=at)
            return page.is_received()
        case "ended":
            safe.visits.end(visit, at=at)
            return page.has_ended()
        case "gone":
            safe.visits.leave(visit, at=at)
            return office_visit.left()
    return office_visit.noted() if options.name or options.state else ""


def _person(safe: Safe, said: str) -> str:
    """Return the id of somebody named; "" for nobody in particular."""
    return safe.people.one(said).id if said else ""


def _hour(text: str) -> dt.time | None:
    if not text:
        return None
    try:
        return dt.datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 (an hour of the place)
    except ValueError as error:
        raise HourMisspelt from error
