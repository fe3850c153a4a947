"""Things that follow one another, in groups: letters of a row, rows of a table, cells of a comb."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def grouped(things: Iterable[T], goes_on: Callable[[Sequence[T], T], bool]) -> list[list[T]]:
    """Return things in groups, in the order given.

    ``goes_on`` is told a group and the thing that comes next: whether it is of that group; else it
    begins the next one.
    """
    found: list[list[T]] = []
    for one in things:
        if found and goes_on(found[-1], one):
            found[-1].append(one)
        else:
            found.append([one])
    return found
