"""What of an unfinished draft can be shown on a page already: the rest counts as not said.

For a preview, never for paper: there ``validate`` tells every problem first.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.fitting import fitted
from desktop_app.core.answers.kinds.base import clean_lines
from desktop_app.core.answers.validate import LONGEST, asked_now
from desktop_app.core.packs.model import LetterDefinition, PackHeader


def readable(definition: PackHeader, draft: Draft, today: dt.date) -> Draft:
    """Return the draft without what is wrong in it: ``validate`` accepts it, ``shown``.

    Words that are still being written in a paragraph are seen in it.

    What was wrong may hide a default that opens other questions, so that they are read again
    until nothing wrong is left; each turn leaves fewer answers.
    """
    kept = fitted(definition, draft)
    while wrong := _wrong(definition, kept, today):
        kept = _without(kept, wrong)
    return _with_paragraphs(definition, kept)


def _wrong(definition: PackHeader, draft: Draft, today: dt.date) -> frozenset[str]:
    asked = asked_now(definition, draft, today)
    found = {one.question.id for one in asked if one.problem}
    return frozenset(found & (draft.answers.keys() | draft.unknown))


def _without(draft: Draft, questions: frozenset[str]) -> Draft:
    answers = {name: typed for name, typed in draft.answers.items() if name not in questions}
    return dataclasses.replace(
        draft,
        answers=MappingProxyType(answers),
        unknown=draft.unknown - questions,
        confirmed=draft.confirmed - questions,
    )


def _with_paragraphs(definition: PackHeader, draft: Draft) -> Draft:
    paragraphs = definition.paragraph if isinstance(definition, LetterDefinition) else ()
    optional = {paragraph.id for paragraph in paragraphs if paragraph.optional}
    edited = {**_printable(draft.edited), **_printable(draft.writing)}
    return dataclasses.replace(
        draft,
        removed=draft.removed & optional,
        edited=MappingProxyType(edited),
        writing=MappingProxyType({}),
    )


def _printable(words: Mapping[str, str]) -> Mapping[str, str]:
    return {k: text for k, text in words.items() if len(text) <= LONGEST and clean_lines(text)}
