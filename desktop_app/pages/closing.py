"""The end of a matter, in an office that counts how they end: a question that may stay empty."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.records import Ending
from desktop_app.pages.page import Action, Ask, Block, Card, Gesture, Row, Take, Text
from desktop_app.sentences import figure_words

ENDING, OUTCOME = "ending", "outcome"
"""The question of how it ended, and its answer."""


@dataclass(frozen=True, slots=True)
class OpenAgain(Gesture):
    """The matter goes on after all."""


def card(ending: Ending) -> tuple[Block, ...]:
    """Return what is asked of a matter that may be over, or what was said of its end."""
    options = tuple(Option(id=one, label=words) for one, words in figure_words.outcomes().items())
    question = Question(
        id=OUTCOME,
        kind="choice",
        label=i18n.text("Comment ce dossier a-t-il fini ?"),
        hint=i18n.text("Vous pouvez ne pas répondre. Seul le nombre va dans les chiffres."),
        choices=options,
    )
    ask = Ask(ENDING, (Asked(question),), {OUTCOME: ending.outcome})
    if ending.closed_on is None:
        end = Action(i18n.text("Terminer ce dossier"), Take(ENDING))
        return (Card(i18n.text("La fin de ce dossier"), (ask, end)),)
    told = i18n.text("Terminé le {day}.").format(day=i18n.long_date(ending.closed_on))
    actions = (
        Action(i18n.text("Corriger la fin"), Take(ENDING)),
        Action(i18n.text("Rouvrir ce dossier"), OpenAgain()),
    )
    return (Card(i18n.text("La fin de ce dossier"), (Text(told), ask, Row(actions))),)


def outcome(values: Mapping[str, Any]) -> str:
    """Return how it ended, "" where nobody said."""
    return str(values.get(OUTCOME) or "")
