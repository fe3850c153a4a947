"""``safe correct, bin, person``: what was noted is mended, thrown away or taken back."""

import argparse
import datetime as dt
from collections.abc import Iterable

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.parser import UsageError
from desktop_app.cli.safe.matters import dossier_id, person_id
from desktop_app.cli.safe.opened import opened, saved
from desktop_app.core.deadlines.moments import read_day
from desktop_app.core.moment import day_of
from desktop_app.core.records import Event
from desktop_app.files import read_file
from desktop_app.i18n import pack_text, plural, text
from desktop_app.sentences import timeline_words
from desktop_app.workflow.matter import corrections
from desktop_app.workflow.matter.happened import Slip
from desktop_app.workflow.matter.next_steps import Answer
from desktop_app.workflow.matter.noting import Correction, correct
from desktop_app.workflow.matter.timeline import KNOWN_ANSWERS, answer_of, is_asked
from desktop_app.workflow.people import people
from desktop_app.workflow.store import Safe

THINGS = ("document", "dossier", "person")


def correct_event(options: argparse.Namespace, tools: Tools) -> Report:
    """Write what was noted in another way, take it off the timeline, or put it back."""
    today = tools.clock.today()
    said: Answer = next((one for one in KNOWN_ANSWERS if one == options.answer), "")
    proof = read_file(options.proof) if options.proof else b""
    with opened(options, tools) as safe:
        dossier = dossier_id(safe, options.dossier)
        if options.put_back:
            event = _event(safe.events.removed(dossier), options.event)
            corrections.put_back(safe, tools.law, dossier, event, today=today)
        elif options.remove:
            event = _event(safe.events.timeline(dossier), options.event)
            corrections.remove(safe, tools.law, dossier, event, today=today)
        else:
            event = _event(safe.events.timeline(dossier), options.event)
            number = options.number if options.number is not None else event.number
            correction = Correction(
                read_day(options.date) if options.date else event.day,
                Slip(number, proof, text("Preuve de dépôt")),
                answer=said or answer_of(event),
                until=_until(options.until, event),
            )
            correct(tools, safe, dossier, event, correction)
        saved(safe, tools)
        awaited = [one for one in safe.events.timeline(dossier) if one.awaited]
    lines = [text("C’est corrigé. Ce qui est attendu maintenant :")]
    lines += [f"  {timeline_words.what_happened(one)}" for one in awaited]
    return Report({"awaited": [one.id for one in awaited]}, "\n".join(lines))


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
        if options.id:
            if options.put:
                safe.bin.put(options.id, on=today, kind=options.kind)
            elif options.take_back:
                safe.bin.take_back(options.id, kind=options.kind)
            else:
                safe.bin.erase(options.kind, options.id, on=today)
            saved(safe, tools)
        items = _binned(safe)
    lines = [plural("{n} chose à la corbeille", "{n} choses à la corbeille", len(items))]
    lines += [f"  {one['id']}  {one['title']}" for one in items]
    return Report({"items": items}, "\n".join(lines))


def change_person(options: argparse.Namespace, tools: Tools) -> Report:
    """Rename a person, or change who lives with her."""
    today = tools.clock.today()
    with opened(options, tools) as safe:
        person = person_id(safe, options.person)
        if options.rename:
            people.rename(safe, person, options.rename)
        if options.together:
            other = person_id(safe, options.together)
            people.live_together(safe, person, other, options.role, on=today)
        if options.apart:
            people.no_longer_together(safe, person, person_id(safe, options.apart), on=today)
        saved(safe, tools)
        sheet = people.sheet(safe, person, {})
    household = [{"name": one.name, "role": one.role} for one in sheet.household]
    lines = [sheet.name, *(f"  {one['name']} ({one['role']})" for one in household)]
    return Report({"id": sheet.id, "name": sheet.name, "household": household}, "\n".join(lines))


def _event(events: Iterable[Event], wanted: str) -> Event:
    found = next((one for one in events if one.id == wanted), None)
    if found is None:
        raise UsageError(detail=text("cette étape n’est pas dans ce dossier : voir « dossier »"))
    return found


def _binned(safe: Safe) -> list[dict[str, str]]:
    found = [
        *(("person", one.id, one.name) for one in safe.bin.people()),
        *(("dossier", one.id, pack_text(one.title)) for one in safe.bin.dossiers()),
        *(("document", one.id, one.title) for one in safe.bin.all()),
    ]
    return [{"kind": kind, "id": uid, "title": title} for kind, uid, title in found]
