"""Where a count begins: the day the law takes, and the earliest day that a body could plead."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app.core.deadlines.procedures import Delay

if TYPE_CHECKING:
    from desktop_app.core.deadlines.model import Advice, Step
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.moment import Moment

ONE_YEAR = Delay(value=1, unit="annees")
"""What missing remedies leave before the administrative judge (CE 13 July 2016 n° 387763)."""


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
        untold: what missing remedies change of the last legal day alone, nothing when they are
            there: the prudent day keeps the usual delay.
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
    untold: Literal["", "un-an", "inopposable"] = ""

    @property
    def longer(self) -> Delay | None:
        """What replaces the delay for the last legal day."""
        return ONE_YEAR if self.untold == "un-an" else self.delay

    @property
    def prudent(self) -> Moment:
        """The earliest day that a body could plead."""
        return self.count_from if self.earliest is None else self.earliest

    @property
    def legal(self) -> Moment | None:
        """The day of the text, or None when there is none."""
        return self.count_from if self.opposable else None
