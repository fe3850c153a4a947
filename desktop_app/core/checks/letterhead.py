"""The head of an association's paper fits its place, and its logo lies in the pack."""

from collections.abc import Iterator, Sequence

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.files import PICTURE_NAME
from desktop_app.core.packs.model import LetterDefinition

MOST_LINES = 5
MOST_CHARACTERS = 55


def run(checked: Checked) -> Iterator[Problem]:
    """Report lines that the head of the page cannot hold, and a logo that is not there."""
    definition = checked.pack.definition
    if not isinstance(definition, LetterDefinition):
        return
    head = definition.letterhead
    for place, code, limit in faults(head.lines):
        yield checked.problem(code, ("letterhead", "lines", *place), limit=limit)
    if not head.logo:
        return
    if not PICTURE_NAME.fullmatch(head.logo):
        yield checked.problem("letterhead-logo-name", ("letterhead", "logo"))
    elif head.logo not in checked.pack.pictures:
        yield checked.problem("letterhead-logo-missing", ("letterhead", "logo"))


def faults(lines: Sequence[str]) -> Iterator[tuple[tuple[int, ...], str, int]]:
    """Yield what the head of a page cannot hold: the line (none for all), a code, its limit."""
    if len(lines) > MOST_LINES:
        yield (), "letterhead-lines", MOST_LINES
    for position, line in enumerate(lines):
        if fault := _of_line(line):
            yield (position,), fault, MOST_CHARACTERS


def _of_line(line: str) -> str:
    if not line.strip():
        return "pack-empty-text"
    if "{" in line or "\n" in line:
        return "letterhead-plain"
    return "letterhead-long" if len(line) > MOST_CHARACTERS else ""


CHECK = Check("letterhead", "Ce qui dépasse paraîtrait dans la fenêtre de l’enveloppe.", run)
