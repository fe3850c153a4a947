"""Before the sheet: the draft of the safe is taken up, or the form begun, in the worker."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.bureau.sheet import OfficeSheet
from desktop_app.gui.starting import start, take_up
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import TakeUp
from desktop_app.pages.page import Page as Told
from desktop_app.pages.page import Text


def sheet_page(context: Context, asked: to.OfficeSheet) -> Page:
    """Return the sheet, or the page that opens it."""
    if asked.writing is not None:
        return OfficeSheet(context, asked)
    return OpeningSheet(context, asked)


class OpeningSheet(PageView):
    """Opens the sheet in its own place, so that one does not come back here."""

    def __init__(self, context: Context, asked: to.OfficeSheet) -> None:
        super().__init__(context, i18n.text("Feuille de bureau"))
        words = i18n.text("Les questions se préparent…")
        self.fill(Told(i18n.text("Feuille de bureau"), (Text(words),), (back(),), (words,)))
        if asked.draft:
            take_up(context, self, TakeUp(asked.draft), way=to.OfficeSheet, instead=True)
        elif asked.pack:
            start(context, self, asked.pack, way=to.OfficeSheet, instead=True)
