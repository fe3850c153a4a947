"""What a draft tells of the person: whether it says something of her, and whether that is a danger.

An answer that is picked among our own words says what is the matter; what is written (a name, a
day, a sum, a sentence) is hers. Being found out may be a danger by the pack, by a choice, or by
the words written: each is data, marked ``discreet``.
"""

from collections.abc import Iterable

from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines import sayings
from desktop_app.core.deadlines.cases import Emergency
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import AnyDefinition, questions_of

PICKED = ("choice", "choices", "yes_no")
"""Kinds of answers that are picked among our words."""


def says_something(definition: AnyDefinition, draft: Draft) -> bool:
    """Tell whether something written by the person is among these answers."""
    kinds = {one.id: one.kind for one in questions_of(definition)}
    return any(said and kinds.get(name) not in PICKED for name, said in draft.answers.items())


def endangers(definition: AnyDefinition, draft: Draft, emergencies: Iterable[Emergency]) -> bool:
    """Tell whether it would be a danger that somebody at home finds these answers."""
    asked = tuple(questions_of(definition))
    if definition.discreet or any(_picked(one, draft) for one in asked):
        return True
    discreet = [one for one in emergencies if one.discreet]
    written = [draft.answers.get(one.id, "") for one in asked if one.kind not in PICKED]
    return any(
        sayings.betrays(words) or sayings.pressing(discreet, words)
        for words in written
        if isinstance(words, str) and words
    )


def _picked(question: Question, draft: Draft) -> bool:
    said = draft.answers.get(question.id, "")
    given = (said,) if isinstance(said, str) else said
    return any(one.discreet and one.id in given for one in question.choices)
