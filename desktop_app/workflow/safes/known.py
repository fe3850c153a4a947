"""The safes of this computer, seen from outside: nothing is read in them."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class KnownSafe(Protocol):
    """A safe of this computer, as seen from outside."""

    @property
    def path(self) -> Path: ...
    @property
    def used_on(self) -> dt.date: ...
    @property
    def here(self) -> bool: ...


class KnownSafes(Protocol):
    """The safes of this computer; ``new`` draws the folder of one more."""

    def all(self) -> Sequence[KnownSafe]: ...
    def new(self, folder: Path | None = None) -> Path: ...
    def remember(self, path: Path) -> None: ...
