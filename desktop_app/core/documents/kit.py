"""The words of the posting kit that are not the letter's: made in one place, set by ``pdf/``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateBox:
    """What the date box says: a line, the day in large type, details; either may be empty."""

    lead: str
    day: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KitWords:
    """What the kit says of the deadline, in French.

    Attributes:
        date: the date box of the checklist and of the person's copy.
        warnings: what must be known beside it.
        silence: what no answer means, line by line.
        registry: the letter counts once registered at a court, so that posting is not enough.
    """

    date: DateBox
    warnings: tuple[str, ...] = ()
    silence: tuple[str, ...] = ()
    registry: bool = False
