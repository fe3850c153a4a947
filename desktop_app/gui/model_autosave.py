"""Keeps the model in the making in the open safe, a moment after each gesture. No decisions.

Without a safe nothing is written: closing the window asks first.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app import i18n
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.errors import not_saved, words_of

if TYPE_CHECKING:
    from desktop_app.gui.context import Context
    from desktop_app.gui.session import Work
    from desktop_app.workflow.packs.editing import EditedModel


def give_up(context: "Context") -> None:
    """Forget the model in hand, which is in no list any more."""
    session = context.session
    editing, safe, session.editing = session.editing, session.safe, None
    if editing is not None and safe is not None and editing.held.safe == safe.id:
        drop(context, editing.held.draft)


def drop(context: "Context", draft: str) -> None:
    """End the draft of a model that the person gives up."""
    safe = context.session.safe
    if safe is None:
        return
    today = context.tools.clock.today()

    def end() -> None:
        from desktop_app.workflow.packs import pack_drafts

        pack_drafts.finish(safe, draft, on=today)

    say = context.navigator.say_saved
    context.gestures.do(
        i18n.text("Modèle abandonné."), end, failed=lambda problem: say(words_of(problem))
    )


class ModelAutosave(QObject):
    """``rest`` after each gesture, ``typed`` at each letter.

    ``taken`` takes the words that are being typed, when the page is left; ``seen`` takes them for
    the safe alone, while they are typed on.
    """

    def __init__(
        self,
        context: "Context",
        editing: "EditedModel",
        parent: QObject,
        *,
        taken: Callable[[], object],
        seen: Callable[[], object],
        now: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        super().__init__(parent)
        self._context, self._editing, self._taken, self._seen = context, editing, taken, seen
        self._time = now
        self._typing = False
        self._autosave = Autosave(self, self.now)
        context.session.saver = self.last

    def rest(self) -> None:
        """Keep what was done, soon."""
        if self._context.session.safe is not None:
            self._autosave.touched()

    def typed(self) -> None:
        """Keep what is being typed, soon; until then nothing is said to be kept."""
        if self._context.session.safe is not None:
            self._typing = True
            self._context.navigator.show_saved(i18n.text("Enregistrement…"))
            self._autosave.touched()

    def now(self) -> None:
        """Keep it in the worker, and say so once the safe has returned."""
        aloud = not self._typing
        if self._typing:
            self._typing = False
            self._seen()
        write = self._work()
        if write is not None:
            kept = partial(self._kept, aloud)
            self._context.jobs.run(write, done=kept, failed=self._not_kept)

    def last(self) -> "Work | None":
        """Take what is half typed; return the work that keeps it, which also begins by itself.

        The screen may only be left: nobody runs what is returned then.
        """
        self._taken()
        self.now()
        return self._work()

    def _work(self) -> "Work | None":
        from desktop_app.workflow.packs.editing import keeping

        session, today = self._context.session, self._context.tools.clock.today()
        hand = session.editing if session.editing is self._editing else None
        return keeping(session.safe, hand, today)

    def _kept(self, aloud: bool, _none: object) -> None:
        held = self._editing.held.value
        if held is None or self._typing or held != self._editing.value:
            return
        now = self._time()
        words = i18n.text("Modèle pas fini, gardé dans le coffre à {hour} h {minute}")
        told = words.format(hour=now.hour, minute=f"{now.minute:02d}")
        navigator = self._context.navigator
        (navigator.say_saved if aloud else navigator.show_saved)(told)

    def _not_kept(self, problem: BaseException) -> None:
        self._context.navigator.say_saved(not_saved(problem))
