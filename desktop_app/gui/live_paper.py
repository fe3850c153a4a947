"""Keeps a page in view up to date with what is being said: the last that was asked, one at a time.

It never stands before the saving (``Jobs.run_aside``: a thread of its own) and never waits for the
person: a slow computer shows its page later, and types as fast.
"""

import dataclasses
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.gui.context import Context

if TYPE_CHECKING:
    from desktop_app.core.documents.model import PrintedPicture
    from desktop_app.core.packs.resolve import AnyDefinition
    from desktop_app.workflow.documents.preview import Glimpse
    from desktop_app.workflow.safes.blanks import OwnBlank

LEAST_PAUSE_MS, MOST_PAUSE_MS = 20, 500


class LivePaper(QObject):
    """Makes glimpses of a draft; it ends with its parent.

    Args:
        show: is given each glimpse, on the window's thread.
        refused: is given why a page could not be made of the last draft.
        own: the PDF of the form over which the answers will be laid.
    """

    def __init__(
        self,
        parent: QObject,
        context: Context,
        definition: "AnyDefinition",
        show: Callable[["Glimpse"], None],
        refused: Callable[[BaseException], None],
        *,
        own: "OwnBlank | None" = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._definition = context, definition
        self._show, self._refused, self._own = show, refused, own
        self._wanted: tuple[Draft, PrintedPicture | None, str] | None = None
        self._made: tuple[Draft, PrintedPicture | None, str] | None = None
        self._otherwise: tuple[str, bool, bytes] = "", False, b""
        self._making = False
        self._began = self._last = 0.0
        self._took_ms = LEAST_PAUSE_MS
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._make)

    @property
    def at_rest(self) -> bool:
        """Whether the last draft was shown, or refused: nothing more comes of it."""
        return not self._making and not self._pause.isActive()

    def follow(
        self,
        draft: Draft,
        signature: "PrintedPicture | None" = None,
        question: str = "",
        *,
        at_once: bool = False,
    ) -> None:
        """Show this draft, signed so, as soon as there is time; what was asked before is forgotten.

        ``signature``: its image, on a letter; None when one will sign by hand. ``question``: the
        one of which a letter is to show where its answer goes. ``at_once``: it was not typed, and
        no key is awaited.
        """
        self._wanted = (draft, signature, question)
        if self._making:
            return
        if self._wanted == self._made:
            self._pause.stop()  # what was asked meanwhile was taken back
        elif self._made is None or at_once:
            self._pause.stop()
            self._make()
        else:
            self._wait()

    def _wait(self) -> None:
        """Make it after a rest as long as the last one took: on a slow computer keys come first.

        The time since the last key, or page, is part of it: what is typed after a while is shown at
        once, and nothing is made between keys that follow fast.
        """
        now = time.monotonic()
        left = self._took_ms - round((now - self._last) * 1000)
        self._last = now
        self._pause.start(min(max(left, LEAST_PAUSE_MS), MOST_PAUSE_MS))

    def _make(self) -> None:
        wanted, tools = self._wanted, self._context.tools
        if wanted is None or wanted == self._made:
            return
        definition, own, today = self._definition, self._own, tools.clock.today()
        draft, signature, question = self._made = wanted
        asked, answered = self._otherwise[:2], bool(draft.answers.get(question))
        known = self._otherwise[2] if asked == (question, answered) else None
        self._making = True
        self._began = time.monotonic()

        def work() -> "Glimpse":
            from desktop_app.workflow.documents import preview

            made = preview.glimpse(tools, definition, draft, today, signature=signature, own=own)
            if not question or not isinstance(definition, LetterDefinition):
                return made
            other = known
            if other is None:
                other = preview.otherwise(tools, definition, draft, today, question)
            self._otherwise = question, answered, other
            return dataclasses.replace(made, otherwise=other)

        self._context.jobs.run_aside(work, done=self._done, failed=self._failed)

    def _done(self, made: "Glimpse") -> None:
        self._show(made)
        self._ended()

    def _failed(self, problem: BaseException) -> None:
        self._refused(problem)
        self._ended()

    def _ended(self) -> None:
        self._making = False
        self._last = time.monotonic()
        self._took_ms = round((self._last - self._began) * 1000)
        if self._wanted != self._made:
            self._wait()
