"""``safe write, dossiers, dossier, note``: what the window does, by command."""

import argparse
import datetime as dt
from dataclasses import replace
from typing import Any

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.happened import KINDS
from desktop_app.cli.ladder_data import ladder_data
from desktop_app.cli.letter import draft_from
from desktop_app.cli.parser import UsageError
from desktop_app.cli.safe.agenda import moved_data
from desktop_app.cli.safe.documents import document_data, event_data
from desktop_app.cli.safe.opened import opened, saved
from desktop_app.cli.terminal import reported
from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.cases import Reply
from desktop_app.core.deadlines.moments import read_day
from desktop_app.core.errors import AppError
from desktop_app.core.records import Dossier
from desktop_app.files import read_file
from desktop_app.i18n import text
from desktop_app.pages import destinations as to
from desktop_app.pages import documents, done, law_moved, what_next
from desktop_app.pages import dossier as dossier_page
from desktop_app.pages.act import slip
from desktop_app.sentences import ladder_words
from desktop_app.workflow.documents import rendering
from desktop_app.workflow.documents.afterwards import afterwards
from desktop_app.workflow.documents.filing import earlier_versions, file_answers, to_send
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.guidance.urgent import emergency_of
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.matter.happened import of_kind
from desktop_app.workflow.matter.law_moved import see
from desktop_app.workflow.matter.next_steps import Answer, FollowUp
from desktop_app.workflow.matter.noting import note
from desktop_app.workflow.matter.proposals import proposed, right_office
from desktop_app.workflow.matter.timeline import answer
from desktop_app.workflow.people import people
from desktop_app.workflow.safes.listing import Page
from desktop_app.workflow.store import Safe

MOST_BLANK = 1 << 26


def write(options: argparse.Namespace, tools: Tools) -> Report:
    """Make a letter or a form from answers, prove it, and file it with its day to act."""
    today = read_day(options.today) if options.today else tools.clock.today()
    draft = draft_from(options.answers, options.pack)
    made = _made(options, tools, draft, today)
    with opened(options, tools) as safe:
        with safe.act():  # nobody is added for a letter that cannot be signed
            person = _person(safe, options.person, tools)
            if options.signature:
                made = rendering.with_signature(tools, safe, made, draft, person)
            wanted = _dossier(safe, options.dossier, person, made, today)
            dossier, document = file_answers(
                safe, tools, made, draft, today, person=person, dossier=wanted
            )
        newer = bool(earlier_versions(safe, document))
        unsent = [one.dossier_id for one in to_send(safe, tools, draft.pack, person=person)]
        saved(safe, tools)
    told = done.filed(dossier, answers_alone=made.on_paper)
    asked = to.WhatNext(made=made, draft=draft, why=True)
    page = what_next.what_next(
        asked,
        today,
        keeping="safe",
        dossier=dossier,
        newer=newer,
        emergency=emergency_of(tools.law, made.prepared.procedure),
        follows=what_next.after(afterwards(tools, made, today), today),
        printed=False,
    )
    if others := [one for one in unsent if one != dossier]:
        page = replace(page, blocks=(what_next.other_waits(others[0], dossier), *page.blocks))
    return reported(page, _made_data(made, dossier, document), told=told)


def _made(options: argparse.Namespace, tools: Tools, draft: Draft, today: dt.date) -> Made:
    blank = read_file(options.blank, MOST_BLANK) if options.blank else b""
    is_letter = any(item.id == options.pack for item in tools.catalogue.search("", "letter"))
    if options.signature and not is_letter:
        raise UsageError(detail=text("--signature va avec une lettre"))
    if is_letter:
        return rendering.make_letter(tools, draft, today)
    if blank:
        return rendering.make_on_blank(tools, draft, today, blank)
    return rendering.make_on_paper(tools, draft, today)


def dossiers(options: argparse.Namespace, tools: Tools) -> Report:
    """List the dossiers of everyone, the newest first."""
    with opened(options, tools, reads=True) as safe:
        found = safe.dossiers.all()
    listed = documents.documents(
        documents.everything(Page(found, (), 0), whose=False), "", whose=False
    )
    return reported(listed, {"items": [_dossier_data(one) for one in found]})


def dossier(options: argparse.Namespace, tools: Tools) -> Report:
    """Tell one dossier: what happened, what is awaited, what silence means, what may follow."""
    today = tools.clock.today()
    with opened(options, tools, reads=True) as safe:
        wanted = dossier_id(safe, options.dossier)
        found = open_dossier(safe, tools.law, tools.catalogue, wanted, today=today)
    events = [event for event in found.events if event.awaited or event.kind != "deadline"]
    steps = ladder_words.told(found.ladder, today)
    letters = (*proposed(found), *right_office(found))
    data = {
        **_dossier_data(found.dossier),
        "procedure": found.procedure,
        "events": [event_data(event) for event in events],
        "documents": [document_data(one) for one in found.documents],
        "next": _next_data(found.next) if found.next else None,
        "ladder": ladder_data(steps),
        "letters": [item.id for item in letters],
        "moved": [moved_data(one) for one in found.moved],
    }
    return reported(dossier_page.dossier(found, today), data)


def law_seen(options: argparse.Namespace, tools: Tools) -> Report:
    """Take in a dossier the dates of the law of today; its timeline says what moved."""
    today = tools.clock.today()
    with opened(options, tools) as safe:
        wanted = dossier_id(safe, options.dossier)
        found = see(safe, tools.law, tools.catalogue, wanted, today)
        shown = open_dossier(safe, tools.law, tools.catalogue, wanted, today=today)
    data = {"moved": [moved_data(one) for one in found]}
    return reported(
        dossier_page.dossier(shown, today), data, told=law_moved.seen() if found else ""
    )


def note_event(options: argparse.Namespace, tools: Tools) -> Report:
    """Note what happened in a dossier, its proof with it."""
    if (options.event == "answer") != bool(options.answer):
        raise UsageError(detail=text("--answer va avec « answer », et avec lui seul"))
    if options.event != "posted" and (options.number or options.proof):
        raise UsageError(detail=text("--number et --proof vont avec « posted »"))
    if (options.event == "to-do") != bool(options.what):
        raise UsageError(detail=text("--what va avec « to-do », et avec lui seul"))
    today = tools.clock.today()
    if options.event != "papers-asked" and options.until:
        raise UsageError(detail=text("--until va avec « papers-asked », et avec lui seul"))
    said: Answer = answer(options.answer)
    if options.event == "late-appeal":
        said = "tardive"
    proof = read_file(options.proof) if options.proof else b""
    happened = of_kind(
        KINDS[options.event],
        read_day(options.date) if options.date else today,
        slip=slip(options.number, proof),
        answer=said,
        what=options.what,
        until=read_day(options.until) if options.until else None,
    )
    with opened(options, tools) as safe:
        wanted = dossier_id(safe, options.dossier)
        note(tools, safe, wanted, happened)
        saved(safe, tools)
        found = open_dossier(safe, tools.law, tools.catalogue, wanted, today=today)
    awaited = [event for event in found.events if event.awaited]
    told = _told(found, KINDS[options.event] + said)
    data = {
        "awaited": [event_data(event) for event in awaited],
        "law": {"text": told.help, "basis": told.basis} if told else None,
    }
    return reported(dossier_page.dossier(found, today), data, told=done.noted())


def _told(found: OpenDossier, kind: str) -> Reply | None:
    """Return what the law says of what was noted just now, the last of its kind."""
    noted = (event for event in reversed(found.events) if event.kind == kind)
    return next((found.replies[one.id] for one in noted if one.id in found.replies), None)


# ---------------------------------------------------------------------- names and ids


def _person(safe: Safe, wanted: str, tools: Tools) -> str:
    """Return the id of a person by name or id; an unknown name is created, as ``safe add`` does."""
    found = next((one.id for one in safe.people.all() if wanted in (one.id, one.name)), "")
    return found if found or not wanted else people.add_person(safe, wanted, on=tools.clock.today())


def _dossier(safe: Safe, wanted: str, person: str, made: Made, on: dt.date) -> str:
    """Return the dossier to write in, by its id or title, hers first; a new title opens one."""
    hers = [one.id for one in safe.dossiers.all(person) if one.title == wanted] if person else []
    if len(hers) == 1 or not wanted:
        return "".join(hers)
    try:
        return safe.dossiers.one(wanted).id
    except AppError as problem:
        if problem.code != "not-in-safe":
            raise
        procedure = made.prepared.procedure
        return safe.dossiers.add(wanted, on=on, person=person, procedure=procedure)


def dossier_id(safe: Safe, wanted: str) -> str:
    """Return the id of a dossier by its id, or by its title when one alone has it."""
    typed = wanted.replace("'", "’")  # as titles are kept; few keyboards have it
    named = [one.id for one in safe.dossiers.all() if one.title.replace("'", "’") == typed]
    return named[0] if len(named) == 1 else wanted


# ---------------------------------------------------------------------- what is told


def _made_data(made: Made, dossier: str, document: str) -> dict[str, Any]:
    return {
        "dossier": dossier,
        "document": document,
        "pages": made.pdf.pages,
        "verified": made.proof.verified,
        "total": made.proof.total,
        "signature": made.signed,
    }


def _dossier_data(one: Dossier) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "person": one.person,
        "person_id": one.person_id,
        "procedure": one.procedure,
        "date": one.opened_on.isoformat(),
    }


def _next_data(after: FollowUp) -> dict[str, Any]:
    return {
        "state": after.state,
        "silences": [
            {
                "day": one.day.isoformat() if one.day else None,
                "meaning": one.meaning,
                "reached": one.reached,
                "estimated": one.estimated,
            }
            for one in after.silences
        ],
        "steps": [
            {
                "procedure": step.procedure,
                "title": step.title,
                "plain_title": step.plain_title,
                "when": step.when,
                "delay": step.delay,
            }
            for step in after.steps
        ],
    }
