"""One key, the same everywhere, hides the page at once; nothing of anybody is left to be seen."""

import os
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton

from desktop_app.datafiles import data_root
from desktop_app.files import DiskFull
from desktop_app.gui import hiding
from desktop_app.gui.context import Context
from desktop_app.gui.idle_timer import IdleTimer
from desktop_app.gui.screens.cachee.view import HiddenScreen
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.starting import start as start_letter
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.pages import hidden
from desktop_app.pages.titles import PROGRAM
from tests.gui.answering import _answer
from tests.gui.hearing import Recorder
from tests.gui.keyboard import strike, type_text
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start
from tests.helpers.display import virtual_display
from tests.safe.test_system_keyring import InMemory

MARK = "Zkanarienne"
KEY = Qt.Key.Key_F12


def test_the_key_is_the_one_that_is_told() -> None:
    assert f"Key_{hidden.KEY}" == hiding.KEY.name
    assert hidden.told().startswith(hidden.KEY)
    page = data_root("resources").joinpath("help", "fr", "2-lire-et-ecrire.md").read_text("utf-8")
    assert f"- {hidden.told()}\n" in page, "the same words in the help"


@pytest.fixture
def public(start: Start) -> Driver:
    tools = DrivenTools()
    tools.__dict__["mode"] = "public"
    return start(tools)


@pytest.fixture
def named(in_safe: Driver) -> Driver:
    """Somebody whose name is on the page and in the bar."""
    driver = in_safe
    person: list[str] = []
    driver.work(lambda: person.append(driver.safe.people.add(MARK, on=TODAY)))
    driver.window._session.write_for(person[0], MARK)
    driver.go(to.Person(person[0]))
    driver.settle()
    assert MARK in driver.words()
    return driver


def cover(driver: Driver) -> HiddenScreen:
    page = driver.window._cover.page
    assert isinstance(page, HiddenScreen)
    return page


def words_of(driver: Driver) -> str:
    """Return what is said by the page that hides."""
    labels = cover(driver).findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def told_to_readers(app: QApplication) -> str:
    """Return every name, text and value that a screen reader finds in our windows."""
    found: list[str] = []
    root = QAccessible.queryAccessibleInterface(app)
    waiting, seen = [root], 0
    while waiting:
        one = waiting.pop()
        if one is None or not one.isValid():
            continue
        seen += 1
        found += [one.text(kind) for kind in QAccessible.Text if kind.value < 10]
        waiting += [one.child(place) for place in range(one.childCount())]
    assert seen > 5, "the watch is blind"
    return "\n".join(found)


def to_a_line(driver: Driver, name: str = "caf-indu-rsa") -> QLineEdit:
    """Begin a letter, and go on until a line is asked; who it is for agreed that it is kept."""
    if person := driver.window.context.session.person:
        driver.work(lambda: driver.safe.consents.give(person, "essai", on=TODAY))
    start_letter(driver.window.context, driver.page, name)
    driver.settle()
    while not (lines := [w for w in driver.page.findChildren(QLineEdit) if w.isVisible()]):
        assert isinstance(driver.page, Questions)
        _answer(driver.page)
        driver.settle()
    driver.to(lines[0].accessibleName())
    return lines[0]


class TestNothingIsSeen:
    def test_the_page_the_bar_and_the_title(self, named: Driver) -> None:
        driver = named
        page = driver.page
        driver.key(KEY)
        assert driver.window.covered
        assert not page.isVisible()
        assert not driver.window._bar.isVisible()
        assert driver.window.windowTitle() == PROGRAM
        assert cover(driver).heading.text() == PROGRAM
        assert MARK not in words_of(driver)
        assert driver.is_open, "the key hides, and closes nothing at once"

    def test_a_screen_reader_finds_nothing(self, named: Driver) -> None:
        assert MARK in told_to_readers(named.app), "the watch is blind"
        named.key(KEY)
        named.settle()
        assert MARK not in told_to_readers(named.app)

    def test_nothing_of_it_is_announced(self, named: Driver, recorder: Recorder) -> None:
        named.key(KEY)
        named.settle()
        page = named.page
        recorder.clear()
        page.say_error(f"Une erreur de {MARK}")
        named.window.say_saved(f"Enregistré pour {MARK}")
        named.window.tell(f"À lire par {MARK}")
        named.settle()
        assert MARK not in " ".join(one.words for one in recorder)
        assert MARK not in words_of(named)
        assert named.window.windowTitle() == PROGRAM

    def test_keys_do_nothing_to_what_is_behind(self, named: Driver) -> None:
        named.key(KEY)
        behind = named.window.place
        for key in (Qt.Key.Key_F1, Qt.Key.Key_Escape, Qt.Key.Key_F6, KEY):
            named.key(key)
        named.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        named.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        named.settle()
        assert named.window.covered
        assert named.window.place == behind

    def test_it_is_hidden_before_anything_is_loaded(
        self, named: Driver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[tuple[bool, bool]] = []
        page, make = named.page, hiding.screens.make

        def look(context: Context, place: to.Destination) -> Page:
            seen.append((named.window.covered, page.isVisible()))
            return make(context, place)

        monkeypatch.setattr(hiding.screens, "make", look)
        named.key(KEY)
        assert seen == [(True, False)]


class TestEverywhere:
    @pytest.mark.parametrize(
        "place", [to.Home(), to.Week(), to.Settings(), to.Help(), to.SafeHome(), to.Models()]
    )
    def test_on_pages(self, place: to.Destination, in_safe: Driver) -> None:
        in_safe.go(place)
        in_safe.key(KEY)
        assert in_safe.window.covered

    def test_without_a_safe(self, driver: Driver) -> None:
        line = to_a_line(driver)
        type_text(line, MARK)
        driver.key(KEY)
        assert driver.window.covered
        assert MARK not in told_to_readers(driver.app)
        driver.press("Continuer")
        assert not driver.window.covered
        assert driver.app.focusWidget() is line
        assert line.text() == MARK

    def test_at_a_locked_safe(self, in_safe: Driver) -> None:
        in_safe.window.lock_now()
        in_safe.settle()
        in_safe.key(KEY)
        assert in_safe.window.covered
        in_safe.press("Continuer")
        assert in_safe.page.heading.text() == "Écrivez votre phrase"

    def test_on_a_public_terminal(self, public: Driver) -> None:
        line = to_a_line(public)
        type_text(line, MARK)
        public.key(KEY)
        assert public.window.covered
        public.press("Continuer")
        assert line.text() == MARK

    def test_in_an_association(self, start: Start) -> None:
        tools = DrivenTools()
        tools.__dict__["mode"] = "association"
        driver = start(tools)
        driver.key(KEY)
        assert driver.window.covered

    @pytest.mark.parametrize(
        "held", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier]
    )
    def test_whatever_else_the_hand_holds(self, held: Qt.KeyboardModifier, in_safe: Driver) -> None:
        in_safe.key(KEY, held)
        assert in_safe.window.covered

    def test_where_a_file_is_chosen(self, in_safe: Driver, home: Path) -> None:
        (home / f"{MARK}.txt").write_text("")
        in_safe.go(to.SafeHome())
        in_safe.press("Choisir où sauvegarder")
        in_safe.settle()
        chosen = in_safe.page
        in_safe.key(KEY)
        assert in_safe.window.covered
        assert MARK not in told_to_readers(in_safe.app)
        type_text(in_safe.focus(), PHRASE)
        in_safe.enter()
        assert in_safe.page is chosen

    def test_in_a_dialog(self, in_safe: Driver) -> None:
        """It is asked by a loop of its own: it goes, and nothing is chosen."""
        dialog = QDialog(in_safe.window)
        line = QLineEdit(dialog)
        QTimer.singleShot(300, line.setFocus)
        QTimer.singleShot(600, lambda: strike(KEY))
        assert dialog.exec() == QDialog.DialogCode.Rejected
        in_safe.settle()
        assert in_safe.window.covered

    def test_in_an_open_list(self, driver: Driver) -> None:
        driver.go(to.Settings())
        driver.to("Langue")
        driver.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        driver.key(KEY)
        assert driver.window.covered
        assert driver.app.activePopupWidget() is None


class TestComingBack:
    def test_only_who_knows_the_phrase(self, named: Driver) -> None:
        driver, page = named, named.page
        driver.key(KEY)
        type_text(driver.focus(), "une autre phrase que la sienne")
        driver.enter()
        assert driver.window.covered
        assert "phrase" in words_of(driver)
        driver.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_text(driver.focus(), PHRASE)
        driver.enter()
        assert not driver.window.covered
        assert driver.page is page, "the very page that was left"
        assert MARK in driver.words()
        assert driver.window.windowTitle() != PROGRAM
        assert driver.window._bar.isVisible()

    def test_what_was_just_typed_is_in_the_safe(self, in_safe: Driver) -> None:
        """Within the same turn of the window: no autosave has come yet."""
        driver = in_safe
        line = to_a_line(driver)
        type_text(line, MARK)
        strike(KEY)
        driver.settle()
        drafts: list[str] = []
        driver.work(lambda: drafts.extend(one.content for one in driver.safe.drafts.unfinished()))
        assert any(MARK in one for one in drafts)

    def test_a_full_disk_does_not_keep_it_in_view(self, named: Driver) -> None:
        def full() -> None:
            raise DiskFull

        named.window._session.saver = lambda: full
        named.key(KEY)
        named.settle()
        assert named.window.covered
        assert "disque" not in words_of(named)

    def test_after_two_minutes_the_safe_is_locked(self, named: Driver) -> None:
        driver = named
        timer = driver.window.hiding._timer
        driver.key(KEY)
        assert timer.interval() == 120_000
        assert timer.isActive()
        timer.start(10)
        driver.until(lambda: not driver.is_open)
        driver.settle()
        assert not driver.window.covered
        assert driver.page.heading.text() == "Écrivez votre phrase"
        driver.key(KEY)
        assert driver.window.covered, "it can be hidden again"

    def test_a_lock_meanwhile_ends_it(self, named: Driver) -> None:
        named.key(KEY)
        named.window.lock_now()
        named.settle()
        assert not named.is_open
        assert named.page.heading.text() == "Écrivez votre phrase"

    def test_where_no_phrase_opened_none_is_asked(self, named: Driver, start: Start) -> None:
        """The computer's keyring opens it: whoever is at the keyboard could begin it anew."""
        former = keyring.get_keyring()
        keyring.set_keyring(InMemory())
        try:
            named.go(to.SafeHome())
            named.wait_aside()
            named.press("Ouvrir sans phrase")
            named.wait_for("s’ouvrira sans phrase")
            driver = start()
            driver.wait_open()
            driver.settle()
            driver.key(KEY)
            driver.press("Continuer")
            assert not driver.window.covered
            driver.end()
        finally:
            keyring.set_keyring(former)


class TestPublicTime:
    """What time hides, any key shows; what a key hid, no other key shows."""

    @pytest.fixture
    def idle(self, public: Driver) -> IdleTimer:
        watch = public.app.findChildren(IdleTimer)[-1]
        watch._timer.stop()
        return watch

    def test_time_does_not_undo_it(self, public: Driver, idle: IdleTimer) -> None:
        now = [0.0]
        idle._clock, idle._last = lambda: now[0], 0.0
        line = to_a_line(public)
        type_text(line, MARK)
        public.key(KEY)
        for seconds in (130.0, 16 * 60.0):
            now[0] += seconds
            idle.look()
            public.key(Qt.Key.Key_Shift)
            assert public.window.covered
            assert cover(public).heading.text() == PROGRAM
        now[0] += 60 * 60
        idle.look()
        public.settle()
        assert not public.window.covered
        assert public.page.heading.text() == "Tout est effacé"

    def test_what_time_hid_can_be_hidden_on_purpose(self, public: Driver, idle: IdleTimer) -> None:
        now = [0.0]
        idle._clock, idle._last = lambda: now[0], 0.0
        to_a_line(public)
        now[0] += 130
        idle.look()
        assert public.window.covered
        strike(KEY)
        public.key(Qt.Key.Key_Shift)
        assert cover(public).heading.text() == PROGRAM


ON_X = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from desktop_app.gui import app as program
from tests.gui.keyboard import strike, until
from desktop_app.workflow.safes.care import make_safe
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver

app, made = QApplication([]), []
window = program.build(app, DrivenTools())
window.show()
window.activateWindow()
until(QApplication.focusWidget)
QApplication.clipboard().setText("Zkanarienne")
until(QApplication.clipboard().ownsClipboard)
strike(Qt.Key.Key_F12)
print(window.covered, repr(QApplication.clipboard().text()))
program.dismiss(app, window)

driver = Driver(app, DrivenTools())
driver.work(lambda: made.append(make_safe(driver.tools.safes, driver.tools.known_safes, PHRASE,
    on=TODAY)))
driver.window._session.open(made[0].safe, str(made[0].path))
QApplication.clipboard().setText("Zkanarienne")
until(QApplication.clipboard().ownsClipboard)
driver.window.lock_now()
driver.settle()
print(driver.is_open, repr(QApplication.clipboard().text()))
driver.end()
"""


@pytest.mark.slow
def test_nothing_is_left_to_paste_on_a_real_display(home: Path) -> None:
    with virtual_display() as name:
        shown = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": name, "HOME": str(home)}
        told = subprocess.run(
            [sys.executable, "-c", ON_X],
            env=os.environ | shown, capture_output=True, text=True, check=True, timeout=120,
        )  # fmt: skip
    assert told.stdout.split() == ["True", "''", "False", "''"]


class TestByTheBar:
    def test_its_button_hides_and_stands_far_from_the_way_home(self, named: Driver) -> None:
        named.press("Cacher")
        assert named.window.covered
        assert MARK not in words_of(named)
        bar = named.window._bar
        buttons = sorted(bar.findChildren(QPushButton), key=lambda one: one.x())
        shown = [one.text() for one in buttons if not one.isHidden()]
        assert (shown[0], shown[-1]) == ("Accueil", "Cacher")

    def test_folded_it_is_on_the_page_of_the_bar(self, named: Driver) -> None:
        named.go(to.BarTools())
        named.press("Cacher")
        assert named.window.covered


class TestClosingWhileHidden:
    def test_what_is_kept_nowhere_is_asked_of_on_the_page_that_hides(self, driver: Driver) -> None:
        driver.window.context.session.keeps_nothing = True
        type_text(to_a_line(driver), MARK)
        behind = driver.page
        behind.keep()
        driver.key(KEY)
        driver.window.close()
        driver.settle()
        assert driver.window.covered
        assert not behind.isVisible(), "nothing of it is seen, even for a moment"
        assert "n’est gardé nulle part" in words_of(driver)
        driver.press("Fermer et tout perdre")
        assert not driver.window.isVisible()

    def test_what_is_kept_closes_at_once(
        self, in_safe: Driver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(type(in_safe.safe.access), "only_here", True)
        in_safe.key(KEY)
        in_safe.window.close()
        in_safe.settle()
        assert not in_safe.window.isVisible()
