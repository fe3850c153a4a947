"""What became of a PDF after it was first written: told of evidence, never a refusal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reworded:
    """A page (from 1) whose own print changed: what it said there at first, and what it says now.

    Both are empty where a picture changed, or where no words could be told apart.
    """

    page: int
    before: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Updates:
    """A PDF beside what it was when it was first written.

    Attributes:
        times: how often it was written again.
        compared: its first state could be opened, and set beside what it is now.
        reworded: pages whose own print changed.
        covered: pages on which something was laid: a comment, a stroke, a box that was not there.
        filled: pages of which boxes were filled, changed or emptied.
        signed: pages that bear a signature box that they did not bear.
        more: how many pages more it has; fewer is below zero.
        left: how many pages were not compared, for want of time.
    """

    times: int
    compared: bool = False
    reworded: tuple[Reworded, ...] = ()
    covered: tuple[int, ...] = ()
    filled: tuple[int, ...] = ()
    signed: tuple[int, ...] = ()
    more: int = 0
    left: int = 0

    @property
    def altered(self) -> bool:
        """Whether what was printed on it is no longer what it shows."""
        return bool(self.reworded or self.covered or self.more)


UNCHANGED = Updates(0, compared=True)
