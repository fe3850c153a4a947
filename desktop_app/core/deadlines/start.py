"""Where a count begins: the day the law takes, and the earliest day that a body could plead."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.deadlines.model import Advice, Step
from desktop_app.core.deadlines.procedures import Delay, Procedure
from desktop_app.core.moment import Moment


@dataclass(frozen=True, slots=True)
class Start:
    """Where the count begins.

    Attributes:
        targets: the procedures whose delay may run; several when the silence leaves a choice.
        count_from: the day of the text if what was told is true: the last legal day runs from it.
        earliest: the day from which the prudent one runs, when it is an earlier one.
        opposable: False when no day is sure enough for a last legal day: ``count_from`` is then
            the earliest day, and only the prudent day is given.
        delay: replaces the delay of the target; None leaves it.
        steps: how ``count_from`` was found. ``earliest_steps``: how ``earliest`` was.
        variants: other possible starts, each with the words of its case.
    """

    targets: tuple[Procedure, ...]
    count_from: Moment
    delay: Delay | None = None
    steps: tuple[Step, ...] = ()
    advice: tuple[Advice, ...] = ()
    variants: tuple[tuple[str, dt.date], ...] = ()
    earliest: Moment | None = None
    earliest_steps: tuple[Step, ...] = ()
    opposable: bool = True

    @property
    def prudent(self) -> Moment:
        """The earliest day that a body could plead."""
        return self.count_from if self.earliest is None else self.earliest

    @property
    def legal(self) -> Moment | None:
        """The day of the text, or None when there is none."""
        return self.count_from if self.opposable else None
