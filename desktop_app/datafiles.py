"""The one door to forms/, translations/ and resources/, and to the packaged fonts."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Kind = Literal["forms", "translations", "resources"]
FONT_PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
FORM_FONT_PACKAGES = ("fontpkg_arimo",)


def data_root(kind: Kind) -> "Traversable":
    """Return the folder of 'forms', 'translations' or 'resources', installed or in a checkout.

    Read it with ``read_bytes()`` and ``read_text("utf-8")``: it need not be a real path.
    """
    package = _package()
    installed = package / "_data" / kind
    return installed if installed.is_dir() else package / ".." / kind


def packs_index() -> "Traversable":
    """Return where the index of our packs is, once installed; a checkout has none."""
    return _package() / "_data" / "packs.json"


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders of TTF files of our fonts, in order of preference."""
    return _files_of(FONT_PACKAGES)


@cache
def form_font_folders() -> tuple[Path, ...]:
    """Return the folders of TTF files that only answers on official forms need."""
    return _files_of(FORM_FONT_PACKAGES)


def _files_of(packages: tuple[str, ...]) -> tuple[Path, ...]:
    # The packages themselves are not imported: it would cost a hundredth of a second at each start.
    found = [find_spec(package) for package in packages]
    return tuple(Path(spec.origin).parent / "files" for spec in found if spec and spec.origin)


def program_folder() -> Path:
    """Return the folder of the program, where a manager may leave a file for it.

    In what is downloaded, the one that holds `lib/` and `python/`; else the one beside the package.
    """
    beside = Path(__file__).parents[1]
    return beside.parent if beside.name == "lib" and (beside.parent / "python").is_dir() else beside


def whole_folder() -> Path | None:
    """Return the folder that holds the program and its interpreter, as it is carried on a stick.

    None for a checkout, and for what an administrator installed.
    """
    inside = Path(__file__).parents[1]
    folder = inside.parent
    whole = inside.name == "lib" and (folder / "python").is_dir()
    starters = ("papier-libre.sh", "papier-libre.exe")
    carried = whole and any((folder / name).is_file() for name in starters)
    return folder if carried else None


def _package() -> "Traversable":
    """Return the folder of our package, wherever it is; in an archive, by slower means."""
    here = Path(__file__).parent
    if here.is_dir():
        return here
    from importlib.resources import files

    return files("desktop_app")
