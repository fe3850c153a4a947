"""What a trial session of a public terminal left, as values: nothing here looks anywhere."""

from dataclasses import dataclass
from typing import Literal

Where = Literal["disk", "memory", "paste", "queue"]
Doubt = Literal["home", "rights", "swap", "screen", "line"]
"""What the manager must mend, or know: no terminal yet; a file that others may write, or is broken;
swap is on; no screen was there; a line of the file is not understood."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One kind of place, looked through.

    Attributes:
        count: files, or millions of bytes of memory; of what is not counted, 1.
        found: where a word was found; empty is what is hoped for.
        refused: how many could not be read.
        looked: it could be looked at at all here.
    """

    where: Where
    count: int = 0
    found: tuple[str, ...] = ()
    refused: int = 0
    looked: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """All that was looked through; ``doubts``: what the manager must mend or know.

    ``unseen``: the window was one that nobody sees; ``swap``: the system exchanges memory with its
    disk.
    """

    places: tuple[Looked, ...]
    unseen: bool = False
    swap: bool = False
    doubts: tuple[Doubt, ...] = ()

    @property
    def nothing_left(self) -> bool:
        """Whether nothing was found anywhere."""
        return not any(one.found for one in self.places)
