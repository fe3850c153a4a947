"""The fonts we print with: files of installed packages, never the computer's own.

A letter must look the same on every computer, and a name must never lose its accents:
Atkinson Hyperlegible first (made for poor eyesight, Latin-1), then Noto Sans (all Latin letters,
Greek, Cyrillic), then Noto Sans Arabic. Answers on official forms have Noto Sans (Devanagari too),
then Noto Sans Arabic and, for Hebrew, Arimo; what none of them has (Chinese, Georgian, Thai…) is
refused by name, never drawn wrong.
"""

from pathlib import Path

from desktop_app.datafiles import font_folders, form_font_folders

__all__ = ["FAMILIES", "arabic_font", "filling_font", "font_folders", "hebrew_font"]

FAMILIES = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")


def filling_font() -> Path:
    """Return the TTF that draws answers on official forms (a variable font's regular default)."""
    return font_folders()[1] / "NotoSans[wdth,wght].ttf"


def arabic_font() -> Path:
    """Return the TTF that draws Arabic letters in these answers, Persian and others among them."""
    return font_folders()[2] / "NotoSansArabic[wdth,wght].ttf"


def hebrew_font() -> Path:
    """Return the TTF that draws Hebrew letters there: the one on PyPI that has all their signs."""
    return form_font_folders()[0] / "Arimo[wght].ttf"
