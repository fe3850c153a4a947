"""Changing the phrase of the open safe, or giving it its first."""

from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.choose_phrase import ChoosesPhrase
from desktop_app.pages import destinations as to
from desktop_app.pages import safe_making as page


class ChangePhrase(ChoosesPhrase):
    """What it says is in ``pages/safe_making.py``."""

    def __init__(self, context: Context, asked: to.ChangePhrase) -> None:
        safe = context.session.safe
        first = safe is not None and safe.access.without_phrase
        told = page.first_phrase() if first else page.change_phrase()
        super().__init__(context, told, own=False, drawn=asked.drawn)
        self.then, self._alone = asked.then, asked.alone

    def chosen(self, phrase: str) -> to.ChosenPhrase:
        return to.ChosenPhrase(phrase, alone=self._alone)

    def here(self, drawn: str) -> to.Destination:
        return to.ChangePhrase(self._alone, drawn, self.then)
