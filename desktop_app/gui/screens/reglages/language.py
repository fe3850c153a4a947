"""Langue: each language by its own name, from the bar of every page; one press and one is back."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.screens.reglages.presenter import SettingsPresenter
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to


class LanguageScreen(Page):
    """What was typed on the page before is there again, in the language chosen."""

    def __init__(self, context: Context, _asked: to.Language) -> None:
        super().__init__(context.look, i18n.text("Langue – Language"))
        self._context = context
        for code in i18n.languages():
            name = i18n.own_name(code)
            if code == i18n.current():
                name = i18n.text("{language} (choisie)").format(language=name)
            button = LongButton(self.look, name)
            button.clicked.connect(lambda _=False, code=code: self._speak(code))
            self.add(button)
        hint = i18n.text("Les lettres restent en français : c’est la langue des administrations.")
        self.add(Words(self.look, hint, "hint"))
        self.set_actions(
            Button(self.look, i18n.text("Retour"), context.navigator.back, role="plain")
        )

    def _speak(self, code: str) -> None:
        navigator, settings = self._context.navigator, self._context.settings
        SettingsPresenter(settings).speak(code)
        navigator.speak()
        navigator.back()
        self._context.jobs.run(
            settings.save,
            done=lambda _none: None,
            failed=lambda problem: navigator.tell(words_of(problem)),
        )
