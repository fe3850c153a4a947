"""A question answered by yes or no holds no negation: its "non" would be understood both ways.

To "…que vous n'avez pas cherché à tromper ?" one person answers "non" for "no, I did not", another
for "I will not say it": a wrong tap would take a defence away. Two whole sentences are offered.
"""

import re
from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import Question

_NEGATION = re.compile(
    r"\b(?:ne\s|n['’]).*?\b(?:pas|plus|jamais|rien|personne|point|guère|aucune?)\b", re.IGNORECASE
)


def run(checked: Checked) -> Iterator[Problem]:
    """Report them, those of the groups included too."""
    own = {question.id: path for path, question in checked.own_questions()}
    for question in checked.questions:
        if _by_yes_or_no(question) and _NEGATION.search(question.label):
            path: Path = (*own[question.id], "label") if question.id in own else ("section",)
            yield checked.problem("pack-negated-question", path, id=question.id)


def _by_yes_or_no(question: Question) -> bool:
    names = {choice.id for choice in question.choices}
    return question.kind == "yes_no" or {"oui", "non"} <= names


CHECK = Check("negations", "Un « non » à une question négative se comprend de deux façons.", run)
