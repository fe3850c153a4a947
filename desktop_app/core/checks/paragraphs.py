"""Each paragraph of a letter says something."""

from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.model import LetterDefinition


def run(checked: Checked) -> Iterator[Problem]:
    """Report paragraphs without a word."""
    definition = checked.pack.definition
    if isinstance(definition, LetterDefinition):
        for position, paragraph in enumerate(definition.paragraph):
            if not paragraph.text.strip():
                yield checked.problem("pack-empty-text", ("paragraph", position, "text"))


CHECK = Check("paragraphs", "Un paragraphe vide ne paraîtrait jamais dans la lettre.", run)
