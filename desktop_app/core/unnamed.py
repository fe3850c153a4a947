"""What a matter is called where somebody may see the screen: nobody's name is left in it.

Of words that a helper wrote freely, only the names of the person herself can be known.
"""

import re

from desktop_app.core.folding import folded

_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_NUMBER = re.compile(r"\d(?:[\d\s./-]{4,})\d")
"""What may be hers: a telephone, an allocataire number. A year or an article is shorter."""
_PARTICLES = frozenset(
    ["de", "du", "des", "la", "le", "les", "da", "di", "do", "dos", "el", "al", "et", "ben", "van"]
)
_LEAST = 2


def unnamed(title: str, name: str) -> str:
    """Return a title in which each word of a name is a letter, and no long number stands.

    >>> unnamed("Recours de Fatou Da Silva", "Fatou Da Silva")
    'Recours de F. Da S.'
    """
    hers = {part for word in _WORD.findall(name) for part in _parts(word)}

    def said(found: re.Match[str]) -> str:
        word = found[0]
        return f"{word[0].upper()}." if _parts(word) & hers else word

    return _NUMBER.sub("…", _WORD.sub(said, title))


def _parts(word: str) -> set[str]:
    """Return a word and what a hyphen or an apostrophe joins, folded, without particles."""
    plain = folded(word)
    found = {plain, *re.split(r"[’'\-]", plain)}
    return {one for one in found if len(one) >= _LEAST and one not in _PARTICLES}
