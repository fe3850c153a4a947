"""The head of an association's paper fits its place, and its logo lies in the pack."""

import re
from collections.abc import Iterator

from desktop_app.core.definitions.checks.base import Check, Checked
from desktop_app.core.definitions.model import LetterDefinition
from desktop_app.core.errors import Problem

MOST_LINES = 5
MOST_CHARACTERS = 55
PICTURE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\.(?:png|jpg|jpeg)")
"""Of a picture inside a pack: a plain name, so that no path leads out of its folder."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report lines that the head of the page cannot hold, and a logo that is not there."""
    definition = checked.pack.definition
    if not isinstance(definition, LetterDefinition):
        return
    head = definition.letterhead
    if len(head.lines) > MOST_LINES:
        yield checked.problem("letterhead-lines", ("letterhead", "lines"), limit=MOST_LINES)
    for position, line in enumerate(head.lines):
        if fault := _of_line(line):
            yield checked.problem(fault, ("letterhead", "lines", position), limit=MOST_CHARACTERS)
    if not head.logo:
        return
    if not PICTURE_NAME.fullmatch(head.logo):
        yield checked.problem("letterhead-logo-name", ("letterhead", "logo"))
    elif head.logo not in checked.pack.pictures:
        yield checked.problem("letterhead-logo-missing", ("letterhead", "logo"))


def _of_line(line: str) -> str:
    if not line.strip():
        return "pack-empty-text"
    if "{" in line or "\n" in line:
        return "letterhead-plain"
    return "letterhead-long" if len(line) > MOST_CHARACTERS else ""


CHECK = Check("letterhead", "Ce qui dépasse paraîtrait dans la fenêtre de l’enveloppe.", run)
