"""Mes documents: the dossiers, and a search that answers while one types."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import waits_to_be_asked
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import documents as page
from desktop_app.pages.page import Found, Page
from desktop_app.workflow.safes.listing import Listing


class Documents(PageView):
    """Dossiers first; what is typed in the box looks into the words of every document.

    Opened with whose they are: those of the person written for when none is named, unless
    ``everyone``. What it says is in ``pages/documents.py``.
    """

    def __init__(self, context: Context, asked: to.Documents) -> None:
        super().__init__(context, i18n.text("Mes documents"))
        session, safe = context.session, context.session.safe
        self._person = asked.person or ("" if asked.everyone else session.person)
        if safe is None:
            self.fill(page.without_safe())
            return
        self._listing = Listing(safe, self._person)
        self._waits = waits_to_be_asked(context) and not (self._person or asked.everyone)
        self.run(self._read, self.fill)

    def look_for(self, _name: str, typed: str, skip: int) -> Found:
        """Return what has every word typed, or all there is."""
        whose = bool(self._person)
        if not typed.strip():
            return page.everything(self._listing.everything(skip), whose=whose)
        return page.found(self._listing.search(typed, skip), whose=whose)

    def _read(self) -> Page:
        found = page.waiting() if self._waits else self.look_for(page.SEARCH, "", 0)
        name = self._listing.whose() if self._person else ""
        return page.documents(found, name, whose=bool(self._person))
