"""What a computer remembers of the safes it opened: a random id, and how far each had come.

So that an older whole safe, put back by a synchronisation or by someone, is noticed and said. No
path, no name, no date.
"""

import contextlib
import json
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.safe.disk import Disk, Unusable

_LIMIT = 1 << 20


class Seen:
    """The memory; ``path`` None remembers nothing (a public terminal)."""

    def __init__(self, path: Path | None, disk: Disk) -> None:
        self._path = path
        self._disk = disk

    def saves(self, safe_id: str) -> int:
        """Return how many saves this safe had when it was last closed here; 0 when unknown."""
        return self._all().get(safe_id, 0)

    def remember(self, safe_id: str, saves: int) -> None:
        """Remember a safe; that it cannot be is no reason to stop anybody."""
        known = self._all()
        if known.get(safe_id) != saves:
            self._write(known | {safe_id: saves})

    def forget(self, safe_id: str) -> None:
        """Forget a safe that was erased."""
        known = self._all()
        if known.pop(safe_id, None) is not None:
            self._write(known)

    def _write(self, known: dict[str, int]) -> None:
        if self._path is None:
            return
        with contextlib.suppress(AppError, OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._disk.write(self._path, [json.dumps(known).encode("ascii")])

    def _all(self) -> dict[str, int]:
        if self._path is None:
            return {}
        try:
            found = json.loads(self._disk.read(self._path, _LIMIT))
        except (OSError, Unusable, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: count for name, count in found.items() if type(count) is int}
