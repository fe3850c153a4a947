"""On a public terminal nothing is kept: there is no safe."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words


class NoSafeHere(Page):
    """Says why, and what to do before leaving."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, i18n.text("Ici, rien n’est gardé"))
        self.add(Words(context.look, i18n.sentence("no-safe-here")))
        self.set_actions(
            Button(context.look, i18n.text("Retour"), context.navigator.back, role="primary")
        )
