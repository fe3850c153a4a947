"""The wheels of a system: of the versions and hashes of our locks, whatever computer builds."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from packaging.markers import Marker
from packaging.requirements import Requirement

System = Literal["linux", "windows"]
LOCKS = Path(__file__).parents[1] / "lock"
SHIPPED = ("qt-classic", "runtime")
"""The Qt of old computers, for everyone: one stick goes from one PC to another (DECISIONS.md)."""

GLIBC = (28, 27, 26, 25, 24, 17, 12, 5)
"""The best wheel first; 2.28 is that of Debian 10, of 2019."""
PLATFORMS: dict[System, tuple[str, ...]] = {
    "linux": (
        *(f"manylinux_2_{minor}_x86_64" for minor in GLIBC),
        *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64"),
    ),
    "windows": ("win_amd64",),
}
MARKERS: dict[System, dict[str, str]] = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


@dataclass(frozen=True)
class Pin:
    """A package of a lock: its requirement, ``babel==2.18.0``, and the hashes of its files."""

    need: str
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.need.partition("==")[0]

    @property
    def version(self) -> str:
        return self.need.partition("==")[2]


def pins(system: System, version: tuple[int, int]) -> list[Pin]:
    """Return the packages of our locks that a system needs, for a version of Python."""
    surroundings = {
        **MARKERS[system],
        "python_version": "{}.{}".format(*version),
        "python_full_version": "{}.{}.0".format(*version),
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "platform_machine": "AMD64" if system == "windows" else "x86_64",
    }
    return [
        pin
        for name in SHIPPED
        for marker, pin in _blocks((LOCKS / f"{name}.txt").read_text("utf-8"))
        if marker is None or marker.evaluate(surroundings)
    ]


def download(pinned: list[Pin], system: System, version: tuple[int, int], kept: Path) -> list[Path]:
    """Return the wheels, in the order of their names; those that ``kept`` has come from there.

    Raises:
        CalledProcessError: one is not to be had, or is not the file of the lock; pip said which.
    """
    kept.mkdir(parents=True, exist_ok=True)
    wanted = kept / "wanted-{}-{}.{}.txt".format(system, *version)
    wanted.write_text(
        "".join(
            f"{pin.need} {' '.join(f'--hash=sha256:{one}' for one in pin.hashes)}\n"
            for pin in pinned
        )
    )
    folder = kept / "{}-{}.{}".format(system, *version)
    order = [
        *(sys.executable, "-Im", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--require-hashes", "--only-binary", ":all:", "--no-deps", "--implementation", "cp"),
        *("--python-version", "{}.{}".format(*version), "--dest", str(folder)),
        *(part for one in PLATFORMS[system] for part in ("--platform", one)),
        *("--find-links", str(folder), "--requirement", str(wanted)),
    ]
    folder.mkdir(exist_ok=True)
    alone = subprocess.run(
        [*order, "--no-index"], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if alone.returncode:
        subprocess.run(order, check=True, stdout=sys.stderr)
    return [_of(pin, folder) for pin in pinned]


def members(wheel: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield each file that a wheel lays among the packages: its place there, and its bytes.

    Programs, headers and whatever belongs elsewhere stay out: we call none of it.
    """
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            place = PurePosixPath(name)
            if name.endswith("/"):
                continue
            if place.parts[0].endswith(".data"):
                if place.parts[1] not in ("purelib", "platlib"):
                    continue
                place = PurePosixPath(*place.parts[2:])
            if ".." in place.parts or place.is_absolute():
                raise ValueError(f"{wheel.name}: {name}")
            yield place, archive.read(name)


def _blocks(lock: str) -> Iterator[tuple[Marker | None, Pin]]:
    """Yield each package of a lock, with the marker of where it is needed."""
    joined = lock.replace("\\\n", " ").splitlines()
    for line in joined:
        if "==" not in line or line.startswith("#"):
            continue
        head, *hashes = line.split("--hash=sha256:")
        need = Requirement(head.strip())
        yield need.marker, Pin(f"{need.name}{need.specifier}", tuple(one.strip() for one in hashes))


def _of(pin: Pin, folder: Path) -> Path:
    """Return the wheel of a package in a folder, which may hold older ones."""
    name = pin.name.replace("-", "_").lower()
    found = [
        one
        for one in folder.glob(f"*-{pin.version}-*.whl")
        if one.name.partition("-")[0].replace(".", "_").lower() == name
    ]
    if len(found) != 1:
        raise FileNotFoundError(f"{pin.need}: {[one.name for one in found]}")
    return found[0]
