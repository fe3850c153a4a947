"""How this very Python is started again: for a child, and for the process after this one.

Mostly by its own file. From a stick whose file system marks no program (FAT), it was started by the
system's loader, which is then what runs: its file alone could not be.
"""

import os
import sys


def command() -> list[str]:
    """Return the words that start this Python; its arguments follow."""
    loader = _loader()
    if not loader:
        return [sys.executable]
    return [loader, "--argv0", sys.executable, sys.executable]


def _loader() -> str:
    """Return the loader that runs as this process; "" where the interpreter itself does."""
    try:
        running = os.readlink("/proc/self/exe")
    except OSError:  # another system
        return ""
    return running if os.path.basename(running).startswith("ld-linux") else ""
