"""The focus ring goes round what has the focus, and nothing else moves it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.buttons import Button
from desktop_app.pages import destinations as to
from tests.gui.keyboard import strike, until

OTHER, BY_TAB = Qt.FocusReason.OtherFocusReason, Qt.FocusReason.TabFocusReason


def go(widget: QWidget) -> None:
    """Have Qt delete a widget now."""
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)


def two_buttons(window: MainWindow) -> tuple[Button, Button]:
    page = window.page()
    assert page is not None
    one, other = (Button(window.context.look, words, bool) for words in ("Un", "Autre"))
    page.add(one)
    page.add(other)
    QCoreApplication.processEvents()
    return one, other


def test_the_ring_stays_when_what_had_it_before_goes(window: MainWindow) -> None:
    one, other = two_buttons(window)
    one.setFocus()
    other.setFocus()
    go(one)
    assert window.ring is not None
    assert window.ring.frame.isVisible()
    assert window.ring.frame.geometry().contains(other.geometry())


def test_the_ring_goes_with_what_has_it(window: MainWindow) -> None:
    one, _other = two_buttons(window)
    one.setFocus()
    assert window.ring is not None
    assert window.ring.frame.isVisible()
    one.hide()
    assert not window.ring.frame.isVisible() or not window.ring.frame.geometry().intersects(
        one.geometry()
    )


@pytest.mark.parametrize("ending", ["the dialog", "the page"])
def test_the_ring_outlives_what_it_was_drawn_in(ending: str, window: MainWindow) -> None:
    """A file dialog is deleted when it closes, a page when one leaves it."""
    _one, other = two_buttons(window)
    assert window.ring is not None
    if ending == "the dialog":
        ground: QWidget = QDialog(window)
        inner = QPushButton("Ouvrir", ground)
        ground.show()
        inner.setFocus()
        window.ring._go_to(inner)  # offscreen, another window may not get the focus
        assert ground.isAncestorOf(window.ring.frame)
    else:
        ground = window.page() or window
        other.setFocus()
        window.go(to.Help())
        window.ring._go_to(other)
    go(ground)
    window.activateWindow()
    page = window.page()
    assert page is not None

    def around_the_heading() -> bool:
        page.heading.clearFocus()
        page.heading.setFocus(Qt.FocusReason.TabFocusReason)
        frame = window.ring.frame if window.ring is not None else None
        return frame is not None and frame.isVisible() and page.isAncestorOf(frame)

    until(around_the_heading, "the ring is gone for good")


def test_no_ring_around_a_title_that_nobody_tabbed_to(window: MainWindow) -> None:
    assert window.ring is not None
    for place in (to.Help(), to.Settings(), to.Home()):
        window.go(place)
        page = window.page()
        assert page is not None
        until(page.heading.hasFocus)  # who listens hears it
        assert not window.ring.frame.isVisible()
    strike(Qt.Key.Key_Tab)
    assert window.ring.frame.isVisible()
    strike(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.heading.hasFocus()
    assert window.ring.frame.isVisible()
    assert window.ring.frame.geometry().contains(page.heading.geometry())


def test_the_ring_of_a_title_stays_when_the_window_comes_back(window: MainWindow) -> None:
    page = window.page()
    assert page is not None
    assert window.ring is not None
    for reason, drawn in ((OTHER, False), (BY_TAB, True)):
        page.heading.clearFocus()
        page.heading.setFocus(reason)
        page.heading.clearFocus()
        page.heading.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        assert window.ring.frame.isVisible() is drawn


def test_the_ring_ends_with_its_window(window: MainWindow) -> None:
    """Or a former window's ring would be drawn over its own: of other tests, in one process."""
    assert window.ring is not None
    assert window.ring.parent() is window


def test_a_watched_place_is_watched_once(window: MainWindow) -> None:
    one, other = two_buttons(window)
    for _ in range(20):
        one.setFocus()
        other.setFocus()
    QCoreApplication.processEvents()
    assert window.ring is not None
    moved = other.geometry().translated(0, 30)
    other.setGeometry(moved)
    assert window.ring.frame.geometry().contains(moved)
