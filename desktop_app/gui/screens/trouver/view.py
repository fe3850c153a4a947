"""Finding one's case: one choice a page, or one's own words."""

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.starting import write
from desktop_app.pages import destinations as to
from desktop_app.pages import find
from desktop_app.pages.finding import heading, offers, said_so
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Found, Gesture, Page


class Trouver(PageView):
    """Opened with what the person said on the first page, then with who wrote, then with what.

    What it says is in ``pages/find.py``.
    """

    def __init__(self, context: Context, asked: to.Find) -> None:
        super().__init__(context, heading(asked.kind, asked.family, asked.situation))
        self.run(lambda: self._read(asked), self.show_page)

    def _read(self, asked: to.Find) -> Page:
        catalogue = self.context.tools.catalogue
        return find.page(asked, offers(catalogue, asked.kind, asked.family, asked.situation))

    def look_for(self, _name: str, typed: str, _skip: int) -> Found:
        """Return the situations that are said in these words."""
        tools = self.context.tools
        return said_so(tools.catalogue, tools.law, typed)

    def perform(self, gesture: Gesture) -> None:
        """Begin the letter or the form chosen."""
        assert isinstance(gesture, Write)
        write(self.context, self, gesture)
