"""What a letter follows: procedures that exist, and choices that speak of these only."""

from collections.abc import Iterator
from difflib import get_close_matches

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.lines import Path


def run(checked: Checked) -> Iterator[Problem]:
    """Report procedures that the law does not know, and choices for what the pack does not follow.

    The pack's own procedure may be there: the second letter of one procedure.
    """
    definition, known = checked.pack.definition, checked.known.procedures
    for position, name in enumerate(definition.follows):
        path: Path = ("follows", position)
        if known is not None and name not in known:
            near = get_close_matches(name, known, 1)
            yield checked.problem("pack-unknown-procedure", path, *near, name=name[:60])
        elif name in definition.follows[:position]:
            yield checked.problem("pack-follows-idle", path, name=name[:60])
    for place, question in checked.own_questions():
        for position, choice in enumerate(question.choices):
            for name in choice.follows:
                if name not in definition.follows:
                    near = get_close_matches(name, definition.follows, 1)
                    path = (*place, "choices", position, "follows")
                    yield checked.problem("pack-follows-not", path, *near, name=name[:60])


CHECK = Check("follows", "Une lettre proposée après la mauvaise démarche égare la personne.", run)
