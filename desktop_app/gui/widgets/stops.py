"""Where Tab stops, in the order of reading: that of the layouts, also for what came later."""

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
    found: list[QWidget] = []
    _gather(layout, found)
    return found


def _gather(layout: QLayout, found: list[QWidget]) -> None:
    """Add to a list, which is twice as quick as to hand each one up from layout to layout."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget = item.widget()
        if widget is None:
            inner = item.layout()
        else:
            inner = widget.layout()
            if widget.focusPolicy() in _BY_TAB:
                found.append(widget)
        if inner is not None:
            _gather(inner, found)
