"""Decides what a chosen setting changes, and keeps it; no Qt here."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop_app import i18n
from desktop_app.core.offset import Offset
from desktop_app.pages.misses import Kind
from desktop_app.settings import SettingsFile


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

    def offset(self, kind: Kind, printer: str) -> Offset:
        """Return what is kept for a printer."""
        return _kept(self.settings, kind).get(printer, Offset())

    def move(self, kind: Kind, printer: str, offset: Offset) -> None:
        """Keep by how much a printer misses; a printer that does not miss is forgotten."""
        offsets = dict(_kept(self.settings, kind))
        offsets.pop(printer, None)
        if offset != Offset():
            offsets[printer] = offset
        self.settings.change(**{kind: MappingProxyType(offsets)})


def _kept(settings: SettingsFile, kind: Kind) -> Mapping[str, Offset]:
    now = settings.now
    return now.offsets if kind == "offsets" else now.window_offsets


def _environment() -> dict[str, str]:
    import os

    return dict(os.environ)
