"""What Qt needs from the system, asked before Qt is imported: it aborts without a word otherwise.

``python -I qt_needs.py packages`` prints the Debian packages that are missing, one a line.
``python -I qt_needs.py display`` succeeds when a window could be shown.
Standard library only: `./start` runs this file by its path before anything is installed.
"""

import ctypes
import os
import sys
import time
from pathlib import Path

# Found by trying in a minimal Debian 13; other libraries come with these. Names without "t64":
# Debian 12 knows only these, and Debian 13's packages answer to them too.
PACKAGE_OF = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

# An X server without clients begins anew when its last one leaves, and refuses whoever comes in
# these moments: seen once in ten times on a loaded machine, between this question and the window's.
_PAUSES = (0.1, 0.2, 0.4)


def loads(library: str) -> bool:
    """Whether the system's loader finds this library and all that it needs itself."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def lies_there(library: str) -> bool:
    """Whether a file of that name is where the system keeps its libraries, none being loaded."""
    triplet = getattr(sys.implementation, "_multiarch", "")
    folders = ("/usr/lib64", *([f"/usr/lib/{triplet}"] if triplet else ()))
    return any(os.path.exists(f"{folder}/{library}") for folder in folders)


def missing_packages(*, at_sight: bool = False) -> list[str]:
    """Return the Debian packages of the libraries that cannot be loaded.

    Args:
        at_sight: those whose file is there are taken as whole. To load the fifteen of them costs
            a tenth of the time until the first paint, and what Qt does not use stays in memory.
    """
    return [
        package
        for library, package in PACKAGE_OF.items()
        if not (at_sight and lies_there(library)) and not loads(library)
    ]


def wayland_answers() -> bool:
    """Whether the socket of a Wayland compositor is there."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).is_socket()


def x_answers() -> bool:
    """Whether the X server that DISPLAY names accepts us, asked of libxcb, which Qt uses too.

    Asked again for less than a second before it is told that nothing answers.
    """
    if not os.environ.get("DISPLAY") or not loads("libxcb.so.1"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    for pause in (0.0, *_PAUSES):
        time.sleep(pause)
        connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
        refused = xcb.xcb_connection_has_error(connection)
        xcb.xcb_disconnect(connection)
        if not refused:
            return True
    return False


def display_answers() -> bool:
    """Whether a window could be shown; always so where the display is the system's own."""
    return not sys.platform.startswith("linux") or wayland_answers() or x_answers()


def main(question: str) -> int:
    if not sys.platform.startswith("linux"):
        return 0
    if question == "display":
        return 0 if display_answers() else 1
    print("\n".join(missing_packages()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
