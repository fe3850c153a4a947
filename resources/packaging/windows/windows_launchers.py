"""Our two programs for Windows, of one source: with our icon, our version and our manifest."""

import subprocess
import sys
from pathlib import Path

from windows_interpreter import LIBRARY

HERE = Path(__file__).parent
ICON = HERE.parents[1] / "icon" / "papier-libre.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)
COMPILER = "x86_64-w64-mingw32-gcc"
RESOURCES = "x86_64-w64-mingw32-windres"
WINDOW, COMMANDS = "papier-libre", "papier-libre-cli"
FLAGS = (
    *("-municode", "-O2", "-s", "-Wall", "-Wextra", "-Werror", "-static-libgcc"),
    f'-DPYTHON_DLL=L"{LIBRARY}"',
    # The same bytes whenever it is built; nothing below 4 GB, so that addresses are drawn wide.
    *("-Wl,--no-insert-timestamp", "-Wl,--high-entropy-va,--dynamicbase,--nxcompat"),
)
KINDS = {
    WINDOW: ("Papier libre", ("-mwindows",)),
    COMMANDS: ("Papier libre (commandes)", ("-DCONSOLE", "-mconsole")),
}
NEEDED = {
    COMPILER: "gcc-mingw-w64-x86-64",
    RESOURCES: "binutils-mingw-w64-x86-64",
    "rsvg-convert": "librsvg2-bin",
    "icotool": "icoutils",
}
"""The programs that are called, and Debian's packages."""


def quad(version: str) -> str:
    """Return a version in the four numbers that Windows wants: 0.1 is 0.1.0.0."""
    numbers = [part for part in version.split(".") if part.isdigit()][:4]
    return ".".join(numbers + ["0"] * (4 - len(numbers)))


def manifest(version: str) -> str:
    """Return the manifest of both programs."""
    return (HERE / "papier-libre.manifest").read_text("utf-8").replace("@QUAD@", quad(version))


def resources(name: str, version: str) -> str:
    """Return the icon, the manifest and the version, for the compiler of resources."""
    text = (HERE / "launcher.rc").read_text("utf-8")
    values = {
        "@NUMBERS@": quad(version).replace(".", ","),
        "@VERSION@": version,
        "@DESCRIPTION@": KINDS[name][0],
        "@NAME@": name,
    }
    for key, value in values.items():
        text = text.replace(key, value)
    return text


def build_icon(work: Path) -> Path:
    """Draw the icon in every size that Windows shows, from our one drawing."""
    drawn = [_drawn(size, work) for size in SIZES]
    icon = work / "papier-libre.ico"
    largest = drawn.pop()  # kept as a picture inside, else it would be 256 kB
    _run("icotool", "--create", f"--output={icon}", *map(str, drawn), f"--raw={largest}")
    return icon


def build_launchers(into: Path, work: Path, version: str) -> None:
    """Compile both programs into a folder; ``work`` is for what is made on the way."""
    (work / "papier-libre.manifest").write_text(manifest(version), "utf-8")
    for name, (_, kind) in KINDS.items():
        (work / f"{name}.rc").write_text(resources(name, version), "utf-8")
        compiled = work / f"{name}.res"
        order = (RESOURCES, "-c", "65001", "-O", "coff", f"{name}.rc", str(compiled))
        _run(*order, folder=work)
        target = into / f"{name}.exe"
        _run(COMPILER, *FLAGS, *kind, "-o", str(target), str(HERE / "launcher.c"), str(compiled))


def _drawn(size: int, work: Path) -> Path:
    picture = work / f"{size}.png"
    sides = (f"--width={size}", f"--height={size}")
    _run("rsvg-convert", *sides, f"--output={picture}", str(ICON))
    return picture


def _run(program: str, *arguments: str, folder: Path | None = None) -> None:
    try:
        subprocess.run([program, *arguments], check=True, cwd=folder, stdout=sys.stderr)
    except FileNotFoundError:
        sys.exit(f"Il manque {program} : apt-get install {NEEDED[program]}")
