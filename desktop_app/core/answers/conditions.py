"""Which questions are asked, given what is already answered."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from desktop_app.core.answers.draft import Answers
from desktop_app.core.language.filters import Agreeing, Chosen
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import LetterDefinition, PackHeader, Question
from desktop_app.core.packs.resolve import questions_of

TODAY = "today"
"""The name of the day on which the document is made: no question."""
LATE = "delai_passe"
"""The name of a fact of the law, in a letter: its last legal day is over. No question."""
PLEADED = "moyens"
"""The name of a fact of a letter: an argument of the bank makes the decision wrong. No question."""

Scope = dict[str, Any]


def is_asked(question: Question, scope: Mapping[str, object]) -> bool:
    """Tell whether a question is asked, given the answers before it."""
    return condition_of(question.when).holds(scope)


def asked(definition: PackHeader, answers: Answers, today: dt.date) -> Iterator[Question]:
    """Yield the questions asked with these answers, in order."""
    values = scope(definition, answers.values, today)
    yield from (question for question in questions_of(definition) if is_asked(question, values))


def scope(
    definition: PackHeader, values: Mapping[str, object], today: dt.date, *, late: bool = False
) -> Scope:
    """Return what the texts and conditions of a pack see: answers by question, today, and ``late``.

    ``late``: the last legal day to act is known, and over.
    """
    seen: Scope = {TODAY: today, LATE: late}
    for question in questions_of(definition):
        if question.id in values:
            seen[question.id] = seen_value(question, values[question.id])
    if isinstance(definition, LetterDefinition):
        for phrase in definition.phrase:
            seen[phrase.id] = Agreeing(partial(_said, phrase.text, seen))
    return seen


def _said(text: str, seen: Scope) -> str:
    return text_of(text).render(seen).text


def seen_value(question: Question, value: object) -> Any:
    """Return a choice with the label that it prints; any other value as it is."""
    if not question.choices:
        return value
    labels = {choice.id: choice.label for choice in question.choices}
    if isinstance(value, tuple):
        return tuple(_chosen(item, labels) for item in value)
    return _chosen(value, labels) if isinstance(value, str) else value


def _chosen(identifier: str, labels: Mapping[str, str]) -> Chosen:
    return Chosen(identifier, labels.get(identifier, identifier))
