"""How the system likes its windows, asked at the first start only: nothing was chosen here yet."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.gui.look import tokens

_SCALING = ("get", "org.gnome.desktop.interface", "text-scaling-factor")
_DESKTOPS = ("GNOME", "Unity", "Budgie", "Pantheon")
"""Those that keep the size of letters where GNOME does, as ``XDG_CURRENT_DESKTOP`` names them."""
_PATIENCE_S = 1.0
_USUAL_DPI = 96.0


def liked(app: QApplication) -> tuple[str, float]:
    """Return the theme and the zoom that are nearest to what the whole system is set to."""
    return _theme(app), _zoom(app)


def _theme(app: QApplication) -> str:
    hints = app.styleHints()
    # Qt tells of contrast since 6.10: the one for old computers, which packages hold, does not.
    told = getattr(hints, "accessibility", None)
    if told and told().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contraste"
    return "sombre" if hints.colorScheme() == Qt.ColorScheme.Dark else "clair"


def _zoom(app: QApplication) -> float:
    """Return the step of zoom nearest to the system's letters, but what Qt enlarges by itself."""
    larger = scaling() / (app.primaryScreen().logicalDotsPerInch() / _USUAL_DPI)
    return min(tokens.ZOOM_STEPS, key=lambda step: abs(step - larger))


def scaling() -> float:
    """Return by how much GNOME enlarges letters; 1.0 elsewhere, and where it does not tell."""
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")
    if not set(desktop) & set(_DESKTOPS):
        return 1.0
    import shutil  # nothing of it where GNOME is not: this is before the first paint
    import subprocess

    if (asked := shutil.which("gsettings")) is None:
        return 1.0
    try:
        told = subprocess.run(  # noqa: S603 (no shell, a fixed question)
            [asked, *_SCALING], capture_output=True, timeout=_PATIENCE_S, check=True
        )
        return float(told.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return 1.0
