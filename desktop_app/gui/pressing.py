"""What a key or a click does where it falls: answer or leave, write, or only look."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
_NAMES: dict[int, str] = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_F2: "take",
    **{int(key): f"arrow {number}" for number, key in enumerate(_ARROWS)},
}


def strike_of(widget: QWidget, event: QKeyEvent) -> str:
    """Return what a key would do there that answers or leaves; "" when it writes, or only looks."""
    key = event.key()
    if key == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return "back"
    name = _NAMES.get(key, "")
    if name == "enter":
        return "" if _writes_lines(widget) else name
    if name == "space":
        return "" if _writes(widget) else name
    if key in _ARROWS:
        return name if isinstance(widget, QRadioButton | QComboBox) else ""
    return name


def _writes_lines(widget: QWidget) -> bool:
    return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly()


def _writes(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QAbstractSpinBox) or _writes_lines(widget)


def pressed_by_clicks(under: QWidget | None) -> QWidget | None:
    """Return what a click there presses, to answer or leave: a button, a closed list, its line.

    What is drawn on a button is a part of it.
    """
    widget = under
    while widget is not None and not _answers(widget):
        widget = None if widget.isWindow() else widget.parentWidget()
    return widget


def _answers(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton | QComboBox):
        return True
    holder = widget.parentWidget()
    return isinstance(holder, QAbstractItemView) and holder.window().windowType() == (
        Qt.WindowType.Popup
    )
