"""The page that asks for a file stays as it is while one looks for it: what is typed there too."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.gui.session import Session, Work
from desktop_app.gui.widgets.leaving import can_hold
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to


class Asker:
    """Holds one page, by the place of the trail that it shows."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._place: to.Destination | None = None
        self._page: Page | None = None
        self._saver: Callable[[], Work | None] | None = None
        self._focus: QWidget | None = None
        self._undoable: object = None

    def hold(self, place: to.Destination, page: Page | None, focus: QWidget | None) -> None:
        """Keep this page, unless it is itself of files: the one that asked is kept already."""
        if not isinstance(place, to.Choosing):
            self._place, self._page, self._focus = place, page, focus
            self._saver, self._undoable = self._session.saver, self._session.undoable

    def forget(self) -> None:
        """Keep no page: it is made anew when one returns to it."""
        self._place, self._page, self._saver, self._focus = None, None, None, None

    def forget_but(self, trail: Sequence[to.Destination]) -> None:
        """Keep no page to which no way leads back."""
        if not any(one is self._place for one in trail):
            self.forget()

    def holds(self, page: QWidget | None) -> bool:
        """Tell whether this page is kept."""
        return page is not None and page is self._page

    def back_at(self, place: to.Destination) -> Page | None:
        """Return the page kept for this place, which is shown again; None without one.

        What was done or undone in the safe meanwhile may be what it shows: it is made anew.
        """
        if self._undoable is not self._session.undoable:
            self.forget()
        if place is not self._place or self._page is None:
            return None
        page, self._session.saver = self._page, self._saver
        self._page = None
        return page

    def begin(self, page: Page) -> None:
        """Go back to where one was on a page that is shown again."""
        held = self._focus
        self.forget()
        if can_hold(held) and page.isAncestorOf(held):
            held.setFocus()
        else:
            page.focus_heading()
