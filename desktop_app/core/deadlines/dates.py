"""The two dates of one procedure, counted from a start: the last legal day and the prudent one."""

import datetime as dt
from dataclasses import dataclass, replace

from desktop_app.core.deadlines import calendar, distance
from desktop_app.core.deadlines.counting import Count, count, mode_of
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.procedures import Delay, Mode, Procedure
from desktop_app.core.deadlines.request import Request
from desktop_app.core.deadlines.tables import ABROAD
from desktop_app.core.moment import Moment


@dataclass(frozen=True, slots=True)
class Counted:
    """One procedure with its two dates.

    ``without_distance`` is the same count without the months of distance, when some were added.
    """

    procedure: Procedure
    mode: Mode
    count: Count
    prudent: Moment
    without_distance: "Counted | None" = None

    @property
    def last(self) -> Moment:
        """The last legal day, until midnight."""
        return self.count.last

    def sort_key(self) -> dt.datetime:
        """Return the end of the last day: a day and an hour can then be compared."""
        if isinstance(self.last, dt.datetime):
            return self.last
        return dt.datetime.combine(self.last, dt.time.max)


def dates(
    law: Law, request: Request, target: Procedure, begin: Moment, replaced: Delay | None = None
) -> Counted:
    """Count the delay of a procedure, or the one that replaces it, from a start."""
    delay = replaced or target.delay or target.answer_delay
    assert delay is not None, "events.find_event refuses procedures without a delay"
    binds_body = replaced is None and target.delay is None
    near = _Question(law, request, target, delay, mode_of(delay, binds_body=binds_body))
    plain = near.count_from(begin, months=0)
    if delay.abroad and request.residence == ABROAD:
        far = near.count_from(begin, months=delay.abroad)
        return replace(far, prudent=plain.prudent, without_distance=plain)
    if not delay.distance:
        return plain
    months = distance.months(law.tables, request.territory, request.residence)
    if not months:
        return plain
    return replace(near.count_from(begin, months=months), without_distance=plain)


@dataclass(frozen=True, slots=True)
class _Question:
    law: Law
    request: Request
    target: Procedure
    delay: Delay
    mode: Mode

    def count_from(self, begin: Moment, *, months: int) -> Counted:
        tables = self.law.tables
        counted = count(
            self.delay,
            begin,
            mode=self.mode,
            calendar=calendar.of_territory(
                tables.holidays, self.request.territory, optional=self.request.good_friday
            ),
            article=tables.article,
            distance=months,
            paused=self._paused(),
            extension_basis=self.target.extension_basis,
        )
        return Counted(self.target, self.mode, counted, self._prudent(counted))

    def _paused(self) -> int:
        """Return for how many days the fund's mediator suspends the delay (CSS L.217-7-1 II)."""
        begun, ended = self.request.paused or (None, None)
        return (ended - begun).days if begun and ended and self.target.pause else 0

    def _prudent(self, counted: Count) -> Moment:
        """Return the last working day, by national holidays only, on or before the quantième.

        A delay in hours has no working day, and one that binds the body must have run out: both
        keep their end.
        """
        if self.mode == "mb":
            return counted.last
        if isinstance(counted.nominal, dt.datetime):
            return counted.nominal
        return calendar.national(self.law.tables.holidays).last_working(counted.nominal)
