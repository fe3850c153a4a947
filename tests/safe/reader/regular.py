"""Files of a safe: regular ones, never through a link."""

import os
import stat
from pathlib import Path


def read(path: Path) -> bytes | None:
    """All of a file; None: there is none, or a link, a folder or a tube in its place."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with os.fdopen(descriptor, "rb") as file:
        return file.read()
