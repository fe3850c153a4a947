"""What the window announces, heard where Qt would hand it to a screen reader."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desktop_app.gui import accessible
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


@contextmanager
def overheard() -> Iterator[Recorder]:
    """Stand where Qt would hand each announcement to the screen reader."""
    recorder = Recorder()
    real = accessible.QAccessible

    class Reader:
        """Qt's own but for what it would be told: the tree of the page still asks for roles."""

        def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
            recorder.hear(event)

        def __getattr__(self, name: str) -> object:
            return getattr(real, name)

    accessible.QAccessible = Reader()  # type: ignore[assignment,misc]
    try:
        yield recorder
    finally:
        accessible.QAccessible = real  # type: ignore[misc]
