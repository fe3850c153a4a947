"""A paragraph's source with its signs in words, for who writes letters and never saw a template.

``{{ montant | euros }}`` is shown as ``[Combien vous réclame-t-on ? – en euros]``, and comes back
as the very same sign: ``read(shown(source, words), words) == source``. A bracket of the text itself
is shown doubled. Which words a sign has is the affair of ``sentences/sign_words.py``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

_SIGN = r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"
_SIGNS = re.compile(_SIGN, re.DOTALL)
_TO_SHOW = re.compile(rf"(?P<sign>{_SIGN})|\[", re.DOTALL)
_TO_READ = re.compile(
    rf"(?P<sign>{_SIGN})|(?P<own>\[\[)|\[(?P<words>[^\[\]]*)\]|(?P<open>\[)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class SignWords:
    """The signs of a paragraph in words.

    Attributes:
        words: sign -> words, no two alike; the answers that it does not use yet are there too.
        told: what each sign of the paragraph stands for, in a sentence.
        answers: the words that bring an answer, of every question of the letter.
    """

    words: Mapping[str, str]
    told: tuple[str, ...]
    answers: tuple[str, ...]


class UnknownWords(Exception):
    """Words between brackets that are no answer of the letter.

    Attributes:
        words: what stands between the brackets; "" when the bracket is never closed.
        near: words of the letter that look like them; may be empty.
        start, end: where they stand in the text, brackets included.
    """

    def __init__(self, words: str, near: str, start: int, end: int) -> None:
        super().__init__()
        self.words, self.near, self.start, self.end = words, near, start, end


def signs_of(source: str) -> tuple[str, ...]:
    """Return the signs of a paragraph, each once, in the order in which they stand."""
    return tuple(dict.fromkeys(_SIGNS.findall(source)))


def shown(source: str, words: Mapping[str, str]) -> str:
    """Return the source with its signs in words.

    Args:
        words: sign -> its words, no two alike and without brackets; a sign without any stays.
    """

    def one(found: re.Match[str]) -> str:
        sign = found["sign"]
        if sign is None:
            return "[["
        return f"[{words[sign]}]" if sign in words else sign

    return _TO_SHOW.sub(one, source)


def printed(source: str) -> str:
    """Return a source with the apostrophes of print; its signs stay as they are."""
    parts, signs = _SIGNS.split(source), [*_SIGNS.findall(source), ""]
    typeset = (part.replace("'", "’") for part in parts)
    return "".join(part + sign for part, sign in zip(typeset, signs, strict=True))


def read(text: str, words: Mapping[str, str]) -> str:
    """Return the source that a text with signs in words stands for.

    Capitals, spaces and the kind of the apostrophe do not matter between brackets.

    Raises:
        UnknownWords: with the first that is not known.
    """
    signs = {_plain(said): sign for sign, said in words.items()}

    def one(found: re.Match[str]) -> str:
        if found["sign"] is not None:
            return found["sign"]
        if found["own"] is not None:
            return "["
        if found["open"] is not None:
            raise UnknownWords("", "", found.start(), found.end())
        said = _plain(found["words"])
        if said not in signs:
            near = get_close_matches(said, signs, 1)
            meant = words[signs[near[0]]] if near else ""
            raise UnknownWords(found["words"].strip(), meant, found.start(), found.end())
        return signs[said]

    return _TO_READ.sub(one, text)


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())
