"""What a screen reader hears: headings and pages have their role, and one function announces."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

EXPLAINS = "explains"
"""Property of a text that stands beside a field: it must be heard with it."""
COVERED = "covered"
"""Property of what was taken out of the window, hidden: nothing of it is told (``cover.py``)."""
SPOKEN_AS = "spoken-as"
"""Property of a widget whose role is not that of its class: "page", "pages", "picture", "aside"."""


def install() -> None:
    """Make headings and pages known to screen readers; once, before the first window."""
    QAccessible.installFactory(_interface)


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say what changed: saved, printed, errors, time left.

    ``urgent`` interrupts what is being read: for errors and time only. What takes the focus is
    read by that already: it is not announced too. Nothing is told of a page that is hidden.
    """
    if widget.window().property(COVERED):
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def spoken(*parts: str) -> str:
    """Return what is said one after the other, with a pause where a part has none."""
    ended = [part if part[-1] in ".!?…:" else f"{part}." for part in parts[:-1] if part]
    return " ".join([*ended, *(part for part in parts[-1:] if part)])


def listened_to() -> bool:
    """Tell whether a screen reader, or something like it, asked this program what it shows."""
    return QAccessible.isActive()


def _interface(_class_name: str, thing: QObject) -> "QAccessibleInterface | None":
    from desktop_app.gui import interfaces  # with the first screen reader

    return interfaces.interface(thing, thing.property(SPOKEN_AS) or "")
