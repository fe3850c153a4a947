"""Whether today's date can be believed: a flat battery sets a computer's clock years back."""

import datetime as dt

from desktop_app.core.deadlines.counting import add_months

YEARS_AHEAD = 10


def suspect(
    today: dt.date, *, released: dt.date | None = None, last_seen: dt.date | None = None
) -> bool:
    """Return whether today's date should be asked again.

    Args:
        released: day the program (or the law it carries) was published: today is not before.
        last_seen: last day on which the safe was opened: today is not before.

    Source: security.md § 5. Deadlines are then shown as dates only, without a countdown.
    """
    if last_seen is not None and today < last_seen:
        return True
    if released is None:
        return False
    return today < released or today > add_months(released, 12 * YEARS_AHEAD)
