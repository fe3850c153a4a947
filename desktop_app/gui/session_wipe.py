"""The end of a session on a public terminal: nothing of one person is left for the next."""

import os

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.locking import close_dialogs
from desktop_app.gui.renewing import again
from desktop_app.pages import destinations as to
from desktop_app.settings import Settings

ENDED = "PAPIER_LIBRE_ENDED"  # tells the fresh process which page comes first


class SessionWipe(QObject):
    """Erases what the window holds: pages with their undo, answers, clipboard, look, language."""

    def __init__(self, app: QApplication, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._context = app, context
        self._language = i18n.current()
        app.aboutToQuit.connect(self.leave_nothing_to_paste)

    def end(self) -> None:
        """Forget everything, and show what was forgotten."""
        context = self._context
        close_dialogs(self._app)
        context.jobs.stop_long()
        context.session.close()
        empty_clipboard()
        i18n.use(self._language)
        fresh = Settings()
        context.look.set_theme(fresh.theme)
        context.look.set_zoom(fresh.zoom)
        context.settings.now = fresh  # last: the look's changes were noted there
        context.navigator.restart(to.EndSession(ended=True))
        context.navigator.speak()

    def leave_nothing_to_paste(self) -> None:
        """Empty the clipboard: the program ends."""
        empty_clipboard()


def empty_clipboard() -> None:
    """Leave nothing to paste, wherever it was copied: the terminal is the next person's."""
    clipboard = QApplication.clipboard()
    clipboard.clear(clipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(clipboard.Mode.Selection)


def begin_again() -> None:
    """Become a fresh process of the same program; returns only where the system refuses."""
    again({ENDED: "1"})


def has_just_ended() -> bool:
    """Tell, once, whether this process follows a session that ended."""
    return os.environ.pop(ENDED, "") == "1"
