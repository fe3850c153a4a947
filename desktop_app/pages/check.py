"""Vérifiez vos réponses: a line an answer, with what changes it; what is missing, or wrong."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
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
from desktop_app.pages.wrong import Correct, error, named, of_several
from desktop_app.sentences import edition_words
from desktop_app.workflow.interview.interview import Answered, Interview

SHORTENED = 280
"""Characters of a long answer that are shown: the letter shows it whole."""


@dataclass(frozen=True, slots=True)
class SeePaper(Gesture):
    """Have the paper made of these answers."""


def check(interview: Interview, blanks: Collection[str]) -> Page:
    """Return the page; ``blanks``: the questions of which the paper keeps a blank."""
    letter = isinstance(interview.definition, LetterDefinition)
    see = i18n.text("Voir la lettre") if letter else i18n.text("Voir le formulaire")
    free = i18n.text("Rien n’est envoyé. Vous pouvez tout changer.")
    kept = _kept(interview)
    blocks: tuple[Block, ...] = (
        Text(free, "hint"),
        *((Text(kept, "hint"),) if kept else ()),
        *_missing(interview, blanks),
        *_parts(interview, blanks),
    )
    main = Action(see, SeePaper(), "primary", ready=not interview.troubles)
    return Page(
        i18n.text("Vérifiez vos réponses"),
        blocks,
        (main, back()),
        (free,),
        of_several(interview),
    )


def _kept(interview: Interview) -> str:
    """Return which answers this edition no longer asks, as typed; empty when it asks all."""
    names = no_longer_asked(interview.definition, interview.draft)
    if not names:
        return ""
    return edition_words.no_longer_asked([_typed(interview.draft.answers[one]) for one in names])


def _missing(interview: Interview, blanks: Collection[str]) -> Iterator[Block]:
    """Yield what will be filled by pen, then what should be said and that no pen can say."""
    pen = [one for one in interview.summary if one.trouble is None and _id(one) in blanks]
    left = [one for one in interview.summary if one.missing and one not in pen]
    yield from _to_add(i18n.text("À compléter au stylo"), pen, interview)
    yield from _to_add(i18n.text("Questions nécessaires sans réponse"), left, interview)


def _to_add(title: str, found: Iterable[Answered], interview: Interview) -> Iterator[Block]:
    add = i18n.text("Ajouter")
    missing = tuple(
        Fact(label, "", Action(add, Correct(_id(one)), "plain", i18n.labelled(add, label)))
        for one in found
        for label in (named(one.step.question, interview),)
    )
    if missing:
        yield Text(title, "subheading")
        yield Card("", missing)


def _parts(interview: Interview, blanks: Collection[str]) -> Iterator[Block]:
    """Yield the answers, in the order of the questions, under the titles of their parts."""
    for section, found in groupby(interview.summary, lambda one: i18n.pack_text(one.step.section)):
        yield Text(section, "subheading")
        lines = (
            _answer(one, named(one.step.question, interview), blank=_id(one) in blanks)
            for one in found
        )
        yield Card("", tuple(lines))


def _answer(one: Answered, label: str, *, blank: bool) -> Fact:
    """Return an answer; what is heard with its button holds it: else one could not decide."""
    empty = one.trouble is None and (blank or one.missing)
    words = i18n.text("Ajouter") if empty else i18n.text("Changer")
    said, wrong = _said(one, blank=blank), error(one.trouble) if one.trouble else ""
    heard = " ".join(part for part in (label, said, wrong) if part)
    changes = Action(words, Correct(_id(one)), "plain", i18n.labelled(words, heard))
    return Fact(label, said, changes, wrong)


def _id(one: Answered) -> str:
    return one.step.question.id


def _said(one: Answered, *, blank: bool) -> str:
    if one.value is UNKNOWN:
        return (
            i18n.text("Vous ne savez pas : à compléter au stylo")
            if blank
            else i18n.text("Vous ne savez pas")
        )
    if one.value is None and one.trouble is None:
        return (
            i18n.text("Pas de réponse : à compléter au stylo")
            if blank
            else i18n.text("Pas de réponse")
        )
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
