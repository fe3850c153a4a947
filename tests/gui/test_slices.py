"""A long list is built little by little: its head at once, the whole in order."""

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.gui.widgets.slices import Slices
from tests.gui.keyboard import until


def test_the_head_is_there_at_once_and_the_window_answers_while_the_rest_comes(
    qt: QApplication,
) -> None:
    parent, built, between = QObject(), list[int](), list[int]()

    def build(number: int) -> None:
        time.sleep(0.004)
        built.append(number)

    heart = QTimer(parent, interval=0)
    heart.timeout.connect(lambda: between.append(len(built)))
    slices = Slices(parent)
    slices.begin([lambda n=n: build(n) for n in range(60)], 5)  # type: ignore[misc]
    assert built == [*range(5)]
    heart.start()
    until(lambda: len(built) == 60)
    assert built == [*range(60)]
    assert len(set(between)) > 5, "the window waited for the whole list"


def test_what_is_asked_again_replaces_what_waited(qt: QApplication) -> None:
    parent, built = QObject(), list[str]()
    slices = Slices(parent)
    slices.begin([lambda: built.append("old")] * 3, 1)
    slices.begin([lambda: built.append("new")] * 3, 1)
    slices.finish()
    assert built == ["old", "new", "new", "new"]
