"""The fonts we print with: files of installed packages, never the computer's own.

A letter must look the same on every computer, and a name must never lose its accents:
Atkinson Hyperlegible first (made for poor eyesight, Latin-1), then Noto Sans (all Latin letters,
Greek, Cyrillic), then Noto Sans Arabic. Answers on official forms have Noto Sans alone: what it
cannot write letter after letter (Arabic, Hebrew…) is refused by name, never drawn wrong.
"""

from pathlib import Path

from desktop_app.datafiles import font_folders

__all__ = ["FAMILIES", "filling_font", "font_folders"]

FAMILIES = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")


def filling_font() -> Path:
    """Return the TTF that draws answers on official forms (a variable font's regular default)."""
    return font_folders()[1] / "NotoSans[wdth,wght].ttf"
