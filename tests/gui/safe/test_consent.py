"""What is kept is told before: agreed, kept; refused, nothing of her in the safe; both ways."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from desktop_app.gui.screens.bureau.consent import ConsentScreen
from desktop_app.gui.screens.bureau.sheet import OfficeSheet
from desktop_app.gui.screens.dossier.add_papers import AddPapers
from desktop_app.gui.starting import start as start_letter
from desktop_app.gui.starting import take_up
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.writing import Writing
from desktop_app.pages import add_papers, office_consent
from desktop_app.pages import destinations as to
from desktop_app.pages.gestures import TakeUp
from desktop_app.workflow.people import people
from desktop_app.workflow.safes.several import Paper
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start

MARK = "Zkanarique"
PACK = "cada"


class Association(DrivenTools):
    mode: Literal["association"] = "association"  # type: ignore[assignment]


@pytest.fixture
def office(in_safe: Driver, start: Start) -> Driver:
    """An office's program, its safe open; one person, written down today."""
    driver = start(Association())
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open
    driver.settle()
    return driver


def receive(driver: Driver) -> str:
    """Write somebody down, and write for her from now on."""
    found: list[str] = []
    driver.work(lambda: found.append(people.add_person(driver.safe, f"Nadia {MARK}", on=TODAY)))
    driver.window.context.session.write_for(found[0], f"Nadia {MARK}")
    return found[0]


def begin(driver: Driver, pack: str = PACK) -> None:
    start_letter(driver.window.context, driver.page, pack, warned=True)
    driver.settle()


def writing(driver: Driver) -> Writing:
    found = driver.window.context.session.writing
    assert found is not None
    return found


def answer(driver: Driver) -> None:
    """Answer what says who she is, as if it had been typed and kept."""
    said = writing(driver)
    said.keep(replace(said.interview.draft, answers={"nom": MARK}))
    driver.settle()


def held(driver: Driver) -> str:
    """Return all that the open safe holds, in clear: every row of every table."""
    session, told = driver.window.context.session, []
    safe = session.opened
    assert safe is not None

    def read() -> None:
        database = safe.database  # type: ignore[attr-defined]
        tables = database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        told.extend(repr(database.rows(f"SELECT * FROM {name}")) for (name,) in tables)

    driver.work(read)
    return "\n".join(told)


def on_disk(folder: Path) -> bool:
    """Tell whether a file under this folder holds the mark, in clear."""
    marks = (MARK.encode(), MARK.encode("utf-16-le"))
    return any(m in f.read_bytes() for f in folder.rglob("*") if f.is_file() for m in marks)


def test_agreed_it_is_kept_and_never_asked_again(office: Driver) -> None:
    person = receive(office)
    begin(office)
    assert isinstance(office.page, ConsentScreen)
    assert "unfinished" not in held(office)
    office.press("D’accord")
    office.settle()
    assert isinstance(office.page, OfficeSheet)
    answer(office)
    assert held(office).count(MARK) >= 2
    consent = office.safe.consents.now(person)
    assert consent is not None
    assert (consent.words, consent.language) == (office_consent.WORDS, "fr")
    office.go(to.Home())
    office.window.context.session.write_for(person, "Nadia")
    begin(office, "caf-indu-rsa")
    assert not isinstance(office.page, ConsentScreen)


def test_refused_nothing_of_her_is_in_the_safe(office: Driver, tmp_path: Path) -> None:
    person = receive(office)
    assert MARK in held(office), "the watch is blind"
    begin(office)
    office.press("Non, ne rien garder")
    office.settle()
    assert isinstance(office.page, OfficeSheet)
    session = office.window.context.session
    assert session.safe is None
    answer(office)
    assert writing(office).interview.draft.answers
    assert not writing(office).draft_id
    left = held(office)
    assert MARK not in left
    assert person not in left.replace(f"'person', '{person}'", "").replace(f"'{person}', '", "")
    office.go(to.Home())
    office.go(to.People())  # wherever one goes meanwhile
    assert MARK not in held(office)
    assert not on_disk(tmp_path)


def test_then_ended_the_office_goes_on_without_her(office: Driver) -> None:
    receive(office)
    begin(office)
    office.press("Non, ne rien garder")
    office.settle()
    answer(office)
    (ends,) = [one for one in office.window.findChildren(Button) if "terminer" in one.text()]
    ends.click()  # the bar offers it while nothing is kept, and no longer
    office.settle()
    office.press("Terminer avec cette personne")
    office.settle()
    session = office.window.context.session
    assert (session.writing, session.begun(), session.held_back) == (None, [], None)
    assert not [one for one in office.window.findChildren(Button) if "terminer" in one.text()]
    assert office.is_open
    assert MARK not in held(office)
    assert "Nadia" not in office.words()


def test_she_may_change_her_mind(office: Driver) -> None:
    receive(office)
    begin(office)
    office.press("Non, ne rien garder")
    office.settle()
    answer(office)
    office.go(to.Unkept())
    office.press("Garder finalement")
    office.until(lambda: MARK in held(office))
    (her,) = office.safe.people.find(MARK, limit=2)
    assert office.safe.consents.now(her.id) is not None
    (draft,) = office.safe.drafts.unfinished(person=her.id)
    assert MARK in draft.content


def test_and_take_it_back(office: Driver) -> None:
    person = receive(office)
    begin(office)
    office.press("D’accord")
    office.settle()
    answer(office)
    mandate = office.safe.mandates.prepare(person, ("caf",), from_day=TODAY, until_day=TODAY)
    office.work(lambda: office.safe.mandates.sign(mandate, on=TODAY))
    office.go(to.Withdraw(person))
    office.press("Ne plus rien ajouter")
    office.settle()
    assert office.safe.consents.now(person) is None
    assert office.safe.mandates.one(mandate).ended_on == TODAY
    office.go(to.Home())
    office.window.context.session.write_for(person, "Nadia")
    begin(office, "caf-indu-rsa")
    assert not isinstance(office.page, ConsentScreen), "it is not asked twice"
    assert office.window.context.session.safe is None, "and nothing more is kept"


def test_withdrawn_her_draft_goes_on_in_memory_and_papers_and_dates_are_refused(
    office: Driver, tmp_path: Path
) -> None:
    person = receive(office)
    begin(office)
    office.press("D’accord")
    office.settle()
    answer(office)
    (draft,) = office.safe.drafts.unfinished(person=person)
    made: list[str] = []
    office.work(lambda: made.append(office.safe.dossiers.add("Dette", on=TODAY, person=person)))
    office.go(to.Withdraw(person))
    office.press("Ne plus rien ajouter")
    office.settle()
    session = office.window.context.session
    assert session.begun() == [], "nothing in memory saves itself again"

    paper = tmp_path / "avis.txt"
    paper.write_text("Un avis")
    refused = "Cette personne a demandé que l’on ne garde plus rien"
    office.go(to.AddPapers(made[0]))
    page = office.page
    assert isinstance(page, AddPapers)
    page.receive(Paper("avis.txt", paper.read_bytes()))
    page.perform(add_papers.FileEach())
    office.wait_for(refused)
    assert "Un avis" not in held(office)
    assert not office.safe.documents(dossier=made[0])

    take_up(office.window.context, office.page, TakeUp(draft.id))
    office.settle()
    assert session.safe is None
    assert "rien ne sera gardé" in office.notices()
    said = writing(office)
    assert said.interview.draft.answers == {"nom": MARK}
    said.keep(replace(said.interview.draft, answers={"nom": MARK, "prenom": "Zsecrete"}))
    office.settle()
    assert "Zsecrete" not in held(office)
    office.go(to.Unkept())
    office.press("Garder finalement")
    office.until(lambda: "Zsecrete" in held(office))
    assert len(office.safe.drafts.unfinished(person=person)) == 1


def test_who_was_there_before_is_not_erased_by_the_way(office: Driver) -> None:
    person = receive(office)
    office.work(lambda: office.safe.dossiers.add("Dette", on=TODAY, person=person))
    begin(office)
    office.press("Non, ne rien garder")
    office.settle()
    assert office.window.context.session.safe is None
    opened = office.window.context.session.opened
    assert opened is not None
    assert opened.people.there(person) is not None
    assert list(opened.drafts.unfinished(person=person)) == []


def test_locked_meanwhile_the_safe_is_closed_and_nothing_comes_back(office: Driver) -> None:
    receive(office)
    begin(office)
    office.press("Non, ne rien garder")
    office.settle()
    answer(office)
    safe = office.window.context.session.held_back
    assert safe is not None
    office.window.lock_now()
    office.settle()
    session = office.window.context.session
    assert (session.opened, session.writing) == (None, None)
    assert not any(safe._key)  # type: ignore[attr-defined]
    assert MARK not in office.words()


@pytest.mark.parametrize("mode", ["home", "public"])
def test_elsewhere_nobody_is_asked(
    mode: str, in_safe: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(in_safe.tools.__dict__, "mode", mode)
    begin(in_safe)
    assert not isinstance(in_safe.page, ConsentScreen)
