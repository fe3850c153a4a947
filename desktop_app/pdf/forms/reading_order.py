"""In which order the letters of a line stand on paper, when some are read from right to left.

The implicit part of Unicode's algorithm (UAX #9, 3.3.4 to 3.4): what we write holds no mark of
direction but the two at the start of a line (``wrapping.py``). One thing is ours, as its 4.3
allows: a number in our own digits is read as a Latin word is, with its separators. Else a clerk
would read "34 12 00 99 01" for the telephone 01 99 00 12 34 of someone who writes Arabic.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import bidirectional

from desktop_app.core.spaces import NARROW, NBSP

Run = tuple[str, bool]
"""Letters in the order in which they are read, and whether that is from right to left."""

NUMBER = re.compile(rf"\+?[0-9](?:[-0-9.,/: {NBSP}{NARROW}]*[0-9])?(?:[ {NBSP}{NARROW}]?[€$£%°])?")
COMMA = "\u060c"
BRACKETS = {"(": ")", "[": "]", "{": "}"}
NUMBERS = ("EN", "AN")
SPACES = ("WS", "S", "B", "BN")


def is_right_to_left(text: str) -> bool:
    """Whether a text is one of those read from right to left: its first letter says so."""
    for letter in text:
        kind = bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def runs(line: str) -> list[Run]:
    """Return the runs of a line as they stand on paper, the leftmost first."""
    backwards = is_right_to_left(line)
    levels = _levels(line, backwards)
    found = []
    for level, places in groupby(range(len(line)), key=levels.__getitem__):
        part = list(places)
        found.append((level, line[part[0] : part[-1] + 1]))
    for level in range(2, 0, -1):  # the highest first (rule L2)
        found = list(_reversed_from(level, found))
    return [(text, level % 2 == 1) for level, text in found]


def _reversed_from(level: int, found: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for high, some in groupby(found, key=lambda run: run[0] >= level):
        part = list(some)
        yield from reversed(part) if high else part


def _levels(line: str, backwards: bool) -> list[int]:
    """The level of each letter: even from left to right, odd from right to left."""
    own = "R" if backwards else "L"
    kinds = _weak(_kinds(line), own)
    _brackets(line, kinds, own)
    _neutral(kinds, own)
    base = int(backwards)
    raised = {"L": base, "R": 1, "AN": 2, "EN": 2} if not base else {"L": 2, "AN": 2, "EN": 2}
    levels = [raised.get(kind, base) for kind in kinds]
    for place in range(len(line) - 1, -1, -1):  # spaces at the end (rule L1)
        if bidirectional(line[place]) not in SPACES:
            break
        levels[place] = base
    return levels


def _kinds(line: str) -> list[str]:
    kinds = [_kind(line, place) for place in range(len(line))]
    for number in NUMBER.finditer(line):
        kinds[number.start() : number.end()] = ["L"] * len(number[0])
    return kinds


def _kind(line: str, place: int) -> str:
    """The kind of a letter; an Arabic comma is one, but within an Arabic number."""
    kind = bidirectional(line[place]) or "L"
    if line[place] == COMMA and "AN" not in map(bidirectional, line[place + 1 : place + 2]):
        return "AL"
    return kind


def _weak(kinds: list[str], own: str) -> list[str]:
    """Marks, digits, and the signs within numbers (rules W1 to W7)."""
    strong, before = own, own
    for place, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):
            kinds[place] = before  # a mark is as its letter; and so is what joins two letters
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        elif kind in ("L", "R", "AL"):
            strong = kind
        before = kinds[place]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for place in range(1, len(kinds) - 1):
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and (
            (kind == "CS" and left in NUMBERS) or (kind == "ES" and left == "EN")
        ):
            kinds[place] = left
    for kind, start, end in list(_stretches(kinds)):
        if kind == "ET" and "EN" in (_at(kinds, start - 1), _at(kinds, end)):
            kinds[start:end] = ["EN"] * (end - start)
    strong = own
    for place, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
        elif kind not in NUMBERS:
            kinds[place] = "ON"
    return kinds


def _brackets(line: str, kinds: list[str], own: str) -> None:
    """Both brackets of a pair are read as what they hold (rule N0)."""
    for start, end in sorted(_pairs(line, kinds)):
        inside = {_side(kind) for kind in kinds[start + 1 : end]} - {""}
        if own in inside:
            found = own
        elif inside:
            before = (_side(kind) for kind in reversed(kinds[:start]))
            found = next((side for side in before if side), own)
        else:
            continue
        for place in (start, end):
            kinds[place] = found
            after = place + 1
            while after < len(line) and bidirectional(line[after]) == "NSM":
                kinds[after] = found
                after += 1


def _pairs(line: str, kinds: list[str]) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    for place, letter in enumerate(line):
        if kinds[place] != "ON":
            continue
        if letter in BRACKETS:
            opened.append((BRACKETS[letter], place))
        elif (match := [n for n, (close, _) in enumerate(opened) if close == letter]) != []:
            yield opened[match[-1]][1], place
            del opened[match[-1] :]


def _neutral(kinds: list[str], own: str) -> None:
    """Spaces and signs go with their neighbours, when both agree (rules N1 and N2)."""
    for kind, start, end in list(_stretches(kinds)):
        if kind == "ON":
            left = _side(kinds[start - 1]) if start else own
            right = _side(kinds[end]) if end < len(kinds) else own
            kinds[start:end] = [left if left == right else own] * (end - start)


def _side(kind: str) -> str:
    """A number counts as what is read from the right; a sign has no side."""
    return "R" if kind in NUMBERS else kind if kind in ("L", "R") else ""


def _at(kinds: list[str], place: int) -> str:
    return kinds[place] if 0 <= place < len(kinds) else ""


def _stretches(kinds: list[str]) -> Iterator[tuple[str, int, int]]:
    """Each stretch of one kind: the kind, its start, its end."""
    start = 0
    for kind, some in groupby(list(kinds)):
        end = start + len(list(some))
        yield kind, start, end
        start = end
