"""A widget that leaves the window for good, while the page stays."""

from PySide6.QtWidgets import QApplication, QWidget


def holds_focus(widget: QWidget) -> bool:
    """Tell whether the focus is on a widget or in it."""
    held = QApplication.focusWidget()
    return held is not None and (held is widget or widget.isAncestorOf(held))


def leave(widget: QWidget) -> None:
    """Take a widget out of the window; the focus that it held is for whoever does this to give.

    Hidden with the focus, it would give it to the bar, which would be said.
    """
    if holds_focus(widget) and (held := QApplication.focusWidget()) is not None:
        held.clearFocus()
    above = widget.parentWidget()
    if above is not None and (layout := above.layout()) is not None:
        layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
