"""A public terminal: the page is hidden, one is warned in time, and nothing is left for the next.

Journey J3.7, 11 and 12; accessibility D11; fault test L8. The clock is the test's own.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from desktop_app import i18n
from desktop_app.gui.idle_timer import ANSWER_S, HIDE_S, WARN_S, IdleTimer
from desktop_app.gui.starting import start as start_letter
from tests.gui.safe.conftest import DrivenTools, Driver, Start

MARK = "ZKANARI"


class Clock:
    """Seconds that the test makes go by."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def public(start: Start) -> Iterator[Driver]:
    tools = DrivenTools()
    tools.__dict__["mode"] = "public"
    i18n.use("fr")
    yield start(tools)
    i18n.use("fr")


@pytest.fixture
def idle(public: Driver) -> Callable[[float], None]:
    """Let time go by without use, each second looked at as the program does."""
    watch = public.app.findChildren(IdleTimer)[-1]
    watch._timer.stop()
    clock = watch._clock = Clock()
    watch._last = clock.now

    def wait(seconds: float) -> None:
        for _ in range(int(seconds)):
            clock.now += 1
            watch.look()
        public.app.processEvents()

    return wait


@pytest.fixture
def reader(public: Driver) -> Driver:
    """Somebody who has begun a letter, in large letters, in English, and copied her name."""
    driver = public
    driver.window.context.look.set_theme("contraste")
    driver.window.context.look.set_zoom(2.0)
    i18n.use("en")
    driver.window.speak()
    start_letter(driver.window.context, driver.page, "caf-indu-rsa")
    driver.settle()
    while not (lines := [w for w in driver.page.findChildren(QLineEdit) if w.isVisible()]):
        driver.key(Qt.Key.Key_Tab)
        driver.key(Qt.Key.Key_Space)
        driver.press(i18n.text("Continuer"))
    driver.type(lines[0].accessibleName(), MARK)
    QApplication.clipboard().setText(MARK)
    return driver


def heading(driver: Driver) -> str:
    cover = driver.window._cover.page
    return cover.heading.text() if cover is not None else driver.page.heading.text()


def lines_of(driver: Driver) -> list[str]:
    return [w.text() for w in driver.page.findChildren(QLineEdit) if w.isVisible()]


def covered_words(driver: Driver) -> str:
    cover = driver.window._cover.page
    assert cover is not None
    return "\n".join(label.text() for label in cover.findChildren(QLabel))


# ---------------------------------------------------------------- the time without use


def test_the_page_is_hidden_after_two_minutes_and_any_key_shows_it(
    reader: Driver, idle: Callable[[float], None]
) -> None:
    held, asked, typed = reader.focus(), heading(reader), lines_of(reader)
    assert MARK in typed
    idle(HIDE_S - 1)
    assert not reader.window.covered
    idle(2)
    assert reader.window.covered
    assert not reader.page.isVisible()
    assert MARK not in reader.window.windowTitle()
    reader.key(Qt.Key.Key_Z)
    assert heading(reader) == asked
    assert reader.app.focusWidget() is held
    assert lines_of(reader) == typed, "the key that shows the page must not be typed in it"


def test_a_warning_leaves_at_least_two_minutes_and_counts_them(
    reader: Driver, idle: Callable[[float], None]
) -> None:
    assert ANSWER_S >= 120
    idle(WARN_S + 1)
    assert "2 minutes 59" in covered_words(reader)
    idle(ANSWER_S - 10)
    assert "9 s" in covered_words(reader)
    assert reader.window._session.writing is not None, "nothing is erased before the end"


def test_one_can_answer_the_warning_as_many_times_as_one_likes(
    reader: Driver, idle: Callable[[float], None]
) -> None:
    asked = heading(reader)
    for _ in range(12):
        idle(WARN_S + ANSWER_S - 2)
        assert reader.window.covered
        reader.key(Qt.Key.Key_Shift)
        assert heading(reader) == asked


def test_without_an_answer_everything_is_erased(
    reader: Driver, idle: Callable[[float], None]
) -> None:
    idle(WARN_S + ANSWER_S + 2)
    reader.settle()
    assert heading(reader) == "Everything is erased", "in the language one worked in"
    assert_nothing_is_left(reader)


def test_a_page_that_nobody_touched_is_left_alone(
    public: Driver, idle: Callable[[float], None]
) -> None:
    idle(WARN_S + ANSWER_S + 60)
    assert heading(public) == "Votre langue – Your language"


def test_no_time_is_counted_at_home(driver: Driver) -> None:
    assert not driver.app.findChildren(IdleTimer)


# ---------------------------------------------------------------- the end


def end(driver: Driver) -> None:
    driver.press(i18n.text("Terminer"))
    driver.press(i18n.text("Terminer et tout effacer"))


def test_ending_is_asked_once_and_can_be_declined(reader: Driver) -> None:
    asked = heading(reader)
    reader.press(i18n.text("Terminer"))
    assert heading(reader) == i18n.text("Terminer votre séance ?")
    reader.press(i18n.text("Retour"))
    assert heading(reader) == asked
    assert MARK in lines_of(reader)


def test_the_end_says_what_was_erased_and_what_cannot_be(reader: Driver) -> None:
    end(reader)
    assert heading(reader) == "Everything is erased"
    assert "Erased from this program" in reader.words()
    assert "pages shown" in reader.words()
    assert "What the program cannot erase" in reader.words()
    assert "swap" in reader.words()


def assert_nothing_is_left(driver: Driver) -> None:
    window, context = driver.window, driver.window.context
    assert QApplication.clipboard().text() == ""
    assert (context.look.theme, context.look.zoom) == ("clair", 1.0)
    assert context.session.writing is None
    assert context.session.saver is None
    driver.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert driver.page.heading.text() == i18n.text("Tout est effacé")
    driver.press(i18n.text("Commencer"))
    assert driver.page.heading.text() == "Votre langue – Your language"
    assert i18n.current() == "fr"
    driver.press("Français")
    driver.settle()
    assert "Reprendre" not in driver.words()
    assert driver.bar() == ""
    search = next(w for w in driver.page.findChildren(QLineEdit) if w.isVisible())
    search.setFocus()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_V):
        driver.key(key, Qt.KeyboardModifier.ControlModifier)
    assert search.text() == ""
    assert MARK not in window.windowTitle() + driver.words()
    assert not [w for w in driver.app.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def test_the_next_person_finds_nothing(reader: Driver) -> None:
    end(reader)
    assert_nothing_is_left(reader)


def test_closing_the_window_empties_the_clipboard(reader: Driver) -> None:
    reader.app.aboutToQuit.emit()
    assert QApplication.clipboard().text() == ""


def test_there_is_no_such_button_at_home(driver: Driver) -> None:
    assert "Terminer" not in [w.accessibleName() for w in driver.window._stops()]
