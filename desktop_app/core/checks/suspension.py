"""A warning says of the suspension what the procedure of the letter does, and never the reverse.

Who is told that nothing stops pays what she need not; who is told that all stops is seized.
"""

import re
from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.model import LetterDefinition

STOPS = re.compile(
    r"\b(?<!ne )suspend (?:la récupération|la contrainte|la force)|(?<!n')arrête les retraits"
    r"|n'a(?:vez)? pas le droit de retirer de l'argent tant|vous pouvez attendre la décision"
    r"|aucune retenue ne peut être faite|ne peut pas la reprendre sur|l'ordre de payer tombe"
)
STOPS_NOT = re.compile(
    r"(?:n'arrête pas|ne suspend pas)(?: seule?)? (?:la|le|les|l')"
    r"|n'empêche pas, seul|reste (?:à payer|due)|dépôt seul n'arrête rien"
)
_BY_ITSELF = re.compile(r"\bseule?\b|\bun juge\b")
"""Where it depends, one may say to everybody that the paper alone does not, and who does."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report warnings that the data of the letter's procedures contradict."""
    letter, suspends = checked.pack.definition, checked.known.suspends
    if not isinstance(letter, LetterDefinition):
        return
    names = {letter.procedure, *(rule.procedure for rule in letter.deadline)}
    effects = {suspends[name] for name in names if name in suspends}
    for position, warning in enumerate(letter.warning):
        if code := _wrong(said(warning.text), effects, for_all=not warning.when):
            yield checked.problem(code, ("warning", position, "text"))


def _wrong(text: str, effects: set[str], *, for_all: bool) -> str:
    stops, stops_not = STOPS.search(text), STOPS_NOT.search(text)
    if effects == {"non"} and stops:
        return "pack-suspends-nothing"
    if effects == {"oui"} and stops_not:
        return "pack-suspends-indeed"
    alone = stops or (stops_not and not _BY_ITSELF.search(text))
    return "pack-suspends-some" if "partie" in effects and for_all and alone else ""


def said(text: str) -> str:
    """Return a text in one line, its apostrophes those of the patterns here."""
    return re.sub(r"\s+", " ", re.sub(r"\{%.*?%\}", " ", text)).replace("’", "'")


CHECK = Check(
    "suspension", "Croire à tort que tout s’arrête, ou que rien ne s’arrête, coûte cher.", run
)
