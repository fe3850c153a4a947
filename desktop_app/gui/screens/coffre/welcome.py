"""The first page of the safe: three sentences, and nothing that frightens."""

from PySide6.QtWidgets import QFileDialog

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to


class Welcome(Page):
    """A safe of one's own, an existing one, or none for now."""

    def __init__(self, context: Context, asked: to.SafeHome) -> None:
        super().__init__(context.look, i18n.text("Un coffre pour vos papiers"))
        self._context, self._then = context, asked.then
        look, go = context.look, context.navigator.go
        for sentence in (
            i18n.text("Vos lettres et vos réponses se rangent dans un coffre, sur cet ordinateur."),
            i18n.text("Une phrase secrète l’ouvre ; personne d’autre ne peut le lire."),
            i18n.text("Vous pouvez aussi essayer d’abord, sans coffre : rien n’est gardé."),
        ):
            self.add(Words(look, sentence))
        self.set_actions(
            Button(
                look,
                i18n.text("Créer mon coffre"),
                lambda: go(to.NewPhrase(then=asked.then)),
                role="primary",
            ),
            Button(look, i18n.text("Essayer d’abord"), lambda: go(to.Home())),
            Button(look, i18n.text("Ouvrir un coffre d’une clé USB"), self._choose),
            Button(
                look,
                i18n.text("Restaurer une sauvegarde"),
                lambda: go(to.Restore(then=asked.then)),
            ),
            Button(look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, i18n.text("Où est le coffre ?"))
        if folder:
            self._context.navigator.go(to.OpenSafe(folder=folder, then=self._then))
