"""A language chosen in Réglages holds at once, for all that is in view, and at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.settings import SettingsFile
from desktop_app.workflow.interview.interview import Interview
from tests.gui.conftest import TODAY, TestTools
from tests.gui.keyboard import heading, held, name, press, strike, tab_to, until


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def window(qt: QApplication, kept: Path) -> Iterator[MainWindow]:
    made = application.build(qt, TestTools(), SettingsFile(kept))
    made.show()
    made.activateWindow()
    qt.processEvents()
    yield made
    application.dismiss(qt, made)
    i18n.use("fr")
    application.language.speak(qt)


def languages(window: MainWindow) -> ClosedList:
    page = window.page()
    assert page is not None
    return next(box for box in page.findChildren(ClosedList) if box.findText("English", FLAGS) >= 0)


FLAGS = Qt.MatchFlag.MatchExactly


def choose(window: MainWindow, name: str) -> None:
    """Take a language with the keyboard, as one takes it in a closed list."""
    box = languages(window)
    box.setFocus()
    rows = box.findText(name, FLAGS) - box.currentIndex()
    for _ in range(abs(rows)):
        strike(Qt.Key.Key_Down if rows > 0 else Qt.Key.Key_Up)
        QApplication.processEvents()
        box = languages(window)


def said(window: MainWindow) -> set[str]:
    """Return every text in view."""
    shown = [w for w in window.findChildren(QWidget) if w.isVisible()]
    return {w.text() for w in shown if isinstance(w, QLabel | QPushButton)}


def test_languages_are_offered_by_their_own_names(window: MainWindow) -> None:
    window.go(to.Settings())
    box = languages(window)
    assert [box.itemText(row) for row in range(box.count())][1:] == ["Français", "English"]


def test_the_bar_leads_to_the_languages_and_one_press_comes_back(window: MainWindow) -> None:
    window.go(to.Find(kind="lettre"))
    until(lambda: heading(window.page()) == "Qui vous a écrit ?")
    tab_to("Français")
    press(Qt.Key.Key_Return)
    assert heading(window.page()) == "Langue – Language"
    tab_to("English")
    press(Qt.Key.Key_Return)
    assert heading(window.page()) == "Who wrote to you?"
    assert "English" in said(window)
    tab_to("English")
    press(Qt.Key.Key_Return)
    tab_to("Français")
    press(Qt.Key.Key_Return)
    assert heading(window.page()) == "Qui vous a écrit ?"


def test_the_bar_opens_what_is_in_view_only_once(window: MainWindow) -> None:
    for _ in range(3):
        press(Qt.Key.Key_F1)
    window.back()
    assert heading(window.page()) == "Que vous arrive-t-il ?"


def test_page_bar_and_title_change_at_once_and_the_focus_stays(window: MainWindow) -> None:
    window.go(to.Settings())
    choose(window, "English")

    assert window.windowTitle() == "Settings — Papier libre"
    assert {"Settings", "Help", "Contrast", "For: myself", "Back"} <= said(window)
    assert not said(window) & {"Réglages", "Aide", "Contraste", "Pour : moi", "Retour"}
    held = QApplication.focusWidget()
    assert isinstance(held, ClosedList)
    assert held is languages(window)
    assert held.currentText() == "English"

    choose(window, "Français")
    assert window.windowTitle() == "Réglages — Papier libre"
    assert {"Réglages", "Aide", "Contraste", "Pour : moi"} <= said(window)


def test_the_language_is_there_at_the_next_start(
    window: MainWindow, kept: Path, qt: QApplication
) -> None:
    window.go(to.Settings())
    choose(window, "English")
    until(lambda: kept.is_file() and SettingsFile(kept).now.language == "en")
    until(lambda: "Setting saved." in said(window))


def test_what_is_behind_is_in_the_new_language_too(window: MainWindow) -> None:
    window.go(to.Help())
    window.go(to.Settings())
    choose(window, "English")
    window.back()
    assert "What would you like to know?" in said(window)


def test_qt_speaks_and_counts_as_the_language_does(window: MainWindow) -> None:
    from PySide6.QtCore import QLocale

    window.go(to.Settings())
    assert QLocale().decimalPoint() == ","
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    choose(window, "English")
    assert QLocale().decimalPoint() == "."
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_an_answer_half_typed_is_kept_while_the_language_changes(window: MainWindow) -> None:
    context = window.context
    definition = context.tools.catalogue.letter("caf-documents")
    interview = Interview(definition, Draft(definition.id), TODAY)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    window.go(to.Questions(writing=writing))
    pick = heading(window.page())
    assert pick == "Qui s’occupe de votre dossier : la Caf ou la MSA ?"
    tab_to("La Caf")
    press(Qt.Key.Key_Space)

    press(Qt.Key.Key_F1)
    window.go(to.Settings())
    choose(window, "English")
    window.back()
    window.back()

    assert heading(window.page()) == "Who deals with your case: Caf or MSA?"
    assert "Caf (caisse" in name(tab_to("Caf (caisse"))
    chosen = held()
    assert isinstance(chosen, QAbstractButton)
    assert chosen.isChecked()
