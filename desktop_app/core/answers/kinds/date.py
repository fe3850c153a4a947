"""A day: ``3/11/2026``, ``03.11.26``, ``03112026``, ``3 nov 26``, ``1er décembre 2026``,
``2026-11-03``."""

import calendar
import datetime as dt
import re
from difflib import get_close_matches

from desktop_app.core.answers.kinds.base import (
    Context,
    Kind,
    Reading,
    clean,
    digits_for_letters,
    wrong,
)
from desktop_app.core.folding import folded
from desktop_app.core.months import MONTHS

_MONTHS = tuple(map(folded, MONTHS))
_OLDEST = 1870
_LATEST = 2199

_NUMBERS = re.compile(r"([0-9]{1,2})(?:er)?[ /.,-]+([0-9]{1,2})[ /.,-]+([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_RUN = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_SHORT_RUN = re.compile(r"([0-9]{2})(0[1-9]|1[0-2])([0-9]{2})")
_WORDS = re.compile(r"([0-9]{1,2})(?:er)?[ ./-]*([a-z]{3,10})\.?[ /-]*([0-9]{4}|[0-9]{2})")
_NO_YEAR = re.compile(r"([0-9]{1,2})(?:er)?[ /.,-]+([0-9]{1,2})[ /.,-]*()")
_A_DIGIT_LESS = (r"([0-9])([0-9]{2})([0-9]{4})", r"([0-9]{2})([0-9])([0-9]{4})")


def read(typed: str, context: Context) -> Reading:
    """Read a day; of a year with two digits, the century that makes it nearest before today
    (or at most a year after it)."""
    text = _plain(typed)
    parts = _parts(text)
    if parts is None:
        guess = _parts(digits_for_letters(text.upper()).lower())
        near = _existing(*guess, context.today) if guess else _a_digit_less(text, context.today)
        return wrong(context, "date-unreadable", show(near) if near else "")
    day, month, year = parts
    found = _existing(day, month, year, context.today)
    if found is not None:
        return Reading(found)
    return _nonexistent(day, month, _full_year(year, context.today), context)


def show(value: dt.date) -> str:
    """Write ``03/11/2026``."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def spread(typed: str) -> tuple[str, str, str] | None:
    """Return the day, the month and the year of a text that says them all, or all but the year
    (then ""), to be put in three boxes; None when it is no such text, or could be two days."""
    text = _plain(typed)
    if match := _NO_YEAR.fullmatch(text):
        return match[1], match[2], match[3]
    return _as_written(text)


def _plain(typed: str) -> str:
    before = r"^(?:le\b|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[,/ ])+"
    return re.sub(before, "", folded(clean(typed)))


def _parts(text: str) -> tuple[int, int, str] | None:
    """Return day, month and year as written; None when it is no date at all."""
    found = _as_written(text)
    return (int(found[0]), int(found[1]), found[2]) if found else None


def _as_written(text: str) -> tuple[str, str, str] | None:
    if match := _ISO.fullmatch(text):
        return match[3], match[2], match[1]
    if match := _NUMBERS.fullmatch(text) or _RUN.fullmatch(text) or _SHORT_RUN.fullmatch(text):
        return match[1], match[2], match[3]
    if match := _WORDS.fullmatch(text):
        month = _month(match[2])
        return (match[1], str(month), match[3]) if month else None
    return None


def _a_digit_less(text: str, today: dt.date) -> dt.date | None:
    """Return the one day that seven digits can be, wherever they were cut; None when two can.

    It is proposed only: "5112026" is 5/11/2026, or 15/11/2026 that lost a digit.
    """
    digits = re.sub(r"[ /]", "", text)
    cut = [match for one in _A_DIGIT_LESS if (match := re.fullmatch(one, digits))]
    found = [_existing(int(one[1]), int(one[2]), one[3], today) for one in cut]
    days = [day for day in found if day is not None]
    return days[0] if len(days) == 1 else None


def _month(word: str) -> int:
    if word in ("jui", "ju"):  # juin or juillet: not guessed
        return 0
    starts = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(word)]
    if len(starts) == 1:
        return starts[0]
    shortened = {"juil": 7, "sept": 9}
    close = get_close_matches(word, _MONTHS, 1, cutoff=0.75)
    return shortened.get(word) or (_MONTHS.index(close[0]) + 1 if close else 0)


def _full_year(year: str, today: dt.date) -> int:
    if len(year) == 4:
        return int(year)
    century = today.year // 100 * 100
    full = century + int(year)
    return full if full <= today.year + 1 else full - 100


def _existing(day: int, month: int, year: str, today: dt.date) -> dt.date | None:
    full = _full_year(year, today)
    if not _OLDEST <= full <= _LATEST:
        return None
    try:
        return dt.date(full, month, day)
    except ValueError:
        return None


def _nonexistent(day: int, month: int, year: int, context: Context) -> Reading:
    if not _OLDEST <= year <= _LATEST:
        return wrong(context, "date-year")
    if month > 12 and day <= 12 and month <= calendar.monthrange(year, day)[1]:
        return wrong(context, "date-impossible", show(dt.date(year, day, month)))
    if 1 <= month <= 12 and day >= 1:
        last = calendar.monthrange(year, month)[1]
        return wrong(context, "date-impossible", show(dt.date(year, month, last)))
    return wrong(context, "date-impossible")


KIND = Kind(read, show, hint="Écrivez le jour, le mois et l’année, par exemple 03/11/2026.")
