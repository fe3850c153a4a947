"""File systems on which scenes are laid; one that this system lacks is skipped by its name."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.refusing import NAMES_LEFT, ROOM_LEFT, Fault, Unavailable

_IMAGE = 64 << 20


@contextlib.contextmanager
def memory() -> Iterator[Path]:
    """A folder of the system's memory: flushes cost nothing."""
    shared = Path("/dev/shm")
    where = shared if os.access(shared, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="papier-libre-faults-", dir=where) as folder:
        yield Path(folder)


@contextlib.contextmanager
def ext4() -> Iterator[Path]:
    """An ext4 file system in a file."""
    with memory() as folder:
        image = _image(folder, "mkfs.ext4", "-q", "-F")
        with _mounted(folder / "disk", "mount", "-o", "loop", str(image)) as place:
            yield place


@contextlib.contextmanager
def fat() -> Iterator[Path]:
    """A FAT file system in a file, as on most USB keys: by the kernel, else by fusefat."""
    with memory() as folder:
        image = _image(folder, "mkfs.fat", "-F", "32")
        try:
            with _mounted(folder / "disk", "mount", "-o", "loop", str(image)) as place:
                yield place
        except Unavailable:
            with _mounted(folder / "disk", "fusefat", "-o", "rw+", str(image)) as place:
                _expect_replaces(place)
                yield place


@contextlib.contextmanager
def exfat() -> Iterator[Path]:
    """An exFAT file system in a file, as on USB keys of today: by a program (``exfat-fuse``)."""
    with (
        memory() as folder,
        _device(_image(folder, "mkfs.exfat")) as device,
        _mounted(folder / "disk", "mount.exfat-fuse", device) as place,
    ):
        yield place


@contextlib.contextmanager
def ntfs() -> Iterator[Path]:
    """A file system of Windows in a file: by a program (``ntfs-3g``)."""
    with (
        memory() as folder,
        _device(_image(folder, "mkntfs", "-F", "-Q", "-q")) as device,
        _mounted(folder / "disk", "ntfs-3g", device) as place,
    ):
        yield place


def limited(folder: Path, size: int, names: int) -> contextlib.AbstractContextManager[Path]:
    """A file system of the memory with so much room, and so many names."""
    options = f"size={size},nr_inodes={names}"
    return _mounted(folder, "mount", "-t", "tmpfs", "-o", options, "tmpfs")


@contextlib.contextmanager
def crowded(disk: Path, fault: Fault) -> Iterator[None]:
    """Leave so many pages, or names, on a small disk, until a gesture was done."""
    filler = disk / "filler"
    if fault.kind not in (ROOM_LEFT, NAMES_LEFT):
        yield
        return
    filler.mkdir()
    state = os.statvfs(disk)
    if fault.kind is NAMES_LEFT:
        for number in range(state.f_favail - fault.at):
            (filler / str(number)).touch()
    else:
        with (filler / "all").open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, (state.f_bavail - fault.at) * state.f_frsize)
    try:
        yield
    finally:
        shutil.rmtree(filler)


PLACES: dict[str, Callable[[], contextlib.AbstractContextManager[Path]]] = {
    "tmpfs": memory,
    "ext4": ext4,
    "FAT": fat,
    "exFAT": exfat,
    "NTFS": ntfs,
}


def _expect_replaces(place: Path) -> None:
    """Some drivers cannot give a file the name of another: no program saves safely there."""
    for name in ("one", "other"):
        (place / name).touch()
    try:
        (place / "one").replace(place / "other")
    except OSError as error:
        raise Unavailable("a FAT driver that replaces a file") from error


def _image(folder: Path, command: str, *options: str) -> Path:
    path = shutil.which(command) or shutil.which(command, path="/usr/sbin:/sbin")
    if path is None:
        raise Unavailable(command)
    image = folder / "image"
    with image.open("wb") as file:
        file.truncate(_IMAGE)
    subprocess.run([path, *options, str(image)], check=True, capture_output=True)
    return image


@contextlib.contextmanager
def _device(image: Path) -> Iterator[str]:
    """A file given to the system as a disk."""
    command = ["losetup", "--find", "--show", str(image)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        raise Unavailable("the right to make a disk of a file (losetup)")
    device = made.stdout.strip()
    try:
        yield device
    finally:
        subprocess.run(["losetup", "--detach", device], check=False)


@contextlib.contextmanager
def _mounted(place: Path, *command: str) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    if shutil.which(command[0]) is None:
        raise Unavailable(command[0])
    if subprocess.run([*command, str(place)], capture_output=True, check=False).returncode:
        raise Unavailable(f"the right to mount ({command[0]})")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)
