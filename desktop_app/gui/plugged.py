"""Which keys and disks are plugged in now: asked before the first paint, so by few means.

A safe on a key is found there, though nothing on the computer tells of it.
"""

import os
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

KEYS = ("/media/", "/run/media/", "/Volumes/")
"""Where systems put what is plugged in. Not /mnt: another system's disk, or a share, is there."""
MOUNTS = Path("/proc/self/mounts")
DISKS = "/sys/block"
_WINDOWS_REMOVABLE = 2
_DRIVES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = ("sd", "hd", "vd", "xvd")
"""Disks named by letters: what follows is the number of a part ("sdb1")."""
_NUMBERS = ("nvme", "mmcblk")
"""Disks named by numbers: a "p" stands before that of a part ("nvme0n1p1")."""


def plugged_in(mounts: str, pulled_out: Collection[str] = ()) -> list[Path]:
    """Return the keys and disks that are plugged in, from the system's table of mounts.

    What is mounted where keys are, or whose disk the system says one can pull out, and is not of
    the computer's own disks, nor in its memory. The table alone is read: a share that no longer
    answers would hold the window.

    Args:
        mounts: a line for each place: device, place, and what else the system tells.
        pulled_out: the disks that one can pull out, such as "sdb".
    """
    found = [(disk, place) for device, place in _places(mounts) if (disk := _disk(device))]
    own = {
        disk
        for disk, place in found
        if place == "/" or not (disk in pulled_out or place.startswith(KEYS))
    }
    return [
        Path(place)
        for disk, place in found
        if disk not in own and (disk in pulled_out or place.startswith(KEYS))
    ]


def _places(mounts: str) -> Iterator[tuple[str, str]]:
    for line in mounts.splitlines():
        device, _, rest = line.partition(" ")
        if rest:
            place = _written(rest.partition(" ")[0])
            yield device, place.encode("latin-1", "replace").decode("utf-8", "replace")


def _written(place: str) -> str:
    """Return a place as it is called: the table writes its spaces as numbers."""
    if "\\" not in place:
        return place
    import re  # most tables have none, and this is before the first paint

    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), place)


def _disk(device: str) -> str:
    """Return the disk of a partition; "" of what is on none: memory, a share, an image."""
    name = device.removeprefix("/dev/")
    if name == device or name.startswith("loop"):
        return ""
    bare = name.rstrip("0123456789")
    if bare != name and bare.startswith(_LETTERS) and bare.isalpha():
        return bare
    if bare != name and bare.startswith(_NUMBERS) and bare.endswith("p"):
        return bare.removesuffix("p")
    return name


def keys_now() -> list[Path]:
    """Return the keys and disks that are plugged in now; none where the system does not tell."""
    if sys.platform == "win32":
        from ctypes import windll

        there, kind = windll.kernel32.GetLogicalDrives(), windll.kernel32.GetDriveTypeW
        drives = [f"{letter}:\\" for at, letter in enumerate(_DRIVES) if there >> at & 1]
        keys = [one for one in drives if kind(one) == _WINDOWS_REMOVABLE]
        # A reader of cards has its letter without a card.
        volume = windll.kernel32.GetVolumeInformationW
        return [Path(one) for one in keys if volume(one, None, 0, None, None, None, None, 0)]
    if sys.platform == "darwin":
        return sorted(one for one in Path("/Volumes").glob("*") if one.is_mount())
    try:
        return plugged_in(MOUNTS.read_text("latin-1"), _pulled_out())
    except OSError:
        return []


def watch(path: str | Path) -> Callable[[], None]:
    """Return what refuses, called before one writes there, once the key that is there now is gone.

    The folder of a key may outlive it: what is written then stays on the computer.

    Raises:
        MediaRemoved, when what is returned is called.
    """
    where = Path(path)
    key = next((one for one in keys_now() if where.is_relative_to(one)), None)

    def expect() -> None:
        if key is not None and key not in keys_now():
            from desktop_app.files import MediaRemoved

            raise MediaRemoved

    return expect


def _pulled_out() -> set[str]:
    # No image of a disk, and no memory: a system may have dozens of them.
    disks = [one for one in os.listdir(DISKS) if not one.startswith(("loop", "ram"))]
    return {one for one in disks if _told(f"{DISKS}/{one}/removable") == "1"}


def _told(file: str) -> str:
    return Path(file).read_text("ascii").strip()
