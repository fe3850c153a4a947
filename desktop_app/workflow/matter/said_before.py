"""What a letter's own questions say of the arguments of the bank, for the letter that follows.

The first letters keep their questions ("Lisez-vous « fraude » ?"): who answered them has raised an
argument, and does not tell it twice.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.arguments.model import Argument
from desktop_app.core.arguments.plead import names_arguments
from desktop_app.core.errors import AppError
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.pleading import Said, facts_question, question_of
from desktop_app.workflow.interview.definitions import drafted
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.ports import Catalogue


def with_arguments(catalogue: Catalogue, draft: Draft, today: dt.date) -> Draft:
    """Return the answers of a letter, those that it gives of the bank's arguments among them.

    What she said to a question that her other answers no longer ask is not said any more.
    """
    try:
        definition = drafted(catalogue, draft)
    except AppError:  # a pack that is no longer here
        return draft
    if not isinstance(definition, LetterDefinition) or not names_arguments(definition):
        return draft
    interview = Interview(definition, draft, today)
    raised: dict[str, str] = {}
    told: dict[str, Typed] = {}
    for said in definition.pleading.said:
        if not interview.holds(said.when):
            continue
        argument = catalogue.bank.arguments.get(said.argument)
        if argument is not None:
            for key, typed in _answers(argument, said, interview).items():
                raised[key] = _also(raised.get(key, ""), typed)
        elif said.question and (words := interview.words(said.facts)):
            told[said.question] = words
    answers = MappingProxyType({**raised, **_still_said(definition, interview), **told})
    return dataclasses.replace(draft, answers=answers)


def _still_said(letter: LetterDefinition, interview: Interview) -> Mapping[str, Typed]:
    """Return the answers without those of arguments that are not asked now.

    What this judge does not hear stays: it was said to another office, and may be said again.
    """
    shut = {question_of(one.id) for one in letter.pleading.shut if interview.holds(one.when)}
    ours = {question_of(one.id) for one in letter.pleading.argued} - shut
    ours |= {facts_question(one.id) for one in letter.pleading.argued}
    hidden = ours - {step.question.id for step in interview.steps}
    return {key: typed for key, typed in interview.draft.answers.items() if key not in hidden}


def _also(before: str, typed: str) -> str:
    """Return what two of her answers say of one argument: each once, on its line."""
    return "\n".join(dict.fromkeys(filter(None, [*before.splitlines(), *typed.splitlines()])))


def _answers(argument: Argument, said: Said, interview: Interview) -> dict[str, str]:
    """Return what is typed for an argument that was raised; nothing where words lack."""
    words = interview.words(said.facts)
    if argument.raised_by == "texte":
        return {question_of(argument.id): words} if words else {}
    answers: dict[str, str] = {question_of(argument.id): argument.raised_by}
    if words and argument.facts:
        answers[facts_question(argument.id)] = words
    return answers
