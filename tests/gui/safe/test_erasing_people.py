"""« Dossiers à effacer » in the window: confirmed, whole, certified; kept longer; who may."""

import datetime as dt

import pytest

from desktop_app.core.office import Office, RightKept
from desktop_app.gui.screens.bureau.erasing import EraseScreen, ToEraseScreen
from desktop_app.pages import destinations as to
from desktop_app.pages import office_erasing as page
from desktop_app.pages.page import Answers
from desktop_app.workflow.office import erasing, retention
from tests.gui.safe.conftest import TODAY, Driver
from tests.gui.safe.test_consent import MARK, held, office

__all__ = ["office"]
OLD = TODAY - dt.timedelta(days=800)


@pytest.fixture
def old(office: Driver) -> str:
    """Somebody who has not come for over two years, and all that was hers."""
    found: list[str] = []

    def fill() -> None:
        safe = office.safe
        her = safe.people.add(f"Fatou {MARK}", on=OLD)
        dossier = safe.dossiers.add(f"Dette {MARK}", on=OLD, person=her)
        safe.add(MARK.encode(), title=MARK, on=OLD, text=MARK, dossier=dossier)
        safe.numbers.begin()
        found.append(her)

    office.work(fill)
    return found[0]


def tick(driver: Driver) -> None:
    shown = driver.page
    assert isinstance(shown, EraseScreen)
    ask = shown.asks[page.SURE]
    ask.answer(page.SURE).put((page.SURE,))
    shown.perform(page.Erase())
    driver.settle()


def test_listed_without_a_name_erased_whole_and_certified(office: Driver, old: str) -> None:
    office.go(to.ToErase())
    assert MARK not in office.words()
    assert "n° 1" in office.words()
    office.go(to.EraseForGood((("person", old),)))
    shown = office.page
    assert isinstance(shown, EraseScreen)
    shown.perform(page.Erase())
    assert shown.wrong, "nothing is erased by one stroke"
    assert office.safe.people.there(old) is not None
    tick(office)
    office.until(lambda: "C’est effacé" in office.words())
    assert MARK not in held(office)
    assert office.safe.matters.still_in_backups is None, "its own backups are made again"
    assert f"Fatou {MARK}" in office.words()
    assert shown._sheet().pages == 1
    line = office.safe.register.lines(limit=1)[0]
    assert (line.kind, line.number, line.reason) == ("erased", 1, "Sans contact depuis 24 mois")
    office.window.context.gestures.undo()
    office.settle()
    assert MARK not in held(office), "nothing in memory brings it back"
    office.go(to.ToErase())
    assert "Aucun dossier" in office.words()
    assert MARK not in office.words()


def test_kept_longer_for_a_reason(office: Driver, old: str) -> None:
    office.go(to.KeepLonger("person", old))
    shown = office.page
    shown.perform(Answers(page.KEEP, {page.UNTIL: TODAY, page.REASON: "Procès"}))  # type: ignore[attr-defined]
    office.settle()
    assert "Ce jour est passé" in office.words()
    until = TODAY + dt.timedelta(days=90)
    shown.perform(Answers(page.KEEP, {page.UNTIL: until, page.REASON: "Procès"}))  # type: ignore[attr-defined]
    office.settle()
    assert retention.to_erase(office.safe, Office(), TODAY).total == 0


def test_gone_meanwhile_nothing_is_erased(office: Driver, old: str) -> None:
    other = office.safe.people.add("Ana", on=OLD)
    office.go(to.EraseForGood((("person", old), ("person", other))))
    office.work(lambda: office.safe.retention.erase([("person", other)], on=TODAY))
    tick(office)
    assert office.safe.people.there(old) is not None
    assert isinstance(office.page, EraseScreen)
    assert office.page.wrong


def test_a_list_of_those_shown_alone_together(office: Driver, old: str) -> None:
    for n in range(retention.AT_ONCE + 5):
        office.safe.people.add(f"Nom {n}", on=OLD)
    office.go(to.ToErase())
    shown = office.page
    assert isinstance(shown, ToEraseScreen)
    assert "26 dossiers à effacer" in office.words()
    assert at_once(shown) == retention.AT_ONCE
    shown.perform(page.More(retention.AT_ONCE))
    office.settle()
    assert at_once(shown) == 6


def at_once(shown: ToEraseScreen) -> int:
    """Return how many the button of all of them would erase: those in view, no other."""
    return max(len(one.whose) for one, _ in shown._pressed if isinstance(one, to.EraseForGood))


def test_a_helper_whom_the_office_does_not_let_erase_may_honour_a_no(
    office: Driver, old: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def expect_right(right: str) -> None:
        raise RightKept

    monkeypatch.setattr(office.safe.team, "expect_right", expect_right)
    office.go(to.EraseForGood((("person", old),)))
    tick(office)
    assert office.safe.people.there(old) is not None
    new = office.safe.people.add("Ana", on=TODAY)
    office.work(lambda: erasing.keep_nothing(office.safe, new, TODAY))
    assert office.safe.people.there(new) is None
