"""``./start package windows``: the folder for Windows, its .zip and its two installers, on Debian.

Needs Debian's gcc-mingw-w64-x86-64, librsvg2-bin, icoutils, nsis and wixl, and a Python 3.13.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import tree
import windows_msi
import windows_nsis
from windows_interpreter import VERSION, lay_interpreter
from windows_launchers import build_icon, build_launchers
from windows_zip import files, pack

import desktop_app

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FOLDER = "papier-libre"
MB = 1_000_000


def main(arguments: Sequence[str]) -> None:
    """Make what is asked, and say how large it is."""
    options = _parser().parse_args(arguments)
    out = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    folder = out / FOLDER
    if not options.again:
        python = lay_folder(folder, options.python, options.kept)
        _say(f"Interpréteur : Python {python}{'' if options.python else ' (pour essai)'}")
    _say(f"{folder} : {_size(folder) / MB:.1f} Mo, {len(files(folder))} fichiers")
    name = f"papier-libre-{desktop_app.__version__}-windows-x64"
    with tempfile.TemporaryDirectory() as work:
        for kind, (suffix, make) in KINDS.items():
            if kind in options.only:
                target = out / f"{name}{suffix}"
                make(folder, target, Path(work))
                _say(f"{target} : {target.stat().st_size / MB:.1f} Mo")


def lay_folder(folder: Path, official: Path | None, kept: Path) -> str:
    """Lay the whole folder, anew, and return the version of its interpreter."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    tree.lay("windows", compiler(), VERSION, folder / "lib")
    python = lay_interpreter(folder / "python", official, kept)
    with tempfile.TemporaryDirectory() as work:
        build_icon(Path(work))
        build_launchers(folder, Path(work), desktop_app.__version__)
    read_me = (HERE / "LISEZMOI.txt").read_text("utf-8")
    read_me = read_me.replace("@VERSION@", desktop_app.__version__)
    _for_notepad(folder / "LISEZMOI.txt", read_me)
    _for_notepad(folder / "LICENSE.txt", (ROOT / "LICENSE").read_text("utf-8"))
    for path in [*folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (tree.epoch(),) * 2)
    return python


def compiler() -> Path:
    """Return a Python of this computer, of the version that the folder holds."""
    wanted = "{}.{}".format(*VERSION)
    for name in (sys.executable, f"/usr/bin/python{wanted}", f"python{wanted}"):
        found = shutil.which(name)
        if found and _version(found) == wanted:
            return Path(found)
    sys.exit(f"Il faut Python {wanted} pour compiler : apt-get install python{wanted}")


def _version(python: str) -> str:
    asked = "import sys; print('{}.{}'.format(*sys.version_info[:2]))"
    order = [python, "-Ic", asked]
    return subprocess.run(order, check=False, capture_output=True, text=True).stdout.strip()


def _for_notepad(file: Path, text: str) -> None:
    """Write a text that every Notepad shows right: marked as UTF-8, with its own line ends."""
    file.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))


def _zip(folder: Path, target: Path, _work: Path) -> None:
    pack(folder, target, tree.epoch())


Make = Callable[[Path, Path, Path], None]
KINDS: dict[str, tuple[str, Make]] = {
    "zip": (".zip", _zip),
    "installer": ("-installation.exe", windows_nsis.make),
    "msi": (".msi", windows_msi.make),
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./start package windows", description=__doc__)
    build = ROOT / "build"
    parser.add_argument("--out", type=Path, default=build / "windows", help="où ranger le résultat")
    official = "l’archive « embeddable » de python.org (une publication la demande)"
    parser.add_argument("--python", type=Path, metavar="FILE", help=official)
    parser.add_argument(
        "--only", nargs="+", choices=KINDS, default=list(KINDS), help="une partie des fichiers"
    )
    parser.add_argument(
        "--again", action="store_true", help="garde le dossier déjà fait, refait le reste"
    )
    parser.add_argument("--kept", type=Path, default=build / "interpreter", help=argparse.SUPPRESS)
    return parser


def _size(folder: Path) -> int:
    return sum(one.stat().st_size for one in files(folder))


def _say(line: str) -> None:
    print(line, flush=True)
