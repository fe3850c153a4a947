"""Aide: how the program works, offline, in plain words; read line by line with the keyboard."""

from PySide6.QtCore import Qt

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.sentences.help_pages import Block, pages, told


class Help(Page):
    """The list of pages first, then the page that is wanted."""

    def __init__(self, context: Context, asked: to.Help) -> None:
        found = pages()
        wanted = found[asked.page] if 0 <= asked.page < len(found) else ()
        super().__init__(context.look, told(wanted[0]) if wanted else i18n.text("Aide"))
        self._context = context
        if wanted:
            self._show(wanted[1:])
        else:
            self._list(found)
        navigator = context.navigator
        self.set_actions(Button(self.look, i18n.text("Retour"), navigator.back, role="plain"))

    def _list(self, found: tuple[tuple[Block, ...], ...]) -> None:
        self.add(Words(self.look, i18n.text("Que voulez-vous savoir ?")))
        for number, page in enumerate(found):
            button = Button(
                self.look,
                told(page[0]),
                lambda number=number: self._context.navigator.go(to.Help(page=number)),  # type: ignore[misc]
                role="choice",
            )
            self.add(button)
        navigator = self._context.navigator
        self.add(Words(self.look, i18n.text("Changer les couleurs, la taille, la langue :")))
        self.add(Button(self.look, i18n.text("Réglages"), lambda: navigator.go(to.Settings())))
        self.add(Words(self.look, i18n.text("Voir d’où viennent les lettres et formulaires :")))
        self.add(Button(self.look, i18n.text("Modèles"), lambda: navigator.go(to.Models())))

    def _show(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            words = Words(
                self.look, told(block), "subheading" if block.kind == "heading" else "body"
            )
            # Each part can be reached again by Tab: a screen reader reads it at leisure.
            words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.add(words)
