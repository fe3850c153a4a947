"""Beginning a safe: the phrase, and where the safe will be. Nothing is made yet."""

from pathlib import Path

from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.choose_phrase import ChoosesPhrase
from desktop_app.pages import destinations as to
from desktop_app.pages import safe_making as page
from desktop_app.pages.page import Chosen, Gesture


class NewPhrase(ChoosesPhrase):
    """The safe is made once the phrase was typed twice, or drawn and given back.

    What it says is in ``pages/safe_making.py``.
    """

    def __init__(self, context: Context, asked: to.NewPhrase) -> None:
        super().__init__(context, page.new_phrase(own=asked.own), own=asked.own, drawn=asked.drawn)
        self.then: to.Destination = asked.then
        self._folder, self._trace = asked.folder, asked.trace
        self._say_where()

    def perform(self, gesture: Gesture) -> None:
        """Choose where the safe will be, or the phrase."""
        if isinstance(gesture, Chosen):
            self._folder = Path(gesture.path)
            self._say_where()
        else:
            super().perform(gesture)

    def chosen(self, phrase: str) -> to.ChosenPhrase:
        return to.ChosenPhrase(phrase, makes=True, folder=self._folder, trace=self._trace)

    def here(self, drawn: str) -> to.Destination:
        return to.NewPhrase(False, self._folder, self._trace, drawn, self.then)

    def _say_where(self) -> None:
        if self._folder is not None:
            told = page.in_folder(self._folder.name or str(self._folder))
            self.live[page.WHERE].put(told)
