"""In how many guesses one who knows French would find a phrase.

zxcvbn knows English: it praises « soleil2024soleil ». Here a phrase is cut, in the way that is the
cheapest to guess, in words and sayings by their rank (``words/``), years, dates, runs of keys,
repeats and single signs. Loaded only where a phrase is chosen.
"""

import re
from functools import cache
from math import inf
from pathlib import Path

from desktop_app.core.folding import folded, without_accents

_WORDS = Path(__file__).parent / "words"
_LISTS = ("names.txt", "towns.txt")
_TABLES = 4  # one more guess: of which list it is
_OFTEN = (
    "motdepasse", "mdp", "azerty", "azertyuiop", "qwerty", "qwertyuiop", "password", "admin",
    "bonjour", "jetaime", "doudou", "loulou", "chouchou", "nounours", "bisous", "papierlibre",
)  # fmt: skip
"""Whole phrases that head the lists of stolen ones."""
_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_COLUMNS = ("aqw", "zsx", "edc", "rfv", "tgb", "yhn", "ujm", "qaz", "wsx", "ikm")
_WALKS = (*_ROWS, *_COLUMNS, "abcdefghijklmnopqrstuvwxyz", "1234567890", "0123456789")
_LEET = str.maketrans("@013457$€", "aoieastse")
_LONGEST_WORD, _LONGEST_PHRASE = 48, 120
_WALK, _REPEAT, _YEAR, _DAY, _DATE = 40.0, 16.0, 90.0, 366.0, 45_000.0
_YEARS = re.compile(r"(?:19[0-9]|20[0-4])\d")
_DATES = re.compile(r"(?:[0-2]\d|3[01])[-/. ]?(?:0\d|1[0-2])(?P<year>[-/. ]?(?:(?:19|20)?\d\d))?")
_SPACES = re.compile(r"[ \-_.,'’]+")
_LETTER, _DIGIT, _SIGN, _OTHER, _BETWEEN = 26.0, 10.0, 33.0, 100.0, 3.0


def guesses(phrase: str) -> float:
    """Return the number of guesses of the cheapest way to cut it, its spaces kept or left out."""
    written = phrase[:_LONGEST_PHRASE]
    together = _SPACES.sub("", written)
    found = _cut(written)
    return found if together == written else min(found, _BETWEEN * _cut(together))


def _cut(written: str) -> float:
    plain = folded(written)
    spelt = without_accents(written) if len(without_accents(written)) == len(plain) else plain
    best = [1.0] + [inf] * len(plain)
    for start in range(len(plain)):
        for length, cost in _pieces(plain, start):
            end = start + length
            tried = cost * _capitals(spelt[start:end])
            best[end] = min(best[end], best[start] * tried)
    return best[-1]


def _pieces(plain: str, start: int) -> list[tuple[int, float]]:
    """Return what may begin there: how long it is, and how many guesses it takes."""
    return [
        (1, _one(plain[start], start)),
        *_words(plain, start),
        *_days(plain, start),
        *_walk(plain, start),
        *_repeated(plain, start),
    ]


def _one(sign: str, start: int) -> float:
    if sign.isascii():
        if sign in " -_." and start:
            return _BETWEEN
        return _LETTER if sign.isalpha() else _DIGIT if sign.isdigit() else _SIGN
    return _OTHER


def _words(plain: str, start: int) -> list[tuple[int, float]]:
    known, found = _ranks(), []
    for end in range(start + 2, min(len(plain), start + _LONGEST_WORD) + 1):
        piece = plain[start:end]
        ways = ((piece, 1), (piece.translate(_LEET), 4), (piece[::-1], 2))
        costs = [known[one] * times for one, times in ways if one in known]
        if costs:
            found.append((end - start, float(min(costs))))
    return found


def _days(plain: str, start: int) -> list[tuple[int, float]]:
    found = []
    four = plain[start : start + 4]
    if _YEARS.fullmatch(four) or _YEARS.fullmatch(four[::-1]):
        found.append((4, _YEAR))
    if day := _DATES.match(plain, start):
        cost = _DATE if day["year"] else _DAY
        found.append((len(day[0]), cost))
    return found


def _walk(plain: str, start: int) -> list[tuple[int, float]]:
    """Tell a run of neighbouring keys or of letters in order, either way."""
    longest = 0
    for walk in _walks():
        length = 3
        while start + length <= len(plain) and plain[start : start + length] in walk:
            longest, length = max(longest, length), length + 1
    return [(length, _WALK * length) for length in range(3, longest + 1)]


def _repeated(plain: str, start: int) -> list[tuple[int, float]]:
    """Tell what was there before, from three signs on, and the same sign many times."""
    length, found = 3, []
    while start + length <= len(plain) and plain[start : start + length] in plain[:start]:
        found.append((length, _REPEAT))
        length += 1
    same = len(plain[start:]) - len(plain[start:].lstrip(plain[start]))
    return found + [(one, _one(plain[start], 0) * one) for one in range(3, same + 1)]


def _capitals(written: str) -> float:
    """Return in how many ways such capitals are tried: the first one, all of them, or any."""
    high = sum(sign.isupper() for sign in written)
    if not high:
        return 1.0
    if high == 1 and written[0].isupper():
        return 1.5
    return 2.0 if written.isupper() else float(2 ** min(high, 8))


@cache
def _ranks() -> dict[str, int]:
    """Return the words by their rank, from 1: the best that one of the lists gives."""
    ranks = {word: rank for rank, word in enumerate(_listed("french.txt"), 1)}
    sayings = [_SPACES.sub("", one) for one in _lines("sayings.txt")]
    for words in (_OFTEN, sayings, *map(_listed, _LISTS)):
        for rank, word in enumerate(words, 1):
            ranks[word] = min(rank * _TABLES, ranks.get(word, rank * _TABLES))
    return ranks


def _listed(name: str) -> list[str]:
    return (_WORDS / name).read_text("ascii").split()


def _lines(name: str) -> list[str]:
    return (_WORDS / name).read_text("ascii").splitlines()


@cache
def _walks() -> tuple[str, ...]:
    return (*_WALKS, *(walk[::-1] for walk in _WALKS))
