"""The delay that the notice itself gives, beside that of the law.

A shorter delay written on the notice is followed, by prudence; a longer one protects the person,
except where the law says that it does not (CE 6 Jan. 2023 n° 461471). The day to aim at is the
earlier of the two.
"""

import datetime as dt
import re
from dataclasses import dataclass

from desktop_app.core.deadlines.advice import NOTIFIED
from desktop_app.core.deadlines.calendar import national
from desktop_app.core.deadlines.dates import Counted, dates
from desktop_app.core.deadlines.errors import NoticeNotExpected, NoticeNotUnderstood
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Advice, Notice, Step
from desktop_app.core.deadlines.near import slug
from desktop_app.core.deadlines.procedures import Delay, Unit
from desktop_app.core.deadlines.request import Request, WrittenDelay
from desktop_app.core.deadlines.start import Start
from desktop_app.core.moment import Moment, day_of
from desktop_app.core.spelt import SPELT

COMES_WITH_NOTICE = (*NOTIFIED, "lrar-retiree")
LONGEST_YEARS = 30
_UNITS: dict[str, Unit] = {
    "heure": "heures",
    "jour": "jours",
    "j": "jours",
    "semaine": "semaines",
    "mois": "mois",
    "an": "annees",
    "annee": "annees",
}
_DELAY = re.compile(r"(?P<value>[a-z-]+|\d{1,4})-?(?P<unit>heure|jour|j|semaine|mois|annee|an)s?")
_NOT_EXTENDED = ("heures", "annees", "31-decembre")


@dataclass(frozen=True, slots=True)
class Compared:
    """The two dates once the notice was read too, and what is to be told of it."""

    last: Moment | None
    prudent: Moment
    notice: Notice | None = None
    told: tuple[Advice, ...] = ()
    steps: tuple[Step, ...] = ()


def read_delay(written: str) -> WrittenDelay:
    """Return a length as a notice writes it: "2 mois", "30 jours", "quinze jours", "un an".

    Raises:
        NoticeNotUnderstood.
    """
    found = _DELAY.fullmatch(slug(written).removesuffix("-francs").removesuffix("-franc"))
    value = found and (int(found["value"]) if found["value"].isdecimal() else _number(found))
    if not found or not value:
        raise NoticeNotUnderstood()
    unit = _UNITS[found["unit"]]
    if unit == "annees" and value > LONGEST_YEARS:
        raise NoticeNotUnderstood()
    return WrittenDelay(value=value, unit=unit)


def _number(found: re.Match[str]) -> int:
    return SPELT.get(found["value"].strip("-"), 0)


def expect_notice(request: Request) -> None:
    """Refuse a notice's delay for an event that no notice starts; raises ``NoticeNotExpected``."""
    if request.notice is not None and request.event not in COMES_WITH_NOTICE:
        raise NoticeNotExpected()


def compared(
    law: Law, request: Request, chosen: Counted, begin: Start, prudent: Moment
) -> Compared:
    """Return the dates of the law beside those of the notice, the prudent one being the earlier."""
    law_last = chosen.last if begin.opposable else None
    if request.notice is None:
        return Compared(law_last, prudent)
    said, steps = _said(law, request, chosen, begin.count_from)
    first, _ = _said(law, request, chosen, begin.prudent)
    soonest = min(prudent, first.prudent_day, key=_end)
    if law_last is None:  # a length runs from a day that is not known; a day that is written does
        written = isinstance(request.notice, dt.date)
        return Compared(None, soonest, said if written else None, (), steps if written else ())
    values = {"notice": said.last_day, "law": law_last}
    if _end(said.last_day) == _end(law_last):
        told = Advice("notification-meme-delai", {"day": law_last})
        return Compared(law_last, prudent, said, (told,), steps)
    if _end(said.last_day) < _end(law_last):
        told = Advice("notification-plus-tot", values)
        return Compared(law_last, soonest, said, (told,), steps)
    protects = chosen.procedure.longer_notice
    told = Advice("notification-plus-tard" if protects else "notification-sans-effet", values)
    last = said.last_day if protects else law_last
    return Compared(last, prudent, said, (told,), steps)


def _said(
    law: Law, request: Request, chosen: Counted, count_from: Moment
) -> tuple[Notice, tuple[Step, ...]]:
    """Return the dates that the notice gives: a day it writes, or a length counted as the law's."""
    notice = request.notice
    if not isinstance(notice, WrittenDelay):
        assert notice is not None
        working = national(law.tables.holidays).last_working(notice)
        return Notice(notice, working), (Step("notification-jour", notice),)
    delay = chosen.procedure.delay
    start = count_from if notice.unit == "heures" else day_of(count_from)
    if notice.unit == "heures" and not isinstance(start, dt.datetime):
        start = dt.datetime.combine(start, dt.time())  # the hour is not known: the safest
    read = Delay(
        value=notice.value,
        unit=notice.unit,
        franc=bool(delay and delay.franc) and notice.unit == "mois",
        extension=bool(delay and delay.extension) and notice.unit not in _NOT_EXTENDED,
    )
    counted = dates(law, request, chosen.procedure, start, read)
    step = Step("notification-delai", counted.last, number=notice.value, unit=notice.unit)
    return Notice(counted.last, counted.prudent), (step,)


def _end(moment: Moment) -> dt.datetime:
    """Return the end of a day: a day and an hour can then be compared."""
    if isinstance(moment, dt.datetime):
        return moment
    return dt.datetime.combine(moment, dt.time.max)
