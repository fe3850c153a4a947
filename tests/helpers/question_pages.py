"""Pages of the interview: a question of each kind, what is known of it, what is wrong with it."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from desktop_app.core.answers.draft import Draft
from desktop_app.pages import (
    last_day,
    length,
    office_sheet,
    on_page,
    questions,
    together,
    wrong,
)
from desktop_app.pages.page import Page, Text
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.on_page import rows_of
from desktop_app.workflow.interview.definitions import map_of
from desktop_app.workflow.interview.interview import Interview, Step
from desktop_app.workflow.interview.known import Proposal
from desktop_app.workflow.interview.last_day import last_day as last_day_of
from desktop_app.workflow.office.sheet import standing
from desktop_app.workflow.people.addresses import PARTS, Address

TODAY = dt.date(2026, 11, 28)
COPIED = dt.date(2026, 8, 21)
KNOWN = {"nom": Proposal("Vidal", "draft", COPIED), "telephone": Proposal("01", "typed", COPIED)}
ADDRESS = Address(
    "Caf de la Loire", "La Caf me réclame de l’argent", dict.fromkeys(PARTS, "2 rue Neuve")
)


def question_pages(tools: RealTools) -> Iterator[tuple[str, Page]]:
    """Yield them by a name that says which."""
    letter = tools.catalogue.letter("caf-indu-rsa")
    form = tools.catalogue.form(tools.demo.form.pack)
    for definition in (letter, form):
        interview = Interview(definition, Draft(definition.id), TODAY)
        for step in interview.steps:
            yield f"question {definition.id}: {step.question.id}", _page(interview, step)
        for asked in interview.pages:
            name = asked.all[0].id
            yield f"page {definition.id}: {name}", length.of_page(interview, asked)
            if asked.alone is None:
                page = together.page(interview, asked, KNOWN, correcting=True, more=True)
                yield f"page {definition.id}, known: {name}", page
        yield f"all questions, {definition.id}", questions.every(interview, {})
        for by_pen in (False, True):
            known = KNOWN if by_pen else {}
            sheet = office_sheet.Sheet(interview, standing(interview), known)
            yield f"sheet, {definition.id}, {by_pen=}", office_sheet.page(sheet, by_pen=by_pen)
    yield from _on_page(tools)
    yield from _last_day(tools)
    interview = Interview(letter, Draft(letter.id), TODAY)
    yield from _known(interview)
    yield from _wrong(interview)


def _last_day(tools: RealTools) -> Iterator[tuple[str, Page]]:
    """Yield the day to act when it is to come, when it is today, and once it is over."""
    letter = tools.catalogue.letter("caf-indu-rsa")
    for received in ("06/11/2026", "30/09/2026", "06/03/2026"):
        said = {"date_decision": received, "comment_recue": "lettre-simple"}
        draft = Draft(letter.id, {"organisme": "caf", "date_reception": received, **said})
        found = last_day_of(tools.law, Interview(letter, draft, TODAY))
        assert found is not None
        yield f"last day, received {received}", last_day.page(found, TODAY)


def _on_page(tools: RealTools) -> Iterator[tuple[str, Page]]:
    """Yield the page of a form, and each of its boxes in hand."""
    draft = tools.demo.form
    interview = Interview(tools.catalogue.form(draft.pack), Draft(draft.pack), TODAY)
    field_map = map_of(tools.catalogue, draft)
    yield "on the page", on_page.page(interview, 1, len(field_map.page_sizes), opened=False)
    known = Proposal("Vidal", "draft", COPIED)
    for row in rows_of(interview, field_map):
        if (step := interview.step(row.question)) is not None:
            trouble = interview.answer(row.question, "€").trouble(row.question)
            blocks = on_page.answering(interview, row, step, known, trouble)
            yield f"on the page: {row.places}", Page("", blocks, ())
        else:
            words = Text(on_page.why_not(interview, row))
            yield f"on the page: {row.places}", Page("", (words,), ())


def _page(interview: Interview, step: Step, known: Proposal | None = None) -> Page:
    place = "Partie 2 sur 8 · Vous"
    correcting = known is not None
    return questions.one(interview, step.question, place, known, correcting=correcting)


def _known(interview: Interview) -> Iterator[tuple[str, Page]]:
    step = interview.step("commune")
    assert step is not None
    for source in ("draft", "document", "typed", "import", "helper", "law"):
        known = Proposal("Villeurbanne", source, COPIED)
        yield f"question, known from {source}", _page(interview, step, known)
    known = Proposal("2 rue Neuve", "draft", COPIED, ADDRESS)
    yield "question, known address", _page(interview, step, known)
    yield "all questions, known", questions.every(interview, {"commune": known, "nom": None})


def _wrong(interview: Interview) -> Iterator[tuple[str, Page]]:
    """Yield what is wrong with answers: a day, a sum, one that is awaited."""
    said = {"date_decision": "31/02/2026", "montant": "beaucoup", "nom": ""}
    for question, typed in said.items():
        trouble = interview.answer(question, typed).trouble(question)
        assert trouble is not None, question
        yield f"question, wrong {question}", Page("", (), (), problem=wrong.of_one(trouble))
        doubtful = dataclasses.replace(trouble, confirmable=True)
        yield f"question, doubtful {question}", Page("", (), (), problem=wrong.of_one(doubtful))
    interview = interview.answer("organisme", "").answer("nom", "")
    missing = [interview.trouble(one) for one in ("organisme", "nom")]
    several = wrong.of_these([one for one in missing if one], interview)
    yield "page, several missing", Page("", (), (), problem=several)
