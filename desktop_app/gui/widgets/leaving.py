"""A widget that leaves the window for good, while the page stays; and the focus that it held."""

from typing import TypeGuard

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

LEFT = "left"
"""What has it hears of no work any more (``there``): Qt takes it down a turn later."""


def holds_focus(widget: QWidget) -> bool:
    """Tell whether the focus is on a widget or in it."""
    held = QApplication.focusWidget()
    return held is not None and (held is widget or widget.isAncestorOf(held))


def can_hold(widget: QWidget | None) -> TypeGuard[QWidget]:
    """Tell whether a widget that had the focus can have it again: Qt would give it to nobody."""
    return widget is not None and isValid(widget) and widget.isVisible() and widget.isEnabled()


def leave(widget: QWidget) -> None:
    """Take a widget out of the window; the focus that it held is for whoever does this to give.

    Hidden with the focus, it would give it to the bar, which would be said.
    """
    if holds_focus(widget) and (held := QApplication.focusWidget()) is not None:
        held.clearFocus()
    above = widget.parentWidget()
    if above is not None and (layout := above.layout()) is not None:
        layout.removeWidget(widget)
    let_go(widget)


def let_go(widget: QWidget) -> None:
    """Hide what is out of its layout, and have it taken down: no work speaks to it any more.

    Until Qt takes it down, work that ends would still put the focus there, which goes with it.
    """
    widget.setProperty(LEFT, True)
    widget.hide()
    widget.deleteLater()
