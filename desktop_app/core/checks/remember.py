"""``remember`` keys: where the profile of a person keeps an answer."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem

AREAS = (
    "identite",
    "adresse",
    "contact",
    "famille",
    "caf",
    "sante",
    "emploi",
    "logement",
    "impots",
    "banque",
    "sejour",
    "retraite",
    "scolarite",
    "vehicule",
    "organisme",
)
_KEY = re.compile(r"(?P<area>[a-z]+)\.[a-z][a-z0-9_]*")


def run(checked: Checked) -> Iterator[Problem]:
    """Report keys that the profile does not have."""
    for path, question in checked.own_questions():
        for key in question.remember.split(" ") if question.remember else ():
            match = _KEY.fullmatch(key)
            if match is None:
                yield checked.problem("pack-bad-remember", (*path, "remember"))
            elif match["area"] not in AREAS:
                near = get_close_matches(match["area"], AREAS, 1)
                yield checked.problem(
                    "pack-unknown-area", (*path, "remember"), *near, areas=", ".join(AREAS)
                )


CHECK = Check("remember", "Une réponse gardée sous deux noms serait demandée deux fois.", run)
