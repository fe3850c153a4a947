"""The one door to forms/, translations/ and resources/, and to the packaged fonts."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Kind = Literal["forms", "translations", "resources"]
FONT_PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_noto_sans", "fontpkg_noto_sans_arabic")


def data_root(kind: Kind) -> "Traversable":
    """Return the folder of 'forms', 'translations' or 'resources', installed or in a checkout.

    Read it with ``read_bytes()`` and ``read_text("utf-8")``: it need not be a real path.
    """
    package = _package()
    installed = package / "_data" / kind
    return installed if installed.is_dir() else package / ".." / kind


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders of TTF files of our fonts, in order of preference."""
    # The packages themselves are not imported: it would cost a hundredth of a second at each start.
    found = [find_spec(package) for package in FONT_PACKAGES]
    return tuple(Path(spec.origin).parent / "files" for spec in found if spec and spec.origin)


def font_folder(package: str) -> Path:
    """Return the folder of TTF files of one font package, which only some pages need."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(package)
    return Path(spec.origin).parent / "files"


def program_folder() -> Path:
    """Return the folder beside the package, where a manager may leave a file for the program."""
    return Path(__file__).parents[1]


def _package() -> "Traversable":
    """Return the folder of our package, wherever it is; in an archive, by slower means."""
    here = Path(__file__).parent
    if here.is_dir():
        return here
    from importlib.resources import files

    return files("desktop_app")
