"""Two mebibytes kept for a full disk: freed so that the current answers can still be saved."""

import contextlib
import secrets
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.files import DiskFull
from desktop_app.safe.disk import Disk, is_regular

SIZE = 2 << 20


class Ballast:
    """The ballast of one safe."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk

    def load(self) -> None:
        """Put it back when it is not there and there is room; no room is no error."""
        if not is_regular(self._path):
            with contextlib.suppress(AppError):
                self._disk.write(self._path, [secrets.token_bytes(SIZE)], of_safe=True)

    def urgently(self, work: Callable[[], None]) -> None:
        """Do what must not fail for want of room: the ballast goes, and the work is done again."""
        try:
            work()
        except DiskFull:
            if not is_regular(self._path):
                raise
            self._path.unlink()
            work()
