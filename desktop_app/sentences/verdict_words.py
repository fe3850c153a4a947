"""What is said of a deadline, in words: the same ones for every mouth."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.deadlines.model import Value
from desktop_app.core.deadlines.verdict import Verdict
from desktop_app.core.moment import Moment

HER_OWN_DATE = ("prudent-depot", "prudent-date-ecrite")
"""Where the legal day runs from what the person told: the opening, the arrival."""


def say(code: str, **values: Value) -> str:
    """Return the words of a code of ``messages/deadlines.py``; dates are written in words."""
    return i18n.sentence(f"deadline-{code}", {name: _words(v) for name, v in values.items()})


def headline(said: Verdict) -> str:
    """Return the day to aim at, or "today", in the words of the date that counts (posting…)."""
    return say(_code(said), day=said.day) if said.day is not None else say(_code(said))


def beside(said: Verdict) -> str:
    """Return what goes with the headline, in one line."""
    return " ".join(lines(said))


def lines(said: Verdict) -> tuple[str, ...]:
    """Return what goes with the headline: what the letter received says, why it is for today, then
    the last legal day or none."""
    told = {
        "none": "",
        "over": "label-over",
        "body": "label-before",
        "body-over": "label-after",
    }.get(said.state)
    if told is not None:
        return (say(told),) if told else ()
    return tuple(line for line in (_notice(said), _why(said), _last(said)) if line)


def limits(said: Verdict) -> str:
    """Return until when the letter received says, and the last legal day, without any reason."""
    return " ".join(line for line in (_notice(said), _last(said)) if line)


def _notice(said: Verdict) -> str:
    return say("label-notice", day=said.notice) if said.notice is not None else ""


def _why(said: Verdict) -> str:
    """Return why one acts today: a body may count from an earlier day, or the margin is over."""
    if said.pleaded is not None:
        length = (
            say(f"unit-{said.pleaded.unit}", n=said.pleaded.number) if said.pleaded.unit else ""
        )
        return say(f"label-why-{said.pleaded.code}", day=said.pleaded.moment, length=length)
    return say("label-prudent-over") if said.state == "pressing" else ""


def _last(said: Verdict) -> str:
    """Return the last legal day, or that the law sets none."""
    if said.last_day is None:
        return say("label-no-last") if said.limit == "none" else ""
    if said.limit == "hour":
        return say("label-last-hour", day=said.last_day)
    if said.last_day == said.day:
        return say("label-last-too")
    if said.pleaded is None:
        return say("label-last", day=said.last_day)
    hers = said.pleaded.code in HER_OWN_DATE
    return say("label-last-hers" if hers else "label-last-law", day=said.last_day)


def sending(said: Verdict) -> str:
    """Return how the date that counts is kept: by post, at the counter, at the registry."""
    if said.state not in ("to-come", "pressing", "now"):
        return ""
    code = {
        "envoi": "advice-envoi",
        "reception": "warning-date-reception",
        "enregistrement": "warning-date-enregistrement",
    }.get(said.counts)
    return say(code) if code else ""


def _code(said: Verdict) -> str:
    if said.state == "to-come":
        return f"label-{said.counts}"
    if said.is_for_today:
        return f"label-today-{said.counts}"
    return {
        "none": "label-no-date",
        "over": "label-too-late",
        "body": "label-organisme",
        "body-over": "label-organisme-over",
    }[said.state]


def _words(value: Value) -> str | int:
    return _words_of(value) if isinstance(value, dt.date) else value


def _words_of(moment: Moment) -> str:
    return i18n.weekday_date(moment)
