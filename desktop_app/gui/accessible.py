"""What a screen reader hears: headings have their role, and one function announces."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget


class HeadingInterface(QAccessibleWidget):
    """Says that a label is a heading; its name is the label's text as it stands."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = label

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._label.accessibleName() or self._label.text()
        return super().text(kind)


def install() -> None:
    """Make headings known to screen readers; once, before the first window."""
    QAccessible.installFactory(_interface)


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say what changed: saved, printed, errors, time left.

    ``urgent`` interrupts what is being read: for errors and time only.
    """
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


# Qt keeps a bare pointer to what the factory returns: Python must not let it go.
_kept: list[QAccessibleInterface] = []


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QLabel) and thing.property("role") == "heading":
        interface = HeadingInterface(thing)
        _kept.append(interface)
        thing.destroyed.connect(lambda: _kept.remove(interface))
        return interface
    return None
