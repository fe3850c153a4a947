"""A draft begun with one edition, opened with another: nothing is lost, nothing stops.

The safe keeps the draft whole. What this edition does not ask is left out only where pages are
made; with an edition that asks it again, it is there again.
"""

import dataclasses
from types import MappingProxyType

from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.model import LetterDefinition, PackHeader
from desktop_app.core.packs.resolve import questions_of


def no_longer_asked(definition: PackHeader, draft: Draft) -> tuple[str, ...]:
    """Return the ids of the answers that no question of this definition asks."""
    known = {question.id for question in questions_of(definition)}
    return tuple(name for name, typed in draft.answers.items() if typed and name not in known)


def fitted(definition: PackHeader, draft: Draft) -> Draft:
    """Return what of a draft this definition knows: its questions, and a letter's paragraphs."""
    known = {question.id for question in questions_of(definition)}
    paragraphs = definition.paragraph if isinstance(definition, LetterDefinition) else ()
    written = {paragraph.id for paragraph in paragraphs}
    return dataclasses.replace(
        draft,
        answers=MappingProxyType({k: v for k, v in draft.answers.items() if k in known}),
        unknown=draft.unknown & known,
        confirmed=draft.confirmed & known,
        removed=draft.removed & written,
        edited=MappingProxyType({k: v for k, v in draft.edited.items() if k in written}),
        shortened=MappingProxyType({k: v for k, v in draft.shortened.items() if k in known}),
        writing=MappingProxyType({k: v for k, v in draft.writing.items() if k in written}),
    )
