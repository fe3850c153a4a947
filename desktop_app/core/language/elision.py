"""« de » and « que » before what begins with a vowel: « Signature d'Ana », « du Mans ».

Source of the rule: the usage of French printing. A « y » before a consonant is a vowel (Yves, not
Yasmine); an « h » is silent only in the first names below: « de Hassan », « d'Hélène ».
"""

import re

from desktop_app.core.folding import folded
from desktop_app.core.spaces import UNBROKEN

_SMALL = re.compile(rf"\b(de|que)[ {UNBROKEN}]$", re.IGNORECASE)
_FIRST = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouœæ")
_NEVER = frozenset(("onze", "onzieme", "oui", "ouistiti"))
_SILENT_H = re.compile(
    "hector|helene|heloise|henri|henriette|hermine|herve|hilaire|hippolyte|honore|honorine|hortense"
    "|hubert|huguette|hyacinthe"
)
_ARTICLES = {"Le": "du", "Les": "des"}


def elides(words: str) -> bool:
    """Return whether « de » loses its « e » before these words.

    Never before a figure, a letter that stands alone, nor dots to fill by pen.
    """
    found = _FIRST.match(words)
    if found is None:
        return False
    first = folded(found[0])
    if len(first) < 2 or first in _NEVER:
        return False
    if first[0] == "y":
        return first[1] not in _VOWELS
    return first[0] in _VOWELS or _SILENT_H.fullmatch(first) is not None


def before(written: str, value: str, mark: str = "'") -> str:
    """Return what was written, fit to stand before a value: « Lettre d' » before « Ana »."""
    found = _SMALL.search(written)
    if found is None or not elides(value):
        return written
    return f"{written[: found.end(1) - 1]}{mark}"


class Eliding(str):
    """A French sentence of the program whose « de {name} » agrees with the name it is given."""

    __slots__ = ()

    def format(self, *unnamed: object, **named: object) -> str:
        """Fill the sentence, as ``str.format`` does."""
        filled = str(self)
        for name, value in named.items():
            hole = f"{{{name}}}"
            written, found, rest = filled.partition(hole)
            if found and isinstance(value, str):
                filled = f"{before(written, value, '’')}{hole}{rest}"
        return filled.format(*unnamed, **named)


def of_town(name: str) -> str:
    """Return a town with its « de »: « de Lyon », « d'Amiens », « du Mans », « de La Rochelle »."""
    article, _, rest = name.partition(" ")
    if rest and article in _ARTICLES:
        return f"{_ARTICLES[article]} {rest}"
    return f"{before('de ', name)}{name}"
