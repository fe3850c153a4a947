"""A new person: who is here already is shown before she is added twice; then she is chosen."""

from collections.abc import Mapping
from typing import Any

from desktop_app import i18n
from desktop_app.core.changes import Change
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.for_whom import go_on
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import done, no_safe_yet
from desktop_app.pages import new_person as value
from desktop_app.pages.page import Answers, Gesture
from desktop_app.workflow.people import adding, searching
from desktop_app.workflow.people.alike import Alike
from desktop_app.workflow.people.people import Listed
from desktop_app.workflow.store import Safe

_Like = tuple[tuple[Alike, Listed], ...]


class NewPersonScreen(PageView):
    """What it says is in ``pages/new_person.py``."""

    def __init__(self, context: Context, asked: to.NewPerson) -> None:
        super().__init__(context, value.heading())
        self._name, self._known = "", dict[str, str]()
        self._waited = asked.first
        if context.session.safe is None:
            words = i18n.text("Sans coffre, aucune personne n’est gardée.")
            self.fill(no_safe_yet.nothing_kept(value.heading(), words, ""))
            return
        self._safe: Safe = context.session.safe
        self.fill(value.page(asked.typed))
        self._half = HalfTyped(context, self, "nouvelle-personne")
        self._half.keep(self.asks[value.NEW])

    def shows(self, changed: Change) -> bool:
        """Tell of nothing: what one types here is nobody's yet."""
        return False

    def perform(self, gesture: Gesture) -> None:
        """Look for who is here already, then add her, or choose who she is."""
        match gesture:
            case Answers(_, values):
                self._look(values)
            case value.SomebodyElse():
                self._add()
            case value.ItIsHer(person):
                self._choose(person)

    def _look(self, values: Mapping[str, Any]) -> None:
        safe, on = self._safe, self.context.tools.clock.today()
        self._name = values[value.NAME]
        self._known = adding.known(values.get(value.BORN), values.get(value.PHONE, ""), on=on)
        office = self.context.tools.mode == "association"

        def look() -> _Like:
            if office:
                searching.begin_office(safe)
            return adding.may_be(safe, self._name, self._known)

        self.run(look, self._show_like)

    def _show_like(self, found: _Like) -> None:
        place = self.live[value.LIKE]
        place.put(value.like(found))
        if not found:
            self._add()
            return
        announce(place, value.asks(), urgent=True)
        if (first := self.button_of(value.ItIsHer(found[0][1].id))) is not None:
            first.setFocus()

    def _add(self) -> None:
        safe, name, said, on = self._safe, self._name, self._known, self.context.tools.clock.today()
        added: list[str] = []
        work = self._half.noted_by(lambda: added.append(adding.add(safe, name, said, on=on)))
        self.context.gestures.do(
            done.person_added(),
            work,
            done=lambda _none: self._write_for(added[0], name),
            failed=self._half.not_noted(self.say_problem),
        )

    def _choose(self, person: str) -> None:
        safe, said, on = self._safe, self._known, self.context.tools.clock.today()

        def work() -> None:
            adding.complete(safe, person, said, on=on)

        self.context.gestures.do(
            value.completed(),
            self._half.noted_by(work),
            done=lambda _none: self._read_name(person),
            failed=self._half.not_noted(self.say_problem),
        )

    def _read_name(self, person: str) -> None:
        safe = self._safe
        self.run(lambda: safe.people.one(person).name, lambda name: self._write_for(person, name))

    def _write_for(self, person: str, name: str) -> None:
        """Write for her from now on: she who was just received is the one one works for."""
        self.context.session.write_for(person, name)
        if self._waited:
            go_on(self.context, self)
        else:
            self.context.navigator.go(to.Situations())
