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

from desktop_app.safe import windows_hold

try:
    import fcntl
except ImportError:  # Windows (``windows_hold.py``)
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
            _let_go(held)


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
    if age < (_JUST_MADE_S if fcntl is not None or windows_hold.is_near(left) else _LONG_S):
        return
    if (held := _hold(left)) is not None:
        try:
            shutil.rmtree(left)
        finally:
            _let_go(held)


def _let_go(held: int) -> None:
    if fcntl is None:
        windows_hold.give_back(held)
    else:
        os.close(held)


def _hold(folder: Path) -> int | None:
    """Hold a folder until it is let go, or the process ends; None where another does."""
    if fcntl is None:
        return windows_hold.take(folder)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
