"""What a letter says to be joined is in the envelope: the sentence follows the enclosure's answer.

A paper that is announced and missing makes the office wait, or the appeal inadmissible. The
enclosure asked about is the one that the sentence names.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.folding import folded
from desktop_app.core.language import syntax
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.resolve import JOINED, enclosure_question

SAYS_JOINED = re.compile(
    r"(?<!compte )\b(?:ci-)?(?:jointe?s?|joins|joignons)\b"
    r"|\b(?:envoie|adresse|remets|transmets)\b[^.;]*\bavec cette (?:lettre|requête|demande)\b"
    r"|\bci-annexée?s?\b|\ben annexe\b",
    re.IGNORECASE,
)
"""A bank account of two is « compte joint »: nothing is in the envelope."""
_OF_ANY_PAPER = frozenset({"copie", "lettr", "papie", "cette", "joint"})
"""Beginnings of words that tell no paper from another."""

_Papers = Mapping[str, frozenset[str]]
"""The question of each enclosure -> the beginnings of the words of its title."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report paragraphs that say so whatever was answered about the paper, or about another one."""
    definition = checked.pack.definition
    if not isinstance(definition, LetterDefinition):
        return
    papers = {
        enclosure_question(paper.id): _begins(f"{paper.id.replace('_', ' ')} {paper.text}")
        for paper in definition.enclosure
    }
    for position, paragraph in enumerate(definition.paragraph):
        when = condition_of(paragraph.when).expression
        under = _joined(when, papers) if when is not None else frozenset[str]()
        for said, asked in _announced(text_of(paragraph.text).pieces, papers, under):
            path = ("paragraph", position, "text")
            if not asked:
                yield checked.problem("pack-joined-unasked", path, id=paragraph.id)
            elif other := _another(said, asked, papers):
                yield checked.problem("pack-joined-other", path, id=paragraph.id, paper=other)


def _announced(
    pieces: Sequence[syntax.Piece], papers: _Papers, asked: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the words that say joined, each with the enclosures that are joined when they stand."""
    for piece in pieces:
        if isinstance(piece, syntax.Words) and SAYS_JOINED.search(piece.text):
            yield piece.text, asked
        if isinstance(piece, syntax.Block):
            for test, inside in piece.branches:
                yield from _announced(inside, papers, asked | _joined(test, papers))
            yield from _announced(piece.otherwise, papers, asked)


def _joined(test: syntax.Expression, papers: _Papers) -> frozenset[str]:
    """Return the enclosures without which a condition does not hold."""
    match test:
        case syntax.Compare(syntax.Name(name), "eq", syntax.Const(value)):
            return frozenset({name} if name in papers and value == JOINED else ())
        case syntax.Every(parts):
            return frozenset[str]().union(*(_joined(part, papers) for part in parts))
    return frozenset[str]()


def _another(said: str, asked: frozenset[str], papers: _Papers) -> str:
    """Return the enclosure that words name when it is none of those asked about; else ""."""
    named = _begins(re.sub(r"\([^)]*\)?", "", said))  # the articles of a code name no paper
    if any(named & papers[paper] for paper in asked):
        return ""
    return next((paper for paper, begins in papers.items() if named & begins), "")


def _begins(words: str) -> frozenset[str]:
    found = {word[:5] for word in re.findall(r"[a-z]{4,}", folded(words))}
    return frozenset(found) - _OF_ANY_PAPER


CHECK = Check(
    "joined", "Un papier annoncé qui n’est pas dans l’enveloppe fait perdre un recours.", run
)
