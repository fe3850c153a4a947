"""``safe agenda``: what is awaited, on the screen, on paper, or for a calendar."""

import argparse

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.documents import event_data
from desktop_app.cli.safe.opened import opened
from desktop_app.files import write_file
from desktop_app.i18n import text
from desktop_app.sentences.agenda_words import entries, listed
from desktop_app.sentences.calendar_file import calendar_file
from desktop_app.workflow.dossiers import next_dates
from desktop_app.workflow.safes import Event


def agenda(options: argparse.Namespace, tools: Tools) -> Report:
    """List what is awaited, the nearest first; write it for a calendar or for paper when asked."""
    today = tools.clock.today()
    with opened(options, tools) as safe:
        found = next_dates(safe, today=today)
    events = [one.event for one in found]
    lines = [_agenda_line(event) for event in events] or [text("Rien n’est attendu.")]
    data: dict[str, object] = {"items": [event_data(event) for event in events]}
    if options.ics:
        write_file(options.ics, calendar_file(entries(found, today, named=options.named), today))
        data["ics"] = options.ics
    if options.out:
        write_file(options.out, tools.letters.agenda(listed(found, today), today).data)
        data["out"] = options.out
    if options.ics or options.out:
        lines += ["", text("Ce qui est écrit n’est plus protégé par le coffre.")]
    return Report(data, "\n".join(lines))


def _agenda_line(event: Event) -> str:
    date = event.prudent_day or event.last_day or event.day
    about = " · ".join(part for part in (event.title, event.person, event.dossier) if part)
    return f"  {date}  {about}"
