"""What is wrong with answers, in words, and what mends it: the same wherever one answers."""

from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages.page import Action, Block, Choice, Gesture, Problem
from desktop_app.workflow.interview.interview import Interview, Trouble


@record(frozen=True)
class Correct(Gesture):
    """Go to an answer, to change it."""

    question: str


@record(frozen=True)
class Rewrite(Gesture):
    """Write the answer that is suggested in the place of the one that is wrong."""

    typed: str


@record(frozen=True)
class Confirm(Gesture):
    """Say that a doubtful answer is right."""


@record(frozen=True)
class Later(Gesture):
    """Pass a necessary question: no dead end, "Vérifier" will say that it is missing."""


def sentence(trouble: Trouble) -> str:
    """Return what is wrong."""
    return i18n.sentence(trouble.problem.code, trouble.problem.parameters)


def error(trouble: Trouble) -> str:
    """Return the same, as an error."""
    return i18n.text("Erreur : {sentence}").format(sentence=sentence(trouble))


def of_one(trouble: Trouble) -> Problem:
    """Return what is wrong with the one answer of a page, and the ways out."""
    correct = i18n.text("Corriger ma réponse")
    later = i18n.text("Répondre plus tard")
    ways: tuple[Block, ...] = (
        *mending(trouble),
        *((Action(later, Later()),) if trouble.can_wait else ()),
        Action(correct, Correct(trouble.question.id), "plain"),
    )
    return Problem(error(trouble), ways)


def mending(trouble: Trouble) -> tuple[Action, ...]:
    """Return what writes another answer, or keeps this one all the same."""
    typed, found = trouble.typed, []
    if typed:
        shown = choice_words(trouble.question, typed)
        words = i18n.text("Écrire {suggestion}").format(suggestion=shown)
        found.append(Action(words, Rewrite(typed)))
    if trouble.confirmable:
        found.append(Action(i18n.text("C’est bien ma réponse"), Confirm()))
    return tuple(found)


def of_several(interview: Interview) -> Problem | None:
    """Return how many answers are wrong, and each, with its question: it leads there."""
    return of_these(interview.troubles, interview) if interview.troubles else None


def of_these(troubles: Sequence[Trouble], interview: Interview) -> Problem:
    """Return the same of these answers; those that are only missing may all be given later."""
    words = i18n.plural(
        "Erreur : {n} réponse est à corriger.",
        "Erreur : {n} réponses sont à corriger.",
        len(troubles),
    )
    ways = (
        Choice(f"{named(one.question, interview)} — {sentence(one)}", Correct(one.question.id))
        for one in troubles
    )
    if all(one.can_wait for one in troubles):
        return Problem(words, (*ways, Action(i18n.text("Répondre plus tard"), Later())))
    return Problem(words, tuple(ways))


def named(question: Question, interview: Interview) -> str:
    """Return what a question is called, with what tells it from another of the same words."""
    label, which = i18n.pack_text(question.called), interview.apart.get(question.id, "")
    return f"{label} ({i18n.pack_text(which)})" if which else label


def choice_words(question: Question, typed: Typed) -> str:
    """Return an answer as it is read: a choice by its words."""
    labels = {choice.id: i18n.pack_text(choice.label) for choice in question.choices}
    words = typed if isinstance(typed, str) else ", ".join(typed)
    return labels.get(words, words)
