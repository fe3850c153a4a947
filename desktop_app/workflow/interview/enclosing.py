"""Which papers are joined, answered by one list to tick: the answers of each paper, and back."""

from collections.abc import Collection, Iterable, Mapping

from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import ENCLOSURE_CHOICES, JOINED, LATER, NOT_JOINED

__all__ = ["JOINED", "LATER", "answers", "papers", "ticked"]


def papers(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return those that ask whether a paper is joined, and not of how many pages it is."""
    return tuple(one for one in questions if one.choices == ENCLOSURE_CHOICES)


def ticked(asked: Iterable[Question], draft: Draft, answer: str) -> tuple[str, ...]:
    """Return the papers of which this was answered, by their questions."""
    return tuple(one.id for one in asked if draft.answers.get(one.id) == answer)


def answers(
    asked: Iterable[Question], joined: Collection[str], later: Collection[str]
) -> Mapping[str, str]:
    """Return the answer of each paper: joined, to be sent later, or neither."""
    return {
        one.id: JOINED if one.id in joined else LATER if one.id in later else NOT_JOINED
        for one in asked
    }
