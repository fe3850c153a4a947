"""Each question has a known kind, keys that fit it, and a label a frightened reader can read."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.documents.abbreviations import MAY_BE_ABBREVIATED
from desktop_app.core.errors import Problem
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import Question

MOST_WORDS, MOST_BRIEF = 15, 8
"""Words of a question; of what it is called among others."""
WITH_CHOICES = ("choice", "choices")
WITH_BOUNDS = ("amount", "integer")


def run(checked: Checked) -> Iterator[Problem]:
    """Report questions that cannot be asked as written."""
    for path, question in checked.own_questions():
        yield from _kind(checked, path, question)
        yield from _label(checked, path, question)
        yield from _choices(checked, path, question)
        yield from _bounds(checked, path, question)
        if question.abbreviate and question.kind not in MAY_BE_ABBREVIATED:
            key = (*path, "abbreviate")
            yield checked.problem("pack-key-not-here", key, kind=question.kind)


def _kind(checked: Checked, path: Path, question: Question) -> Iterator[Problem]:
    if question.kind not in KINDS:
        near = get_close_matches(question.kind, KINDS, 1)
        yield checked.problem("pack-unknown-kind", (*path, "kind"), *near, kind=question.kind[:60])


def _label(checked: Checked, path: Path, question: Question) -> Iterator[Problem]:
    for key, most in (("label", MOST_WORDS), ("brief", MOST_BRIEF)):
        text = getattr(question, key)
        count = len([word for word in text.split() if any(map(str.isalnum, word))])
        if count > most:
            yield checked.problem("pack-long-label", (*path, key), n=count, limit=most)
    if not question.label.strip():
        yield checked.problem("pack-empty-text", (*path, "label"))


def _choices(checked: Checked, path: Path, question: Question) -> Iterator[Problem]:
    if question.kind in WITH_CHOICES and len(question.choices) < 2:
        yield checked.problem("pack-few-choices", path, id=question.id)
    if question.kind not in WITH_CHOICES and question.choices:
        yield checked.problem("pack-key-not-here", (*path, "choices"), kind=question.kind)
    for position, choice in enumerate(question.choices):
        if not choice.label.strip():
            yield checked.problem("pack-empty-text", (*path, "choices", position, "label"))


def _bounds(checked: Checked, path: Path, question: Question) -> Iterator[Problem]:
    for key in ("minimum", "maximum"):
        bound = getattr(question, key)
        if not bound:
            continue
        if question.kind not in WITH_BOUNDS:
            yield checked.problem("pack-key-not-here", (*path, key), kind=question.kind)
        elif not _number(bound, whole=question.kind == "integer"):
            yield checked.problem("pack-bad-bound", (*path, key))


def _number(text: str, *, whole: bool) -> bool:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return False
    return value.is_finite() and abs(value) < 10**12 and (not whole or value == int(value))


CHECK = Check("questions", "Une question courte et juste se lit sans aide.", run)
