"""Choosing a phrase: drawn words, or one's own. Used to make a safe and to change its phrase."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.presenter import strength_words, words_drawn
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.phrase import PhraseField
from desktop_app.gui.widgets.word_list import WordLine
from desktop_app.gui.widgets.words import Words

_PAUSE_MS = 400


class ChoosePhrase(QWidget):
    """Shows drawn words first; one button changes to a phrase of one's own, and back."""

    def __init__(self, context: Context, *, own: bool = False) -> None:
        super().__init__()
        self._context = context
        look = context.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(2))
        self._drawn = ""
        self._words = WordLine(look)
        self._hint = Words(look, "", "hint")
        self._card = QFrame()
        self._card.setProperty("role", "card")
        inside = QVBoxLayout(self._card)
        margin = look.space(2)
        inside.setContentsMargins(margin, margin, margin, margin)
        inside.addWidget(self._words)
        self._own = PhraseField(look, i18n.text("Votre phrase secrète"))
        self._again = PhraseField(look, i18n.text("La même phrase, encore une fois"))
        self._other = Button(look, i18n.text("Tirer d’autres mots"), self._draw)
        self._switch = Button(look, "", self._toggle)
        self._strength = Words(look, "", "hint")
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._estimate)
        self._own.typed.connect(self._soon.start)
        row = QWidget()
        flow = FlowLayout(row, look.space(2))
        flow.addWidget(self._other)
        flow.addWidget(self._switch)
        for widget in (self._hint, self._card, self._own, self._strength, self._again, row):
            column.addWidget(widget)
        self._show_drawn(not own)
        self._draw()

    def phrase(self) -> str:
        """Return the phrase chosen."""
        return self._own.text() if self._own_is_shown() else self._drawn

    def differs(self) -> bool:
        """Tell whether one's own phrase was typed twice differently."""
        return self._own_is_shown() and self._own.text() != self._again.text()

    def begin(self) -> None:
        """Put the focus where the phrase is typed, when it is."""
        if self._own_is_shown():
            self._own.begin()

    def _estimate(self) -> None:
        """Say in words how well the phrase protects, once the person has stopped typing."""
        door, phrase = self._context.tools.safes, self._own.text()
        self._context.jobs.run(
            lambda: strength_words(phrase, door.strength(phrase)),
            done=self._say_strength,
            failed=lambda _problem: self._say_strength(""),
        )

    def _say_strength(self, words: str) -> None:
        if words != self._strength.text() and self._own_is_shown():
            self._strength.say(words)
            if words:
                announce(self._strength, words)

    def _own_is_shown(self) -> bool:
        return not self._own.isHidden()

    def _draw(self) -> None:
        tools = self._context.tools
        self._context.jobs.run(
            lambda: tools.safes.draw_phrase(words_drawn(tools)),
            done=self._show_words,
            failed=lambda _problem: self._show_drawn(False),
        )

    def _show_words(self, phrase: str) -> None:
        self._drawn = phrase
        words = phrase.split()
        self._words.show_words(words)
        # Never the words themselves: others may hear. Each is read where one goes to it.
        told = i18n.text("{n} mots sont tirés. Recopiez-les : Tab les lit un par un.")
        announce(self._words, told.format(n=len(words)))

    def _toggle(self) -> None:
        self._show_drawn(self._own_is_shown())
        self.begin()

    def _show_drawn(self, drawn: bool) -> None:
        self._card.setVisible(drawn)
        self._other.setVisible(drawn)
        self._strength.say("")
        self._strength.setVisible(not drawn)
        for field in (self._own, self._again):
            field.forget()
            field.setVisible(not drawn)
        words = (
            i18n.text("Choisir ma propre phrase") if drawn else i18n.text("Prendre des mots tirés")
        )
        self._switch.setText(words)
        self._switch.setAccessibleName(words)
        self._hint.say(
            i18n.text("Ces mots sont tirés au hasard. Recopiez-les sur un papier, dans l’ordre.")
            if drawn
            else i18n.text("Au moins 12 caractères. Plusieurs mots sans lien se retiennent bien.")
        )
