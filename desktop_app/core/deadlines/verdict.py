"""What is said of a deadline on a given day, decided here once for every mouth.

The screens, the commands and their JSON, the printed kit, the agenda, its printed list and its
calendar file put this value into words, and decide nothing: a paper may not say that a day was
missed where the screen says that none was set.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from desktop_app.core.deadlines.advice import BODY_MODE
from desktop_app.core.deadlines.legal_time import PARIS, has_passed
from desktop_app.core.deadlines.usual import usual_days
from desktop_app.core.moment import day_of

if TYPE_CHECKING:
    from desktop_app.core.deadlines.legal_time import LegalTime
    from desktop_app.core.deadlines.model import Deadline, Step
    from desktop_app.core.moment import Moment, Today

State = Literal["none", "to-come", "pressing", "now", "over", "body", "body-over"]
Limit = Literal["legal", "hour", "none", "untold"]
PLEADED = (
    "prudent-depot",
    "prudent-date-ecrite",
    "prudent-envoi",
    "prudent-recu",
    "prudent-presentation",
    "prudent-refus-ne",
)
"""The steps that name the earliest start a body could plead, when it is not the text's."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a deadline on one day.

    Attributes:
        state: ``none``: no date may be given. ``to-come``: the day to aim at has not passed.
            ``pressing``: it has, and the last legal day has not: to be done today. ``now``: it
            has, and nothing runs out: to be done today. ``over``: the last legal day has passed,
            and this state alone may be called too late. ``body``, ``body-over``: it is the body
            that must answer until then.
        day: the one to show large; the last legal one once it is over. None for ``none``, and once
            it is for today: a last legal day in large letters would let one wait until then.
        last_day: the legal day to show beside it, None without one.
        limit: whether there is a legal day, one whose moment depends on the hour of the notice, not
            known, none, or one that is not to be told here.
        notice: until when the letter received says itself, while something can be done.
        counts: which date must be inside: envoi, reception, enregistrement, sans_objet.
        pleaded: why it is for today, when a body could count from an earlier day than the text.
    """

    state: State
    day: Moment | None = None
    last_day: Moment | None = None
    limit: Limit = "untold"
    counts: str = "sans_objet"
    pleaded: Step | None = None
    notice: Moment | None = None

    @property
    def is_over(self) -> bool:
        """Whether the person is too late; the body's own delay is never hers."""
        return self.state == "over"

    @property
    def is_for_today(self) -> bool:
        """Whether it is to be done at once: the prudent day has passed, and all is not over."""
        return self.state in ("pressing", "now")


def verdict(found: Deadline, today: Today) -> Verdict:
    """Return what is said of a computed deadline.

    The prudent day comes first (``forms/law/README.md``). The year of missing remedies (CE Ass.
    13 July 2016 n° 387763) is a rescue, shown only once the usual delay is over.
    """
    first = first_day(found)
    if first is None:
        return Verdict("none", counts=found.date_type)
    if found.rule == BODY_MODE:
        return of_body(first, today)
    usual = usual_days(found)
    said = of_days(first, found.last_day, today, counts=found.date_type, clocks=found.clocks)
    if said.is_over:
        return said
    notice = found.notice.last_day if found.notice else None
    told = usual[-1] if usual and not has_passed(usual[-1], today) else found.last_day
    pleaded = _pleaded(found) if said.is_for_today else None
    return replace(said, last_day=told, pleaded=pleaded, notice=notice)


def _pleaded(found: Deadline) -> Step | None:
    """Return the step of the earliest start, when it is another day than the legal one."""
    if found.start_prudent == found.start_legal:
        return None
    return next((step for step in found.steps if step.code in PLEADED), None)


def first_day(found: Deadline) -> Moment | None:
    """Return the day to aim at from the first; a rescue is aimed at only after the usual delay."""
    usual = usual_days(found)
    return usual[0] if usual else found.prudent_day


def of_days(
    first: Moment,
    last: Moment | None,
    today: Today,
    *,
    untold: bool = False,
    counts: str = "sans_objet",
    clocks: LegalTime = PARIS,
) -> Verdict:
    """Return what is said of two days, as computed or as the safe keeps them.

    Args:
        first: the prudent one. ``last``: the legal one, None when the law sets none.
        untold: the last day is no legal one, or not to be shown: it only ends what may be done.
        clocks: those by which a last moment ends.
    """
    limit = "untold" if untold else _limit(first, last)
    if last is not None and has_passed(last, today, clocks):
        return Verdict("over", last, last, limit, counts)
    shown = None if untold else last
    if not has_passed(first, today, clocks):
        return Verdict("to-come", first, shown, limit, counts)
    return Verdict("now" if shown is None else "pressing", None, shown, limit, counts)


def _limit(first: Moment, last: Moment | None) -> Limit:
    """Tell what a last day is; beside the first moment of it, a day without its own hour."""
    if last is None:
        return "none"
    hourless = isinstance(first, dt.datetime) and not isinstance(last, dt.datetime)
    return "hour" if hourless and last - day_of(first) <= dt.timedelta(days=1) else "legal"


def of_body(until: Moment, today: Today) -> Verdict:
    """Return what is said of the day until which a body must answer."""
    return Verdict("body-over" if has_passed(until, today) else "body", until)
