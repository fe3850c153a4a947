"""A hidden folder beside a place, where something large is made before it has its name.

A program that is killed leaves it, as large as a safe, perhaps on a key: the next one that works
beside sweeps it. Who works in one holds it, so that nobody else's is swept.
"""

import contextlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: a folder cannot be held
    fcntl = None  # type: ignore[assignment]

_NAME = re.compile(r"\.[0-9a-f]{16}\.part")
_OURS = re.compile(
    r"safe\.db.*|keys.*|manifest.*|pages.*|zip|again.*|lock|ballast.*|parity.*|backups"
)
_JUST_MADE_S = 10  # it may not be held yet
_LONG_S = 24 * 3600  # a safe is made in seconds, a large backup brought back in minutes


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """Make the folder; what is left in it goes at the end, and what kills left beside it now.

    Raises:
        OSError.
    """
    sweep(place.absolute().parent)
    work = place.absolute().with_name(f".{secrets.token_hex(8)}.part")
    work.mkdir(mode=0o700, parents=True)
    held = _hold(work)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if held is not None:
            os.close(held)


def sweep(folder: Path) -> None:
    """Remove what was left beside by a program that was killed; nothing here fails."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    _sweep_one(Path(entry.path))


def _sweep_one(left: Path) -> None:
    if not all(_OURS.fullmatch(name) for name in os.listdir(left)):
        return
    age = time.time() - left.lstat().st_mtime
    if age < (_LONG_S if fcntl is None else _JUST_MADE_S):
        return
    held = _hold(left)
    if held is not None or fcntl is None:
        shutil.rmtree(left)
    if held is not None:
        os.close(held)


def _hold(folder: Path) -> int | None:
    """Hold a folder until its descriptor is closed; None where another does, or nobody can."""
    if fcntl is None:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
