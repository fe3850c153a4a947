"""What a condition compares with an answer is something that this answer can be."""

import datetime as dt
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.language import syntax
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.parse import CONDITION_KEYS
from desktop_app.core.packs.toml import TomlFile

_ORDERED = ("lt", "lteq", "gt", "gteq")
_NUMBERS = ("amount", "integer")
_DAYS = ("date", "month")


def run(checked: Checked) -> Iterator[Problem]:
    """Report comparisons that can never hold, such as with a choice that does not exist."""
    for file, path, key, source in checked.sources():
        for root in _roots(key, source):
            yield from _compared(checked, file, path, root)


def _roots(key: str, source: str) -> Sequence[syntax.Expression | syntax.Piece]:
    if key not in CONDITION_KEYS:
        return text_of(source).pieces
    expression = condition_of(source).expression
    return () if expression is None else (expression,)


def _compared(
    checked: Checked, file: TomlFile, path: Path, node: syntax.Expression | syntax.Piece
) -> Iterator[Problem]:
    if isinstance(node, syntax.Compare):
        for answer, other in ((node.left, node.right), (node.right, node.left)):
            if isinstance(answer, syntax.Name) and answer.name in checked.question:
                question = checked.question[answer.name]
                for value in _constants(other):
                    yield from _possible(file, path, question, value, node.operator)
    for part in syntax.inside(node):
        yield from _compared(checked, file, path, part)


def _constants(node: syntax.Expression) -> tuple[syntax.Plain, ...]:
    if isinstance(node, syntax.Const):
        return (node.value,)
    return node.items if isinstance(node, syntax.Several) else ()


def _possible(
    file: TomlFile, path: Path, question: Question, value: syntax.Plain, operator: str
) -> Iterator[Problem]:
    if question.choices:
        ids = [choice.id for choice in question.choices]
        if value not in ids:
            near = get_close_matches(str(value), ids, 1)
            yield file.problem(
                "pack-unknown-choice", path, *near, name=question.id, value=str(value)[:60]
            )
        elif question.kind == "choices" and operator in ("eq", "ne"):
            yield file.problem("pack-choices-compare", path, name=question.id, value=str(value))
        return
    if not _fits(question.kind, value) or (operator in _ORDERED and question.kind == "yes_no"):
        yield file.problem("pack-comparison", path, name=question.id, kind=question.kind)


def _fits(kind: str, value: syntax.Plain) -> bool:
    if kind == "yes_no":
        return isinstance(value, bool) or value in ("oui", "non")
    if kind in _NUMBERS:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind in _DAYS:
        return isinstance(value, str) and _is_day(value)
    return isinstance(value, str)


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


CHECK = Check("comparisons", "Une comparaison impossible supprime un paragraphe en silence.", run)
