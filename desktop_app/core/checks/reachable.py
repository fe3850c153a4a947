"""No paragraph, question or enclosure is out of reach of every answer.

Proved by trying every combination of the choices that its condition depends on, directly or
through the questions' own conditions. Nothing is claimed where the combinations are too many, or
where a date, an amount or a text decides: examples then show that it is reached.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.language.template import Condition, condition_of
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import LetterDefinition, Question

MOST_COMBINATIONS = 20_000
MOST_QUESTIONS = 10
"""Questions, of two answers at least each, up to which all the combinations are tried."""
MOST_SUBSETS = 5
"""Choices of a multiple question up to which all their subsets are tried."""

_NOT_ANSWERED = None


def run(checked: Checked) -> Iterator[Problem]:
    """Report what can never stand."""
    definition = checked.pack.definition
    if isinstance(definition, LetterDefinition):
        for paragraph in definition.paragraph:
            if impossible(checked, paragraph.when):
                path: Path = (*checked.paragraph_path(paragraph.id), "when")
                yield checked.problem("pack-unreachable", path, id=paragraph.id)
    for position, paper in enumerate(checked.pack.definition.enclosure):
        if impossible(checked, paper.when):
            path = ("enclosure", position, "when")
            yield checked.problem("pack-unreachable", path, id=paper.id)
    for path, question in checked.own_questions():
        if impossible(checked, question.when):
            yield checked.problem("pack-unreachable", (*path, "when"), id=question.id)


def impossible(checked: Checked, when: str) -> bool:
    """Tell whether no answers fulfil a condition; False where they cannot all be tried."""
    condition = condition_of(when)
    if condition.expression is None:
        return False
    deciding = _deciding(checked, condition)
    if len(deciding) > MOST_QUESTIONS:
        return False
    domains = [_values(question) for question in deciding]
    count = 1
    for domain in domains:
        if domain is None:
            return False
        count *= len(domain)
        if count > MOST_COMBINATIONS:
            return False
    known = [domain for domain in domains if domain is not None]
    return not any(
        condition.holds(_asked(deciding, values)) for values in itertools.product(*known)
    )


def _deciding(checked: Checked, condition: Condition) -> Sequence[Question]:
    """Return the questions that a condition depends on, in the order they are asked.

    What is no question (today) stands at the end as one whose answers cannot be listed.
    """
    wanted = set(condition.names)
    found: set[str] = set()
    while wanted and len(found) <= MOST_QUESTIONS:
        name = wanted.pop()
        found.add(name)
        if name in checked.question:
            wanted |= condition_of(checked.question[name].when).names - found
    questions = [question for question in checked.questions if question.id in found]
    return questions if len(questions) == len(found) else [*questions, _ANYTHING]


def _values(question: Question) -> Sequence[Any] | None:
    """Return every answer a question can have; None when they cannot be listed."""
    if question.kind == "yes_no":
        return (_NOT_ANSWERED, True, False)
    ids = tuple(choice.id for choice in question.choices)
    if question.kind == "choice":
        return (_NOT_ANSWERED, *ids)
    if question.kind == "choices" and len(ids) <= MOST_SUBSETS:
        sizes = range(len(ids) + 1)
        return (_NOT_ANSWERED, *(s for n in sizes for s in itertools.combinations(ids, n)))
    if question.kind == "choices":  # each alone, and all together
        return (_NOT_ANSWERED, (), *((one,) for one in ids), ids)
    return None


def _asked(questions: Sequence[Question], values: Sequence[Any]) -> Mapping[str, object]:
    """Keep the values of the questions that are asked."""
    scope: dict[str, Any] = {}
    for question, value in zip(questions, values, strict=True):
        if value is not _NOT_ANSWERED and condition_of(question.when).holds(scope):
            scope[question.id] = value
    return scope


_ANYTHING = Question(id="anything", kind="text", label="")

CHECK = Check("reachable", "Un paragraphe hors d’atteinte est une erreur de condition.", run)
