"""A safe that somebody else writes: who, on every page; what she saved since; writing after her.

Nothing is asked of the disk on the window's thread. Where she ends, one writes by itself, unless
something is being typed: then a button does it, and what is typed stays.
"""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app import i18n
from desktop_app.core.errors import AppError, Notice
from desktop_app.core.record import record
from desktop_app.core.writer import Writer
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.sentences import writer_words

if TYPE_CHECKING:
    from desktop_app.workflow.store import Safe

ASKED_EVERY_MS = 3_000


class Window(Protocol):
    """What shows one page at a time, or hides it."""

    @property
    def covered(self) -> bool: ...
    def page(self) -> Page | None: ...
    def show_anew(self) -> None: ...


@record(frozen=True)
class State:
    """What the disk says now of who writes."""

    writer: Writer
    ended: bool = False
    saved: bool = False
    moved: bool = False


class Card(QFrame):
    """What stands on top of each page while one only reads; ``ways``: words, and what they do."""

    def __init__(
        self, look: Look, told: str, ways: tuple[tuple[str, Callable[[], object]], ...]
    ) -> None:
        super().__init__()
        self.setProperty("role", "asks")
        self.told = told
        column = QVBoxLayout(self)
        margin = look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.space(1))
        column.addWidget(Words(look, i18n.text("À lire seulement"), "subheading"))
        self.words = Words(look, told)
        self.words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(self.words)
        line = QHBoxLayout()
        for words, act in ways:
            line.addWidget(Button(look, words, act))
        line.addStretch(1)
        column.addLayout(line)


class BesideWriter(QObject):
    """Looks after a safe that is only read here, until it is written here or closed."""

    def __init__(self, context: Context, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._window = context, window
        self._state: State | None = None
        self._read_at = self._now()
        self._asking = self._taking = False
        self._timer = QTimer(self, interval=ASKED_EVERY_MS)
        self._timer.timeout.connect(self.ask)

    def follow(self) -> None:
        """Begin with the safe that was opened, or end with the one that was closed."""
        if self._safe is None:
            self._timer.stop()
            self._state = None
        elif not self._timer.isActive():
            self._read_at = self._now()
            self._timer.start()
            self.ask()
        self.put()

    def ask(self) -> None:
        """Ask the disk, in the worker."""
        if (safe := self._safe) is None or self._asking or self._taking:
            return
        self._asking = True
        self._context.jobs.run(
            lambda: _state(safe), done=lambda found: self._know(safe, found), failed=self._unknown
        )

    def put(self) -> None:
        """Say it on the page in view, in the place of what was said there."""
        page = self._window.page()
        if page is None:
            return
        if self._safe is None or self._state is None:
            page.put_standing(None)
            return
        told, ways = self._told(self._state)
        if isinstance(page.standing, Card) and page.standing.told == told:
            return
        card = Card(self._context.look, told, ways)
        page.put_standing(card)
        if not self._window.covered:
            announce(card.words, told, urgent=False)

    @property
    def _safe(self) -> "Safe | None":
        safe = self._context.session.safe
        return safe if safe is not None and safe.beside is not None else None

    def _know(self, safe: "Safe", state: State) -> None:
        self._asking = False
        if safe is not self._safe:
            return
        self._state = state
        if state.ended and not state.moved and not self._typing():
            self.take_over()
        self.put()

    def _unknown(self, _problem: BaseException) -> None:
        self._asking = False  # a medium that does not answer: the next page says it

    def _typing(self) -> bool:
        session = self._context.session
        typed = any(session.half_typed.values())
        return typed or session.answered() or session.modelling()

    def _told(self, state: State) -> tuple[str, tuple[tuple[str, Callable[[], object]], ...]]:
        if state.moved:
            told = i18n.text("Ce coffre a été refait ailleurs. Rouvrez-le pour en lire la suite.")
            return told, ((i18n.text("Rouvrir"), self._lock),)
        said = [
            writer_words.has_ended(state.writer)
            if state.ended
            else writer_words.who_writes(state.writer, self._now()),
            *(() if state.ended else (writer_words.only_read(),)),
        ]
        ways: list[tuple[str, Callable[[], object]]] = []
        if state.saved:
            said.append(writer_words.saved_since(state.writer, self._read_at))
            ways.append((i18n.text("Relire"), self._read_again))
        if state.ended:
            ways.append((i18n.text("Écrire maintenant"), self.take_over))
        elif state.writer.gone:
            said.append(
                i18n.text("S’il ne sert vraiment nulle part, vous pouvez écrire quand même.")
            )
            ways.append((i18n.text("Écrire quand même"), lambda: self.take_over(anyway=True)))
        return " ".join(said), tuple(ways)

    def _lock(self) -> None:
        self._context.navigator.lock_now()

    def _read_again(self) -> None:
        """Show the page as the safe is now; what is typed on it stays."""
        if (safe := self._safe) is None or safe.beside is None:
            return
        beside = safe.beside
        self._context.jobs.run(beside.seen, done=lambda _: self._fresh(), failed=self._refused)

    def _fresh(self) -> None:
        self._read_at = self._now()
        if self._state is not None:
            self._state = State(self._state.writer, self._state.ended)
        self._window.show_anew()

    def take_over(self, *, anyway: bool = False) -> None:
        """Write from now on, the phrase not being typed again."""
        if (safe := self._safe) is None or self._taking:
            return
        self._taking = True
        tools, notices = self._context.tools, list[Notice]()

        def work() -> "Safe":
            return tools.safes.take_over(
                safe,  # type: ignore[arg-type]
                on=tools.clock.today(),
                from_elsewhere=anyway,
                tell=notices.append,
            )

        self._context.jobs.run(
            work,
            done=lambda written: self._taken(written, notices),
            failed=self._refused,
            unwanted=lambda written: written.close(),
        )

    def _taken(self, written: "Safe", notices: list[Notice]) -> None:
        from desktop_app.gui.screens.coffre.day_backup import make_day_backup, tell_of_safe

        self._taking, self._state = False, None
        self._timer.stop()
        context = self._context
        context.session.go_on_in(written)
        self._window.show_anew()
        self.put()
        context.navigator.say_saved(writer_words.now_written_here())
        for notice in notices:
            tell_of_safe(context, written, notice)
        make_day_backup(context, written)

    def _refused(self, problem: BaseException) -> None:
        self._taking = False
        code = problem.code if isinstance(problem, AppError) else ""
        if code == "wrong-passphrase":  # its keys were changed meanwhile: the phrase is asked
            self._context.navigator.tell(
                i18n.text("Ce coffre a été refait ailleurs. Rouvrez-le pour en lire la suite.")
            )
        elif code not in ("already-open", "safe-locked-elsewhere"):  # somebody was quicker
            self._context.navigator.tell(words_of(problem))
        self.ask()

    def _now(self) -> dt.datetime:
        return dt.datetime.now().astimezone()


def _state(safe: "Safe") -> State:
    beside = safe.beside
    assert beside is not None
    return State(beside.writer(), beside.has_ended(), beside.was_saved(), beside.moved())
