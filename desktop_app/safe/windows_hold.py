"""Windows: a folder is held by a name that lives as long as who holds it, as a lock does elsewhere.

The name (a mutex) is of this computer alone: what another one makes in a folder of the network is
not seen, so nothing there is taken for abandoned before a day has passed.
"""

import ctypes
import sys
from pathlib import Path

_REMOTE = 4
_TAKEN = 183  # ERROR_ALREADY_EXISTS


def is_near(folder: Path) -> bool:
    """Tell whether this folder is on a disk of this computer, where a name tells of everybody."""
    if sys.platform != "win32":
        return False
    kind = ctypes.WinDLL("kernel32").GetDriveTypeW(folder.absolute().anchor)
    return bool(kind != _REMOTE)


def take(folder: Path) -> int | None:
    """Hold a folder until this process ends or gives it back; None where another one does."""
    if sys.platform != "win32":
        return None
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateMutexW.restype = ctypes.c_void_p
    ctypes.set_last_error(0)
    held = kernel.CreateMutexW(None, 0, f"Global\\papier-libre {folder.name}")
    if held and ctypes.get_last_error() == _TAKEN:
        give_back(held)
        return None
    return int(held) if held else None


def give_back(held: int) -> None:
    """Hold it no more."""
    if sys.platform == "win32":
        ctypes.WinDLL("kernel32").CloseHandle(ctypes.c_void_p(held))
