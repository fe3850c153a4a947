"""Before the sheet: which paper is chosen, its draft taken up or the paper begun, in the worker."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.bureau.sheet import OfficeSheet
from desktop_app.gui.starting import start, take_up
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.pages import office_choose as choose
from desktop_app.pages.finding import said_so
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import TakeUp, Write
from desktop_app.pages.page import Found, Gesture, Text
from desktop_app.pages.page import Page as Told
from desktop_app.workflow.interview import saving


def sheet_page(context: Context, asked: to.OfficeSheet) -> Page:
    """Return the sheet, the page that opens it, or the one that asks which."""
    if asked.writing is not None:
        return OfficeSheet(context, asked)
    return OpeningSheet(context, asked) if asked.draft or asked.pack else ChooseSheet(context)


class OpeningSheet(PageView):
    """Opens the sheet in its own place, so that one does not come back here."""

    def __init__(self, context: Context, asked: to.OfficeSheet) -> None:
        super().__init__(context, i18n.text("Feuille de bureau"))
        words = i18n.text("Les questions se préparent…")
        self.fill(Told(i18n.text("Feuille de bureau"), (Text(words),), (back(),), (words,)))
        if asked.draft:
            take_up(context, self, TakeUp(asked.draft), way=to.OfficeSheet, instead=True)
        else:
            start(context, self, asked.pack, way=to.OfficeSheet, instead=True)


class ChooseSheet(PageView):
    """What it says is in ``pages/office_choose.py``."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, i18n.text("Feuille de bureau"))
        self.fill(choose.page())
        session, tools = context.session, context.tools
        safe, person, today = session.safe, session.person, tools.clock.today()
        if safe is not None and person:
            self.run(
                lambda: saving.unfinished(
                    safe, tools.catalogue, today, person=person, most=choose.MOST
                )[0],
                lambda found: self.live[choose.BEGUN].put(choose.begun(found)),
            )

    def look_for(self, _name: str, typed: str, _skip: int) -> Found:
        """Return the papers that are said in these words."""
        tools = self.context.tools
        return said_so(tools.catalogue, tools.law, typed)

    def perform(self, gesture: Gesture) -> None:
        """Open the sheet of what was chosen."""
        match gesture:
            case Write(pack):
                start(self.context, self, pack, way=to.OfficeSheet)
            case TakeUp():
                take_up(self.context, self, gesture, way=to.OfficeSheet)
            case _:
                super().perform(gesture)
