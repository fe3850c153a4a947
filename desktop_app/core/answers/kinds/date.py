"""A day: ``3/11/2026``, ``03.11.26``, ``3 nov 26``, ``1er décembre 2026``, ``2026-11-03``."""

import calendar
import datetime as dt
import re
import unicodedata
from difflib import get_close_matches

from desktop_app.core.answers.kinds.base import (
    Context,
    Kind,
    Reading,
    clean,
    digits_for_letters,
    wrong,
)

_MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
_OLDEST = 1870
_LATEST = 2199

_NUMBERS = re.compile(r"([0-9]{1,2})[ /.,-]+([0-9]{1,2})[ /.,-]+([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_RUN = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_WORDS = re.compile(r"([0-9]{1,2})(?:er)?[ .-]*([a-z]{3,10})\.?[ -]*([0-9]{4}|[0-9]{2})")


def read(typed: str, context: Context) -> Reading:
    """Read a day; of a year with two digits, the century that makes it nearest before today
    (or at most a year after it)."""
    text = _plain(typed)
    parts = _parts(text)
    if parts is None:
        guess = _parts(digits_for_letters(text.upper()).lower())
        near = _existing(*guess, context.today) if guess else None
        return wrong(context, "date-unreadable", show(near) if near else "")
    day, month, year = parts
    found = _existing(day, month, year, context.today)
    if found is not None:
        return Reading(found)
    return _nonexistent(day, month, _full_year(year, context.today), context)


def show(value: dt.date) -> str:
    """Write ``03/11/2026``."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def _plain(typed: str) -> str:
    text = unicodedata.normalize("NFD", clean(typed).lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"^(?:le |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|,| )+", "", text)


def _parts(text: str) -> tuple[int, int, str] | None:
    """Return day, month and year as written; None when it is no date at all."""
    if match := _ISO.fullmatch(text):
        return int(match[3]), int(match[2]), match[1]
    if match := _NUMBERS.fullmatch(text) or _RUN.fullmatch(text):
        return int(match[1]), int(match[2]), match[3]
    if match := _WORDS.fullmatch(text):
        month = _month(match[2])
        return (int(match[1]), month, match[3]) if month else None
    return None


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
