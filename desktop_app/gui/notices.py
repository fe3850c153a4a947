"""What must be read: at the top of every page, one notice at a time, until "Vu" is pressed."""

from collections.abc import Callable

from desktop_app.core.record import record
from desktop_app.gui.accessible import announce
from desktop_app.gui.errors import NotSaved
from desktop_app.gui.look.look import Look
from desktop_app.gui.session import Session
from desktop_app.gui.widgets.notice import NoticeCard
from desktop_app.gui.widgets.page import Page


@record(frozen=True)
class _Unread:
    """A notice; ``read`` is called by "Vu"; ``safe`` is the one that it is about, if any."""

    words: str
    read: Callable[[], object]
    safe: object


class Notices:
    """In the order in which they came; each new page is given the first by ``put``.

    Args:
        page: returns the page in view.
        covered: whether nothing of it is seen now.
    """

    def __init__(
        self,
        look: Look,
        session: Session,
        page: Callable[[], Page | None],
        covered: Callable[[], bool],
    ) -> None:
        self._look, self._session = look, session
        self._page, self._covered = page, covered
        self._unread: list[_Unread] = []
        self._spoken = ""

    def tell(self, words: str, read: Callable[[], object]) -> None:
        """Have this read, after what came before it; ``read`` is called by "Vu"."""
        if words not in (one.words for one in self._unread):
            self._unread.append(_Unread(words, read, self._session.safe))
        page = self._page()
        new = self.put()
        if not new or page is None or self._covered():
            return
        if page.heading.hasFocus():
            page.focus_notice()  # nothing is begun: large letters would hide it above
        elif isinstance(card := page.notice, NoticeCard):
            announce(card.told, card.sentence, urgent=True)  # else its focus says it, once

    def forget_closed(self) -> None:
        """Keep no notice of a safe that is closed: its next opening says what must be read."""
        self._drop(lambda one: one.safe not in (None, self._session.safe))

    def forget_not_saved(self) -> None:
        """Keep no notice of what is in the safe now."""
        self._drop(lambda one: isinstance(one.words, NotSaved))

    def put(self) -> bool:
        """Show the first notice that is left; return whether it was not shown before."""
        if (page := self._page()) is None:
            return False
        if not self._unread:
            page.put_notice(None)
            return False
        words, left = self._unread[0].words, len(self._unread) - 1
        if isinstance(there := page.notice, NoticeCard) and there.sentence == words:
            there.say_left(left)
            return False
        again, self._spoken = words == self._spoken, words
        page.put_notice(NoticeCard(self._look, words, left, self._read))
        return not again

    def _read(self) -> None:
        """Go on to the next notice, or to the page."""
        self._unread.pop(0).read()
        self.put()
        if (page := self._page()) is not None:
            page.focus_notice()

    def _drop(self, old: Callable[[_Unread], bool]) -> None:
        left = [one for one in self._unread if not old(one)]
        if left != self._unread:
            self._unread = left
            self.put()
