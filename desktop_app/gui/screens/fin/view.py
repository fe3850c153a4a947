"""Fin de séance, on a public terminal: asked once, then what was erased and what cannot be."""

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to


class EndScreen(Page):
    """Before the end when ``ended`` is False, and the first page of the next person after."""

    def __init__(self, context: Context, asked: to.EndSession) -> None:
        heading = (
            i18n.text("Tout est effacé") if asked.ended else i18n.text("Terminer votre séance ?")
        )
        super().__init__(context.look, heading)
        self._ended = asked.ended
        if asked.ended:
            self._say_what_was_done(context)
        else:
            self._ask(context)

    def focus_heading(self) -> None:
        super().focus_heading()
        if self._ended:
            announce(self.heading, self.heading.text(), urgent=True)

    def _ask(self, context: Context) -> None:
        look, navigator = context.look, context.navigator
        for sentence in (
            i18n.text("Tout ce que vous avez écrit ici sera effacé. Rien ne pourra être retrouvé."),
            i18n.text("Imprimez ou enregistrez d’abord ce que vous voulez garder."),
        ):
            self.add(Words(look, sentence))
        self.set_actions(
            Button(
                look, i18n.text("Terminer et tout effacer"), navigator.end_session, role="primary"
            ),
            Button(look, i18n.text("Retour"), navigator.back, role="plain"),
        )

    def _say_what_was_done(self, context: Context) -> None:
        look, navigator = context.look, context.navigator
        for title, sentence in (
            (
                i18n.text("Effacé de ce programme"),
                i18n.text(
                    "Vos réponses, vos lettres, ce que vous aviez copié, la langue, la taille du "
                    "texte et les couleurs."
                ),
            ),
            (
                i18n.text("Ce que le programme ne peut pas effacer"),
                i18n.text(
                    "Les fichiers que vous avez enregistrés, ce que l’imprimante a reçu, et les "
                    "traces que l’ordinateur garde de lui-même."
                ),
            ),
        ):
            _frame, column = self.card()
            column.addWidget(Words(look, title, "subheading"))
            column.addWidget(Words(look, sentence))
        self.add(Words(look, i18n.text("Reprenez votre clé USB et vos papiers.")))
        self.set_actions(
            Button(
                look, i18n.text("Commencer"), lambda: navigator.restart(to.Home()), role="primary"
            )
        )
