"""A session of a public terminal by itself, in the real window: what the terminal's test starts.

It is told words on its input, writes them where a reader would (the box that seeks, the answers, a
letter, what is copied), ends the session, and becomes the process that comes after: that one says
what is on its page and what there is to paste, then waits to be looked through. It is not started
by the window, and nothing of it is there on a terminal at work.
"""

import contextlib
import dataclasses
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop_app.gui.session_wipe import ENDED
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow
    from desktop_app.workflow.tools import Tools

STEP_MS = 50
PATIENCE_S = 60.0
SETTLED_MS = 1500
"""After the fresh process has shown its page: what it loads then is loaded."""


def main(tools: "Tools") -> None:
    """Run the session, or be the process that follows it."""
    from desktop_app.gui import app

    after = ENDED in os.environ
    words = [] if after else json.loads(_line())
    begun = _tell if after else (lambda window: Trial(window, words).begin())
    sys.exit(app.run(tools, begun=begun))


def _line() -> bytes:
    """Read a line of the input, and no more: the process that follows has the rest."""
    read = b""
    while not read.endswith(b"\n") and (one := os.read(0, 1)):
        read += one
    return read


def _say(told: dict[str, object]) -> None:
    os.write(1, json.dumps(told).encode() + b"\n")


class Trial:
    """Goes from step to step, each once what it waits for is there."""

    def __init__(self, window: "MainWindow", words: list[str]) -> None:
        self._window, self._words = window, words
        self._steps = self._session()
        self._waits: Callable[[], object] = bool
        self._late = time.monotonic() + PATIENCE_S

    def begin(self) -> None:
        """Begin once the window is there."""
        self._waits = lambda: True
        self._go_on()

    def _go_on(self) -> None:
        if self._waits():
            self._waits = next(self._steps)
            self._late = time.monotonic() + PATIENCE_S
        elif time.monotonic() > self._late:
            _say({"stuck": type(self._window.place).__name__})
            os._exit(1)
        QTimer.singleShot(STEP_MS, self._window, self._go_on)

    def _session(self) -> Iterator[Callable[[], object]]:
        from desktop_app.core.answers.draft import Draft
        from desktop_app.gui.screens.document.view import DocumentScreen
        from desktop_app.gui.writing import Writing
        from desktop_app.workflow.interview.interview import Interview

        window, context = self._window, self._window.context
        first, last, typed, copied = self._words
        window.restart(to.Home())
        yield lambda: isinstance(window.place, to.Home)
        self._type(typed)
        tools = context.tools
        example = tools.demo.letter
        answers = MappingProxyType({**example.answers, "prenom": first, "nom": last})
        draft: Draft = dataclasses.replace(example, answers=answers)
        definition = tools.catalogue.letter(draft.pack)
        writing = Writing(
            Interview(definition, draft, tools.clock.today()),
            runner=context.jobs,
            bar=window,
            holder=context.session,
        )
        context.session.take(writing)
        for step in (to.AllQuestions(writing), to.Check(writing)):
            window.go(step)
            yield lambda: context.jobs.idle
        window.go(to.Letter(draft, writing=writing))
        yield lambda: isinstance(page := window.page(), DocumentScreen) and page.hand.made
        page = window.page()
        assert isinstance(page, DocumentScreen)
        made = page.hand.made
        assert made is not None
        window.go(to.Print(made, draft, writing=writing))
        yield lambda: context.jobs.idle
        QApplication.clipboard().setText(copied)
        looked = threading.Event()

        def hear() -> None:
            _line()
            looked.set()

        threading.Thread(target=hear, daemon=True).start()
        _say({"written": True})
        yield looked.is_set
        window.go(to.EndSession())
        yield lambda: isinstance(window.place, to.EndSession)
        window.end_session()
        yield lambda: False

    def _type(self, words: str) -> None:
        page = self._window.page()
        assert page is not None
        lines = [one for one in page.findChildren(QLineEdit) if one.isVisible()]
        for one in lines[:1]:
            one.setFocus()
            for sign in words:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                    QCoreApplication.sendEvent(one, event)


def _tell(window: "MainWindow") -> None:
    """Say what is shown, and what there is to paste; end once the input does."""

    def tell() -> None:
        page = window.page()
        assert page is not None
        clipboard = QApplication.clipboard()
        paste = [clipboard.text()]
        if clipboard.supportsSelection():
            paste.append(clipboard.text(clipboard.Mode.Selection))
        said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
        told = {"ended": True, "paste": paste, "said": page.heading.text(), "words": said}
        _say(told)
        threading.Thread(target=_wait, daemon=True).start()

    QTimer.singleShot(SETTLED_MS, window, tell)


def _wait() -> None:
    with contextlib.suppress(OSError):
        os.read(0, 1)
    os._exit(0)
