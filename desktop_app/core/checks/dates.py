"""Bounds of dates, and the answers from which a delay runs."""

from collections.abc import Iterator
from difflib import get_close_matches

from desktop_app.core.answers.bounds import parse_bound
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import Arrival, DeadlineRule, Question
from desktop_app.core.packs.replies import says_replies

_DAYS = ("date", "month")
_OWN = ("event", "date", "picked_up", "received", "opened", "agreed", "address", "untold")


def run(checked: Checked) -> Iterator[Problem]:
    """Report bounds that are none, and delays that run from something else than a date."""
    yield from _bounds(checked)
    for position, rule in enumerate(checked.pack.definition.deadline):
        path: Path = ("deadline", position)
        yield from _procedure(checked, (*path, "procedure"), rule.procedure)
        yield from _ways(checked, path, rule) if rule.arrival else _event(checked, path, rule)
    yield from _procedure(checked, ("procedure",), checked.pack.definition.procedure)


def _ways(checked: Checked, path: Path, rule: DeadlineRule) -> Iterator[Problem]:
    """A rule by the ways of a group has nothing else, and the pack asks that group's questions."""
    for key in (name for name in _OWN if getattr(rule, name)):
        yield checked.problem("pack-arrival-alone", (*path, key))
    included = {name for part in checked.pack.definition.section for name in part.include}
    known = [n for n in sorted(included) if n in checked.known.groups]
    arriving = [name for name in known if checked.known.groups[name].arrival]
    if rule.arrival not in arriving:
        near = get_close_matches(rule.arrival, arriving, 1)
        name = rule.arrival[:60]
        yield checked.problem("pack-no-arrival", (*path, "arrival"), *near, name=name)
        return
    for way in checked.known.groups[rule.arrival].arrival:
        yield from _days(checked, (*path, "arrival"), way)


def _event(checked: Checked, path: Path, rule: DeadlineRule) -> Iterator[Problem]:
    events = checked.known.events
    if events is not None and rule.event not in events:
        near = get_close_matches(rule.event, events, 1)
        yield checked.problem("pack-unknown-event", (*path, "event"), *near, name=rule.event[:60])
    yield from _days(checked, path, rule)


def _days(checked: Checked, path: Path, rule: DeadlineRule | Arrival) -> Iterator[Problem]:
    """Each day is given by a question on a date, and the agreement by a question."""
    for key in ("date", "picked_up", "received", "opened"):
        if key == "date" or getattr(rule, key):
            yield from _is_date(checked, _key(path, key), getattr(rule, key))
    for key in ("agreed", "address"):
        name = getattr(rule, key)
        if name and name not in [one.id for one in checked.questions]:
            yield checked.problem("pack-unknown-name", _key(path, key), name=name[:60])


def _key(path: Path, key: str) -> Path:
    """Return where a key is, when it stands in the pack: those of a group are told at its name."""
    return path if path[-1] == "arrival" else (*path, key)


def _bounds(checked: Checked) -> Iterator[Problem]:
    order = [question.id for question in checked.questions]
    for path, question in checked.own_questions():
        if question.fact and not _fits(question):
            yield checked.problem("pack-key-not-here", (*path, "fact"), kind=question.kind)
        for key in ("not_before", "not_after"):
            source = getattr(question, key)
            if not source:
                continue
            if question.kind not in _DAYS:
                yield checked.problem("pack-key-not-here", (*path, key), kind=question.kind)
                continue
            bound = parse_bound(source)
            if bound is None:
                yield checked.problem("pack-bad-date-bound", (*path, key))
            elif bound.question:
                earlier = order[: order.index(question.id)]
                yield from _is_date(checked, (*path, key), bound.question, earlier)


def _is_date(
    checked: Checked, path: Path, name: str, among: list[str] | None = None
) -> Iterator[Problem]:
    days = [question.id for question in checked.questions if question.kind in _DAYS]
    days = [day for day in days if among is None or day in among]
    if name not in days:
        near = get_close_matches(name, days, 1)
        yield checked.problem("pack-not-a-date", path, *near, name=name[:60])


def _fits(question: Question) -> bool:
    if question.fact == "same":  # of the same question, in another letter
        return True
    if question.fact == "reply":
        return says_replies([choice.id for choice in question.choices])
    return question.kind == ("text" if question.fact == "asked" else "date")


def _procedure(checked: Checked, path: Path, name: str) -> Iterator[Problem]:
    known = checked.known.procedures
    if name and known is not None and name not in known:
        near = get_close_matches(name, known, 1)
        yield checked.problem("pack-unknown-procedure", path, *near, name=name[:60])


CHECK = Check("dates", "Un délai calculé sur autre chose qu’une date serait faux.", run)
