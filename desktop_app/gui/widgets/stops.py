"""Where Tab stops, in the order of reading: that of the layouts, also for what came later."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

# As a set: to compute with the flags of each widget takes longer than all the rest, at each Tab.
_BY_TAB = frozenset(
    one for one in Qt.FocusPolicy.__members__.values() if one & Qt.FocusPolicy.TabFocus
)


def stops_in(widget: QWidget) -> list[QWidget]:
    """Return where Tab stops inside a widget, in the order of reading."""
    layout = widget.layout()
    return [] if layout is None else stops_of(layout)


def stops_of(layout: QLayout) -> list[QWidget]:
    """Return where Tab stops among what a layout holds, in the order of reading."""
    return [w for w in _in_reading_order(layout) if w.focusPolicy() in _BY_TAB]


def _in_reading_order(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield widget
            inner = widget.layout()
        if inner is not None:
            yield from _in_reading_order(inner)
