"""In an office, the page that a key or idleness hid comes back by the helper's short code alone."""

from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.core.short_code import TRIES
from desktop_app.files import DiskFull
from desktop_app.gui.suspend_watcher import SuspendWatcher
from desktop_app.pages import destinations as to
from desktop_app.pages.titles import PROGRAM
from desktop_app.workflow.office import short_code
from tests.gui.hearing import Recorder
from tests.gui.keyboard import strike, type_text
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start
from tests.gui.safe.test_hiding import KEY, MARK, cover, to_a_line, told_to_readers, words_of

CODE = "83k2"


class Association(DrivenTools):
    mode: Literal["association"] = "association"  # type: ignore[assignment]


@pytest.fixture
def office(in_safe: Driver, start: Start) -> Driver:
    """An office's program, opened by its phrase, with a person on the page; no code yet."""
    driver = start(Association())
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open
    person: list[str] = []
    driver.work(lambda: person.append(driver.safe.people.add(MARK, on=TODAY)))
    driver.work(lambda: driver.safe.consents.give(person[0], "2026-11", on=TODAY))
    driver.window._session.write_for(person[0], MARK)
    driver.go(to.Person(person[0]))
    driver.settle()
    return driver


@pytest.fixture
def coded(office: Driver) -> Driver:
    office.work(lambda: short_code.keep(office.safe, CODE))
    office.window._session.changed.emit()
    office.settle()
    assert office.window._session.code is not None
    return office


def give(driver: Driver, code: str) -> None:
    type_text(driver.focus(), code)
    driver.enter()


class TestChosen:
    def test_by_the_page(self, office: Driver) -> None:
        office.go(to.ShortCode())
        office.type("Votre code", CODE)
        office.type("Le même", CODE)
        office.press("Garder ce code")
        office.wait_for("votre code montre")
        office.window.restart(to.Home())
        office.key(KEY)
        give(office, CODE)
        assert not office.window.covered

    @pytest.mark.slow
    @pytest.mark.parametrize(
        ("code", "again", "told"),
        [("0000", "0000", "se devine"), ("12", "12", "trop court"), (CODE, "83k3", "deux fois")],
    )
    def test_a_weak_or_different_one_is_told(
        self, code: str, again: str, told: str, office: Driver
    ) -> None:
        office.go(to.ShortCode())
        office.type("Votre code", code)
        office.type("Le même", again)
        office.press("Garder ce code")
        office.wait_for(told)
        assert office.window._session.code is None

    @pytest.mark.slow
    def test_and_taken_away(self, coded: Driver) -> None:
        coded.go(to.ShortCode())
        coded.press("Ne plus avoir de code")
        coded.wait_for("Vous n’avez plus de code")
        coded.key(KEY)
        assert "phrase" in words_of(coded)


class TestComingBack:
    def test_to_the_very_page(self, coded: Driver) -> None:
        page = coded.page
        coded.key(KEY)
        assert coded.is_open
        give(coded, CODE)
        assert not coded.window.covered
        assert coded.page is page

    def test_nothing_is_seen_heard_or_reached_behind(
        self, coded: Driver, recorder: Recorder
    ) -> None:
        recorder.clear()
        coded.key(KEY)
        coded.settle()
        assert coded.window.windowTitle() == PROGRAM
        assert MARK not in told_to_readers(coded.app)
        assert MARK not in " ".join(one.words for one in recorder)
        seen = set()
        for _ in range(12):
            held = coded.focus()
            assert cover(coded).isAncestorOf(held), "something behind has the keyboard"
            seen.add(held.accessibleName())
            coded.key(Qt.Key.Key_Tab)
        assert "Votre code" in seen

    @pytest.mark.slow
    def test_nothing_can_be_erased_by_who_passes(self, coded: Driver) -> None:
        coded.key(KEY)
        names = {one.text() for one in cover(coded).findChildren(QPushButton)}
        assert "Tout effacer" not in names
        assert "Tout fermer" in names

    @pytest.mark.slow
    def test_nor_where_there_is_no_code(self, office: Driver) -> None:
        office.key(KEY)
        names = {one.text() for one in cover(office).findChildren(QPushButton)}
        assert "Continuer" in names
        assert "Tout effacer" not in names

    @pytest.mark.slow
    def test_who_forgot_it_closes_and_comes_back_by_the_phrase(self, coded: Driver) -> None:
        coded.key(KEY)
        coded.press("Tout fermer")
        coded.until(lambda: not coded.is_open)
        coded.settle()
        assert coded.page.heading.text() == "Écrivez votre phrase"

    def test_three_wrong_ones_lock(self, coded: Driver) -> None:
        coded.key(KEY)
        for left in range(TRIES - 1, 0, -1):
            give(coded, "0000")
            coded.settle()
            assert coded.is_open
            assert f"Encore {left} essai" in words_of(coded)
            coded.key(KEY)  # hiding again gives no try more
        give(coded, "0001")
        coded.until(lambda: not coded.is_open)
        coded.settle()
        assert coded.page.heading.text() == "Écrivez votre phrase"
        assert MARK not in told_to_readers(coded.app)

    @pytest.mark.slow
    def test_a_right_one_gives_three_tries_again(self, coded: Driver) -> None:
        for _ in range(2):
            coded.key(KEY)
            for code in ("0000", "0001", CODE):
                give(coded, code)
            assert not coded.window.covered
            assert coded.is_open

    @pytest.mark.slow
    def test_nothing_typed_is_no_try(self, coded: Driver) -> None:
        coded.key(KEY)
        for _ in range(5):
            coded.enter()
        assert coded.is_open
        give(coded, CODE)
        assert not coded.window.covered

    @pytest.mark.slow
    def test_what_was_typed_is_back_and_in_the_safe(self, coded: Driver) -> None:
        line = to_a_line(coded)
        type_text(line, MARK)
        strike(KEY)
        coded.settle()
        give(coded, CODE)
        assert line.text() == MARK
        drafts: list[str] = []
        coded.work(lambda: drafts.extend(one.content for one in coded.safe.drafts.unfinished()))
        assert any(MARK in one for one in drafts)

    def test_a_medium_that_is_gone_hides_and_comes_back(
        self, coded: Driver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Hide first, save later: and the code is proved without the disk."""

        def full() -> None:
            raise DiskFull

        coded.window._session.saver = lambda: full
        monkeypatch.setattr(coded.safe, "short_codes", None)
        coded.key(KEY)
        coded.settle()
        assert coded.window.covered
        assert "disque" not in words_of(coded)
        give(coded, CODE)
        assert not coded.window.covered
        coded.window._session.saver = None


class TestTime:
    @pytest.mark.slow
    def test_thirty_minutes_lock_whatever_is_typed(self, coded: Driver) -> None:
        timer = coded.window.hiding._timer
        coded.key(KEY)
        assert timer.interval() == 30 * 60_000
        assert timer.isActive()
        timer.start(600_000)
        before = timer.remainingTime()
        coded.app.processEvents()
        coded.key(Qt.Key.Key_Shift)
        assert timer.remainingTime() <= before, "a hand on the desk does not hold it open"
        timer.start(10)
        coded.until(lambda: not coded.is_open)

    def test_idleness_hides_where_there_is_a_code(self, coded: Driver) -> None:
        assert coded.locking._timer.interval() == 5 * 60_000
        coded.locking._timer.timeout.emit()
        assert coded.window.covered
        assert coded.is_open
        assert coded.window.hiding._timer.isActive()
        coded.locking._timer.timeout.emit()  # five minutes more
        coded.settle()
        assert coded.is_open
        give(coded, CODE)
        assert not coded.window.covered

    @pytest.mark.slow
    def test_and_locks_where_there_is_none(self, office: Driver) -> None:
        office.locking._timer.start(10)
        office.until(lambda: not office.is_open)

    @pytest.mark.slow
    def test_sleep_locks_what_is_hidden(self, coded: Driver) -> None:
        watch = coded.window.brought.findChildren(SuspendWatcher)[-1]
        coded.key(KEY)
        watch.happens()
        coded.until(lambda: not coded.is_open)
        coded.settle()
        assert coded.page.heading.text() == "Écrivez votre phrase"


@pytest.mark.slow
def test_at_home_a_code_changes_nothing(in_safe: Driver) -> None:
    """A safe that an office kept, opened at home: the phrase is asked, as ever."""
    in_safe.work(lambda: short_code.keep(in_safe.safe, CODE))
    in_safe.window._session.changed.emit()
    in_safe.settle()
    in_safe.key(KEY)
    assert "phrase" in words_of(in_safe)
    assert in_safe.window.hiding._timer.interval() == 120_000
