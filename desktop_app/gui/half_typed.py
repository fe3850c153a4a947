"""Keeps what is being typed on a page that is no interview, and puts it back when one returns.

With a safe, in it, within a second; without one, in memory as long as the program runs.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.errors import not_saved
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.widgets.line import LineField

if TYPE_CHECKING:
    from desktop_app.gui.context import Context
    from desktop_app.gui.session import Work
    from desktop_app.gui.widgets.answers.ask import AskView

_Field = tuple[Callable[[], Typed], Callable[[Typed], object]]


class HalfTyped(QObject):
    """``watch`` each field, then ``put_back``; what notes it goes through ``noted_by``.

    Args:
        key: which page, and about what: the same words bring the same fields back.
        dossier: the one that it is about, if any.
        told: is called after something was put back.
    """

    def __init__(
        self,
        context: "Context",
        parent: QObject,
        key: str,
        *,
        dossier: str = "",
        told: Callable[[], object] = bool,
        now: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        super().__init__(parent)
        self._context, self._key, self._dossier = context, key, dossier
        self._told, self._time = told, now
        self._fields: dict[str, _Field] = {}
        self._touched: set[str] = set()
        self._unsaved: dict[str, Typed] = {}
        self._over = False
        self._autosave = Autosave(self, self._keep)
        context.session.saver = self._last

    def watch(self, name: str, field: LineField | AnswerWidget) -> None:
        """Keep what is typed or chosen there under this name."""
        if isinstance(field, LineField):
            line = field
            self.watch_value(name, line.text, lambda typed: line.edit.setText(str(typed)))
            line.edit.textEdited.connect(lambda _text: self.touched(name))
        else:
            self.watch_value(name, field.answer, field.put)
            field.changed.connect(lambda: self.touched(name))

    def keep(self, ask: "AskView") -> None:
        """Keep all that is typed in a group of questions; put back what was typed there before."""
        for name in ask.typed():
            self.watch(name, ask.answer(name))
        self.put_back()

    def watch_value(
        self, name: str, value: Callable[[], Typed], put: Callable[[Typed], object]
    ) -> None:
        """Keep what this returns, once the page says that it is ``touched``."""
        self._fields[name] = (value, put)

    def touched(self, name: str) -> None:
        """Something was typed in this field."""
        self._over = False
        self._touched.add(name)
        if self._context.session.safe is not None:
            self._context.navigator.show_saved(i18n.text("Enregistrement…"))
        self._autosave.touched()

    def put_back(self) -> None:
        """Put back what was typed here before, where nothing is typed yet."""
        safe, key = self._context.session.safe, self._key
        self._put(self._context.session.half_typed.get(key, {}))
        if safe is None:
            return

        def read() -> Mapping[str, Typed]:
            from desktop_app.workflow.interview import half_typed

            return half_typed.read(safe, key)

        self._context.jobs.run(read, done=self._put, failed=lambda _unread: None)

    def noted_by(self, note: "Work") -> "Work":
        """Return the work that notes it, then takes it out of the safe.

        ``go_on`` when it could not be noted.
        """
        self._autosave.stop()
        self._take()
        self._over = True
        self._context.navigator.show_saved("")  # it was told that nothing is noted yet
        session, key = self._context.session, self._key
        self._unsaved = dict(session.half_typed.pop(key, {}))
        safe = session.safe

        def work() -> None:
            from desktop_app.workflow.interview import half_typed

            note()
            if safe is not None:
                half_typed.forget(safe, key)

        return work

    def go_on(self) -> None:
        """It was not noted: what is typed is kept as before."""
        self._over = False
        self._context.session.half_typed[self._key] = dict(self._unsaved)
        self._keep()

    def not_noted(self, say: Callable[[BaseException], object]) -> Callable[[BaseException], None]:
        """Return what says why it was not noted, and keeps what is typed as before."""

        def refused(problem: BaseException) -> None:
            self.go_on()
            say(problem)

        return refused

    def now(self) -> None:
        """Keep at once what was typed: the page is filled anew."""
        self._autosave.now()

    def _put(self, typed: Mapping[str, Typed]) -> None:
        back = [name for name in typed if name in self._fields and name not in self._touched]
        for name in back:
            self._fields[name][1](typed[name])
        if back:
            self._told()

    def _take(self) -> None:
        """Read what is in the fields that were touched; those of the memory go with them."""
        if self._touched:
            said = {name: self._fields[name][0]() for name in self._touched}
            self._unsaved.update(said)
            held = self._context.session.half_typed.setdefault(self._key, {})
            held.update(said)
            self._touched.clear()

    def _keep(self) -> None:
        self._take()
        if (write := self._work()) is not None:
            self._context.jobs.run(write, done=self._kept, failed=self._not_kept)

    def _work(self) -> "Work | None":
        safe = self._context.session.safe
        if safe is None or safe.read_only or self._over or not self._unsaved:
            return None
        typed, on = dict(self._unsaved), self._context.tools.clock.today()
        key, dossier = self._key, self._dossier

        def write() -> dict[str, Typed]:
            from desktop_app.workflow.interview import half_typed

            half_typed.keep(safe, key, typed, on=on, dossier=dossier)
            return typed

        return write

    def _last(self) -> "Work | None":
        """The page is left, or the safe locks: the first does not run what is returned."""
        self._keep()
        return self._work()

    def _kept(self, typed: object) -> None:
        assert isinstance(typed, dict)
        still = {name: said for name, said in self._unsaved.items() if typed.get(name) != said}
        self._unsaved = still
        if still or self._touched or self._over:
            return
        now = self._time()
        words = i18n.text("Pas encore noté. Gardé dans le coffre à {hour} h {minute}")
        told = words.format(hour=now.hour, minute=f"{now.minute:02d}")
        self._context.navigator.show_saved(told)

    def _not_kept(self, problem: BaseException) -> None:
        self._context.navigator.say_saved(not_saved(problem))
