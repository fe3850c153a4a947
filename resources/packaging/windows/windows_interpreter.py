"""The interpreter of a Windows folder: Python's own archive, by its hash, less what is unused."""

import hashlib
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import engine_sources

HERE = Path(__file__).parent
ENGINE = HERE.parent / "engine" / "engine.toml"
VERSION = (3, 13)
TAG = "python{}{}".format(*VERSION)
"""How Python calls its library, its archive and its list of folders."""
LIBRARY = f"{TAG}.dll"

Recipe = Mapping[str, Any]


def recipe() -> Recipe:
    """Return the data file beside."""
    return tomllib.loads((HERE / "interpreter.toml").read_text("utf-8"))


def lay_interpreter(into: Path, official: Path | None, kept: Path) -> str:
    """Lay ``python/`` of a folder, and return the version of what it holds.

    Args:
        into: a folder, which is made.
        official: the archive of python.org; None takes the trial's from PyPI.
        kept: where what is downloaded stays.

    Raises:
        SystemExit: the archive is not one of the data file, or is not to be had.
    """
    known = recipe()
    version, files = _official(official, known) if official else _trial(known, kept)
    unwanted = {name for group in known["left_out"] for name in group["names"]}
    into.mkdir(parents=True)
    for name, content in files.items():
        if name not in unwanted:
            (into / name).write_bytes(content)
    if not (into / LIBRARY).is_file():
        sys.exit(f"Cet interpréteur n’est pas de la version {VERSION[0]}.{VERSION[1]}.")
    (into / f"{TAG}._pth").write_bytes(_folders())
    return version


def _folders() -> bytes:
    """Return Python's list of folders: nothing else is ever looked into, whatever one sets.

    Beside the library, it has Python ignore PYTHONPATH, PYTHONHOME, the registry and the user's
    own packages, for every program that loads this library.
    """
    return "\r\n".join([f"{TAG}.zip", ".", "..\\lib", ""]).encode("ascii")


def _official(archive: Path, known: Recipe) -> tuple[str, dict[str, bytes]]:
    content = archive.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    for one in known["official"]:
        if one["sha256"] == found:
            return one["version"], _inside(content)
    sys.exit(
        f"{archive.name} n’est pas un fichier de {HERE.name}/interpreter.toml : SHA-256 {found}."
    )


def _trial(known: Recipe, kept: Path) -> tuple[str, dict[str, bytes]]:
    kept.mkdir(parents=True, exist_ok=True)
    trial = known["trial"]
    wanted = trial["binding"]
    archive = kept / f"{wanted['name']}-{wanted['version']}.tar.gz"
    # Only pip downloads, and it wants what builds a source archive even to keep it closed.
    setuptools = tomllib.loads(ENGINE.read_text("utf-8"))["tools"]["setuptools"]
    builder = Path()
    if not archive.exists():
        builder = engine_sources.tools({"tools": {"setuptools": setuptools}}, kept / "builder")
    archive = engine_sources.binding({"binding": wanted}, builder, kept)
    content = engine_sources.unpacked(archive, kept / "python").joinpath(trial["inside"])
    return trial["version"], _inside(content.read_bytes(), f"{trial['folder']}/")


def _inside(archive: bytes, folder: str = "") -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return {
            name.removeprefix(folder): opened.read(name)
            for name in opened.namelist()
            if name.startswith(folder) and not name.endswith("/")
        }
