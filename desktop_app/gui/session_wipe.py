"""The end of a session on a public terminal: nothing of one person is left for the next."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.gui.context import Context
from desktop_app.gui.locking import close_dialogs
from desktop_app.gui.renewing import again
from desktop_app.pages import destinations as to
from desktop_app.settings import Settings

if TYPE_CHECKING:
    from desktop_app.core.forgotten import Forgotten

ENDED = "PAPIER_LIBRE_ENDED"  # tells the fresh process what was erased, and in which language
CARRIED_S = 2.0
"""How long the pieces of a copy that is under way may take to be erased from their stick."""


@record(frozen=True)
class Ended:
    """What the process before says of the session that it ended: counts, and a language."""

    language: str
    forgotten: "Forgotten"

    def page(self) -> to.EndSession:
        """Return the page that says it."""
        return to.EndSession(ended=True, forgotten=self.forgotten)


class SessionWipe(QObject):
    """Erases what the window holds: pages with their undo, answers, clipboard, look, language."""

    def __init__(self, app: QApplication, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._context = app, context
        self.ended: Ended | None = None
        app.aboutToQuit.connect(self.leave_nothing_to_paste)

    def end(self) -> None:
        """Forget everything, and show what was forgotten, in the language one worked in."""
        context = self._context
        ended = self.ended = Ended(i18n.current(), forgotten_now(context))
        close_dialogs(self._app)
        context.jobs.stop_long()
        context.session.close()
        empty_clipboard()
        fresh = Settings()
        context.look.set_theme(fresh.theme)
        context.look.set_zoom(fresh.zoom)
        context.settings.now = fresh  # last: the look's changes were noted there
        context.navigator.restart(ended.page())
        context.navigator.speak()

    def leave_nothing_to_paste(self) -> None:
        """Empty the clipboard: the program ends."""
        empty_clipboard()

    def begin_again(self) -> None:
        """Become a fresh process of the same program; returns only where the system refuses."""
        begin_again(self.ended)


def forgotten_now(context: Context) -> "Forgotten":
    """Count what is about to be erased."""
    from desktop_app.core.forgotten import Forgotten

    session = context.session
    held = [one for one in (session.writing, *session.aside) if one is not None]
    there = QApplication.clipboard().mimeData()
    return Forgotten(
        answers=sum(len(one.interview.draft.answers) for one in held),
        pages=session.seen.pages,
        previews=session.seen.previews,
        files=session.seen.files,
        clipboard=there is not None and bool(there.formats()),
        printed=session.seen.printed,
        copied=session.copies_out,
    )


def empty_clipboard() -> None:
    """Leave nothing to paste, wherever it was copied: the terminal is the next person's."""
    clipboard = QApplication.clipboard()
    clipboard.clear(clipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(clipboard.Mode.Selection)


def begin_again(ended: Ended | None) -> None:
    """Become a fresh process of the same program; returns only where the system refuses."""
    import json

    from desktop_app import carrying

    carrying.wait_until_done(CARRIED_S)
    language = ended.language if ended is not None else i18n.SOURCE_LANGUAGE
    told = ended.forgotten.told() if ended is not None else {}
    again({ENDED: json.dumps({"language": language, "forgotten": told})})


def has_just_ended() -> Ended | None:
    """Return, once, what the session before this process erased; None where none came before."""
    told = os.environ.pop(ENDED, "")
    if not told:
        return None
    import json

    from desktop_app.core.forgotten import forgotten_of

    try:
        found = json.loads(told)
        return Ended(str(found["language"]), forgotten_of(found["forgotten"]))
    except (ValueError, TypeError, KeyError):
        return Ended(i18n.SOURCE_LANGUAGE, forgotten_of(None))
