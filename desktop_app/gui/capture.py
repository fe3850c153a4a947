"""Keeps the window out of what other programs capture of the screen, where the system allows it.

Windows alone does (version 10 of 2020 and later): there the window is left out of screenshots,
recordings and shared screens. On X11 each program sees the others' windows; under Wayland the
compositor asks the person, and gives no program the means to refuse.
"""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

EXCLUDED = 0x11  # WDA_EXCLUDEFROMCAPTURE
BLACK = 0x01  # WDA_MONITOR: what an older Windows knows
SetAffinity = Callable[[int, int], int]


def refuse(window: QWidget, set_affinity: SetAffinity | None = None) -> bool:
    """Have the system leave this window out of what is captured; False where it cannot.

    ``set_affinity``: the system's own function; that of this computer without it.
    """
    asked = set_affinity or _of_this_system()
    if asked is None:
        return False
    place = int(window.winId())
    return bool(asked(place, EXCLUDED) or asked(place, BLACK))


def _of_this_system() -> SetAffinity | None:
    if sys.platform == "win32":
        from ctypes import windll

        found: SetAffinity = windll.user32.SetWindowDisplayAffinity
        return found
    return None
