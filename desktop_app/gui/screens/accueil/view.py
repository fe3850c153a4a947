"""The first screen: what happens to you, in your words; what was begun; what comes this week."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent

from desktop_app.gui.context import Context
from desktop_app.gui.discretion import waits_to_be_asked
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.accueil.reading import MORE_DRAFTS, MOST_DRAFTS, welcome
from desktop_app.gui.starting import go_on, start, take_up
from desktop_app.gui.todays_date import answer, look_at_day
from desktop_app.pages import destinations as to
from desktop_app.pages import home as value
from desktop_app.pages.finding import said_so
from desktop_app.pages.gestures import TakeUp, Write
from desktop_app.pages.page import Answers, Chosen, Found, Gesture

if TYPE_CHECKING:
    from desktop_app.core.changes import Change
    from desktop_app.gui.writing import Writing

NOTHING = value.Welcome()
AFTER_PAINT_MS = 300
"""From the paint: on a slow computer more goes by before it. What is done then, loads."""


class Accueil(PageView):
    """Three plain choices, a search box, and what makes the program trustworthy.

    What it says is in ``pages/home.py``.
    """

    def __init__(self, context: Context, _asked: to.Home) -> None:
        super().__init__(context, value.heading())
        session = context.session
        safe = session.safe is not None
        self._waits = safe and waits_to_be_asked(context)
        self.fill(value.page(public=session.public, safe=safe, waits=self._waits))
        context.session.to_file = None
        context.session.received = None  # what is begun from here answers no letter shown before
        self._unseen = True
        if not self._waits:
            self._show_begun()
            self._read()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unseen:
            self._unseen = False
            QTimer.singleShot(AFTER_PAINT_MS, self, self._look_at_day)
            QTimer.singleShot(AFTER_PAINT_MS, self, self._take_letters)

    def look_for(self, _name: str, typed: str, _skip: int) -> Found:
        """Return the situations that are said in these words."""
        tools = self.context.tools
        return said_so(tools.catalogue, tools.law, typed)

    def perform(self, gesture: Gesture) -> None:
        """Begin what was found, take up what was begun, show what waits, or hear of the date."""
        match gesture:
            case Write(pack):
                start(self.context, self, pack)
            case value.GoOn(writing):
                go_on(self.context, cast("Writing", writing))
            case TakeUp():
                take_up(self.context, self, gesture)
            case Answers():
                answer(self.context, self, gesture)
            case Chosen(_, path):
                self.context.navigator.go(to.Received(path))
            case value.ShowOthers(skip):
                self._read(skip + MORE_DRAFTS, skip)
            case value.ShowBegun():
                self._waits = False
                self.focus_heading()
                self.live[value.ASKED].put(())
                self._show_begun()
                self._read()

    def shows(self, _changed: "Change") -> bool:
        """Tell of what is begun and of the dates of the safe, once they are shown."""
        return not self._waits and self.context.session.safe is not None

    def read_again(self) -> None:
        """Show what there is now."""
        self._read()

    def _read(self, most: int = MOST_DRAFTS, focus: int | None = None) -> None:
        safe, tools = self.context.session.safe, self.context.tools
        person, counted = self.context.session.person, self.context.session.doubt is None
        if safe is None:
            return
        today = tools.clock.today()

        def show(found: value.Welcome) -> None:
            self.live[value.WEEK].put(value.week(found))
            self._show_begun(found)
            if found.drafts or found.models or found.dates or found.moved:
                self.turned.emit()  # what stood under a hand has moved: it is not struck by mistake
            if focus is not None and (button := self.button_of(_taking_up(found, focus))):
                button.setFocus(Qt.FocusReason.OtherFocusReason)

        self.run(
            lambda: welcome(
                safe, tools.catalogue, tools.law, today, person, counted=counted, most=most
            ),
            show,
        )

    def _show_begun(self, found: value.Welcome = NOTHING) -> None:
        """Offer what was begun and is in no safe, as long as the program runs; then the safe's."""
        session = self.context.session
        named = not session.public and self.context.tools.mode != "association"
        memory = [one for one in session.begun() if not one.draft_id]
        told = [(one, value.interview_words(one.interview) if named else "") for one in memory]
        editor = session.editor() if session.safe is None and session.modelling() else None
        model = value.model_in_memory(editor) if editor else None
        begun = value.begun(value.in_memory(told), found, model)
        self.live[value.BEGUN].renew(begun)
        self.live[value.ELSE].put(
            value.something_else() if begun or found.dates or found.moved else ()
        )

    def asked_files(self) -> list[to.OpenFile]:
        """Take the letter received, wherever it is dropped."""
        from desktop_app.pages import wanted

        return [wanted.letter()]

    def _take_letters(self) -> None:
        """Have the letter be dropped or pasted here, once the page is seen."""
        from desktop_app.gui.pasting import Pastes

        self._take_drops()
        go = self.context.navigator.go
        self._pastes = Pastes(self, lambda data, name: go(to.Received(name, data)))

    def _look_at_day(self) -> None:
        if not self.left:
            look_at_day(self.context, self)


def _taking_up(found: value.Welcome, place: int) -> TakeUp:
    return TakeUp(found.drafts[place].id)
