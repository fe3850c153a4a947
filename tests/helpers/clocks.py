"""Clocks that stand where a test sets them."""

import datetime as dt

from desktop_app.core.moment import Now


class Noon:
    """It is noon, in Paris in winter, of the day that ``today`` gives."""

    def today(self) -> dt.date:
        raise NotImplementedError

    def now(self) -> Now:
        paris = dt.timezone(dt.timedelta(hours=1))
        return Now(dt.datetime.combine(self.today(), dt.time(12), paris))


class At(Noon):
    """This very moment."""

    def __init__(self, moment: dt.datetime) -> None:
        self._now = Now(moment)

    def today(self) -> dt.date:
        return self._now.day

    def now(self) -> Now:
        return self._now
