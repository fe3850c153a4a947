"""Whether two labels say the same thing: what a map's author wrote, and what a PDF shows.

They rarely are the same letters: "Prénom(s)" and "Prénoms", a tooltip, a line cut short. A doubt is
a no: a box left empty is filled by pen, a wrong one is not seen.
"""

import re

from desktop_app.core.folding import folded

_WORD = re.compile(r"[a-z0-9]+")
_EMPTY = frozenset(
    {"de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "et", "ou", "a", "au", "aux"}
    | {"en", "par", "pour", "sur", "dans", "votre", "vos", "son", "sa", "ses", "ce", "cette"}
)
_MOST = 0.6  # of the words of the longer label
_BEGINNING = 3  # words: a label at least so long may be the beginning of the other one
_CUT = 5  # letters: a word at least so long may be cut at the edge of what was read


def words_of(label: str) -> frozenset[str]:
    """Return the words that count, without accents, plural marks and small words."""
    bare = folded(label).replace("(s)", "")
    words = frozenset(_WORD.findall(bare)) - _EMPTY  # "vos" before it is taken for a plural
    return frozenset(map(_singular, words)) - _EMPTY


def agree(one: str, other: str) -> bool:
    """Tell whether two labels say the same thing: the words of one are all in the other.

    "Nom du père" is not "Nom de la mère", whatever they share.
    """
    short, long = sorted((words_of(one), words_of(other)), key=len)
    if not short or not all(_is_in(word, long) for word in short):
        return False
    return len(short) > _MOST * len(long) or len(short) >= _BEGINNING


def identical(one: str, other: str) -> bool:
    """Tell whether two labels have the very same words, one of which at least is a word."""
    first = words_of(one)
    return first == words_of(other) and any(len(word) > 2 and word.isalpha() for word in first)


def _is_in(word: str, words: frozenset[str]) -> bool:
    return any(one == word or _is_cut(one, word) or _is_cut(word, one) for one in words)


def _is_cut(word: str, whole: str) -> bool:
    return len(word) >= _CUT and whole.startswith(word)


def _singular(word: str) -> str:
    return word.rstrip("sx") or word
