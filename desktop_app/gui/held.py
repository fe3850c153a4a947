"""What the hidden page says while the answers in hand cannot be saved, and the ways out of it."""

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.errors import words_of
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.locking import Held
from desktop_app.gui.look.look import Look
from desktop_app.gui.proving import prove
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout, column_in
from desktop_app.gui.widgets.phrase import PhraseField
from desktop_app.gui.widgets.words import Words


class HeldAnswers(QWidget):
    """Says why, tries again, gives up on purpose, or shows the page to who knows the phrase."""

    def __init__(self, look: Look, jobs: Jobs, held: Held) -> None:
        super().__init__()
        self._jobs, self._held = jobs, held
        self._why = Words(look, "", "error")
        self._phrase = PhraseField(look, i18n.text("Votre phrase secrète"))
        self._phrase.entered.connect(self._prove)
        self._wrong = Words(look, "", "error")
        self._wrong.hide()
        self._shows = Button(look, i18n.text("Revenir à ma page"), self._prove)
        column = column_in(self, look.space(2))
        column.addWidget(Words(look, i18n.text("La page est cachée, mais pas encore fermée.")))
        column.addWidget(self._why)
        for sentence in (
            i18n.text("Vos dernières réponses restent ici, en attente. Rien n’est perdu."),
            i18n.text("Un essai a lieu toutes les cinq secondes. S’il réussit, tout se ferme."),
        ):
            column.addWidget(Words(look, sentence))
        row, actions = FlowLayout.row(look.space(2))
        actions.addWidget(
            Button(look, i18n.text("Essayer maintenant"), self._again, role="primary")
        )
        actions.addWidget(Button(look, i18n.text("Fermer sans enregistrer"), self._anyway))
        for widget in (row, self._phrase, self._wrong, self._shows):
            column.addWidget(widget)
        self.say(held)

    def say(self, held: Held) -> None:
        """Say why it failed this time; who types here is not disturbed."""
        self._held = held
        words = words_of(held.problem)
        if words != self._why.text():
            self._why.say(words)
            announce(self._why, words, urgent=True)

    def _again(self) -> None:
        self._held.again()

    def _anyway(self) -> None:
        self._held.anyway()

    def _prove(self) -> None:
        self._wrong.hide()
        self._shows.setEnabled(False)
        held = self._held
        prove(self._jobs, held.proves, self._phrase, right=held.show, refused=self._refuse)

    def _refuse(self, words: str) -> None:
        self._shows.setEnabled(True)
        self._wrong.say(words)
        self._wrong.show()
        announce(self._wrong, words, urgent=True)
