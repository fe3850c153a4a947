"""Beginning a safe: the phrase, and where the safe will be. Nothing is made yet."""

from pathlib import Path

from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.choose_phrase import ChoosesPhrase
from desktop_app.pages import destinations as to
from desktop_app.pages import safe_making as page
from desktop_app.pages.page import Chosen, Gesture


class NewPhrase(ChoosesPhrase):
    """The safe is made after the recovery sheet was read back.

    What it says is in ``pages/safe_making.py``.
    """

    def __init__(self, context: Context, asked: to.NewPhrase) -> None:
        super().__init__(context, page.new_phrase(own=asked.own), own=asked.own)
        self._then = asked.then
        self._folder: Path | None = None

    def perform(self, gesture: Gesture) -> None:
        """Choose where the safe will be, or the phrase."""
        if isinstance(gesture, Chosen):
            self._folder = Path(gesture.path)
            self.live[page.WHERE].put(page.in_folder(self._folder.name or gesture.path))
        else:
            super().perform(gesture)

    def take(self, phrase: str) -> None:
        """Draw the words of the recovery sheet, if the phrase is good enough."""
        door = self.context.tools.safes
        plan = to.NewSafePlan(phrase, self._folder)
        self.let_press(False, page.TakePhrase())

        def work() -> tuple[str, ...]:
            door.check_phrase(plan.phrase)
            return door.draw_words()

        self.context.jobs.run(
            work, done=lambda words: self._show_sheet(plan, words), failed=self._refused
        )

    def _show_sheet(self, plan: to.NewSafePlan, words: tuple[str, ...]) -> None:
        self.context.navigator.go(to.RecoverySheet(words=words, plan=plan, then=self._then))

    def _refused(self, problem: BaseException) -> None:
        self.let_press(True, page.TakePhrase())
        self.say_problem(problem)
