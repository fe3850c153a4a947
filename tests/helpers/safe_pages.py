"""Pages that are values of what a person keeps: her dossiers, papers, people, dates; her letters.

Made from a real safe, opened in a folder that goes at once.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.deadlines.road import Road
from desktop_app.core.errors import Problem
from desktop_app.core.figures import Counted
from desktop_app.core.figures import tables as figure_tables
from desktop_app.core.known_by import PHONE, Key
from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.pdf import Abbreviation, FillProblem, Overflow, Proof
from desktop_app.core.records import Ending, StoredDocument
from desktop_app.core.safe_reports import Exported
from desktop_app.core.updates import Reworded, Updates
from desktop_app.pages import (
    act,
    acts,
    add_papers,
    check,
    copying,
    documents,
    dossier,
    explained,
    form_report,
    household,
    kit,
    models,
    new_person,
    office_figures,
    office_models,
    one_deadline,
    people,
    person,
    printing,
    salvage,
    timeline,
    week,
    what_next,
)
from desktop_app.pages import bin as trash
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Page
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.afterwards import afterwards
from desktop_app.workflow.documents.forms import Filled, inspect
from desktop_app.workflow.documents.preview import blanks
from desktop_app.workflow.documents.rendering import make_copy_sheet, make_letter
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter import followup
from desktop_app.workflow.matter.dossiers import OpenDossier, next_dates, open_dossier
from desktop_app.workflow.matter.timeline import POSTED
from desktop_app.workflow.office import figures
from desktop_app.workflow.office.word_models import Tags
from desktop_app.workflow.packs.pack_drafts import InTheMaking
from desktop_app.workflow.people import people as known
from desktop_app.workflow.people import searching
from desktop_app.workflow.people.alike import Alike
from desktop_app.workflow.safes.listing import Page as Some
from desktop_app.workflow.store import Safe
from tests.helpers.demo_blank import demo_blank
from tests.helpers.forms import every_type
from tests.helpers.letters import deadline, letter
from tests.helpers.list_pages import list_pages
from tests.helpers.moved_days import moved_days
from tests.helpers.safes import new_safe, open_safe

Named = Iterator[tuple[str, Page]]
TODAY = dt.date(2026, 11, 24)
RECEIVED = dt.date(2026, 11, 6)
RAPO = "caf-rapo-rsa"
SILENCE = Silence(value=2, unit="mois", effect="rejet", meaning="rejet")


def safe_pages(tools: RealTools) -> Named:
    """Yield them by a name that says which."""
    with TemporaryDirectory() as folder, open_safe(new_safe(Path(folder), TODAY), TODAY) as safe:
        ana = safe.people.add("Ana Diaz", on=TODAY)
        zoe = safe.people.add("Zoé", on=TODAY)
        known.live_together(safe, ana, zoe, "fille", on=TODAY)
        safe.people.keep_value(ana, "identite.nom", "Diaz", source="draft", on=TODAY)
        yield from _dossiers(safe, tools, ana)
        yield from _people(safe, ana, zoe)
    yield from _made(tools)
    yield "taken out, asked", salvage.asking(phrase=True, name="Clé bleue")
    lost = (("k3m", "Avis du 3 mai"),)
    found = Exported(4, lost, {"person": 2}, ("backups/a", TODAY), 1, {"person": 3, "document": 5})
    ways = salvage.restoring(found, "coffre")
    yield "taken out, in part", salvage.taken_out(found, ways, "sorti du coffre")


def _dossiers(safe: Safe, tools: RealTools, ana: str) -> Named:
    found = safe.dossiers.add("Ma dette", on=TODAY, person=ana, procedure=RAPO)
    followup.decision_received(safe, tools.law, found, day=RECEIVED, procedure=RAPO, today=TODAY)
    yield "dossier, decided", _dossier(safe, tools, found)
    yield "week, decided", week.week(next_dates(safe, today=TODAY), TODAY)
    followup.posted(
        safe, tools.law, found, day=TODAY, number="1A", proof="", procedure=RAPO, today=TODAY
    )
    followup.to_do(safe, found, what="Appeler Mme Roux", day=dt.date(2026, 12, 7), today=TODAY)
    paper = safe.add(
        b"%PDF-1.4", title="Relevé de 12,50 €", on=TODAY, person=ana, dossier=found, pages=2
    )
    opened = open_dossier(safe, tools.law, tools.catalogue, found, today=TODAY)
    yield "dossier, posted", _dossier(safe, tools, found)
    yield from _of_endings(opened)
    told = replace(opened, moved=tuple(moved_days()))
    yield "dossier, law moved", dossier.dossier(told, TODAY)
    dates, told_of = next_dates(safe, today=TODAY), tuple(moved_days())
    yield "week, law moved", week.week(dates, TODAY, moved=told_of)
    yield "week, one of the law", week.week(dates, TODAY, moved=told_of[:1])
    yield "dossier, doubt", dossier.dossier(opened, TODAY, "La date est à vérifier.")
    yield "dossier, timeline", Page("", (timeline.timeline_of(opened, TODAY),), ())
    yield "dossier, to throw", Page("", (), (), problem=dossier.asked_to_throw(opened))
    yield "dossier, not there", dossier.not_there()
    dates = next_dates(safe, today=TODAY)
    yield "week, posted", week.week(dates, TODAY)
    yield "week, listed", week.listed(dates, TODAY)
    yield "week, none", week.week((), TODAY, "La date est à vérifier.")
    yield "week, without a safe", week.without_safe()
    yield "week, nothing", week.nothing("Rien.", "")
    yield from _of_figures()
    yield from _of_models()
    (posted,) = (one for one in opened.events if one.kind == POSTED)
    for one in acts.acts():
        yield f"act {one.kind}", act.page(to.RecordEvent(dossier=found, kind=one.kind))
    yield "act, to correct", act.page(to.RecordEvent(dossier=found, event=posted))
    yield "act, to remove", Page("", (), (), problem=act.to_remove(posted))
    yield "several papers", add_papers.page()
    several = tuple(add_papers.chosen(("recto.jpg", "verso.jpg")))
    yield "several papers, chosen", Page("", several, ())
    stored = safe.document(paper)
    rows = documents.everything(Some(safe.dossiers.all(), [stored], 0), whose=False)
    yield "documents, all", documents.documents(rows, "", whose=False)
    some = documents.found(Some(safe.dossiers.all(), [stored], 3, 1, 4), whose=True)
    yield "documents, some", documents.documents(some, "Ana Diaz", whose=True)
    yield "documents, without a safe", documents.without_safe()
    yield "documents, unread", documents.unread()
    for thrown in (True, False):
        yield f"documents, one, {thrown=}", documents.stored(stored, shown=False, thrown=thrown)
    since = Updates(1, True, (Reworded(1, "Je demande", "Je renonce"),), filled=(2,))
    yield "documents, changed", documents.stored(stored, shown=False, thrown=False, since=since)
    gone = tuple(trash.thrown(safe.people.all(), safe.dossiers.all(), [stored]))
    yield "bin", trash.bin_page(gone)
    yield "bin, empty", trash.bin_page(())
    yield "bin, to erase", Page("", (), (), problem=trash.asked_to_erase(gone[0]))


def _dossier(safe: Safe, tools: RealTools, name: str) -> Page:
    return dossier.dossier(open_dossier(safe, tools.law, tools.catalogue, name, today=TODAY), TODAY)


def _people(safe: Safe, ana: str, zoe: str) -> Named:
    sheet = known.sheet(safe, ana, {})
    listed = tuple(known.Listed(one.id, one.name, ()) for one in safe.people.all())
    everyone = known.Found(listed, 2, 0)
    yield "people", people.page(everyone, "")
    yield "people, for one", people.page(everyone, zoe)
    office = tuple(
        replace(one, number=n, born="1982-03-14", why=Key(PHONE, "0612345644"), twin=True)
        for n, one in enumerate(listed, 1)
    )
    for hidden in (True, False):
        some = known.Found(office, len(office), 0)
        yield f"people of an office, {hidden}", people.office_page(some, zoe, hidden=hidden)
        whom = people.office_page(some, "", hidden=hidden, waited=True)
        yield f"people of an office, a paper waits, {hidden}", whom
    yield "people of an office, none", people.office_page(known.Found((), 0, 0), "", hidden=True)
    yield from list_pages(safe)
    yield "new person", new_person.page()
    may_be = ((Alike(ana, ("name", "birth"), sure=True), office[0]),)
    yield "new person, here already", Page("", new_person.like(may_be), ())
    yield "people, none", people.page(known.Found((), 0, 0), "")
    yield "people, without a safe", people.without_safe()
    yield "people, unnamed", Page("", (), (), problem=people.unnamed())
    yield "person", person.page(sheet)
    yield "person of an office", person.page(sheet, "pt")
    yield "person, to remove", Page("", (), (), problem=person.to_remove(sheet.name))
    others = searching.apart(safe, [one for one in safe.people.all() if one.id == zoe])
    yield "household", household.page(sheet.name, sheet.household, others, 1)


def _made(tools: RealTools) -> Named:
    demo = tools.demo
    made = make_letter(tools, demo.letter, TODAY)
    form = make_copy_sheet(tools, demo.form, TODAY)
    for keeping in ("safe", "no safe", "public"):
        asked = to.WhatNext(made=made, draft=demo.letter, why=True)
        follows = what_next.after(afterwards(tools, made, TODAY), TODAY)
        page = what_next.what_next(asked, TODAY, keeping=keeping, follows=follows)
        yield f"after a letter, {keeping}", page
    yield "written", what_next.written(made.prepared, TODAY)
    asked = to.WhatNext(made=form, draft=demo.form)
    yield "after a form", what_next.what_next(asked, TODAY, keeping="safe", dossier="7")
    short = [
        Abbreviation("rue", 1, "Adresse", "12 avenue X", "12 AV X", (), agreed=agreed)
        for agreed in (True, False)
    ]
    lost = (FillProblem("nom", 1, "not-drawn"), FillProblem("accord", 0, "unknown-option"))
    for proof in (
        Proof(3, 3, overflow=(Overflow("rue", 1, 1),), abbreviations=tuple(short)),
        Proof(1, 3, problems=lost),
    ):
        filled = Filled(form.pdf, proof, form.prepared)
        yield f"form, written: {proof.verified}", form_report.written(filled, TODAY)
    for name, blank in (("known", demo_blank()), ("other", every_type().data())):
        found = inspect(tools.forms, tools.catalogue, blank)
        yield f"form, inspected: {name}", form_report.inspected(found)
    for what, paper in (("letter", made), ("form", form)):
        yield f"print a {what}", printing.page(paper)
        yield f"print a page to try of a {what}", Page("", (printing.trial(paper),), ())
    definition = tools.catalogue.letter(demo.letter.pack)
    interview = Interview(definition, demo.letter, TODAY, tools.catalogue.abbreviations)
    yield "check", check.check(interview, blanks(tools, interview))
    wrong = interview.answer("date_decision", "31/02/2026")
    yield "check, wrong", check.check(wrong, ())
    for public in (True, False):
        yield f"models, {public=}", models.page(public=public)
    draft = InTheMaking("7", "Mon modèle", False, TODAY)
    yield "models, to give up", Page("", (), (), problem=models.to_give_up(draft))
    document = letter(papers=4, later=1, missing=True)
    for found in (deadline(), None):
        until = "dated" if found else "no date"
        if found is not None:
            yield "deadline", one_deadline.page(found, TODAY)
            yield "deadline, over", one_deadline.page(found, dt.date(2028, 1, 3))
        yield f"kit, what to do, {until}", kit.checklist(document, found)
        said = tools.law.procedure("caf-rapo-rsa")
        steps = Road().following(said, tools.law.procedure) if found else ()
        silence = SILENCE if found else None
        yield f"kit, copy, {until}", kit.own_copy(document, found, silence, steps)
        said = explained.explained(document, found, silence, steps)
        yield f"kit, explained, {until}", said
    yield "kit, list", kit.paper_list(document)
    yield "kit, counter", kit.counter(document)
    yield "kit, envelope", kit.envelope(document)
    prepared = form.prepared.document
    assert not hasattr(prepared, "recipient")
    yield "kit, to copy", copying.copying(prepared)  # type: ignore[arg-type]


def _of_models() -> Named:
    """The office's own letters: none, one, with fields that are known, unknown and wrong."""
    wrong = Problem("model-tag-open", place="{{ nom")
    found = Tags("docx", ("nom",), {"prenon": "prenom", "zzz": ""}, (wrong,))
    kept = StoredDocument("a", "Attestation", "", "", "", "", "other", TODAY, "m", 9, 0)
    yield "office models, none", office_models.page((), "")
    yield "office models, one", office_models.page((kept,), "")
    yield "office models, for her", office_models.page((kept,), "Ana", found)
    yield "office models, fields", office_models.names({"nom": "Quel est votre nom ?"})
    yield "office models, looked at", office_models.tags(found)
    yield "office models, no field", office_models.tags(Tags("odt"))
    yield "office models, made", office_models.made(2, ("nom",))
    yield "office models, without a safe", office_models.without_safe()


def _of_endings(found: OpenDossier) -> Named:
    """A matter of an office that goes on, and one that ended."""
    for name, ending in (
        ("goes on", Ending(None, "", "caf")),
        ("ended", Ending(TODAY, "granted", "caf")),
    ):
        yield f"dossier, {name}", dossier.dossier(found, TODAY, ending=ending)


def _of_figures() -> Named:
    """Figures with small groups, with none, and of nothing."""
    tools, period = RealTools(), figures.Period("2025-01", "2025-03")
    found = tools.figure_sets[0]
    for name, n in (("some", 3), ("none", 0)):
        counted = [
            Counted("2025-01", "opened", theme, "pt", "", count)
            for theme, count in (("caf", 12), ("handicap", n), ("logement", 9))
            if count
        ]
        told = figure_tables(
            found,
            counted,
            period.months,
            themes=FAMILIES,
            theme_of=lambda about: about,
            body_of=lambda about: about,
        )
        counts = figures.YearsFigures(found, period, told)
        yield f"figures, {name}", office_figures.page(counts, tools.figure_sets, own=bool(n))
        yield f"figures, {name}, alone", office_figures.told(counts)
    yield "figures, without a safe", office_figures.without_safe()
    yield "figures, not for all", office_figures.not_for_all()
