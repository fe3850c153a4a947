"""The fonts we print with: files of installed packages, never the computer's own.

A letter must look the same on every computer, and a name must never lose its accents:
Atkinson Hyperlegible first (made for poor eyesight, Latin-1), then Noto Sans (all Latin letters,
Greek, Cyrillic), then Noto Sans Arabic.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

FAMILIES = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")
_PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_noto_sans", "fontpkg_noto_sans_arabic")


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders that hold the TTF files, in the order of ``FAMILIES``."""
    return tuple(Path(str(files(package))) / "files" for package in _PACKAGES)


@cache
def filling_font() -> Path:
    """Return the TTF that draws answers on official forms (a variable font's regular default)."""
    return font_folders()[1] / "NotoSans[wdth,wght].ttf"
