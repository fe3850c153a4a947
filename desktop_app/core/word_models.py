"""A letter of a word processor with tags: what each tag is, and the words that take its place.

The tags are those of our own letters, by the same white list (``core/language/parsing.py``): no
call, no loop, no calculation can be written. A tag, or a condition with all that it holds, stands
within one paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.core.spaces import NARROW, NBSP

EXCERPT = 40


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph: which part of the file, which place in it, its text."""

    part: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class WordFile:
    """What was read of a file: ``kind`` is docx or odt."""

    kind: str
    paragraphs: tuple[WordParagraph, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """From which sign to which of a paragraph, and the words that stand there now."""

    part: str
    paragraph: int
    start: int
    end: int
    words: str


class Span(NamedTuple):
    """A tag, or a condition whole, with where it stands; ``closed``: it has its end."""

    start: int
    end: int
    source: str
    closed: bool


_TOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\{%", re.DOTALL)
_OPENS, _CLOSES = re.compile(r"\{%-?\s*if\b"), re.compile(r"\{%-?\s*endif\b")
_CURLY = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", **dict.fromkeys((NBSP, NARROW), " ")}
)
"""A word processor turns straight quotes into curly ones: inside a tag they are straight again."""


def spans(text: str) -> Iterator[Span]:
    """Yield the tags of a paragraph, in order; a condition with all that it holds is one."""
    depth, begun = 0, 0
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in ("{{", "{%"):
            yield Span(found.start(), found.end(), token, False)
            return
        if depth == 0:
            begun = found.start()
        if _OPENS.match(token):
            depth += 1
        elif _CLOSES.match(token) and depth:
            depth -= 1
        if depth == 0:
            yield Span(begun, found.end(), straight(text[begun : found.end()]), True)
    if depth:
        yield Span(begun, len(text), text[begun:], False)


def straight(source: str) -> str:
    """Return a tag as it was typed, before a word processor made it pretty."""
    return _TOKEN.sub(lambda found: found[0].translate(_CURLY), source)


def excerpt(text: str, span: Span) -> str:
    """Return the beginning of a tag, to be found again in the file."""
    told = " ".join(text[span.start : span.end].split())
    return told if len(told) <= EXCERPT else f"{told[:EXCERPT]}…"
