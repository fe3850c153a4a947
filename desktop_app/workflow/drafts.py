"""Drafts: what a person said so far."""

import datetime as dt
from collections.abc import Iterator

from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.conditions import Scope, is_asked, seen_value
from desktop_app.core.answers.draft import UNKNOWN, Draft
from desktop_app.core.answers.validate import read_answer, with_answer
from desktop_app.core.definitions.model import PackHeader, Question
from desktop_app.core.definitions.resolve import questions_of

__all__ = ["questions_now", "read_draft", "with_answer"]


def questions_now(definition: PackHeader, draft: Draft, today: dt.date) -> Iterator[Question]:
    """Yield the questions that an unfinished draft leads to, in order.

    A wrong answer counts as none: what depends on it is not asked yet.
    """
    seen: Scope = {"today": today}
    for question in questions_of(definition):
        if not is_asked(question, seen):
            continue
        yield question
        typed = draft.answers.get(question.id) or question.default
        if question.id in draft.unknown:
            seen[question.id] = UNKNOWN
        elif typed:
            value = read_answer(typed, question, today).value
            if value is not None:
                seen[question.id] = seen_value(question, value)
