"""What a letter says to be joined is in the envelope: the sentence follows the enclosure's answer.

A paper that is announced and missing makes the office wait, or the appeal inadmissible.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.language import syntax
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.resolve import JOINED, enclosure_question

SAYS_JOINED = re.compile(r"(?<!compte )\b(?:ci-)?(?:jointe?s?|joins|joignons)\b", re.IGNORECASE)
"""A bank account of two is « compte joint »: nothing is in the envelope."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report paragraphs that say so whatever was answered about the paper."""
    definition = checked.pack.definition
    if not isinstance(definition, LetterDefinition):
        return
    asked = {enclosure_question(paper.id) for paper in definition.enclosure}
    for position, paragraph in enumerate(definition.paragraph):
        when = condition_of(paragraph.when).expression
        if when is not None and _joined(when, asked):
            continue
        if _says_so_anyway(text_of(paragraph.text).pieces, asked):
            path = ("paragraph", position, "text")
            yield checked.problem("pack-joined-unasked", path, id=paragraph.id)


def _says_so_anyway(pieces: Sequence[syntax.Piece], asked: Collection[str]) -> bool:
    for piece in pieces:
        if isinstance(piece, syntax.Words) and SAYS_JOINED.search(piece.text):
            return True
        if isinstance(piece, syntax.Block):
            loose = [inside for test, inside in piece.branches if not _joined(test, asked)]
            if any(_says_so_anyway(inside, asked) for inside in (*loose, piece.otherwise)):
                return True
    return False


def _joined(test: syntax.Expression, asked: Collection[str]) -> bool:
    """Tell whether a condition holds only with a paper that is joined."""
    match test:
        case syntax.Compare(syntax.Name(name), "eq", syntax.Const(value)):
            return name in asked and value == JOINED
        case syntax.Every(parts):
            return any(_joined(part, asked) for part in parts)
    return False


CHECK = Check(
    "joined", "Un papier annoncé qui n’est pas dans l’enveloppe fait perdre un recours.", run
)
