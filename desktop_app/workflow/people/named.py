"""Whose name is near to what is typed: misspelt, in another order, joined, begun only.

All the words typed must be hers, each as it may be written. Scores only compare: more is nearer.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache

WHOLE, BEGUN, INSIDE, NEAR, ALIKE = 100, 90, 80, 70, 50
"""A word that is hers, begins hers, is in her name; a letter from hers; said like hers."""
FEW = 10
"""Below so many whose names have the words as they are typed, those that are near are added."""
_EACH_LETTER = 10
_ONE_LETTER, _TWO_LETTERS = 3, 7
"""Least letters of a word in which one letter, or two, may be wrong."""
_SOUNDS = (
    *(("ph", "f"), ("qu", "k"), ("ck", "k"), ("ch", "$"), ("sch", "$"), ("sh", "$"), ("ou", "u")),
    *(("oo", "u"), ("w", "u"), ("eau", "o"), ("au", "o"), ("ai", "e"), ("ei", "e"), ("y", "i")),
    *(("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("z", "s"), ("dj", "j"), ("h", "")),
)
_SILENT = "estxd"
_JOINED = 3
"""Letters of a word that may stand across two of hers: "dasilva", "jeanpierre"."""
_Step = Callable[[Mapping[str, str], str], dict[str, int]]


def nearest(whole: Mapping[str, str], words: Sequence[str]) -> Mapping[str, int]:
    """Return who may be called so, by id, each with how near her name is.

    Args:
        whole: the words of the names of each person, folded, a space on each side of each.
        words: those typed, folded.
    """
    found = _all_of(whole, words, _said)
    if len(found) < FEW:  # else she is among them, or one types more
        found = _all_of(whole, words, _misspelt) or _all_of(whole, words, _heard)
    return dict(sorted(found.items(), key=lambda one: (-one[1], whole[one[0]])))


def _all_of(whole: Mapping[str, str], words: Sequence[str], step: _Step) -> Mapping[str, int]:
    left: Mapping[str, str] = whole
    total = dict.fromkeys(whole, 0)
    for word in words:
        near = step(left, word)
        total = {person: total[person] + score for person, score in near.items()}
        left = {person: whole[person] for person in near}
    return total


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return a word as it is heard in French, roughly: "philippe" and "filip" are one."""
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    single = "".join(one for n, one in enumerate(word) if n == 0 or word[n - 1] != one)
    return single.rstrip(_SILENT) or single


def _said(whole: Mapping[str, str], word: str) -> dict[str, int]:
    """Return who has a word, at the beginning of one, or in her name written without spaces."""
    found = {}
    for person, name in whole.items():
        if word in name:
            begun = f" {word}" in name
            found[person] = WHOLE if f" {word} " in name else BEGUN if begun else INSIDE
        elif len(word) > _JOINED and word in name.replace(" ", ""):
            found[person] = INSIDE
    return found


def _misspelt(whole: Mapping[str, str], word: str) -> dict[str, int]:
    """Return who has a word, or one that differs by a letter, by two where it is long."""
    from rapidfuzz import process  # a search that finds at once takes none of it
    from rapidfuzz.distance import OSA

    found = _said(whole, word)
    wrong = 2 if len(word) >= _TWO_LETTERS else 1 if len(word) >= _ONE_LETTER else 0
    bearers = _bearers(whole, found) if wrong else {}
    near = process.extract(word, list(bearers), scorer=OSA.distance, score_cutoff=wrong, limit=None)
    for one, distance, _ in near:
        score = NEAR - _EACH_LETTER * (int(distance) - 1)
        for person in bearers[one]:
            found[person] = max(found.get(person, 0), score)
    return found


def _heard(whole: Mapping[str, str], word: str) -> dict[str, int]:
    """Return who has a word, or one that is near to it, or is said like it."""
    found, heard = _misspelt(whole, word), sound(word)
    for one, persons in _bearers(whole, found).items() if len(heard) >= _ONE_LETTER - 1 else ():
        if sound(one) == heard:
            found |= dict.fromkeys(persons, ALIKE)
    return found


def _bearers(whole: Mapping[str, str], without: Collection[str]) -> Mapping[str, list[str]]:
    """Return who bears each word, of those who are not found yet."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for person, name in whole.items():
        if person not in without:
            for one in name.split():
                found[one].append(person)
    return found


def near(one: str, other: str) -> bool:
    """Tell whether two words are one, or one of them is misspelt."""
    from rapidfuzz.distance import OSA

    least = min(len(one), len(other))
    wrong = 2 if least >= _TWO_LETTERS else 1 if least > _ONE_LETTER else 0
    return one == other or OSA.distance(one, other, score_cutoff=wrong) <= wrong
