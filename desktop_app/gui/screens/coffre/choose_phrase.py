"""Choosing a phrase: drawn words, or one's own. Used to make a safe and to change its phrase."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.relying import Relying
from desktop_app.gui.widgets.word_list import WordLine
from desktop_app.pages import destinations as to
from desktop_app.pages import safe_making as page
from desktop_app.pages.page import Gesture, Text
from desktop_app.pages.page import Page as Value
from desktop_app.workflow.safes.care import words_drawn

_PAUSE_MS = 400


class ChoosesPhrase(Relying):
    """Shows drawn words, or has one's own phrase typed; one button leads to the other.

    One's own, typed twice, is relied upon at once; what was drawn is asked back first.
    """

    def __init__(self, context: Context, told: Value, *, own: bool, drawn: str = "") -> None:
        super().__init__(context, told.heading)
        self._own, self._drawn, self._said = own, drawn, ""
        self._words: WordLine | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._estimate)
        self.fill(told)
        self._ready()

    def phrase(self) -> str:
        """Return the phrase chosen."""
        return self.secrets[page.OWN].text() if self._own else self._drawn

    def perform(self, gesture: Gesture) -> None:
        """Draw words, take the other way, or go on."""
        match gesture:
            case page.Draw():
                self._draw()
            case page.ChooseOwn(own):
                self._choose(own)
            case page.TypeAgain():
                self.secrets[page.AGAIN].begin()
            case page.TakePhrase():
                self.clear_problem()
                if self._own and self.phrase() != self.secrets[page.AGAIN].text():
                    self.say_error(i18n.sentence("phrases-differ"))
                else:
                    self._go_on_with(self.phrase())

    def chosen(self, phrase: str) -> to.ChosenPhrase:
        """Return what this phrase will open."""
        raise NotImplementedError

    def here(self, drawn: str) -> to.Destination:
        """Return where these words are seen again."""
        raise NotImplementedError

    def _go_on_with(self, phrase: str) -> None:
        """Go on with this phrase, if it is good enough."""
        door, chosen, own = self.context.tools.safes, self.chosen(phrase), self._own
        self.let_press(False, page.TakePhrase())

        def go_on(_none: None) -> None:
            if own:
                self.rely(chosen)
            else:
                back = to.PhraseBack(chosen, self.here(phrase), self.then)
                self.context.navigator.replace(back)

        self.context.jobs.run(lambda: door.check_phrase(phrase), done=go_on, failed=self.refused)

    def own(self, _name: str) -> QWidget:
        """Give the place of the words: they are in no value."""
        self._words = WordLine(self.look)
        return self._words

    def _choose(self, own: bool) -> None:
        for field in self.secrets.values():
            field.forget()
        self.secrets.clear()
        self._own, self._said = own, ""
        self.live[page.CHOICE].put(page.phrase(own=own))
        self._ready()
        if own:
            self.secrets[page.OWN].begin()
        elif (button := self.button_of(page.ChooseOwn(True))) is not None:
            button.setFocus()

    def _ready(self) -> None:
        if self._own:
            self.secrets[page.OWN].typed.connect(self._soon.start)
        elif self._drawn and self._words is not None:
            self._words.show_words(self._drawn.split())
        else:
            self._draw()

    def _draw(self) -> None:
        tools = self.context.tools
        self.context.jobs.run(
            lambda: tools.safes.draw_phrase(words_drawn(tools.mode)),
            done=self._show_words,
            failed=lambda _problem: self._choose(True),
        )

    def _show_words(self, phrase: str) -> None:
        self._drawn = phrase
        if not self._own and self._words is not None:
            words = phrase.split()
            self._words.show_words(words)
            announce(self._words, page.drawn(len(words)))

    def _estimate(self) -> None:
        """Say in words how well the phrase protects, once the person has stopped typing."""
        if not self._own:
            return
        door, phrase = self.context.tools.safes, self.phrase()
        self.context.jobs.run(
            lambda: page.strength_words(phrase, door.strength(phrase)),
            done=self._say_strength,
            failed=lambda _problem: self._say_strength(""),
        )

    def _say_strength(self, words: str) -> None:
        if self._own and words != self._said:
            self._said = words
            place = self.live[page.STRENGTH]
            place.put((Text(words, "hint"),) if words else ())
            if words:
                announce(place, words)
