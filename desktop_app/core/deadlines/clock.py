"""Whether today's date can be believed: a flat battery sets a computer's clock years back."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from desktop_app.core.deadlines.counting import add_months

YEARS_AHEAD = 10
Doubt = Literal["", "before-release", "before-safe", "too-far"]


def doubt(
    today: dt.date, *, released: dt.date | None = None, last_seen: dt.date | None = None
) -> Doubt:
    """Return why today's date should be asked again; "" when it can be believed.

    Args:
        released: day the program (or the law it carries) was published: today is not before.
        last_seen: last day on which the safe was opened: today is not before.

    A wrong clock would count down to a wrong day, or erase too early: deadlines are then shown as
    dates only, without a countdown.
    """
    if released is not None and today < released:
        return "before-release"
    if last_seen is not None and today < last_seen:
        return "before-safe"
    if released is not None and today > add_months(released, 12 * YEARS_AHEAD):
        return "too-far"
    return ""


def suspect(
    today: dt.date, *, released: dt.date | None = None, last_seen: dt.date | None = None
) -> bool:
    """Return whether today's date should be asked again."""
    return bool(doubt(today, released=released, last_seen=last_seen))
