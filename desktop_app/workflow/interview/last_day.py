"""The last day to act, as soon as the answers tell it, long before the letter is whole."""

from collections.abc import Iterator
from types import MappingProxyType

import msgspec

from desktop_app.core.answers.conditions import scope
from desktop_app.core.answers.draft import Answers
from desktop_app.core.deadlines.events import WITHOUT_REMEDIES
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.verdict import verdict


from desktop_app.core.deadlines.request import Request
from desktop_app.core.language.template import condition_of
from desktop_app.core.moment import Today
from desktop_app.core.packs.model import DeadlineRule
from desktop_app.workflow.documents.preparing import deadline_of
from desktop_app.workflow.guidance.deadlines import Facts
from desktop_app.workflow.interview.interview import Interview


def last_day(law: Law, interview: Interview) -> Deadline | None:
    """Return the deadline that the answers given until now tell; None while they do not.

    What is said early must hold: a rule waits for all that it depends on, and no rule is tried
    before one that waits. The year of missing remedies alone may come after: it is a rescue.
    """
    definition = interview.definition
    rules = tuple(_ready(interview))
    if not rules:
        return None
    answers = Answers(definition.id, MappingProxyType(dict(interview.values)))
    ready = msgspec.structs.replace(definition, deadline=rules)
    return deadline_of(law, ready, answers, interview.today)


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
    seen = scope(interview.definition, interview.values, interview.today)
    facts = Facts(interview.values, lambda when: condition_of(when).holds(seen), interview.today)
    return tuple(filter(None, map(facts.asked, _ready(interview))))


def _ready(interview: Interview) -> Iterator[DeadlineRule]:
    asked = {step.question.id for step in interview.steps}
    for rule in interview.definition.deadline:
        if all(interview.met(name) for name in _needs(rule) & asked):
            yield rule
        elif rule.event != WITHOUT_REMEDIES:
            return


def _needs(rule: DeadlineRule) -> set[str]:
    dates = {rule.date, rule.picked_up, rule.received, rule.opened, rule.agreed}
    return dates | condition_of(rule.when).names
