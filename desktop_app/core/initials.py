"""A name shown as its initials: what a list may show while a visitor sees the screen.

A person writes a name freely: "Fatou Da Silva", "DIALLO Fatou", "Mme Diallo". Two initials at most,
that of the first name and that of the family name; a joined name has both of its own ("J.-P.").
Whatever is doubtful shows less, never more.
"""

import re
import unicodedata

from desktop_app.core.folding import folded

_SEPARATED = re.compile(r"[\s ,;/.]+")
_JOINED = re.compile(r"[-‐‑–]+")
_TITLES = "m mr mme mlle mle me dr pr monsieur madame mademoiselle maitre veuve vve"
_LINKS = (
    "de du des d da das do dos del della di la le les van von der den ten ter ben bin bint ibn"
    " ould mint ait el al ul abd abu abou bou"
)
"""Words that begin a family name and are not the whole of it: "Da Silva", "Ben Ali"."""
_LEFT_OUT = "de du des d"
"""Those by which no French list sorts a name: "de Gaulle" is a G., "Da Silva" a D."""
_ELIDED = re.compile(r"^[dDlL]['’ʼ](?=\w)")
_ARTICLE = "ال"
"""Joined to a word in Arabic: the letter after it tells one name from another."""
_ONE_SIGN = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO")
"""Writings where one sign is a syllable or a word: the first alone is the family name's."""


def initials(name: str) -> str:
    """Return the initials of a name: "F. D."; "" where it has neither letter nor digit.

    The first name comes first, also where the family name is written before it in capitals. Of a
    name in Chinese, Japanese or Korean, the first sign alone.
    """
    words = _words(unicodedata.normalize("NFC", name))
    if not words:
        return ""
    if _is_one_sign(words[0][0]):
        return words[0][0]
    given, family = _parts(words)
    return " ".join(filter(None, (_of_word(given), _of_word(family))))


def first_letters(name: str, most: int) -> str:
    """Return how a name begins, titles left out: ``most`` letters, and never all of it.

    Of a name in Chinese, Japanese or Korean, the first sign alone.
    """
    whole = " ".join(_words(unicodedata.normalize("NFC", name)))
    if whole and _is_one_sign(whole[0]):
        most = 1
    return whole[: min(most, max(1, len(whole) - 1))].rstrip()


def _words(name: str) -> list[str]:
    """Return the words that make the name, titles and signs left out."""
    bare = (_ELIDED.sub(_elided, word) for word in _SEPARATED.split(name))
    words = [part for word in bare for part in word.split(" ") if any(map(str.isalnum, part))]
    named = [word for word in words if folded(word) not in _TITLES.split()]
    return named or words


def _elided(found: re.Match[str]) -> str:
    """Part "d’Arc" in two; "l’" is no word of a name."""
    return "d " if found[0][0] in "dD" else ""


def _parts(words: list[str]) -> tuple[str, str]:
    """Return the word of the first name, and the one by which the family name is sorted."""
    if len(words) == 1:
        return words[0], ""
    loud = [_is_loud(word) for word in words]
    if loud[0] and not all(loud):  # "DIALLO Fatou", "DA SILVA Fatou"
        end = loud.index(False)
        return words[end], _sorted_by(words[:end])
    begin = len(words) - 1
    while begin > 1 and folded(words[begin - 1]) in _LINKS.split():
        begin -= 1
    return words[0], _sorted_by(words[begin:])


def _sorted_by(family: list[str]) -> str:
    kept = [word for word in family if folded(word) not in _LEFT_OUT.split()]
    return (kept or family)[0]


def _is_loud(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def _of_word(word: str) -> str:
    """Return the initials of a word, two at most where it is joined: "J.-P."."""
    parts = [part for part in _JOINED.split(word) if any(map(str.isalnum, part))]
    return "-".join(f"{_first(part)}." for part in parts[:2])


def _first(part: str) -> str:
    """Return the first letter, or digit, with the marks that stand on it."""
    if part.startswith(_ARTICLE) and len(part) > len(_ARTICLE) + 1:
        part = part.removeprefix(_ARTICLE)
    start = next(n for n, sign in enumerate(part) if sign.isalnum())
    end = start + 1
    while end < len(part) and unicodedata.category(part[end]).startswith("M"):
        end += 1
    letter = part[start:end]
    return letter if len(letter.upper()) != len(letter) else letter.upper()


def _is_one_sign(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(_ONE_SIGN)
