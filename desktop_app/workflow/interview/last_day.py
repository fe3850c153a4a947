"""The last day to act, as soon as the answers tell it, long before the letter is whole."""

from collections.abc import Iterator

from desktop_app.core.answers.conditions import scope
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.request import Request
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.language.template import condition_of
from desktop_app.core.moment import Today
from desktop_app.core.packs.model import DeadlineRule
from desktop_app.workflow.guidance.deadlines import Facts, deadline_for_letter
from desktop_app.workflow.interview.interview import Interview


def last_day(law: Law, interview: Interview) -> Deadline | None:
    """Return the deadline that the answers given until now tell; None while they do not.

    What is said early must hold: a rule waits for all that it depends on, and no rule is tried
    before one that waits. The year of missing remedies alone may come after: it is a rescue.
    """
    facts = _facts(interview)
    return deadline_for_letter(
        law, _ready(interview), facts.values, holds=facts.holds, today=facts.today
    )


def says_more(found: Deadline, before: Deadline | None, today: Today) -> bool:
    """Tell whether another day is to be said than the one that was said before.

    That of the letter received counts where it comes first.
    """
    return before is None or _told(found, today) != _told(before, today)


def _told(found: Deadline, today: Today) -> tuple[object, ...]:
    said = verdict(found, today)
    notice = said.notice if said.notice and said.day and said.notice < said.day else None
    return said.state, said.day, said.last_day, notice


def asked_of_law(interview: Interview) -> tuple[Request, ...]:
    """Return what the law is asked, without reading it: while that is the same, so is the day."""
    return tuple(filter(None, map(_facts(interview).asked, _ready(interview))))


def _facts(interview: Interview) -> Facts:
    values, today = interview.values, interview.today
    seen = scope(interview.definition, values, today)
    return Facts(values, lambda when: condition_of(when).holds(seen), today)


def _ready(interview: Interview) -> Iterator[DeadlineRule]:
    asked = {step.question.id for step in interview.steps}
    for rule in interview.definition.deadline:
        if not all(interview.met(name) for name in _needs(rule) & asked):
            return
        yield rule


def _needs(rule: DeadlineRule) -> set[str]:
    told = {rule.date, rule.picked_up, rule.received, rule.opened, rule.agreed, rule.address}
    return told | condition_of(rule.when).names
