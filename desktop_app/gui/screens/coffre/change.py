"""Changing the phrase of the open safe."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.choose_phrase import ChoosesPhrase
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import safe_making as page


class ChangePhrase(ChoosesPhrase):
    """What it says is in ``pages/safe_making.py``."""

    def __init__(self, context: Context, _asked: to.ChangePhrase) -> None:
        super().__init__(context, page.change_phrase(), own=False)

    def take(self, phrase: str) -> None:
        """Change it."""
        safe, on = self.context.session.safe, self.context.tools.clock.today()
        if safe is None:
            return
        self.let_press(False, page.TakePhrase())
        self.progress.begin(i18n.text("La phrase change…"))
        self.context.jobs.run(
            lambda: safe.access.change_phrase("", phrase, on=on),
            done=lambda _slot: self._done(),
            failed=self._refused,
        )

    def _done(self) -> None:
        self.progress.end(done.phrase_changed())

    def _refused(self, problem: BaseException) -> None:
        self.progress.end()
        self.let_press(True, page.TakePhrase())
        self.say_problem(problem)
