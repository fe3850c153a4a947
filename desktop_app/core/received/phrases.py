"""Finds phrases of the rules in a letter, though recognition misread a letter of a long word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.core.folding import folded
from desktop_app.core.received.flow import BREAK, TOKEN, Flow, Token

FORGIVING = 7
"""A word of so many letters is known with one letter wrong, missing or too many."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found, and where."""

    phrase: str
    start: int
    end: int


def hits(flow: Flow, phrases: Iterable[str]) -> list[Hit]:
    """Return where phrases stand in a letter, in its order."""
    found = [hit for phrase in phrases for hit in _hits(flow, phrase)]
    return sorted(found, key=lambda one: (one.start, -one.end))


def within(found: Iterable[Hit], start: int, end: int) -> Iterator[Hit]:
    """Yield those that stand between two places."""
    return (one for one in found if start <= one.start and one.end <= end)


def near_before(flow: Flow, found: Iterable[Hit], place: int, most: int) -> list[Hit]:
    """Return those that end shortly before a place, in the same paragraph; the nearest last."""
    return [
        one
        for one in found
        if 0 <= place - one.end <= most and BREAK not in flow.text[one.end : place]
    ]


def near_after(flow: Flow, found: Iterable[Hit], place: int, most: int) -> list[Hit]:
    """Return those that begin shortly after a place, in the same paragraph."""
    return [
        one
        for one in found
        if 0 <= one.start - place <= most and BREAK not in flow.text[place : one.start]
    ]


def _hits(flow: Flow, phrase: str) -> Iterator[Hit]:
    wanted = _tokens(phrase)
    tokens = flow.tokens
    for place in range(len(tokens) - len(wanted) + 1):
        if all(_is(tokens[place + step], one) for step, one in enumerate(wanted)):
            yield Hit(phrase, tokens[place].start, tokens[place + len(wanted) - 1].end)


@lru_cache(maxsize=4096)
def _tokens(phrase: str) -> Sequence[str]:
    return tuple(folded(one[0]) for one in TOKEN.finditer(phrase))


def _is(token: Token, word: str) -> bool:
    """Whether a word of a letter is that one, or may be it, when recognition may have misread."""
    if token.folded == word:
        return True
    if not token.misread or len(word) < FORGIVING or abs(len(token.folded) - len(word)) > 1:
        return False
    return _one_edit(token.folded, word)


@lru_cache(maxsize=65536)
def _one_edit(one: str, other: str) -> bool:
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    if len(one) == len(other):
        return one[same + 1 :] == other[same + 1 :]
    if len(one) < len(other):
        return one[same:] == other[same + 1 :]
    return one[same + 1 :] == other[same:]
