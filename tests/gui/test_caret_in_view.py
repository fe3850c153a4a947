"""What one types stays in view, however large the letters and small the screen."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.core.packs.model import Question
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.answers import widget_class
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from tests.gui.keyboard import held, press, type_text, until

SMALL = QSize(1024, 600)
LINES = 12


def asked_at_the_foot(window: MainWindow, context: Context, kind: str, zoom: float) -> QWidget:
    """Open a page of words with one answer at its foot, in a small window."""
    window.resize(SMALL)
    context.look.set_zoom(zoom)
    window.go(to.Help())
    page = window.page()
    assert isinstance(page, Page)
    page.begin_anew("Une question")
    for _ in range(LINES):
        page.add(Words(context.look, "Une phrase qui prend de la place sur la page."))
    label = Words(context.look, "Que s’est-il passé ?")
    answer = widget_class(kind)(context.look, Question(id="q", kind=kind, label="?"), label)
    page.add(label)
    page.add(answer)
    answer.begin()
    return held()


def caret(field: QWidget) -> QRect:
    """Return where the caret stands, in the coordinates of the screen."""
    if isinstance(field, QPlainTextEdit):
        place, inside = field.cursorRect(), field.viewport()
    else:
        assert isinstance(field, QLineEdit)
        place, inside = field.rect(), field
    return QRect(inside.mapToGlobal(place.topLeft()), place.size())


def seen(window: MainWindow, field: QWidget) -> bool:
    page = window.page()
    assert page is not None
    port = page.viewport()
    shown = QRect(port.mapToGlobal(QPoint(0, 0)), port.size())
    return shown.contains(caret(field))


@pytest.mark.parametrize("zoom", [2.0, 4.0])
def test_the_caret_of_a_long_text_is_followed(
    window: MainWindow, context: Context, zoom: float
) -> None:
    field = asked_at_the_foot(window, context, "long_text", zoom)
    for _ in range(9):
        type_text(field, "ligne")
        press(Qt.Key.Key_Return)
        until(lambda: seen(window, field), "the caret is out of view")
    for _ in range(9):
        press(Qt.Key.Key_Up)
        until(lambda: seen(window, field), "the caret is out of view")


@pytest.mark.parametrize("kind", ["text", "long_text", "date"])
@pytest.mark.parametrize("zoom", [2.0, 4.0])
def test_typing_brings_back_what_was_scrolled_away(
    window: MainWindow, context: Context, kind: str, zoom: float
) -> None:
    field = asked_at_the_foot(window, context, kind, zoom)
    until(lambda: seen(window, field))
    page = window.page()
    assert page is not None
    page.verticalScrollBar().setValue(0)
    QCoreApplication.processEvents()
    type_text(field, "1")
    until(lambda: seen(window, field), "what is typed is out of view")


@pytest.mark.parametrize("zoom", [2.0, 4.0])
def test_a_field_at_the_foot_stays_in_view_when_an_error_comes_above_it(
    window: MainWindow, context: Context, zoom: float
) -> None:
    field = asked_at_the_foot(window, context, "text", zoom)
    until(lambda: seen(window, field))
    page = window.page()
    assert isinstance(page, Page)
    page.say_error("Quelque chose est à corriger, et cette phrase prend plusieurs lignes.")
    field.setFocus()
    type_text(field, "a")
    until(lambda: seen(window, field), "what is typed is out of view")


@pytest.mark.parametrize("less", [0, 1, 8, 20])
def test_what_is_nearly_as_high_as_the_window_is_whole_in_view(
    window: MainWindow, context: Context, less: int
) -> None:
    field = asked_at_the_foot(window, context, "text", 2.0)
    page = window.page()
    assert page is not None
    port = page.viewport()
    tall = Words(context.look, "Un texte que Tab atteint.")
    tall.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    tall.setFixedHeight(port.height() - less)
    page.add(tall)
    QCoreApplication.processEvents()
    field.setFocus()
    tall.setFocus(Qt.FocusReason.TabFocusReason)
    until(
        lambda: port.rect().contains(QRect(tall.mapTo(port, QPoint(0, 0)), tall.size())),
        "its foot is out of view, for the ring's sake",
    )
