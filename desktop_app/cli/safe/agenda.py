"""``safe agenda``: what is awaited, on the screen, on paper, or for a calendar."""

import argparse

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.deadline_data import said_data
from desktop_app.cli.paper import print_options
from desktop_app.cli.safe.documents import event_data
from desktop_app.cli.safe.opened import opened
from desktop_app.cli.terminal import reported
from desktop_app.core.moment import iso
from desktop_app.files import write_file
from desktop_app.i18n import text
from desktop_app.pages import week
from desktop_app.sentences.agenda_words import entries
from desktop_app.sentences.calendar_file import calendar_file
from desktop_app.workflow.matter.dossiers import next_dates
from desktop_app.workflow.matter.law_moved import MovedDay, moved


def agenda(options: argparse.Namespace, tools: Tools) -> Report:
    """List what is awaited, the nearest first; write it for a calendar or for paper when asked."""
    today = tools.clock.today()
    with opened(options, tools, reads=True) as safe:
        found = next_dates(safe, today=today)
        told = moved(safe, tools.law, tools.catalogue, today)
    page = week.week(found, today, moved=told)
    data: dict[str, object] = {
        "items": [event_data(one.event) | {"said": said_data(one.said)} for one in found],
        "moved": [moved_data(one) for one in told],
    }
    if options.ics:
        write_file(options.ics, calendar_file(entries(found, today, named=options.named), today))
        data["ics"] = options.ics
    if options.out:
        sheet = week.printed(found, today, print_options(options))
        write_file(options.out, tools.letters.sheet(sheet, today).data)
        data["out"] = options.out
    written = text("Ce qui est écrit n’est plus protégé par le coffre.")
    said = written if options.ics or options.out else ""
    return reported(page, data, "safe agenda", told=said)


def moved_data(one: MovedDay) -> dict[str, object]:
    """Return a date that the law moves."""
    days = {"before": one.before, "now": one.now}
    return {
        "event": one.event.id,
        "dossier": one.event.dossier_id,
        "procedure": one.event.procedure,
        "rule": one.rule,
        "changed_on": one.changed_on.isoformat() if one.changed_on else "",
        "read_on": one.read_on.isoformat(),
    } | {
        name: {
            "first": iso(found.first) if found.first else "",
            "last": iso(found.last) if found.last else "",
        }
        for name, found in days.items()
    }
