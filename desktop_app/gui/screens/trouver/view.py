"""Finding one's case: one choice a page, or one's own words."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.starting import write
from desktop_app.pages import destinations as to
from desktop_app.pages import find
from desktop_app.pages.finding import Offer, heading, offers, said_so
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Found, Gesture, Page


class Trouver(PageView):
    """Opened with what the person said on the first page, then with who wrote, then with what.

    What it says is in ``pages/find.py``.
    """

    def __init__(self, context: Context, asked: to.Find) -> None:
        self._asked, self._shown = asked, ""
        super().__init__(context, heading(asked.kind, asked.family, asked.situation))
        self.run(lambda: self._read(asked), self.show_page)

    def _read(self, asked: to.Find) -> Page:
        catalogue, safe = self.context.tools.catalogue, self.context.session.safe
        found = offers(catalogue, asked.kind, asked.family, asked.situation)
        if safe is None or asked.kind != "formulaire":
            return find.page(asked, found)
        from desktop_app.workflow.safes.blanks import of_everybody

        return find.page(asked, found, of_everybody(safe))

    def look_for(self, _name: str, typed: str, _skip: int) -> Found:
        """Return the situations that are said in these words."""
        tools = self.context.tools
        return said_so(tools.catalogue, tools.law, typed)

    def perform(self, gesture: Gesture) -> None:
        """Begin the letter or the form chosen; or show the cases of a situation, and no other's."""
        match gesture:
            case Write():
                write(self.context, self, gesture)
            case find.ShowCases(situation):
                self._show_cases(replace(self._asked, situation=situation))

    def _show_cases(self, asked: to.Find) -> None:
        catalogue = self.context.tools.catalogue

        def show(found: Sequence[Offer]) -> None:
            if self._shown:
                self.live[find.place_of(self._shown)].put(())
            self._shown = "" if self._shown == asked.situation else asked.situation
            if self._shown:
                said = heading(asked.kind, asked.family, asked.situation)
                place = find.place_of(self._shown)
                self.tell(place, find.cases(asked, found), said)
                self.live[place].begin()

        self.run(lambda: offers(catalogue, asked.kind, asked.family, asked.situation), show)
