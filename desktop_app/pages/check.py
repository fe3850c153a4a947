"""Vérifiez vos réponses: a line an answer, with what changes it; what is missing, or wrong.

What was not answered, and stops nothing, waits behind a line that tells how much it is; so does
each part of a page that would be longer than a few windows.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from desktop_app import i18n
from desktop_app.core.answers.fitting import no_longer_asked
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.packs.model import LetterDefinition, Question
from desktop_app.core.unknown import UNKNOWN
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.page import Action, Block, Card, Fact, Gesture, Live, Page, Text
from desktop_app.pages.questions import otherwise
from desktop_app.pages.wrong import Correct, error, named, of_several
from desktop_app.sentences import edition_words, household_words
from desktop_app.workflow.interview.interview import Answered, Interview
from desktop_app.workflow.interview.members import members

SHORTENED = 280
"""Characters of a long answer that are shown: the letter shows it whole."""
NO_ANSWER = "no answer"
"""The place of what was not answered."""
AT_ONCE = 12
"""Lines of what waits that are drawn at once: more than a window has room for."""
MOST = 48
"""Answers that one reads in a row: five windows. Of more, each part waits behind a line."""


@dataclass(frozen=True, slots=True)
class SeePaper(Gesture):
    """Have the paper made of these answers."""


@dataclass(frozen=True, slots=True)
class ShowNotAnswered(Gesture):
    """Show the questions without an answer, or hide them again."""


@dataclass(frozen=True, slots=True)
class ShowAnswers(Gesture):
    """Show the answers of a part of a long page, or hide them again."""

    part: int


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
        *_household(interview),
        *_answers(interview, blanks),
        Live(NO_ANSWER, tuple(not_answered(interview, blanks)), AT_ONCE),
    )
    main = Action(see, SeePaper(), "primary", ready=not interview.troubles)
    return Page(
        i18n.text("Vérifiez vos réponses"),
        blocks,
        (main, back(), *otherwise(interview, to.Questions)),
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


def _household(interview: Interview) -> Iterator[Block]:
    """Yield who lives with the person, a sentence each: it is heard without any table."""
    found = members(interview)
    if found:
        yield Text(i18n.text("Votre foyer"), "subheading")
        for one in found:
            yield Text(household_words.sentence(one), stop=True)


def _to_add(title: str, found: Iterable[Answered], interview: Interview) -> Iterator[Block]:
    missing = tuple(_add(one, interview) for one in found)
    if missing:
        yield Text(title, "subheading")
        yield Card("", missing)


def _add(one: Answered, interview: Interview) -> Fact:
    add, label = i18n.text("Ajouter"), named(one.step.question, interview)
    return Fact(label, "", Action(add, Correct(_id(one)), "plain", i18n.labelled(add, label)))


def not_answered(
    interview: Interview, blanks: Collection[str], *, shown: bool = False
) -> Iterator[Block]:
    """Yield what tells how many questions have no answer, and them, once they are ``shown``.

    None of them stops the paper, or leaves a blank on it: these are told before the answers.
    """
    found = [one for one in interview.summary if _passed(one, blanks)]
    if not found:
        return
    words = i18n.plural(
        "Voir {n} question sans réponse", "Voir les {n} questions sans réponse", len(found)
    )
    if shown:
        words = i18n.text("Cacher les questions sans réponse")
    yield Action(words, ShowNotAnswered(), "plain")
    if shown:
        yield from (_add(one, interview) for one in found)


def waiting(interview: Interview, blanks: Collection[str]) -> tuple[str, ...]:
    """Return the questions that wait to be shown."""
    return tuple(_id(one) for one in interview.summary if _passed(one, blanks))


def _passed(one: Answered, blanks: Collection[str]) -> bool:
    return one.trouble is None and _is_empty(one) and not one.missing and _id(one) not in blanks


def _is_empty(one: Answered) -> bool:
    return one.value is UNKNOWN or one.value is None or one.value == ()


Part = tuple[str, tuple[Answered, ...]]
"""The title of a part, and its answers."""


def parts(interview: Interview, blanks: Collection[str]) -> tuple[Part, ...]:
    """Return what was answered, in the order of the questions, part by part."""
    said = (
        one
        for one in interview.summary
        if one.trouble is not None or not (_is_empty(one) or _id(one) in blanks)
    )
    found = groupby(said, lambda one: i18n.pack_text(one.step.section))
    return tuple((section, tuple(answers)) for section, answers in found)


def waits(found: Sequence[Part]) -> bool:
    """Tell whether the parts wait to be shown: all of them would be too long a page."""
    return sum(len(answers) for _section, answers in found) > MOST


def open_at_once(found: Sequence[Part]) -> frozenset[int]:
    """Return the parts shown at first: all where none waits, else those with something wrong."""
    return frozenset(
        at
        for at, (_section, answers) in enumerate(found)
        if not waits(found) or any(one.trouble is not None for one in answers)
    )


def part_of(found: Sequence[Part], question: str) -> int | None:
    """Return the part where a question is answered; None where it is in none."""
    return next(
        (at for at, part in enumerate(found) if question in [_id(one) for one in part[1]]), None
    )


def place_of(part: int) -> str:
    """Return the place of a part that waits."""
    return f"part {part}"


def _answers(interview: Interview, blanks: Collection[str]) -> Iterator[Block]:
    found = parts(interview, blanks)
    opened = open_at_once(found)
    for at, (section, answers) in enumerate(found):
        if waits(found):
            shown = part(interview, found, at, shown=at in opened)
            yield Live(place_of(at), tuple(shown), AT_ONCE)
        else:
            yield Text(section, "subheading")
            yield _card(answers, interview)


def part(
    interview: Interview, found: Sequence[Part], at: int, *, shown: bool = False
) -> Iterator[Block]:
    """Yield what tells how much is in a part that waits, and its answers, once it is ``shown``."""
    section, answers = found[at]
    words = i18n.labelled(section, i18n.plural("{n} réponse", "{n} réponses", len(answers)))
    if shown:
        words = i18n.text("Cacher : {part}").format(part=section)
    yield Action(words, ShowAnswers(at), "plain")
    if shown:
        yield _card(answers, interview)


def _card(answers: Iterable[Answered], interview: Interview) -> Card:
    return Card("", tuple(_answer(one, named(one.step.question, interview)) for one in answers))


def _answer(one: Answered, label: str) -> Fact:
    """Return an answer; what is heard with its button holds it: else one could not decide."""
    words = i18n.text("Changer")
    said, wrong = _said(one), error(one.trouble) if one.trouble else ""
    answer = i18n.labelled(label, said) if said and not label.endswith("?") else f"{label} {said}"
    heard = f"{answer.strip()} {wrong}".strip()
    changes = Action(words, Correct(_id(one)), "plain", i18n.labelled(words, heard))
    return Fact(label, said, changes, wrong)


def _id(one: Answered) -> str:
    return one.step.question.id


def _said(one: Answered) -> str:
    return _typed(one.typed) if _is_empty(one) else shown(one.step.question, one.value)


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
