"""Locking: what is in hand is saved first, and nothing of anybody stays on the screen."""

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from desktop_app.files import DiskFull
from desktop_app.gui.starting import start
from desktop_app.pages import destinations as to
from tests.gui.safe.conftest import PHRASE, TODAY, Driver


def test_a_key_locks_and_asks_for_the_phrase(in_safe: Driver) -> None:
    in_safe.go(to.Week())
    in_safe.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    in_safe.settle()
    assert not in_safe.is_open
    assert in_safe.page.heading.text() == "Écrivez votre phrase"
    in_safe.type("Votre phrase secrète", PHRASE)
    in_safe.enter()
    assert in_safe.is_open


def test_nothing_shown_before_can_be_returned_to(in_safe: Driver) -> None:
    driver = in_safe
    person: list[str] = []
    driver.work(lambda: person.append(driver.safe.people.add("Ana Müller", on=TODAY)))
    driver.window._session.write_for(person[0], "Ana Müller")
    driver.go(to.People())
    driver.window.lock_now()
    driver.settle()
    driver.window.back()
    assert "Ana" not in driver.words()
    assert "Ana" not in driver.window._bar.whom.text()
    assert driver.page.heading.text() == "Écrivez votre phrase"


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


class Pulled:
    """A medium that is not there until it is put back."""

    def __init__(self) -> None:
        self.back, self.saved = False, 0

    def save(self) -> None:
        if not self.back:
            raise DiskFull
        self.saved += 1


def held_words(driver: Driver) -> str:
    """Return what the hidden page says."""
    cover = driver.window._cover.page
    assert cover is not None
    return "\n".join(label.text() for label in cover.findChildren(QLabel) if label.isVisible())


def test_a_page_that_cannot_be_saved_is_hidden_all_the_same(in_safe: Driver) -> None:
    """Hiding is never refused (office B4); what was typed stays, and it is said."""
    driver, medium = in_safe, Pulled()
    driver.go(to.Week())
    driver.window._session.saver = lambda: medium.save
    driver.window.lock_now()
    driver.settle()
    assert driver.is_open, "what was typed is not lost"
    assert not driver.page.isVisible()
    assert driver.window.windowTitle() == "Papier libre"
    assert "disque est plein" in held_words(driver)
    assert "Rien n’est perdu" in held_words(driver)


def test_it_ends_as_soon_as_saving_succeeds(in_safe: Driver) -> None:
    driver, medium = in_safe, Pulled()
    renewed: list[object] = []
    driver.window.after_lock = renewed.append
    driver.window._session.saver = lambda: medium.save
    driver.locking._retry.setInterval(20)
    driver.window.lock_now()
    driver.settle()
    assert (driver.is_open, renewed) == (True, [])
    medium.back = True
    driver.until(lambda: not driver.is_open)
    assert medium.saved == 1
    assert len(renewed) == 1
    assert driver.page.heading.text() == "Écrivez votre phrase"


def test_what_was_saved_is_not_saved_again(in_safe: Driver) -> None:
    """Two pieces of work, the second refused: the first, done, is not done twice."""
    driver, medium, first = in_safe, Pulled(), []
    works = [lambda: first.append(1), medium.save]
    driver.locking.unsaved = lambda: list(works)  # type: ignore[method-assign]
    driver.window.lock_now()
    driver.settle()
    medium.back = True
    driver.press("Essayer maintenant")
    assert (first, medium.saved, driver.is_open) == ([1], 1, False)


def test_who_knows_the_phrase_comes_back_to_her_page(in_safe: Driver) -> None:
    """A disk that stays full must not keep her from what she wrote; others stay out."""
    driver, medium = in_safe, Pulled()
    driver.go(to.Week())
    driver.window._session.saver = lambda: medium.save
    driver.window.lock_now()
    driver.settle()
    driver.type("Votre phrase secrète", "une autre phrase que la sienne")
    driver.enter()
    assert not driver.page.isVisible()
    assert "phrase" in held_words(driver)
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.page.isVisible()
    assert driver.page.heading.text() == "Cette semaine"
    driver.window.lock_now()
    driver.settle()
    assert not driver.page.isVisible(), "it can be hidden again"


def test_a_renewal_waits_for_the_safe_to_be_closed(in_safe: Driver) -> None:
    seen: list[bool] = []
    in_safe.window.after_lock = lambda _locked: seen.append(in_safe.is_open)
    in_safe.window.lock_now()
    in_safe.settle()
    assert seen == [False]


def test_a_closed_window_is_not_begun_again(in_safe: Driver) -> None:
    renewed: list[object] = []
    in_safe.window.after_lock = renewed.append
    in_safe.window.close()
    in_safe.settle()
    assert renewed == []


def test_idleness_locks(in_safe: Driver) -> None:
    timer = in_safe.locking._timer
    assert timer.interval() == 15 * 60_000
    assert timer.isActive()
    saved: list[bool] = []
    in_safe.window._session.saver = lambda: lambda: saved.append(in_safe.is_open)
    timer.setInterval(30)
    timer.start()
    in_safe.until(lambda: not in_safe.is_open)
    assert saved == [True], "the draft goes first"
    assert in_safe.page.heading.text() == "Écrivez votre phrase"


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


def test_the_page_is_hidden_before_anything_is_saved(in_safe: Driver) -> None:
    """A slow disk must not leave a name on the screen."""
    driver, go_on = in_safe, threading.Event()
    driver.go(to.People())
    driver.window._session.saver = lambda: lambda: go_on.wait(20)
    driver.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert not driver.page.isVisible()
    assert not driver.window._bar.isVisible()
    assert driver.window.windowTitle() == "Papier libre"
    driver.key(Qt.Key.Key_F1)
    driver.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert driver.window.covered, "a key shows the page again"
    go_on.set()
    driver.settle()
    assert driver.page.isVisible()
    assert driver.page.heading.text() == "Écrivez votre phrase"


@pytest.mark.parametrize("closing", [False, True], ids=["locking", "closing the window"])
def test_what_cannot_be_saved_can_be_given_up_on_purpose(closing: bool, in_safe: Driver) -> None:
    """A protected or full disk must not hold the window for ever."""

    def save() -> None:
        raise DiskFull

    driver = in_safe
    driver.window._session.saver = lambda: save
    (driver.window.close if closing else driver.window.lock_now)()
    driver.settle()
    assert driver.window.isVisible()
    driver.press("Fermer sans enregistrer")
    assert not driver.is_open
    assert driver.window.isVisible() is not closing
    if not closing:  # nobody else is told
        assert "réponses" not in driver.words()
        driver.type("Votre phrase secrète", PHRASE)
        driver.enter()
        assert "sans vos dernières réponses" in driver.notices()


@pytest.mark.parametrize("from_help", [False, True], ids=["on its page", "help being read"])
def test_what_is_half_typed_is_there_after_the_lock(from_help: bool, in_safe: Driver) -> None:
    driver = in_safe
    start(driver.window.context, driver.page, "caf-indu-rsa")
    driver.settle()
    while not (lines := [w for w in driver.page.findChildren(QLineEdit) if w.isVisible()]):
        driver.key(Qt.Key.Key_Tab)
        driver.key(Qt.Key.Key_Space)
        driver.press("Continuer")
    asked, name = driver.page.heading.text(), lines[0].accessibleName()
    driver.type(name, "3")
    if from_help:
        driver.key(Qt.Key.Key_F1)
        driver.settle()
        assert driver.page.heading.text() != asked
    driver.window.lock_now()
    driver.settle()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.press("Reprendre votre lettre")
    assert driver.page.heading.text() == asked
    assert driver.to(name).property("text") == "3"


def test_a_long_check_does_not_hold_the_lock(in_safe: Driver) -> None:
    driver, steps = in_safe, []
    never = threading.Event()

    def work(tell: Callable[[int, int], None]) -> None:
        for step in range(10_000):
            steps.append(step)
            never.wait(0.01)
            tell(step, 10_000)

    stopped: list[bool] = []
    driver.jobs.run_long(
        work,
        progress=lambda _done, _all: None,
        done=lambda _: None,
        failed=lambda _: None,
        stopped=lambda: stopped.append(True),
    )
    while not steps:
        QApplication.processEvents()
    begun = time.monotonic()
    driver.window.lock_now()
    driver.settle()
    assert time.monotonic() - begun < 5
    assert not driver.is_open
    assert stopped == [True]
    assert "arrêté" not in driver.words(), "nobody else is told"
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert "Ce qui était en cours est arrêté" in driver.notices()


def test_waiting_for_a_backup_is_no_idleness(in_safe: Driver) -> None:
    driver, go_on = in_safe, threading.Event()
    driver.jobs.run_long(
        lambda _tell: go_on.wait(20),
        progress=lambda _done, _all: None,
        done=lambda _: None,
        failed=lambda _: None,
        stopped=lambda: None,
    )
    driver.locking._timer.start(20)
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        QApplication.processEvents()
    assert not driver.window.covered
    driver.locking._timer.start(60_000)  # else the work's end would be followed by idleness
    go_on.set()
    driver.settle()
    assert driver.is_open


def test_a_folder_being_chosen_is_left(in_safe: Driver) -> None:
    """A folder being chosen shows names: it goes with the rest, and nothing waits for it."""
    driver = in_safe
    driver.go(to.SafeHome())
    driver.press("Choisir où sauvegarder")
    assert driver.page.heading.text() == "Où sauvegarder ?"
    driver.window.lock_now()
    driver.settle()
    assert not [w for w in driver.app.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert not driver.is_open
    assert driver.page.heading.text() == "Écrivez votre phrase"


def test_a_safe_that_opens_when_nobody_waits_is_closed(in_safe: Driver) -> None:
    """One leaves the page while the key is derived: the safe must not stay locked by ourselves."""
    driver = in_safe
    driver.window.lock_now()
    driver.settle()
    driver.type("Votre phrase secrète", PHRASE)
    driver.key(Qt.Key.Key_Return)
    driver.window.go(to.Home())
    driver.settle()
    assert not driver.is_open
    driver.go(to.SafeHome())
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open, driver.words()
