"""Decides what a chosen setting changes, and keeps it; no Qt here."""

from types import MappingProxyType

from desktop_app import i18n
from desktop_app.settings import Offset, SettingsFile


def themes() -> dict[str, str]:
    """Return the themes and their words, in the order of the look."""
    return {
        "clair": i18n.text("Clair"),
        "sombre": i18n.text("Sombre"),
        "contraste": i18n.text("Jaune sur noir"),
        "systeme": i18n.text("Comme l’ordinateur"),
    }


def languages() -> dict[str, str]:
    """Return the languages at hand, and following the system."""
    own = {code: i18n.own_name(code) for code in i18n.languages()}
    return {"": i18n.text("Comme l’ordinateur"), **own}


class SettingsPresenter:
    """Changes the settings of this start; ``SettingsFile.save`` keeps them."""

    def __init__(self, settings: SettingsFile) -> None:
        self.settings = settings

    def speak(self, language: str) -> None:
        """Take a language: it is spoken from now on."""
        self.settings.change(language=language)
        i18n.use(language or i18n.language_of(_environment()))

    def be_expert(self, expert: bool) -> None:
        """Show all the questions on one page, or one at a time."""
        self.settings.change(expert=expert)

    def offset(self, printer: str) -> Offset:
        """Return what is kept for a printer."""
        return self.settings.now.offsets.get(printer, Offset())

    def move(self, printer: str, dx_mm: float, dy_mm: float) -> None:
        """Keep by how much a printer misses; a printer that does not miss is forgotten."""
        offsets = dict(self.settings.now.offsets)
        offsets.pop(printer, None)
        if dx_mm or dy_mm:
            offsets[printer] = Offset(dx_mm, dy_mm)
        self.settings.change(offsets=MappingProxyType(offsets))


def _environment() -> dict[str, str]:
    import os

    return dict(os.environ)
