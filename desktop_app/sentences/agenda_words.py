"""The next dates: under their headings, as days of a calendar. No Qt here."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.moment import Today, day_of
from desktop_app.core.records import Event
from desktop_app.sentences import timeline_words
from desktop_app.workflow.matter.dossiers import NOT_COUNTED, NextDate
from desktop_app.workflow.matter.timeline import COMPUTED, TO_DO

WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Group:
    """Dates under one heading, the nearest first."""

    title: str
    dates: tuple[NextDate, ...]


def grouped(found: Sequence[NextDate], today: Today) -> tuple[Group, ...]:
    """Return the headings that have something under them, the most pressing first."""
    if today == NOT_COUNTED:
        return (Group(i18n.text("Toutes les dates"), tuple(found)),) if found else ()
    soon = day_of(today) + WEEK
    week = [one for one in found if not one.past and one.act_on <= soon]
    later = [one for one in found if not one.past and one.act_on > soon]
    past = [one for one in found if one.past]
    groups = (
        Group(i18n.text("Dans les sept jours"), tuple(week)),
        Group(i18n.text("À regarder ensemble"), tuple(past)),
        Group(i18n.text("Plus tard"), tuple(later)),
    )
    return tuple(group for group in groups if group.dates)


@dataclass(frozen=True, slots=True)
class Entry:
    """One day of a calendar.

    Attributes:
        uid: of what is awaited: sent again, even on another day, it replaces itself there.
        day: the prudent one; today once it has passed, while something can still be done.
        note: the legal day, and whose dossier it is when that was asked for.
    """

    uid: str
    day: dt.date
    title: str
    note: str


def entries(found: Sequence[NextDate], today: Today, *, named: bool) -> tuple[Entry, ...]:
    """Return what is to come as days of a calendar; what is past stays out of it.

    ``named``: with the names, the dossiers and the person's own words. A calendar is often read by
    a telephone and by who made it: without being asked, none of them goes there.
    """
    seen: Counter[str] = Counter()
    told = []
    for one in found:
        if not one.past and one.said.state != "none":
            seen[uid := _uid(one.event)] += 1
            uid += f"-{seen[uid]}" if seen[uid] > 1 else ""
            told.append(_entry(one, today, uid, named=named))
    return tuple(told)


def _uid(event: Event) -> str:
    """Return what stays the same when a date moves; one that is computed is written anew then."""
    if event.kind not in COMPUTED:
        return event.id
    about = (event.dossier_id, event.kind, event.procedure, event.title, event.note)
    return hashlib.sha256("\n".join(about).encode()).hexdigest()[:24]


def _entry(one: NextDate, today: Today, uid: str, *, named: bool) -> Entry:
    if named or one.event.kind != TO_DO:  # those are the person's own words
        what = timeline_words.what_is_awaited(one.event)
    else:
        what = i18n.text("Faire ce qui est noté")
    lines = [timeline_words.besides(one)]
    if named:
        lines.append(timeline_words.for_whom(one.event))
    lines.append(i18n.text("Voyez Papier libre, page « Cette semaine »."))
    note = "\n".join(line for line in lines if line)
    day = day_of(today) if one.said.is_for_today else one.act_on
    return Entry(uid, day, i18n.text("Papiers : {what}").format(what=what), note)
