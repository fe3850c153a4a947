"""The installer for one person: the script of NSIS, filled with what the folder holds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import tree
from windows_launchers import build_icon, quad
from windows_zip import files

import desktop_app

HERE = Path(__file__).parent
SAFES = r"$LOCALAPPDATA\papier-libre\coffres"
"""Where the program keeps its safes, unless a person chose another place."""


def script(folder: Path, target: Path, icon: Path, version: str) -> str:
    """Return the script of an installer; every file of the folder is named, there and back."""
    kilobytes = sum(file.stat().st_size for file in files(folder)) // 1024
    values = {
        "ICON": str(icon),
        "VERSION": version,
        "QUAD": quad(version),
        "TARGET": str(target),
        "KILOBYTES": str(kilobytes),
        "FILES": "\n".join(_laid(folder)),
        "REMOVED": "\n".join(_removed(folder)),
        "SAFES": SAFES,
    }
    text = (HERE / "installer.nsi").read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def make(folder: Path, target: Path, work: Path) -> None:
    """Make the installer of a folder."""
    target.unlink(missing_ok=True)
    written = work / "installer.nsi"
    text = script(folder, target, build_icon(work), desktop_app.__version__)
    written.write_text(text, "utf-8-sig")
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(tree.epoch())}
    order = ["makensis", "-V2", "-WX", str(written)]
    try:
        subprocess.run(order, check=True, env=environment, stdout=sys.stderr)
    except FileNotFoundError:
        sys.exit("Il manque makensis : apt-get install nsis")


def _laid(folder: Path) -> Iterator[str]:
    """Yield what writes each file, folder by folder."""
    before = None
    for file in files(folder):
        place = PureWindowsPath(file.relative_to(folder))
        if place.parent != before:
            before = place.parent
            yield f'  SetOutPath "{_under(before)}"'
        yield f'  File "{_escaped(str(file))}"'


def _removed(folder: Path) -> Iterator[str]:
    """Yield what removes each file, then each folder that is empty by then, the deepest first."""
    for file in files(folder):
        yield f'  Delete "{_under(PureWindowsPath(file.relative_to(folder)))}"'
    folders = sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True)
    for one in folders:
        yield f'  RMDir "{_under(PureWindowsPath(one.relative_to(folder)))}"'


def _under(place: PureWindowsPath) -> str:
    name = _escaped(str(place))
    return "$INSTDIR" if name == "." else f"$INSTDIR\\{name}"


def _escaped(name: str) -> str:
    return name.replace("$", "$$")
