"""Decides what "Vérifiez vos réponses" says: one line an answer, what is missing, what is wrong."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desktop_app import i18n
from desktop_app.core.answers.fitting import no_longer_asked
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.packs.model import LetterDefinition, Question
from desktop_app.core.unknown import UNKNOWN
from desktop_app.gui.screens.questions.presenter import Told, told
from desktop_app.gui.writing import Writing
from desktop_app.sentences import edition_words
from desktop_app.workflow.interview.interview import Answered

SHORTENED = 280
"""Characters of a long answer that are shown: the letter shows it whole."""


@dataclass(frozen=True, slots=True)
class Line:
    """One answer to read again; ``missing`` ones are filled by pen."""

    question: str
    section: str
    label: str
    answer: str
    missing: bool
    told: Told | None


class VerifierPresenter:
    """Reads the interview in hand."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing

    @property
    def is_letter(self) -> bool:
        return isinstance(self.writing.interview.definition, LetterDefinition)

    def lines(self) -> list[Line]:
        """Return every answer, in the order of the questions."""
        return [self._line(answered) for answered in self.writing.interview.summary]

    def kept(self) -> str:
        """Return which answers this edition no longer asks, as typed; empty when it asks all."""
        interview = self.writing.interview
        names = no_longer_asked(interview.definition, interview.draft)
        if not names:
            return ""
        typed = [interview.draft.answers[name] for name in names]
        return edition_words.no_longer_asked(
            [one if isinstance(one, str) else ", ".join(one) for one in typed]
        )

    def correct(self, question: str) -> None:
        """Go and change one answer; the way leads back to its line."""
        self.writing.correcting = self.writing.question = question

    def back_from(self) -> str:
        """Return the question whose line was left to be corrected, once."""
        question, self.writing.correcting = self.writing.correcting, ""
        return question

    def _line(self, answered: Answered) -> Line:
        question = answered.step.question
        return Line(
            question=question.id,
            section=i18n.pack_text(answered.step.section),
            label=i18n.pack_text(question.label),
            answer=_said(question, answered),
            missing=answered.missing,
            told=told(answered.trouble) if answered.trouble else None,
        )


def _said(question: Question, answered: Answered) -> str:
    if answered.value is UNKNOWN:
        return i18n.text("Vous ne savez pas : à compléter au stylo")
    if answered.value is None and answered.trouble is None:
        if answered.missing:
            return i18n.text("Pas de réponse : à compléter au stylo")
        return i18n.text("Pas de réponse")
    if answered.value is None:
        typed = answered.typed
        return typed if isinstance(typed, str) else ", ".join(typed)
    return shown(question, answered.value)


def shown(question: Question, value: Any) -> str:
    """Return an answer as it is read: dates in words, choices by their words."""
    labels = {choice.id: i18n.pack_text(choice.label) for choice in question.choices}
    match value:
        case bool():
            text = i18n.text("Oui") if value else i18n.text("Non")
        case dt.date() if question.kind == "month":
            text = i18n.long_date(value).split(" ", 1)[-1]
        case dt.date():
            text = i18n.weekday_date(value)
        case Decimal():
            text = i18n.amount(value)
        case tuple():
            words = [labels.get(item, str(item)) for item in value]
            text = " · ".join(words) or i18n.text("Rien de coché")
        case _:
            text = labels.get(value) or KINDS[question.kind].show(value)
    return f"{text[:SHORTENED].rsplit(' ', 1)[0]} […]" if len(text) > SHORTENED else text
