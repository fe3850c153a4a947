"""The tree that every package holds: the program, its data, and the packages it calls.

``lay`` makes it, for Linux and for Windows, on Linux. An envelope (`windows/`, `linux/`) adds an
interpreter and launchers: ``python/`` beside ``lib/``, which is what is laid here.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path, PurePosixPath

from bundle_libraries import cut, stripped
from bundle_notices import Shipped, is_text, lay_notices
from bundle_rules import Rules, rules
from bundle_wheels import Pin, System, download, members, pins
from data_files import data_files

ROOT = Path(__file__).parents[3]
OURS = "desktop_app"
ENGINE = ROOT / "build" / "engine"
KEPT = ROOT / "build" / "wheels"
"""Where downloaded wheels stay; ``PAPIER_LIBRE_WHEELS`` names another folder."""


def lay(system: System, python: Path, version: tuple[int, int], into: Path) -> None:
    """Lay the whole tree in a folder, which is new.

    Args:
        system: for which it is.
        python: an interpreter of ``version`` that runs here, which compiles; of any system.
        version: of the interpreter that the envelope adds, ``(3, 13)``.
        into: the folder; what was in it is removed.

    Raises:
        CalledProcessError: a wheel is not to be had, or a file cannot be compiled; it was said.
        ValueError: ``python`` is of another version.
    """
    _of_version(python, version)
    if into.exists():
        shutil.rmtree(into)
    into.mkdir(parents=True)
    kept = Path(os.environ.get("PAPIER_LIBRE_WHEELS") or KEPT)
    ruled = rules(system)
    wheels = download(pins(system, version), system, version, kept)
    needed = zip(pins(system, version), wheels, strict=True)
    shipped = [_unpack(pin, engine(system, version, wheel), into, ruled) for pin, wheel in needed]
    _lighten(into, system, ruled)
    _compile(python, into, "legacy")
    _program(into)
    gone = (part for rule in ruled.rules for part in rule.parts)
    lay_notices([one for one in shipped if one], gone, into)
    _compile(python, into / OURS)
    _of_one_time(into)


def _unpack(pin: Pin, wheel: Path, into: Path, ruled: Rules) -> Shipped | None:
    """Lay what is kept of a wheel; nothing is returned where nothing of it is."""
    texts, kept = [], 0
    for place, content in members(wheel):
        if ruled.keep(place):
            _write(into / place, content)
            kept += ".dist-info" not in place.parts[0]
        if is_text(place):
            texts.append(("/".join(place.parts[1:]), content.decode("utf-8", "replace")))
    made, sha256 = wheel.name.split("-")[1], hashlib.sha256(wheel.read_bytes()).hexdigest()
    own = made != pin.version
    pin = Pin(f"{pin.name}=={made}", pin.hashes)
    return Shipped(pin, sha256, tuple(texts), own) if kept else None


def engine(system: System, version: tuple[int, int], wheel: Path) -> Path:
    """Return a wheel, or our own engine of the safe (``./start engine``) in its place, if made."""
    tag = {"linux": "manylinux_*_x86_64", "windows": "win_amd64"}[system]
    name = "sqlcipher3-*+papierlibre.*-cp{0}{1}-cp{0}{1}-{2}.whl".format(*version, tag)
    if not wheel.name.startswith("sqlcipher3-"):
        return wheel
    return next(iter(sorted(ENGINE.glob(name), reverse=True)), wheel)


def epoch() -> int:
    """Return the time of the commit that is built, in seconds; ``SOURCE_DATE_EPOCH`` wins."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    return int(_git("log", "-1", "--format=%ct") or 0)


def _of_version(python: Path, version: tuple[int, int]) -> None:
    asked = "import sys; print(*sys.version_info[:2])"
    said = subprocess.run([python, "-Ic", asked], check=True, capture_output=True, text=True)
    if tuple(map(int, said.stdout.split())) != version:
        raise ValueError(f"{python}: Python {said.stdout.strip()}, not {version}")


def _program(into: Path) -> None:
    """Lay our own package, and its data inside it."""
    with tempfile.TemporaryDirectory() as made:
        inside = {ROOT / OURS: OURS, **data_files(ROOT, Path(made))}
        for source, place in inside.items():
            if source.is_file():
                _write(into / place, source.read_bytes())
            for file in _ours(source) if source.is_dir() else ():
                _write(into / place / file.relative_to(source), file.read_bytes())


def _ours(folder: Path) -> list[Path]:
    """Return the files of a folder of the checkout; what git is told to ignore is not ours."""
    listed = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", str(folder))
    found = [ROOT / name for name in listed.split("\0") if name] or list(folder.rglob("*"))
    return [one for one in sorted(found) if one.is_file() and "__pycache__" not in one.parts]


def _git(*arguments: str) -> str:
    """Return what git says of the checkout; nothing, where it is an archive of sources."""
    order = ["git", "-C", str(ROOT), *arguments]
    try:
        return subprocess.run(order, check=False, capture_output=True, text=True).stdout
    except FileNotFoundError:
        return ""


def _lighten(into: Path, system: System, ruled: Rules) -> None:
    """Take out of built libraries what nothing reads."""
    for file in sorted(one for one in into.rglob("*") if one.is_file()):
        with file.open("rb") as opened:
            if opened.read(4) == b"\x7fELF" and system == "linux":
                stripped(file)
        place = PurePosixPath(file.relative_to(into))
        for how in ruled.cuts:
            if how.concerns(place):
                cut(file, how)


def _compile(python: Path, folder: Path, how: str = "") -> None:
    """Compile a folder; nothing in what is made tells the day, or the folder where it was made.

    Packages of others are there compiled alone, ``legacy``: their sources are in the registry that
    the notices name, and are a sixteenth of the tree. Ours stay beside.
    """
    into = folder if how else folder.parent
    order = [python, "-P", "-m", "compileall", "-q", "-j", "1", "-s", into, "-p", "lib"]
    subprocess.run(
        [
            *map(str, order),
            "--invalidation-mode",
            "unchecked-hash",
            *["-b"] * bool(how),
            str(folder),
        ],
        check=True,
        stdout=sys.stderr,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": "0"},
        cwd=into,
    )
    for source in folder.rglob("*.py") if how else ():
        source.unlink()


def _of_one_time(into: Path) -> None:
    """Give every file the same modes and the time of the commit."""
    now = epoch()
    for path in [into, *into.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (now, now))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
