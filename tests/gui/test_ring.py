"""The focus ring goes round what has the focus, and nothing else moves it."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.buttons import Button


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
    assert window.ring.isVisible()
    assert window.ring.geometry().contains(other.geometry())


def test_the_ring_goes_with_what_has_it(window: MainWindow) -> None:
    one, _other = two_buttons(window)
    one.setFocus()
    assert window.ring is not None
    assert window.ring.isVisible()
    one.hide()
    assert not window.ring.isVisible() or not window.ring.geometry().intersects(one.geometry())


def test_a_watched_place_is_watched_once(window: MainWindow) -> None:
    one, other = two_buttons(window)
    for _ in range(20):
        one.setFocus()
        other.setFocus()
    QCoreApplication.processEvents()
    assert window.ring is not None
    moved = other.geometry().translated(0, 30)
    other.setGeometry(moved)
    assert window.ring.geometry().contains(moved)
