"""Every name used in a text or a condition is a question of the pack, asked before if need be."""

from collections.abc import Iterator
from difflib import get_close_matches

from desktop_app.core.answers.conditions import LATE, PLEADED, TODAY
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.parse import CONDITION_KEYS
from desktop_app.core.packs.toml import TomlFile

_OF_A_LETTER = ("paragraph", "warning", "reference", "copy")
"""Where a letter may say that its last day is over, and whether it pleads."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report names that no question bears, and conditions on later questions."""
    for file, path, key, source in checked.sources():
        compiled = condition_of(source) if key in CONDITION_KEYS else text_of(source)
        yield from _unknown(checked, file, path, compiled.names)
    yield from _later(checked)


def _unknown(
    checked: Checked, file: TomlFile, path: Path, names: frozenset[str]
) -> Iterator[Problem]:
    known = {*checked.question, TODAY}
    definition = checked.definition
    if isinstance(definition, LetterDefinition) and path and path[0] in _OF_A_LETTER:
        # what is asked depends neither on the law nor on the letter's words
        known |= {LATE, PLEADED, *(phrase.id for phrase in definition.phrase)}
    for name in sorted(names - known):
        near = get_close_matches(name, known, 1)
        yield file.problem("pack-unknown-name", path, *near, name=name[:60])


def _later(checked: Checked) -> Iterator[Problem]:
    own = {question.id: path for path, question in checked.own_questions()}
    before = {TODAY}
    for question in checked.questions:
        path = own.get(question.id, ("section",))
        for name in sorted(condition_of(question.when).names - before):
            if name in checked.question:
                yield checked.problem("pack-later-question", (*path, "when"), name=name)
            elif question.id not in own:  # in a group: its own names are not in this file
                yield checked.problem("pack-group-needs", path, id=question.id, name=name[:60])
        before.add(question.id)


CHECK = Check("names", "Un nom mal écrit laisserait un blanc dans la lettre.", run)
