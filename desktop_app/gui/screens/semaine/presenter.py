"""Decides under which heading each date goes. No Qt here."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.workflow.dossiers import NextDate

WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Group:
    """Dates under one heading, the nearest first."""

    title: str
    dates: tuple[NextDate, ...]


def grouped(found: Sequence[NextDate], today: dt.date) -> tuple[Group, ...]:
    """Return the headings that have something under them, the most pressing first."""
    week = [one for one in found if not one.past and one.act_on <= today + WEEK]
    later = [one for one in found if not one.past and one.act_on > today + WEEK]
    past = [one for one in found if one.past]
    groups = (
        Group(i18n.text("Dans les sept jours"), tuple(week)),
        Group(i18n.text("À regarder ensemble"), tuple(past)),
        Group(i18n.text("Plus tard"), tuple(later)),
    )
    return tuple(group for group in groups if group.dates)
