"""Pages of what people agree to, and of what is erased, as values: made of facts."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from desktop_app.core.agreements import REFUSED, Consent, Due, Gone
from desktop_app.core.office import Office
from desktop_app.pages import office_consent, office_erasing, office_person
from desktop_app.pages.page import Page
from desktop_app.workflow.office.erasing import Certificate, Subject
from desktop_app.workflow.office.retention import ToErase

DAY = dt.date(2026, 11, 28)
OFFICE = Office(name="Accueil des Tilleuls")
GONE = Gone(dossiers=2, documents=5, drafts=1, events=7, values=12, copies=1)
LITTLE = Gone(0, 0, 0, 0, 0)
HER = Subject("person", "a", "Fatou Da Silva", 27, GONE)
OLD = DAY - dt.timedelta(days=800)


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
        yield f"agreed {one.words} {one.language}", Page("A", office_person.section("a", [one]), ())
    yield "agreed: not asked", Page("A", office_person.section("a", []), ())
    yield from _erasing()


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
