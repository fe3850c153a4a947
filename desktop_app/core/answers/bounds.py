"""The earliest and latest day that a date question accepts."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.core.answers.kinds.base import Context, Reading, doubtful, wrong
from desktop_app.core.answers.kinds.date import show
from desktop_app.core.language.filters import shifted

_BOUND = re.compile(
    r"(?P<base>[0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z][a-z0-9_]*)"
    r"(?:\s*(?P<sign>[+-])\s*(?P<count>[0-9]{1,4})\s*(?P<unit>jours?|mois|ans?))?"
)
_UNITS = {"jour": "jours", "an": "ans"}


@dataclass(frozen=True, slots=True)
class Bound:
    """A parsed ``not_before`` or ``not_after``.

    Attributes:
        base: ``today``, an ISO day, or the id of an earlier date question.
        count: how far from it, in ``unit``; negative is earlier.
        unit: jours, mois or ans.
    """

    base: str
    count: int = 0
    unit: str = "jours"

    @property
    def question(self) -> str:
        """Return the id of the question it depends on; empty when none."""
        return "" if self.base == "today" or self.base[0].isdigit() else self.base

    def day(self, scope: Mapping[str, object]) -> dt.date | None:
        """Return the day it stands for; None when it depends on an answer that is not there."""
        if self.base[0].isdigit():
            start: Any = dt.date.fromisoformat(self.base)
        else:
            start = scope.get(self.base)
        return shifted(start, self.count, self.unit) if isinstance(start, dt.date) else None


def parse_bound(source: str) -> Bound | None:
    """Return the bound written in a pack; None when it is not one."""
    match = _BOUND.fullmatch(source.strip())
    if match is None:
        return None
    if match["base"][0].isdigit():
        try:
            dt.date.fromisoformat(match["base"])
        except ValueError:
            return None
    count = int(match["count"] or 0)
    unit = match["unit"] or "jours"
    return Bound(match["base"], -count if match["sign"] == "-" else count, _UNITS.get(unit, unit))


def bounded(
    value: dt.date, context: Context, scope: Mapping[str, object], labels: Mapping[str, str]
) -> Reading:
    """Check a day against the bounds of its question.

    Args:
        value: the day read.
        context: its question, and today.
        scope: earlier answers and ``today``.
        labels: question id -> label, for the sentence.
    """
    late = _too_late(value, context, scope, labels)
    return late or _too_early(value, context, scope, labels) or Reading(value)


def _too_late(
    value: dt.date, context: Context, scope: Mapping[str, object], labels: Mapping[str, str]
) -> Reading | None:
    bound = parse_bound(context.question.not_after)
    limit = bound.day(scope) if bound else None
    if bound is None or limit is None or value <= limit:
        return None
    near = _nearest_year(value, None, limit)
    if bound.base == "today" and not bound.count:
        return wrong(context, "date-future", near)
    if bound.question:
        return wrong(context, "date-after", near, other=labels.get(bound.question, ""))
    return wrong(context, "date-too-late", near, latest=show(limit))


def _too_early(
    value: dt.date, context: Context, scope: Mapping[str, object], labels: Mapping[str, str]
) -> Reading | None:
    bound = parse_bound(context.question.not_before)
    limit = bound.day(scope) if bound else None
    if bound is None or limit is None or value >= limit:
        return None
    near = _nearest_year(value, limit, context.today)
    if bound.question:
        return wrong(context, "date-before", near, other=labels.get(bound.question, ""))
    if bound.base == "today":
        # A delay that the law counts from today may have exceptions that only the person knows.
        return doubtful(context, value, "date-beyond-law", near, oldest=show(limit))
    return wrong(context, "date-too-early", near, oldest=show(limit))


def _nearest_year(value: dt.date, first: dt.date | None, last: dt.date) -> str:
    """Suggest the same day in the latest year that fits: a wrong year is the commonest slip."""
    for year in (last.year, last.year - 1):
        try:
            guess = value.replace(year=year)
        except ValueError:  # 29 February
            continue
        if guess <= last and (first is None or guess >= first):
            return show(guess)
    return ""
