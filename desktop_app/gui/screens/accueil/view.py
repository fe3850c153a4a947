"""The first screen: what happens to you, in your words."""

from typing import Any

from PySide6.QtWidgets import QLineEdit

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words


class Accueil(Page):
    """One search box in plain words, and what makes the program trustworthy."""

    def __init__(self, context: Context, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Que vous arrive-t-il ?"))
        label = Words(
            context.look,
            i18n.text("Écrivez avec vos mots, par exemple : la caf me réclame de l’argent"),
        )
        search = QLineEdit()
        label.setBuddy(search)
        self.add(label)
        self.add(search)
        self.add(
            Words(
                context.look,
                i18n.text("Gratuit. Sans compte. Rien ne quitte cet ordinateur."),
                "hint",
            )
        )
