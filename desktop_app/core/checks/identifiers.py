"""Ids: their shape, that none stands twice, and that the pack has the name of its folder."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.core.answers.conditions import LATE, PLEADED, TODAY
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import LetterDefinition

_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
# Words of the conditions' own language.
RESERVED = frozenset(
    {TODAY, LATE, PLEADED, "and", "or", "not", "in", "is", "if", "else", "true", "false", "none"}
)


def run(checked: Checked) -> Iterator[Problem]:
    """Report ids that cannot serve."""
    definition = checked.pack.definition
    if not _SLUG.fullmatch(definition.id):
        yield checked.problem("pack-bad-id", ("id",), _slug(definition.id), id=definition.id[:60])
    yield from _questions(checked)
    yield from _unique(checked, "section", definition.section)
    yield from _names(checked, "enclosure", [paper.id for paper in definition.enclosure])
    yield from _unique(checked, "enclosure", definition.enclosure)
    if isinstance(definition, LetterDefinition):
        yield from _unique(checked, "paragraph", definition.paragraph)
        for position, paragraph in enumerate(definition.paragraph):
            if not _SLUG.fullmatch(paragraph.id):
                path: Path = ("paragraph", position, "id")
                yield checked.problem(
                    "pack-bad-id", path, _slug(paragraph.id), id=paragraph.id[:60]
                )


def _questions(checked: Checked) -> Iterator[Problem]:
    own = {question.id: path for path, question in checked.own_questions()}
    seen: set[str] = set()
    for question in checked.questions:
        path = own.get(question.id, ("section",))
        if question.id in seen:
            yield checked.problem("pack-duplicate-id", (*path, "id"), id=question.id)
        seen.add(question.id)
    yield from (
        problem
        for path, question in checked.own_questions()
        for problem in _name(checked, (*path, "id"), question.id)
    )
    for path, question in checked.own_questions():
        choices: set[str] = set()
        for position, choice in enumerate(question.choices):
            where: Path = (*path, "choices", position, "id")
            if choice.id in choices:
                yield checked.problem("pack-duplicate-id", where, id=choice.id)
            choices.add(choice.id)
            if not _SLUG.fullmatch(choice.id):
                yield checked.problem("pack-bad-id", where, _slug(choice.id), id=choice.id[:60])


def _names(checked: Checked, table: str, ids: list[str]) -> Iterator[Problem]:
    for position, identifier in enumerate(ids):
        yield from _name(checked, (table, position, "id"), identifier)


def _name(checked: Checked, path: Path, identifier: str) -> Iterator[Problem]:
    if not _NAME.fullmatch(identifier) or identifier in RESERVED:
        near = _slug(identifier).replace("-", "_")
        yield checked.problem("pack-bad-name-id", path, near, id=identifier[:60])


def _unique(checked: Checked, table: str, items: Iterable[object]) -> Iterator[Problem]:
    seen: set[str] = set()
    for position, item in enumerate(items):
        identifier = str(getattr(item, "id", ""))
        if identifier in seen:
            yield checked.problem("pack-duplicate-id", (table, position, "id"), id=identifier)
        seen.add(identifier)


def _slug(identifier: str) -> str:
    return re.sub(r"[^a-z0-9_-]+", "-", identifier.lower()).strip("-_")[:60]


CHECK = Check("identifiers", "Les réponses et les archives pointent vers ces noms.", run)
