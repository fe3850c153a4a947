"""Small things that the packages for Linux share."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[3]


def version() -> str:
    """Return the version of the program that is packed."""
    text = (ROOT / "desktop_app" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    assert found is not None
    return found[1]


def size_of(path: Path) -> str:
    """Return the size of a file, or of the files of a folder, in megabytes."""
    files = [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]
    return f"{sum(one.stat().st_size for one in files) / 1e6:.1f} Mo"


def tool(name: str) -> str:
    """Return the program of this system that has a name.

    Raises:
        FileNotFoundError: it is not installed; it says how.
    """
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"apt-get install {name.removesuffix('-deb')}")
    return found
