"""What POSIX has and Windows lacks: a test that needs it is skipped by name, with the reason.

Off Windows nothing is touched. Wine is told from a Windows by a function that only it has.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WINDOWS = sys.platform == "win32"


PROGRAMS = ("mount", "setpriv", "unshare", "strace", "sh")


def under_wine() -> bool:
    """Tell Wine from Windows."""
    if sys.platform != "win32":
        return False
    from ctypes import WinDLL

    return hasattr(WinDLL("ntdll"), "wine_get_version")


WINE = under_wine()
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
"""What ends a process at once."""
KILLED = signal.SIGTERM if WINDOWS else -KILL
"""The status of a process that did it to itself by ``os.kill``."""
SLOWER = 8 if WINE else 1
"""How many times longer a process takes to start."""


def has_mode(path: Path, mode: int) -> bool:
    """Tell whether a file or a folder has these permission bits; on Windows it has others: a list.

    What that list says is tried in ``tests/windows/test_disk.py``.
    """
    return WINDOWS or path.stat().st_mode & 0o777 == mode


def install() -> None:
    """Have what is missing skip the test that reaches for it."""
    if not WINDOWS:
        return
    lacking: dict[str, tuple[Any, str]] = {
        "mkfifo": (os, "Windows has no tube in a folder"),
        "geteuid": (os, "Windows has no number of a user"),
        "getuid": (os, "Windows has no number of a user"),
        "fork": (os, "Windows has no fork"),
        "killpg": (os, "Windows has no groups of processes"),
        "openpty": (os, "Windows has no pseudo terminal"),
        "statvfs": (os, "Windows has no statvfs"),
    }
    for name, (place, reason) in lacking.items():
        if not hasattr(place, name):
            setattr(place, name, _skips(reason))
    if WINE:  # which does not tell that a child is at work: it is waited for longer at once
        from desktop_app.untrusted.worker import Worker

        Worker.__init__.__kwdefaults__["seconds"] *= SLOWER
    run = subprocess.run

    def ran(command: Any, *arguments: Any, **named: Any) -> Any:
        if isinstance(command, list | tuple) and command[0] in PROGRAMS:
            pytest.skip(f"needs {command[0]}, which Windows has not got")
        return run(command, *arguments, **named)

    subprocess.run = ran
    link = Path.symlink_to

    def linked(self: Path, *arguments: Any, **named: Any) -> None:
        try:
            link(self, *arguments, **named)
        except (OSError, NotImplementedError):
            pytest.skip("this Windows lets nobody make a link")

    Path.symlink_to = linked  # type: ignore[method-assign]


def _skips(reason: str) -> Callable[..., Any]:
    return lambda *_, **__: pytest.skip(reason)
