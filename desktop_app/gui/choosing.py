"""Where files may be looked for, and written: one's own folders, and keys that are plugged in.

A public terminal never proposes its own folders, where the next reader would find the letter: it
shows keys, and says to plug one in; a file is saved on a key, and nowhere else.
"""

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:  # which keys are plugged in is asked before the first paint, nothing else
    from desktop_app.core.folder import Place, PlaceKind

KEYS = ("/media", "/run/media", "/Volumes")
"""Where systems put what is plugged in. Not /mnt: another system's disk, or a share, is there."""
MOUNTS = Path("/proc/self/mounts")
DISKS = Path("/sys/block")
_WINDOWS_REMOVABLE = 2
_PARTITION = re.compile(r"^((?:sd|hd|vd|xvd)[a-z]+|(?:nvme|mmcblk)\w*?(?=p))p?\d+$")

_Standard = QStandardPaths.StandardLocation
_OWN: "tuple[tuple[PlaceKind, QStandardPaths.StandardLocation], ...]" = (
    ("documents", _Standard.DocumentsLocation),
    ("desktop", _Standard.DesktopLocation),
    ("pictures", _Standard.PicturesLocation),
    ("downloads", _Standard.DownloadLocation),
)


def plugged_in(mounts: str, pulled_out: Collection[str] = ()) -> list[Path]:
    """Return the keys and disks that are plugged in, from the system's table of mounts.

    What is mounted where keys are, or whose disk the system says one can pull out, and is not of
    the computer's own disks, nor in its memory. The table alone is read: a share that no longer
    answers would hold the window.

    Args:
        mounts: a line for each place: device, place, and what else the system tells.
        pulled_out: the disks that one can pull out, such as "sdb".
    """
    found = [(_disk(device), place) for device, place in _places(mounts)]
    own = {
        disk
        for disk, place in found
        if place == Path("/") or not (disk in pulled_out or _where_keys_are(place))
    }
    return [
        place
        for disk, place in found
        if disk and disk not in own and (disk in pulled_out or _where_keys_are(place))
    ]


def _places(mounts: str) -> Iterator[tuple[str, Path]]:
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) > 1:
            place = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[1])
            yield fields[0], Path(place.encode("latin-1", "replace").decode("utf-8", "replace"))


def _disk(device: str) -> str:
    """Return the disk of a partition; "" of what is on none: memory, a share, an image."""
    name = device.removeprefix("/dev/")
    if name == device or name.startswith("loop"):
        return ""
    return _PARTITION.sub(r"\1", name)


def _where_keys_are(place: Path) -> bool:
    return any(place.is_relative_to(one) and place != Path(one) for one in KEYS)


def keys_now() -> list[Path]:
    """Return the keys and disks that are plugged in now; none where the system does not tell."""
    if sys.platform == "win32":
        from ctypes import windll

        drives = [f"{letter}:\\" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
        kind = windll.kernel32.GetDriveTypeW
        return [Path(one) for one in drives if kind(one) == _WINDOWS_REMOVABLE]
    if sys.platform == "darwin":
        return sorted(one for one in Path("/Volumes").glob("*") if one.is_mount())
    try:
        return plugged_in(MOUNTS.read_text("latin-1"), _pulled_out())
    except OSError:
        return []


def _pulled_out() -> set[str]:
    told = DISKS.glob("*/removable")
    return {one.parent.name for one in told if one.read_text("ascii").strip() == "1"}


def places(*, public: bool) -> "list[Place]":
    """Return where one may look now: one's own folders, then keys; on a public terminal, keys.

    Where the system has no folder for something, it says the whole home: that is proposed once.
    """
    from desktop_app.core.folder import Place

    keys = [Place("key", str(one), _label(one)) for one in keys_now()]
    if public:
        return keys
    whole = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    named = [(kind, QStandardPaths.writableLocation(one)) for kind, one in _OWN]
    found = [Place(kind, path) for kind, path in named if path and Path(path) != Path(whole)]
    return [*found, Place("home", whole), *keys]


def _label(key: Path) -> str:
    return key.name or str(key).rstrip("\\")  # of a drive of Windows: "E:"


def holder(folder: Path, found: "Sequence[Place]") -> "Place | None":
    """Return the place that a folder is in; the nearest one."""
    inside = [one for one in found if folder.is_relative_to(one.path)]
    return max(inside, key=lambda one: len(one.path), default=None)


def is_the_terminals(path: Path, keys: Sequence[Path]) -> bool:
    """Tell whether a file would stay on a public terminal: it does, anywhere but on a key.

    Links are followed: those of its folder, and its own, whose target would be replaced.
    """
    whole = path.resolve()
    return not any(whole.is_relative_to(key.resolve()) for key in keys)
