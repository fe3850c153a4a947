"""What is found in a folder of the computer, as values: nothing here touches a disk."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from desktop_app.core.folding import folded

PlaceKind = Literal["documents", "desktop", "pictures", "downloads", "home", "key"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one begins to look; ``name`` is the label of a key, "" of one's own folders."""

    kind: PlaceKind
    path: str = field(repr=False)
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Stick:
    """A USB stick that papers may be carried away on; ``free`` in bytes, None: it does not tell."""

    path: str = field(repr=False)
    name: str = field(repr=False)
    free: int | None = None
    writable: bool = True


@dataclass(frozen=True, slots=True)
class Carried:
    """A paper to carry away: its ``name`` on the stick speaks of nobody ("lettre.pdf")."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or a folder that is shown; ``size`` in bytes, ``modified`` by the computer's clock."""

    name: str = field(repr=False)
    path: str = field(repr=False)
    folder: bool
    size: int
    modified: dt.datetime


@dataclass(frozen=True, slots=True)
class Listing:
    """What can be chosen in a folder: files newest first, folders by name.

    ``others``: how many files of another kind are there; ``cut``: there was more than is read;
    ``writable``: a file can be put there.
    """

    folder: str = field(repr=False)
    files: tuple[Entry, ...]
    folders: tuple[Entry, ...]
    others: int = 0
    cut: bool = False
    writable: bool = True

    def sought(self, typed: str) -> tuple[Entry, ...]:
        """Return what has all these words in its name, folders first; without words, the files."""
        words = folded(typed).split()
        if not words:
            return self.files
        return tuple(
            one
            for one in (*self.folders, *self.files)
            if all(word in folded(one.name) for word in words)
        )
