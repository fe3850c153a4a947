"""Changing how all looks, from the bar or by a key: what was chosen is said."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look


class LookGestures:
    """``window`` is what speaks to who listens."""

    def __init__(self, look: Look, window: QWidget) -> None:
        self._look, self._window = look, window

    def next_theme(self) -> None:
        """Take the next of our themes, after the last the first: the system's is in Réglages."""
        names = list(tokens.THEMES)
        place = names.index(self._look.theme) if self._look.theme in names else -1
        self._look.set_theme(names[(place + 1) % len(names)])
        from desktop_app.pages.settings import themes

        words = i18n.text("Thème : {name}").format(name=themes()[self._look.theme].lower())
        announce(self._window, words)

    def zoom_in(self) -> None:
        """Write everything larger."""
        self._zoom(self._look.zoom_in)

    def zoom_out(self) -> None:
        """Write everything smaller."""
        self._zoom(self._look.zoom_out)

    def zoom_back(self) -> None:
        """Write everything as large as at first."""
        self._zoom(lambda: self._look.set_zoom(1.0))

    def _zoom(self, change: Callable[[], object]) -> None:
        change()
        percent = round(self._look.zoom * 100)
        announce(self._window, i18n.text("Texte à {n} %").format(n=percent))
