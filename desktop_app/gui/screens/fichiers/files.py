"""What the pages of files share: keys that come and go, arrows, and the answer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_app.core.folder import Place
from desktop_app.gui import choosing as where
from desktop_app.gui import plugged
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.widgets.stops import stops_in
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Chosen

LOOK_MS = 1000
"""Between two looks at which keys are plugged in."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FilesPage(PageView):
    """Arrows go from one thing to press to the next, Backspace goes back, Escape leaves."""

    def __init__(self, context: Context, asked: to.Choosing, heading: str) -> None:
        super().__init__(context, heading)
        self.asked, self.public = asked, context.session.public
        self._absent: frozenset[str] = frozenset()
        self.found = self._places()
        self._keys = QTimer(self, interval=LOOK_MS)
        self._keys.timeout.connect(self._look_at_keys)
        self._keys.start()

    def keys_changed(self, _before: Sequence[Place]) -> None:
        """Show which keys are plugged in now."""

    def give(self, path: str, *, replace: bool = False) -> None:
        """Give this to the page that asked."""
        self.context.navigator.answer(Chosen(self.asked.ask, path, replace))

    def asked_files(self) -> list[to.OpenFile]:
        """A file may be dropped here too."""
        return [self.asked] if isinstance(self.asked, to.OpenFile) else []

    def given(self, chosen: Chosen) -> None:
        """Take a file that was dropped."""
        self.give(chosen.path)

    def stays_on_terminal(self, path: str) -> bool:
        """Tell whether this is of a public computer's own disk."""
        return self.public and where.is_the_terminals(Path(path), plugged.keys_now())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among what can be pressed."""
        held, key = QApplication.focusWidget(), event.key()
        if key == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.context.navigator.leave_choosing()
        elif key == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            self.context.navigator.back()
        elif key in _STEPS and held is not None:
            self._step(held, _STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _step(self, held: QWidget, by: int) -> None:
        content = self.widget()
        stops = stops_in(content) if content is not None else []
        pressed = [one for one in stops if isinstance(one, QPushButton) and one.isEnabled()]
        at = stops.index(held) if held in stops else -1
        after = [one for one in pressed if stops.index(one) > at]
        before = [one for one in pressed if stops.index(one) < at]
        for goal in after[:1] if by > 0 else before[-1:]:
            goal.setFocus(Qt.FocusReason.TabFocusReason)

    def _places(self) -> list[Place]:
        found = where.places(public=self.public)
        return [one for one in found if one.path not in self._absent]

    def leave_out(self, absent: frozenset[str]) -> None:
        """Propose these no more: nothing is there."""
        self._absent, self.found = absent, [one for one in self.found if one.path not in absent]

    def _look_at_keys(self) -> None:
        now = self._places()
        if now != self.found and not self.left:
            before, self.found = self.found, now
            self.keys_changed(before)
