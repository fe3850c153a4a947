"""What a computer remembers of the safes it opened: a random id, and how far each had come.

So that an older whole safe, put back by a synchronisation or by someone, is noticed and said. No
path, no name, no date.
"""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.safe.disk import Disk, Unusable

_LIMIT = 1 << 20


@dataclass(frozen=True, slots=True)
class State:
    """How far a safe had come: its saves, 0 when unknown, and the sum of its pages, or ""."""

    saves: int = 0
    pages: str = ""


class Seen:
    """The memory; ``path`` None remembers nothing (a public terminal)."""

    def __init__(self, path: Path | None, disk: Disk) -> None:
        self._path = path
        self._disk = disk

    def state(self, safe_id: str) -> State:
        """Return how this safe was when it was last closed here."""
        return self._all().get(safe_id, State())

    def remember(self, safe_id: str, state: State) -> None:
        """Remember a safe; that it cannot be is no reason to stop anybody."""
        known = self._all()
        if known.get(safe_id) != state:
            self._write(known | {safe_id: state})

    def forget(self, safe_id: str) -> None:
        """Forget a safe that was erased."""
        known = self._all()
        if known.pop(safe_id, None) is not None:
            self._write(known)

    def _write(self, known: dict[str, State]) -> None:
        if self._path is None:
            return
        with contextlib.suppress(AppError, OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            content = {name: [state.saves, state.pages] for name, state in known.items()}
            self._disk.write(self._path, [json.dumps(content).encode("ascii")])

    def _all(self) -> dict[str, State]:
        if self._path is None:
            return {}
        try:
            found = json.loads(self._disk.read(self._path, _LIMIT))
        except (OSError, Unusable, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: state for name, one in found.items() if (state := _state(one))}


def _state(written: object) -> State | None:
    """Read a state; a number alone is one that was written before pages had a sum."""
    match written:
        case int(saves) if type(saves) is int:
            return State(saves)
        case [int(saves), str(pages)] if type(saves) is int:
            return State(saves, pages)
    return None
