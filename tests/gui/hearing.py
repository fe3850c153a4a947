"""What the window announces, heard where Qt would hand it to a screen reader."""

from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from tests.gui.keyboard import until


@dataclass(frozen=True)
class Said:
    """One announcement."""

    words: str
    urgent: bool


class Recorder(list[Said]):
    """Every announcement, in order; the real event was made for each."""

    def hear(self, event: QAccessibleAnnouncementEvent) -> None:
        assertive = QAccessible.AnnouncementPoliteness.Assertive
        self.append(Said(event.message(), event.politeness() == assertive))

    def heard(self, beginning: str) -> Said:
        """Wait for an announcement that begins so."""
        until(lambda: any(s.words.startswith(beginning) for s in self), f"{beginning}: {self}")
        return next(s for s in self if s.words.startswith(beginning))
