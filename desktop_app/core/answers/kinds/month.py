"""A month: ``11/2026``, ``112026``, ``novembre 2026``; kept as the first day of that month."""

import datetime as dt
import re

from desktop_app.core.answers.kinds import date
from desktop_app.core.answers.kinds.base import Context, Kind, Reading, clean, wrong

_RUN = re.compile(r"(0[1-9]|1[0-2])((?:19|20)[0-9]{2})")


def read(typed: str, context: Context) -> Reading:
    """Read a month."""
    text = clean(typed)
    if match := _RUN.fullmatch(text):
        text = f"{match[1]}/{match[2]}"
    separator = "/" if text[:1].isdigit() else " "
    reading = date.read(f"1{separator}{text}", context)
    if reading.problem is None and reading.value.day == 1:
        return reading
    whole = date.read(text, context)
    near = show(whole.value.replace(day=1)) if whole.value else ""
    return wrong(context, "month-unreadable", near)


def show(value: dt.date) -> str:
    """Write ``11/2026``."""
    return f"{value.month:02d}/{value.year:04d}"


KIND = Kind(read, show, hint="Écrivez le mois et l’année, par exemple 11/2026.")
