"""The one door to forms/, translations/ and resources/, and to the packaged fonts."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

Kind = Literal["forms", "translations", "resources"]
FONT_PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_noto_sans", "fontpkg_noto_sans_arabic")


def data_root(kind: Kind) -> Traversable:
    """Return the folder of 'forms', 'translations' or 'resources', installed or in a checkout.

    Read it with ``read_bytes()`` and ``read_text("utf-8")``: it need not be a real path.
    """
    package = files("desktop_app")
    installed = package / "_data" / kind
    return installed if installed.is_dir() else package / ".." / kind


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders of TTF files of our fonts, in order of preference."""
    return tuple(Path(str(files(package))) / "files" for package in FONT_PACKAGES)


def program_folder() -> Path:
    """Return the folder beside the package, where a manager may leave a file for the program."""
    return Path(str(files("desktop_app"))).parent
