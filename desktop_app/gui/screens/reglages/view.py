"""Réglages: colours, size of text, language, printers. Each choice holds at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QGroupBox, QVBoxLayout

from desktop_app import i18n
from desktop_app.gui.context import Context, Navigator
from desktop_app.gui.errors import words_of
from desktop_app.gui.look import tokens
from desktop_app.gui.screens.reglages.presenter import SettingsPresenter, languages, themes
from desktop_app.gui.screens.reglages.printers import PrinterSettings
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongCheck, LongRadio
from desktop_app.pages import destinations as to


class SettingsScreen(Page):
    """Every choice is applied at once and kept; on a public terminal it is forgotten."""

    def __init__(self, context: Context, _asked: to.Settings) -> None:
        super().__init__(context.look, i18n.text("Réglages"))
        self._context = context
        self._presenter = SettingsPresenter(context.settings)
        kept = (
            i18n.text("Sur cet ordinateur public, vos choix sont oubliés à la fin.")
            if context.session.public
            else i18n.text("Vos choix sont gardés pour la prochaine fois. Aucun ne parle de vous.")
        )
        self.add(Words(self.look, kept, "hint"))
        self._colours()
        self._size()
        self._language()
        self._questions()
        self.add(Words(self.look, i18n.text("Imprimantes"), "subheading"))
        self.add(PrinterSettings(context, self.say_problem))
        back = Button(self.look, i18n.text("Retour"), context.navigator.back, role="plain")
        self.set_actions(back)

    def _colours(self) -> None:
        column = self._part(i18n.text("Couleurs"))
        for theme, words in themes().items():
            button = LongRadio(self.look, words)
            button.setChecked(theme == self.look.theme)
            button.clicked.connect(lambda _on, theme=theme: self.look.set_theme(theme))
            column.addWidget(button)

    def _size(self) -> None:
        column = self._part(i18n.text("Taille du texte"))
        for zoom in tokens.ZOOM_STEPS:
            button = LongRadio(self.look, i18n.text("{n} %").format(n=round(zoom * 100)))
            button.setChecked(zoom == self.look.zoom)
            button.clicked.connect(lambda _on, zoom=zoom: self.look.set_zoom(zoom))
            column.addWidget(button)

    def _language(self) -> None:
        label = Words(self.look, i18n.text("Langue – Language"), "subheading")
        box = ClosedList(self.look, label, languages(), self._speak)
        box.put(self._context.settings.now.language)
        hint = i18n.text("Les lettres restent en français : c’est la langue des administrations.")
        box.setAccessibleDescription(hint)
        for widget in (label, Words(self.look, hint, "hint"), box):
            self.add(widget)

    def _questions(self) -> None:
        column = self._part(i18n.text("Questions"))
        tick = LongCheck(self.look, i18n.text("Toutes les questions sur une page"))
        hint = i18n.text("Pour qui connaît déjà le dossier. Sinon, une question à la fois.")
        tick.setAccessibleDescription(hint)
        tick.setChecked(self._context.settings.now.expert)
        tick.clicked.connect(lambda on: self._then(lambda: self._presenter.be_expert(on)))
        column.addWidget(tick)
        column.addWidget(Words(self.look, hint, "hint"))

    def _speak(self, language: str) -> None:
        navigator = self._context.navigator
        self._presenter.speak(language)
        navigator.speak()  # this page is made again: a refusal is said in the bar
        self._keep(failed=lambda problem: navigator.tell(words_of(problem)))

    def _part(self, title: str) -> QVBoxLayout:
        """Add a heading and a group of that name; return the group's column."""
        self.add(Words(self.look, title, "subheading"))
        group = QGroupBox()
        group.setFlat(True)
        group.setAccessibleName(title)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space(0.5))
        self.add(group)
        return column

    def _then(self, change: Callable[[], object]) -> None:
        change()
        self._keep(failed=self.say_problem)

    def _keep(self, *, failed: Callable[[BaseException], None]) -> None:
        public, navigator = self._context.session.public, self._context.navigator
        self._context.jobs.run(
            self._context.settings.save,
            # Not said by this page: after a new language it has been made again.
            done=lambda _none: None if public else _say_kept(navigator),
            failed=failed,
        )


def _say_kept(navigator: Navigator) -> None:
    navigator.say_saved(i18n.text("Réglage gardé."))
