"""Locking: what is in hand is saved first, and nothing of anybody stays on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.files import DiskFull
from tests.gui.safe.conftest import PHRASE, TODAY, Driver


def test_a_key_locks_and_asks_for_the_phrase(in_safe: Driver) -> None:
    in_safe.go("semaine")
    in_safe.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    in_safe.settle()
    assert not in_safe.is_open
    assert in_safe.page.heading.text() == "Ouvrez votre coffre"
    in_safe.type("Votre phrase secrète", PHRASE)
    in_safe.enter()
    assert in_safe.is_open


def test_nothing_shown_before_can_be_returned_to(in_safe: Driver) -> None:
    driver = in_safe
    person: list[str] = []
    driver.work(lambda: person.append(driver.safe.people.add("Ana Müller", on=TODAY)))
    driver.window._session.write_for(person[0], "Ana Müller")
    driver.go("personnes")
    driver.window.lock_now()
    driver.settle()
    driver.window.back()
    assert "Ana" not in driver.words()
    assert "Ana" not in driver.window._whom.text()
    assert driver.page.heading.text() == "Ouvrez votre coffre"


def test_what_is_in_hand_is_saved_before_the_safe_closes(in_safe: Driver) -> None:
    driver, order = in_safe, []
    safe = driver.safe
    saved = driver.tools.catalogue.search()[0].id

    def save() -> None:
        order.append("saved")
        safe.drafts.begin(saved, "{}", on=TODAY)

    driver.window._session.saver = lambda: save
    driver.window.lock_now()
    driver.settle()
    assert order == ["saved"]
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert len(driver.safe.drafts.unfinished()) == 1


def test_a_safe_that_cannot_save_is_not_locked(in_safe: Driver) -> None:
    def save() -> None:
        raise DiskFull

    in_safe.window._session.saver = lambda: save
    in_safe.window.lock_now()
    in_safe.settle()
    assert in_safe.is_open
    assert "disque est plein" in in_safe.words()


def test_idleness_locks(in_safe: Driver) -> None:
    timer = in_safe.locking._timer
    assert timer.interval() == 15 * 60_000
    assert timer.isActive()
    timer.setInterval(30)
    timer.start()
    QApplication.processEvents()
    while in_safe.is_open:
        in_safe.settle()
    assert in_safe.page.heading.text() == "Ouvrez votre coffre"


def test_a_key_pressed_puts_it_off(in_safe: Driver) -> None:
    timer = in_safe.locking._timer
    timer.start(100_000)
    in_safe.key(Qt.Key.Key_Tab)
    assert timer.remainingTime() > 100_000 - 5_000
    assert timer.isActive()


def test_closing_the_window_locks_first(in_safe: Driver) -> None:
    order: list[str] = []
    in_safe.window._session.saver = lambda: lambda: order.append("saved")
    in_safe.window.close()
    in_safe.settle()
    assert order == ["saved"]
    assert not in_safe.is_open
    assert not in_safe.window.isVisible()
