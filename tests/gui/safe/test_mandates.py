"""Mandates in the window: prepared, printed, signed, filed, ended, seen before; the register."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.agreements import last_day
from desktop_app.gui.consent import look_at_mandate
from desktop_app.gui.screens.bureau.mandates import ActingScreen, MandatesScreen
from desktop_app.gui.screens.bureau.register import RegisterScreen
from desktop_app.pages import destinations as to
from desktop_app.pages import office_home, office_register
from desktop_app.pages import office_mandates as page
from desktop_app.pages.page import Answers, Chosen
from desktop_app.workflow.office import mandates
from tests.gui.safe.conftest import TODAY, Driver
from tests.gui.safe.test_consent import begin, office, receive, writing
from tests.helpers.pictures import saved

__all__ = ["office"]
YEAR = last_day(TODAY)


@pytest.fixture
def person(office: Driver) -> str:
    found = receive(office)
    office.work(lambda: office.safe.consents.give(found, "essai", on=TODAY))
    return found


def prepare(driver: Driver, **said: object) -> None:
    shown = driver.page
    assert isinstance(shown, MandatesScreen)
    shown.perform(Answers(page.NEW, said))
    driver.settle()


def test_prepared_printed_signed_filed_and_ended(
    office: Driver, person: str, tmp_path: Path
) -> None:
    office.go(to.Mandates(person))
    prepare(office, about=("caf", "logement"), long="year")
    (one,) = office.safe.mandates.of(person)
    assert (one.themes, one.from_day, one.until_day) == (("caf", "logement"), TODAY, YEAR)
    shown = office.page
    assert isinstance(shown, MandatesScreen)
    assert shown._sheet(one.id).pages >= 1
    shown.perform(page.Sign(one.id))
    office.settle()
    assert office.safe.mandates.one(one.id).standing(TODAY) == "running"
    scan = tmp_path / "mandat.png"
    scan.write_bytes(saved(Image.new("L", (300, 400), 255)))
    office.page.perform(Chosen(one.id, str(scan)))  # type: ignore[attr-defined]
    office.settle()
    document = office.safe.mandates.one(one.id).document_id
    assert office.safe.document(document).person_id == person
    office.page.perform(page.GiveUpMandate(one.id))  # type: ignore[attr-defined]
    office.settle()
    assert office.safe.mandates.one(one.id).ended_on == TODAY


@pytest.mark.parametrize(
    "said",
    [
        {"long": "year"},
        {"about": ("caf",)},
        {"about": ("caf",), "long": "year", "until": TODAY},
        {"about": ("caf",), "until": YEAR + dt.timedelta(days=1)},
        {"about": ("caf",), "until": TODAY - dt.timedelta(days=1)},
    ],
    ids=["no subject", "no duration", "two durations", "over a year", "over before it begins"],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(
    office: Driver, person: str, said: dict[str, object]
) -> None:
    office.go(to.Mandates(person))
    prepare(office, **said)
    assert list(office.safe.mandates.of(person)) == []
    assert isinstance(office.page, MandatesScreen)
    assert office.page.wrong


def test_of_who_wants_nothing_more_kept_neither_mandate_nor_visit_is(
    office: Driver, person: str
) -> None:
    refused = "Cette personne a demandé que l’on ne garde plus rien"
    office.work(lambda: office.safe.consents.withdraw(person, on=TODAY))
    office.go(to.Mandates(person))
    prepare(office, about=("caf",), long="year")
    office.wait_for(refused)
    assert list(office.safe.mandates.of(person)) == []
    office.go(to.Home())
    before = len(office.safe.visits.of(person))
    office.page.perform(office_home.Arrives(person))  # type: ignore[attr-defined]
    office.wait_for(refused)
    assert len(office.safe.visits.of(person)) == before


@pytest.mark.parametrize(
    ("first", "duration", "until"),
    [
        (dt.date(2026, 1, 31), "month", dt.date(2026, 2, 28)),
        (dt.date(2026, 1, 15), "month", dt.date(2026, 2, 14)),
        (dt.date(2026, 12, 1), "month", dt.date(2026, 12, 31)),
        (dt.date(2026, 11, 30), "quarter", dt.date(2027, 2, 28)),
        (dt.date(2026, 6, 30), "half", dt.date(2026, 12, 29)),
        (dt.date(2026, 6, 30), "day", dt.date(2026, 6, 30)),
        (dt.date(2028, 2, 29), "year", dt.date(2029, 2, 28)),
    ],
)
def test_how_long(first: dt.date, duration: str, until: dt.date) -> None:
    assert mandates.until(first, duration) == until
    assert first <= until <= last_day(first)


def signs(driver: Driver) -> list[to.Destination]:
    """Say that the office signs, and go on; return where one goes when all is right."""
    said = writing(driver)
    draft = replace(said.interview.draft, answers={"qui_ecrit": "association"})
    said.hold(draft)
    gone: list[to.Destination] = []
    then = to.Check(said)
    said.mandate_seen = False
    look_at_mandate(driver.window.context, said, then, lambda: gone.append(then))
    driver.settle()
    return gone


def test_without_a_mandate_of_today_it_is_seen_before_acting(office: Driver, person: str) -> None:
    begin(office, "caf-indu-rsa")
    safe = office.safe
    assert signs(office) == []
    assert isinstance(office.page, ActingScreen)
    assert "aucun mandat" in office.words()
    theme = writing(office).interview.definition.family
    other = next(one for one in ("caf", "impots") if one != theme)
    for themes, day, until, told in (
        ((theme,), TODAY, TODAY, "n’est pas signé"),
        ((other,), TODAY, TODAY, "ne parle pas de ce sujet"),
        ((theme,), TODAY - dt.timedelta(days=9), TODAY - dt.timedelta(days=1), "est fini depuis"),
    ):
        uid = safe.mandates.prepare(person, themes, from_day=day, until_day=until)
        if told != "n’est pas signé":
            office.work(lambda uid=uid, day=day: safe.mandates.sign(uid, on=day))  # type: ignore[misc]
        assert signs(office) == []
        office.wait_for(told)
        office.work(lambda uid=uid: safe.mandates.end(uid, on=TODAY))  # type: ignore[misc]
    running = safe.mandates.prepare(person, (theme,), from_day=TODAY, until_day=TODAY)
    office.work(lambda: safe.mandates.sign(running, on=TODAY))
    assert len(signs(office)) == 1


def test_those_that_end_soon_are_listed_without_a_name(office: Driver, person: str) -> None:
    safe = office.safe
    uid = safe.mandates.prepare(person, ("caf",), from_day=TODAY, until_day=TODAY)
    office.work(lambda: safe.mandates.sign(uid, on=TODAY))
    office.go(to.EndingMandates())
    assert "1 mandat finit bientôt" in office.words()
    assert "Nadia" not in office.words()
    assert office.page.button_of(to.Mandates(person=person)) is not None  # type: ignore[attr-defined]


def test_one_who_signs_herself_needs_none(office: Driver, person: str) -> None:
    begin(office, "caf-indu-rsa")
    said, gone = writing(office), []
    look_at_mandate(office.window.context, said, to.Home(), lambda: gone.append(True))
    assert gone == [True]


def test_the_register_names_nobody_and_a_formula_stays_a_text(office: Driver, person: str) -> None:
    reason = '=HYPERLINK("x");+1'
    office.work(lambda: office.safe.retention.keep(person, until=YEAR, reason=reason, on=TODAY))
    office.go(to.Register())
    shown = office.page
    assert isinstance(shown, RegisterScreen)
    assert "Gardé plus longtemps" in office.words()
    assert "Nadia" not in office.words()
    table = shown._table().decode("utf-8-sig")
    assert "'=HYPERLINK" in table
    assert "Nadia" not in table
    assert shown._sheet().pages == 1
    assert len(table.splitlines()) == 1 + office.safe.register.count()


def test_every_kind_of_line_has_its_words() -> None:
    from desktop_app.safe import consents, mandates, remains, retention

    kinds = (
        consents.GIVEN, consents.WITHDRAWN, mandates.SIGNED, mandates.ENDED, remains.ERASED,
        remains.DOSSIER_ERASED, retention.KEPT_LONGER,
    )  # fmt: skip
    assert [one for one in kinds if office_register.kind(one) == one] == []
