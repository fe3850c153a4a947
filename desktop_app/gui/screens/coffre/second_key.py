"""What would open the safe too, where its one key is lost: offered, never imposed."""

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import who_uses as page
from desktop_app.pages.page import Gesture


class SecondKey(PageView):
    """It is noted that it was offered. What it says is in ``pages/who_uses.py``."""

    def __init__(self, context: Context, asked: to.SecondKey) -> None:
        safe = context.session.safe
        assert safe is not None
        told = page.second_key(phrase=not safe.access.only_here, then=asked.then)
        super().__init__(context, told.heading)
        self._then = asked.then
        self.fill(told)
        context.jobs.run(
            lambda: safe.access.offer_second_key(printed=asked.printed),
            done=lambda _none: None,
            failed=lambda _refused: None,
        )

    def perform(self, gesture: Gesture) -> None:
        """Draw twelve words, or go on without."""
        if isinstance(gesture, page.Later):
            self.context.navigator.replace(self._then)
            return
        self.context.jobs.run(
            self.context.tools.safes.draw_words,
            done=lambda words: self.do(to.RecoverySheet(words, self._then)),
            failed=self.say_problem,
        )
