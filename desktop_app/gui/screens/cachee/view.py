"""What stands in the place of the page that a key hid."""

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.proving import prove
from desktop_app.pages import destinations as to
from desktop_app.pages import hidden as page
from desktop_app.pages.page import Gesture


class HiddenScreen(PageView):
    """Comes back to the page, once the phrase was proved where there is one.

    What it says is in ``pages/hidden.py``.
    """

    def __init__(self, context: Context, asked: to.Hidden) -> None:
        told = page.hidden(phrase=asked.phrase)
        super().__init__(context, told.heading)
        self.fill(told)

    def focus_heading(self) -> None:
        """Begin where the phrase is typed: nothing else can be done here."""
        super().focus_heading()
        if page.PHRASE in self.secrets:
            self.secrets[page.PHRASE].begin()

    def perform(self, gesture: Gesture) -> None:
        """Come back, if one may."""
        match gesture:
            case page.ComeBack():
                self._come_back()

    def _come_back(self) -> None:
        safe, navigator = self.context.session.safe, self.context.navigator
        if safe is None or page.PHRASE not in self.secrets:
            navigator.come_back()
            return
        self.clear_problem()
        self.progress.begin(i18n.text("La phrase est essayée…"))
        self.let_press(False, page.ComeBack())
        prove(
            self.context.jobs,
            safe.access.proves,
            self.secrets[page.PHRASE],
            right=navigator.come_back,
            refused=self._refused,
        )

    def _refused(self, words: str) -> None:
        self.progress.end()
        self.let_press(True, page.ComeBack())
        self.say_error(words)
        announce(self, words, urgent=True)  # the focus is where the phrase is typed
