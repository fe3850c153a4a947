"""The Python of the packages for Linux: packages of Debian 12 by their hashes, unpacked.

``interpreter.toml`` says which, and what of them is taken. Needs ``dpkg-deb`` and ``patchelf``.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linux_words import tool

HERE = Path(__file__).parent
DATA: dict[str, Any] = tomllib.loads((HERE / "interpreter.toml").read_text("utf-8"))
VERSION: tuple[int, int] = (DATA["python"][0], DATA["python"][1])
NAME = "python{}.{}".format(*VERSION)
KEPT = HERE.parents[2] / "build" / "debian"
"""Where downloaded packages stay."""
OURS = Path("lib/python3/dist-packages/papier-libre.pth")
"""Where Debian's Python looks for what is installed: it is told of ``lib/``, beside ``python/``."""


@dataclass(frozen=True)
class Taken:
    """A package of Debian, and what of it is laid where.

    Attributes:
        file: its place on a mirror.
        archive: which archive of Debian it is in.
        sha256: of the file.
        take: file or folder inside -> its place in our interpreter.
    """

    file: str
    archive: str
    sha256: str
    take: dict[str, str]

    @property
    def name(self) -> str:
        return Path(self.file).name.partition("_")[0]

    @property
    def version(self) -> str:
        return Path(self.file).name.split("_")[1]


def packages() -> list[Taken]:
    """Return the packages of Debian that the interpreter is made of."""
    return [Taken(**one) for one in DATA["package"]]


def lay_interpreter(into: Path) -> Path:
    """Lay the interpreter in a new folder, compiled; return the program in it.

    Raises:
        FileNotFoundError: a package is not to be had, or a tool is missing; it says which.
        ValueError: a package is not the one that was expected.
    """
    for one in packages():
        with tempfile.TemporaryDirectory() as unpacked:
            subprocess.run([tool("dpkg-deb"), "--extract", _fetched(one), unpacked], check=True)
            for source, place in one.take.items():
                _lay(Path(unpacked) / source, into / place)
            notice = Path(unpacked) / "usr" / "share" / "doc" / one.name / "copyright"
            if notice.is_file():  # Python's packages share that of the first
                _lay(notice, into / "notices" / f"{one.name}.txt")
    for path in _left_out(into):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (into / OURS).parent.mkdir(parents=True)
    (into / OURS).write_text("../../../../lib\n")
    program = into / "bin" / NAME
    _find_our_libraries(into, program)
    _compile(into, program)
    return program


def _fetched(one: Taken) -> Path:
    """Return the file of a package, downloaded once, with the hash it must have."""
    KEPT.mkdir(parents=True, exist_ok=True)
    file = KEPT / Path(one.file).name
    if not file.is_file():
        part = file.with_suffix(".part")
        part.write_bytes(_downloaded(one))
        part.replace(file)
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != one.sha256:
        file.unlink()
        raise ValueError(f"{one.file}: sha256 {found}, not {one.sha256}")
    return file


def _downloaded(one: Taken) -> bytes:
    said = "no mirror is named by apt, nor by PAPIER_LIBRE_MIRRORS"
    for mirror in mirrors(one.archive):
        try:
            with urllib.request.urlopen(f"{mirror}/{one.file}", timeout=60) as answer:  # noqa: S310
                content: bytes = answer.read()
                return content
        except (OSError, urllib.error.HTTPError) as error:
            said = str(error)
    raise FileNotFoundError(f"{one.file}: {said}; interpreter.toml needs its newer version")


def mirrors(archive: str) -> list[str]:
    """Return where an archive of Debian is asked: what the environment names, then what apt does.

    An address ends with the archive's name, ``debian`` or ``debian-security``.
    """
    named = os.environ.get("PAPIER_LIBRE_MIRRORS", "").split()
    if shutil.which("apt-get"):
        order = ["apt-get", "indextargets", "--format", "$(SITE)"]
        named += subprocess.run(order, check=False, capture_output=True, text=True).stdout.split()
    asked = dict.fromkeys(one.rstrip("/") for one in named if one.startswith("http"))
    return [one for one in asked if one.rpartition("/")[2] == archive]


def _lay(source: Path, place: Path) -> None:
    """Copy a file or a folder; a link becomes what it leads to, for FAT knows no links."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, place, symlinks=True, dirs_exist_ok=True)
        for link in [path for path in place.rglob("*") if path.is_symlink()]:
            link.unlink()  # to /etc, or to other packages: nothing of ours
    else:
        shutil.copyfile(source, place)


def _left_out(into: Path) -> Iterator[Path]:
    rules = DATA["left_out"]
    for name in rules["what"]:
        if os.path.lexists(into / name):
            yield into / name
    modules = into / "lib" / NAME / "lib-dynload"
    for name in rules["modules"]:
        yield from modules.glob(f"{name}.cpython-*.so")


def _find_our_libraries(into: Path, program: Path) -> None:
    """Have the libraries beside the interpreter be found wherever the folder is."""
    program.chmod(0o755)
    _look_in(program, "$ORIGIN/../lib")
    ours = {one.name for one in (into / "lib").glob("*.so.*")}
    for module in sorted((into / "lib" / NAME / "lib-dynload").glob("*.so")):
        needed = subprocess.run(
            [tool("patchelf"), "--print-needed", module],
            check=True,
            capture_output=True,
            text=True,
        )
        if ours.intersection(needed.stdout.split()):
            _look_in(module, "$ORIGIN/../..")


def _look_in(binary: Path, folder: str) -> None:
    subprocess.run([tool("patchelf"), "--set-rpath", folder, binary], check=True)


def _compile(into: Path, program: Path) -> None:
    """Compile the library by the interpreter itself; a .pyc tells no time, and no folder."""
    library = into / "lib" / NAME
    subprocess.run(
        [
            *(program, "-I", "-m", "compileall", "-q", "-s", into, "-p", "python"),
            *("--invalidation-mode", "unchecked-hash", library),
        ],
        check=True,
        stdout=sys.stderr,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": "0"},
    )
