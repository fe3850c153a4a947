"""Vérifiez vos réponses: a line an answer, with what changes it; what is missing, or wrong."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from desktop_app import i18n
from desktop_app.core.answers.fitting import no_longer_asked
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.packs.model import LetterDefinition, Question
from desktop_app.core.unknown import UNKNOWN
from desktop_app.pages.foot import back
from desktop_app.pages.page import Action, Block, Card, Fact, Gesture, Page, Text
from desktop_app.pages.wrong import Correct, error, of_several
from desktop_app.sentences import edition_words
from desktop_app.workflow.interview.interview import Answered, Interview

SHORTENED = 280
"""Characters of a long answer that are shown: the letter shows it whole."""


@dataclass(frozen=True, slots=True)
class SeePaper(Gesture):
    """Have the paper made of these answers."""


def check(interview: Interview) -> Page:
    """Return the page."""
    letter = isinstance(interview.definition, LetterDefinition)
    see = i18n.text("Voir la lettre") if letter else i18n.text("Voir le formulaire")
    free = i18n.text("Rien n’est envoyé. Vous pouvez tout changer.")
    kept = _kept(interview)
    blocks: tuple[Block, ...] = (
        Text(free, "hint"),
        *((Text(kept, "hint"),) if kept else ()),
        *_missing(interview),
        *_parts(interview),
    )
    main = Action(see, SeePaper(), "primary", ready=not interview.troubles)
    return Page(
        i18n.text("Vérifiez vos réponses"),
        blocks,
        (main, back()),
        (free,),
        of_several(interview.troubles),
    )


def _kept(interview: Interview) -> str:
    """Return which answers this edition no longer asks, as typed; empty when it asks all."""
    names = no_longer_asked(interview.definition, interview.draft)
    if not names:
        return ""
    return edition_words.no_longer_asked([_typed(interview.draft.answers[one]) for one in names])


def _missing(interview: Interview) -> Iterator[Block]:
    """Yield what will be filled by pen."""
    add = i18n.text("Ajouter")
    missing = tuple(
        Fact(label, "", Action(add, Correct(id_), "plain", i18n.labelled(add, label)))
        for id_, label in (_named(one) for one in interview.summary if one.missing)
    )
    if missing:
        yield Text(i18n.text("À compléter au stylo"), "subheading")
        yield Card("", missing)


def _parts(interview: Interview) -> Iterator[Block]:
    """Yield the answers, in the order of the questions, under the titles of their parts."""
    for section, found in groupby(interview.summary, lambda one: i18n.pack_text(one.step.section)):
        yield Text(section, "subheading")
        yield Card("", tuple(_answer(one) for one in found))


def _answer(one: Answered) -> Fact:
    """Return an answer; what is heard with its button holds it: else one could not decide."""
    id_, label = _named(one)
    words = i18n.text("Ajouter") if one.missing else i18n.text("Changer")
    said, wrong = _said(one), error(one.trouble) if one.trouble else ""
    heard = " ".join(part for part in (label, said, wrong) if part)
    return Fact(
        label, said, Action(words, Correct(id_), "plain", i18n.labelled(words, heard)), wrong
    )


def _named(one: Answered) -> tuple[str, str]:
    question = one.step.question
    return question.id, i18n.pack_text(question.label)


def _said(one: Answered) -> str:
    if one.value is UNKNOWN:
        return i18n.text("Vous ne savez pas : à compléter au stylo")
    if one.value is None and one.trouble is None:
        if one.missing:
            return i18n.text("Pas de réponse : à compléter au stylo")
        return i18n.text("Pas de réponse")
    if one.value is None:
        return _typed(one.typed)
    return shown(one.step.question, one.value)


def _typed(answer: str | tuple[str, ...]) -> str:
    return answer if isinstance(answer, str) else ", ".join(answer)


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
