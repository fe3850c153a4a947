"""``safe correct, bin``: what was noted is mended, thrown away or taken back."""

import argparse
import datetime as dt
from collections.abc import Iterable

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.parser import UsageError
from desktop_app.cli.safe.matters import dossier_id
from desktop_app.cli.safe.opened import opened, saved
from desktop_app.cli.terminal import reported
from desktop_app.core.deadlines.moments import read_day
from desktop_app.core.moment import day_of
from desktop_app.core.records import Event
from desktop_app.files import read_file
from desktop_app.i18n import pack_text, text
from desktop_app.pages import bin as bin_page
from desktop_app.pages import done
from desktop_app.pages import dossier as dossier_page
from desktop_app.pages.act import slip
from desktop_app.workflow.matter import corrections
from desktop_app.workflow.matter.dossiers import open_dossier
from desktop_app.workflow.matter.erasing import renew_backups
from desktop_app.workflow.matter.next_steps import Answer
from desktop_app.workflow.matter.noting import Correction, correct
from desktop_app.workflow.matter.timeline import answer, answer_of, is_asked
from desktop_app.workflow.store import Safe

THINGS = ("document", "dossier", "person")


def correct_event(options: argparse.Namespace, tools: Tools) -> Report:
    """Write what was noted in another way, take it off the timeline, or put it back."""
    today = tools.clock.today()
    said: Answer = answer(options.answer)
    proof = read_file(options.proof) if options.proof else b""
    with opened(options, tools) as safe:
        dossier = dossier_id(safe, options.dossier)
        told = done.noted() if options.put_back else done.corrected()
        if options.put_back:
            event = _event(safe.events.removed(dossier), options.event)
            corrections.put_back(safe, tools.law, dossier, event, today=today)
        elif options.remove:
            event = _event(safe.events.timeline(dossier), options.event)
            corrections.remove(safe, tools.law, dossier, event, today=today)
            told = done.step_removed()
        else:
            event = _event(safe.events.timeline(dossier), options.event)
            number = options.number if options.number is not None else event.number
            correction = Correction(
                read_day(options.date) if options.date else event.day,
                slip(number, proof),
                answer=said or answer_of(event),
                until=_until(options.until, event),
            )
            correct(tools, safe, dossier, event, correction)
        saved(safe, tools)
        found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=today)
    awaited = [one.id for one in found.events if one.awaited]
    return reported(dossier_page.dossier(found, today), {"awaited": awaited}, told=told)


def _until(said: str, event: Event) -> dt.date | None:
    """Return the last day to give a paper: as it is said now, else as it was noted."""
    if not is_asked(event):
        return None
    if said:
        return read_day(said)
    return day_of(event.last_day) if event.last_day else None


def look_into_the_bin(options: argparse.Namespace, tools: Tools) -> Report:
    """Throw away, take back, erase for good; then list what lies in the bin."""
    if bool(options.id) != bool(options.put or options.take_back or options.erase):
        raise UsageError(detail=text("donnez un id et une action : --put, --take-back ou --erase"))
    today = tools.clock.today()
    with opened(options, tools) as safe:
        told = _moved(safe, options, today) if options.id else ""
        if told:
            saved(safe, tools)
        held = safe.bin
        found = tuple(bin_page.thrown(held.people(), held.dossiers(), held.all()))
    items = [{"kind": one.kind, "id": one.id, "title": pack_text(one.name)} for one in found]
    return reported(bin_page.bin_page(found), {"items": items}, told=told)


def _moved(safe: Safe, options: argparse.Namespace, today: dt.date) -> str:
    """Move one thing into the bin, or out of it; return what is told of it."""
    kind: str = options.kind
    if options.put:
        safe.bin.put(options.id, on=today, kind=kind)
        return done.thrown(kind)
    if options.take_back:
        safe.bin.take_back(options.id, kind=kind)
        return done.taken_back(kind)
    safe.bin.erase(kind, options.id, on=today)
    left = renew_backups(safe, on=today)
    return done.erased_from(in_backups=left, elsewhere=safe.matters.backups_out)


def _event(events: Iterable[Event], wanted: str) -> Event:
    found = next((one for one in events if one.id == wanted), None)
    if found is None:
        raise UsageError(detail=text("cette étape n’est pas dans ce dossier : voir « dossier »"))
    return found
