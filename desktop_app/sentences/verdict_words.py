"""What is said of a deadline, in words: the same ones for every mouth."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.deadlines.model import Moment, Value
from desktop_app.core.deadlines.verdict import Verdict

_DAY = "\x00"


def say(code: str, **values: Value) -> str:
    """Return the words of a code of ``messages/deadlines.py``; dates are written in words."""
    return i18n.sentence(f"deadline-{code}", {name: _words(v) for name, v in values.items()})


def headline(said: Verdict) -> str:
    """Return the day to aim at, in the words of the date that counts (posting, receipt…)."""
    return say(_code(said), day=said.day) if said.day is not None else say(_code(said))


def lead_and_day(said: Verdict) -> tuple[str, str]:
    """Return the headline in two, for a page that sets the day large; "" without a day.

    In French, where the day comes last.
    """
    lead, _mark, after = i18n.sentence(f"deadline-{_code(said)}", {"day": _DAY}).partition(_DAY)
    return lead.strip(), _words_of(said.day) + after if said.day is not None else ""


def beside(said: Verdict) -> str:
    """Return what goes with the headline: the last legal day, or that the law sets none."""
    if said.state in ("none", "over", "body", "body-over"):
        return {
            "none": "",
            "over": say("label-over"),
            "body": say("label-before"),
            "body-over": say("label-after"),
        }[said.state]
    if said.last_day is None:
        return say("label-no-last") if said.limit == "none" else ""
    if said.last_day == said.day:
        return say("label-last-now") if said.is_for_today else say("label-last-too")
    last = say("label-last", day=said.last_day)
    return f"{last} {say('label-do-now')}" if said.is_for_today else last


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
    if said.state in ("to-come", "pressing"):
        return f"label-{said.counts}"
    return {
        "none": "label-no-date",
        "now": "label-now",
        "over": "label-too-late",
        "body": "label-organisme",
        "body-over": "label-organisme-over",
    }[said.state]


def _words(value: Value) -> str | int:
    return _words_of(value) if isinstance(value, dt.date) else value


def _words_of(moment: Moment) -> str:
    return i18n.weekday_date(moment)
