"""What the bar holds, as a page: for letters so large that the bar has room for one button."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to


class BarScreen(Page):
    """For whom one writes, what is saved, and each gesture of the bar as a line of its own."""

    def __init__(self, context: Context, _asked: to.BarTools) -> None:
        super().__init__(context.look, i18n.text("Affichage et aide"))
        navigator = context.navigator
        for words in navigator.bar_told():
            self.add(Words(self.look, words, "hint"))
        for words, pressed in navigator.bar_gestures():
            button = LongButton(self.look, words)
            button.clicked.connect(lambda _=False, act=pressed: act())
            self.add(button)
        self.set_actions(Button(self.look, i18n.text("Retour"), navigator.back, role="plain"))
