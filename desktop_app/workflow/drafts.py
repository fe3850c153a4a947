"""Drafts: what a person said so far."""

import datetime as dt
from collections.abc import Iterator

from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, with_answer, with_unknown
from desktop_app.core.definitions.model import PackHeader, Question

__all__ = ["questions_now", "read_draft", "with_answer", "with_unknown"]


def questions_now(definition: PackHeader, draft: Draft, today: dt.date) -> Iterator[Question]:
    """Yield the questions that an unfinished draft leads to, in order.

    A wrong answer counts as none: what depends on it is not asked yet.
    """
    for asked in asked_now(definition, draft, today):
        yield asked.question
