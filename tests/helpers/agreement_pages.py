"""Pages of what people agree to, and of what is erased, as values: made of facts."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from desktop_app.core.agreements import REFUSED, THEMES, Consent, Due, Gone, Line, Mandate
from desktop_app.core.office import Office
from desktop_app.core.packs.model import Question
from desktop_app.core.records import StoredDocument, Value
from desktop_app.core.visits import Visit
from desktop_app.pages import (
    correcting_value,
    office_consent,
    office_erasing,
    office_hand_over,
    office_mandates,
    office_person,
    office_register,
    record,
)
from desktop_app.pages.page import Page
from desktop_app.workflow.documents.record import OfOffice, Record
from desktop_app.workflow.office.erasing import Certificate, Subject
from desktop_app.workflow.office.hand_over import HerPapers
from desktop_app.workflow.office.mandates import Acted, EndingOf, Of
from desktop_app.workflow.office.retention import ToErase
from desktop_app.workflow.people.correcting import ToCorrect
from desktop_app.workflow.people.people import Known, PersonSheet

DAY = dt.date(2026, 11, 28)
OFFICE = Office(name="Accueil des Tilleuls")
GONE = Gone(dossiers=2, documents=5, drafts=1, events=7, values=12, copies=1)
LITTLE = Gone(0, 0, 0, 0, 0)
HER = Subject("person", "a", "Fatou Da Silva", 27, GONE)
OLD = DAY - dt.timedelta(days=800)


MANDATE = Mandate("m", "a", ("caf", "logement"), OLD, DAY, OLD, document_id="d", helper="Nadia")


def _mandates() -> Iterator[tuple[str, Page]]:
    week = dt.timedelta(days=7)
    some = (
        MANDATE,
        Mandate("n", "a", ("caf",), DAY, DAY + week),
        Mandate("o", "a", THEMES, DAY + week, DAY + 2 * week, DAY),
        Mandate("p", "a", ("impots",), OLD, DAY - week, OLD),
        Mandate("q", "a", ("impots",), OLD, DAY + week, OLD, DAY),
    )
    for told, given in (("some", some), ("none", ())):
        page = office_mandates.page(Of("a", "Fatou Da Silva", OFFICE.name, given), DAY)
        yield f"mandates, {told}", page
    for problem in (
        office_mandates.no_subject(),
        office_mandates.no_duration(),
        office_mandates.to_end("m"),
    ):
        yield f"mandates: {problem.words}", dataclasses.replace(page, problem=problem)
    for one in some:
        acted = Acted("a", False, one, one.standing(DAY))
        yield f"acting, {one.id}", office_mandates.acting(acted)
    soon = EndingOf(MANDATE, "Fatou Da Silva", 27)
    yield "ending, some", office_mandates.ending((soon,), 1)
    yield "ending, none", office_mandates.ending((), 0)
    yield "acting, none", office_mandates.acting(Acted("a", False, None, "over"))
    for office in (OFFICE.name, ""):
        yield f"mandate, {office}", office_mandates.on_paper(MANDATE, "Fatou Da Silva", office)


def _register() -> Iterator[tuple[str, Page]]:
    lines = [
        Line(str(n), DAY, kind, "Nadia" if n else "", n or None, 1, "Procès" if n else "")
        for n, kind in enumerate(("consent", "erased", "mandate-signed", "kept-longer"))
    ]
    yield "register", office_register.page(lines, 4)
    yield "register: more", office_register.page(lines, 400)
    yield "register: none", office_register.page([], 0)
    yield "register: another's", office_register.page(lines, 4, allowed=False)
    yield "register on paper", office_register.on_paper(lines, OFFICE.name, "28 novembre 2026")


def _hand_over() -> Iterator[tuple[str, Page]]:
    paper = StoredDocument(
        "p", "Recours", "Ana", "a", "", "", "letter", DAY, "application/pdf", 1, 1
    )
    found = HerPapers("a", "Fatou Da Silva", 27, OFFICE.name, (paper,), 1)
    bare = HerPapers("a", "Ana", None, "", (), 0)
    page = office_hand_over.page(found)
    yield "hand over", page
    yield "hand over: none", office_hand_over.page(bare)
    for problem in (office_hand_over.none_chosen(), office_hand_over.not_the_same()):
        yield f"hand over: {problem.words}", dataclasses.replace(page, problem=problem)
    yield "handed over", office_hand_over.given(found, 2)
    for one, way in ((found, "stick"), (bare, "paper")):
        yield f"receipt, {way}", office_hand_over.receipt_page(one, 2, way, DAY)
    for locked in (True, False):
        told = office_hand_over.to_read_page(found, (paper,), DAY, known=True, locked=locked)
        yield f"to read, {locked}", told


def _record() -> Iterator[tuple[str, Page]]:
    known = Known("identite.nom", "Quel nom ?", "Da Silva", Value("", "", "draft", DAY))
    sheet = PersonSheet("a", "Fatou Da Silva", (known,), ())
    consent = Consent("c", "a", office_consent.WORDS, "fr", OLD)
    visits = tuple(
        Visit(id=state, state=state, day=DAY, helper="Nadia", note="Caf")
        for state in ("waiting", "received", "ended", "gone")
    )
    line = Line("l", DAY, "consent", "Nadia", 27, 1, "")
    full = OfOffice(27, (consent,), (MANDATE,), visits, (line,), 24, DAY, DAY, "Procès", 2)
    bare = OfOffice(None, (), (), (), (), 24, None)
    for told, office in (("full", full), ("bare", bare)):
        found = Record(sheet, (), (), (), 0, office=office)
        yield f"office record, {told}", record.page(found, DAY)
        yield f"office record, {told}, on paper", record.on_paper(found, DAY)
    question = Question(id="nom", kind="name", label="Quel nom ?")
    for asked in (question, None):
        page = correcting_value.page(ToCorrect(known, asked, "Da Silva"))
        yield f"correct, {asked is None}", page
    yield "correct: gone", correcting_value.page(None)
    yield "correct: empty", dataclasses.replace(page, problem=correcting_value.empty())


def agreement_pages() -> Iterator[tuple[str, Page]]:
    """Yield them by a name that says which."""
    for office in (OFFICE, Office()):
        for kept in (False, True):
            yield f"consent, {office.name}, {kept}", office_consent.page(office, kept=kept)
        yield f"consent on paper, {office.name}", office_consent.on_paper(office)
    for answers, named in ((True, True), (False, False)):
        yield f"nothing kept, {answers}", office_consent.unkept(answers=answers, named=named)
    for one in (
        Consent("c", "a", office_consent.WORDS, "fr", OLD),
        Consent("c", "a", office_consent.WORDS, "en", OLD, DAY),
        Consent("c", "a", REFUSED, "", DAY, DAY),
    ):
        yield (
            f"agreed {one.words} {one.language}",
            Page("A", office_person.section("a", [one], [MANDATE], DAY), ()),
        )
    yield "agreed: not asked", Page("A", office_person.section("a", [], [], DAY), ())
    yield from _erasing()
    yield from _mandates()
    yield from _register()
    yield from _hand_over()
    yield from _record()


def _erasing() -> Iterator[tuple[str, Page]]:
    due = (
        Due("person", "a", "Fatou Da Silva", 27, OLD, OLD, None, None, 2, 5),
        Due("person", "b", "Ana", 3, None, OLD, DAY, None, 0, 0),
        Due("person", "c", "Noé", None, OLD, OLD, None, DAY, 1, 1),
        Due("dossier", "d", "Dette", None, OLD, OLD, None, None, 1, 3),
    )
    for told, found in (
        ("none", ToErase((), 0)),
        ("few", ToErase(due, 4)),
        ("many", ToErase(due, 300)),
    ):
        for allowed in (True, False):
            page = office_erasing.listed(found, OFFICE, allowed=allowed)
            yield f"to erase, {told}, {allowed}", page
    for withdrawn in (True, False):
        whose = (HER, Subject("dossier", "d", "Dette", None, LITTLE))
        yield f"erase? {withdrawn}", office_erasing.confirm(whose, withdrawn=withdrawn)
    yield "erase? nobody", office_erasing.confirm((), withdrawn=False)
    yield "withdraw", office_erasing.withdraw(HER)
    yield "withdraw: a name", office_erasing.withdraw(Subject("person", "a", "A", 1, LITTLE))
    yield "withdraw: nobody", office_erasing.withdraw(None)
    kept = office_erasing.keep_longer(HER)
    yield "keep longer", kept
    yield "keep longer: over", dataclasses.replace(kept, problem=office_erasing.too_early())
    asked = office_erasing.confirm((HER,), withdrawn=False)
    yield "erase? not ticked", dataclasses.replace(asked, problem=office_erasing.not_ticked())
    for one in (
        Certificate("person", "Fatou Da Silva", 27, GONE, DAY, False, 2),
        Certificate("person", "Ana", None, LITTLE, DAY, True, 0),
    ):
        yield f"erased, {one.name}", office_erasing.done((one,))
        yield f"certificate, {one.name}", office_erasing.on_paper(one, OFFICE)
