"""A box as long as what it expects tells what it expects."""

from PySide6.QtCore import QCoreApplication

from desktop_app.core.packs.model import Question
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.answers.line import LineAnswer
from desktop_app.gui.widgets.words import Words


def width_in_letters(window: MainWindow, context: Context, kind: str) -> float:
    page = window.page()
    assert page is not None
    label = Words(context.look, "Question")
    answer = LineAnswer(context.look, Question(id="q", kind=kind, label="Question"), label)
    page.add(label)
    page.add(answer)
    QCoreApplication.processEvents()
    edit = answer.first()
    return edit.width() / edit.fontMetrics().averageCharWidth()


def test_a_box_is_as_long_as_what_it_expects(window: MainWindow, context: Context) -> None:
    assert 40 < width_in_letters(window, context, "address_line") < 55
    assert 8 <= width_in_letters(window, context, "postal_code") < 14
