"""What Windows tells of the disk that bears a path: gone, or protected. Asked after a refusal."""

import ctypes
import os
import sys
from pathlib import Path

READ_ONLY_VOLUME = 0x80000


def is_gone(path: str | os.PathLike[str]) -> bool:
    """Tell whether the drive, or the share of a network, that bears this path no longer answers."""
    root = _root(path)
    return bool(root) and not os.path.exists(root)


def is_protected(path: str | os.PathLike[str]) -> bool:
    """Tell whether nothing can be written on the drive of this path (a lock on the key, a disc)."""
    if sys.platform != "win32":
        return False
    root, flags = _root(path), ctypes.c_uint32()
    told = ctypes.WinDLL("kernel32").GetVolumeInformationW(
        root, None, 0, None, None, ctypes.byref(flags), None, 0
    )
    return bool(root and told and flags.value & READ_ONLY_VOLUME)


def _root(path: str | os.PathLike[str]) -> str:
    return Path(path).absolute().anchor
