"""What the bar says of saving: shown at once, heard once, and told by the page when it failed."""

from PySide6.QtCore import QObject, QTimer

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.bar import Bar
from desktop_app.gui.errors import NotSaved
from desktop_app.gui.notices import Notices
from desktop_app.gui.session import Session


class SavedLine(QObject):
    """``heard`` is what was said aloud last."""

    def __init__(self, bar: Bar, session: Session, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._session, self._notices = bar, session, notices
        self.heard, self._failed, self._shown, self._words = "", "", "", ""
        session.changed.connect(self.again)

    def show(self, words: str) -> None:
        """Say it to the eye alone; and with it that nothing but this computer opens the safe."""
        self._shown = words
        self._words = ". ".join(filter(None, (self._only_here(), words)))
        failed = isinstance(words, NotSaved)
        self._bar.saved.play("error" if failed else "hint")
        told = i18n.text("Pas encore enregistré") if failed else self._words
        self._bar.say(self._bar.saved, told)
        if failed:
            # One line has no room for why: the page says it, once, until something is saved.
            if not self._failed:
                self._notices.tell(words, bool)
            self._failed = words
        elif words != i18n.text("Enregistrement…"):
            self._failed = ""
            self._notices.forget_not_saved()

    def _only_here(self) -> str:
        if not self._session.only_here:
            return ""
        from desktop_app.pages.keeping import only_here  # nothing of it before the first paint

        return only_here()

    def again(self) -> None:
        """Say the same, of the safe as it is opened now."""
        if not isinstance(self._shown, NotSaved):
            self.show(self._shown)

    def hear(self) -> None:
        """Say aloud too what is shown."""
        # Once the page in view is: what is said before a new page is cut by its heading. And once:
        # heard at every question, "saved" would hide the question.
        QTimer.singleShot(0, self, self._announce)

    def _announce(self) -> None:
        words = self._words
        again = words == self.heard and self._session.saver is not None
        if words and not again and self._shown != i18n.text("Enregistrement…"):
            announce(self._bar.saved, words)
            self.heard = words
