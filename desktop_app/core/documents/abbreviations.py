"""Proposes to write a text shorter, by known abbreviations alone: a word is replaced, never cut.

Which words, and where each was read, is data: ``forms/abbreviations/words.toml``.
"""

import datetime as dt
import re
from functools import cached_property
from typing import Literal

import msgspec

from desktop_app.core import folding
from desktop_app.core.packs.model import Question
from desktop_app.core.sourced import Confidence
from desktop_app.core.toml_table import TomlTable

Family = Literal["address", "body"]
"""What a text is: lines of a postal address, or the name of a body."""


class WordSource(TomlTable, frozen=True, kw_only=True):
    """Where abbreviations were read, and when; ``id`` is what each word names."""

    id: str
    title: str
    seen_on: dt.date
    confidence: Confidence
    to_verify: bool = False


class Word(TomlTable, frozen=True, kw_only=True, rename={"families": "in"}):
    """One abbreviation.

    Attributes:
        long: the word or words, whole; accents, capitals and hyphens are all the same.
        last: it may also end a line ("3e étage"); others then are a name ("rue de la Place").
        families: in which texts; the key is ``in``.
    """

    long: str
    short: str
    source: str
    families: tuple[Family, ...] = ("address",)
    last: bool = False


class Abbreviations(TomlTable, frozen=True, kw_only=True, dict=True):
    """The table, in the order in which words are tried."""

    schema: Literal[1] = 1
    source: tuple[WordSource, ...] = ()
    word: tuple[Word, ...] = ()

    @cached_property
    def _rules(self) -> tuple[tuple[Word, re.Pattern[str]], ...]:
        return tuple((word, _pattern(word)) for word in self.word)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """One of the words: most answers have none, and a page in view is made at each letter."""
        return re.compile("|".join(pattern.pattern for _, pattern in self._rules) or "(?!)")

    def shorter(self, text: str, family: Family) -> tuple[str, ...]:
        """Return the text with one abbreviation more each time, the least shortened first.

        Empty when no known word stands in it.
        """
        found: list[str] = []
        folded = _folded(text)
        if not self._any.search(folded):
            return ()
        for word, pattern in self._rules:
            while family in word.families and (place := pattern.search(folded)):
                start, end = place.span()
                text = text[:start] + word.short + text[end:]
                folded = folded[:start] + _folded(word.short) + folded[end:]
                found.append(text)
        return tuple(found)


NO_ABBREVIATIONS = Abbreviations()
MAY_BE_ABBREVIATED = ("address_line", "text", "long_text")
"""Kinds of answers: no identifier, name, date or amount, whatever a pack says."""


def read_abbreviations(raw: bytes) -> Abbreviations:
    """Decode ``words.toml``.

    Raises:
        msgspec.ValidationError: it is not as this page says.
    """
    return msgspec.toml.decode(raw, type=Abbreviations)


def family_of(question: Question) -> Family | None:
    """Return how an answer may be abbreviated; None for whatever must stay as it is.

    Lines of addresses may, and what a pack says; never an identifier, a date, a person's name.
    """
    if question.kind not in MAY_BE_ABBREVIATED:
        return None
    if question.abbreviate:
        return question.abbreviate
    keys = question.remember.split()
    if question.kind == "address_line" or (keys and all(map(_is_address, keys))):
        return "address"
    return None


def _is_address(key: str) -> bool:
    return key.startswith("adresse.")


def _pattern(word: Word) -> re.Pattern[str]:
    """The whole word, in a folded text; what ends a line, or comes before a comma, is a name."""
    long = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", _folded(word.long))))
    after = r"(?![\w-])" if word.last else r"(?=[ -]+\w)"
    return re.compile(rf"(?<![\w-]){long}{after}")


def _folded(text: str) -> str:
    """A text without accents and capitals, each sign at its own place."""
    if text.isascii():
        return text.lower()
    plain = ((folding.folded(sign), sign) for sign in text)
    return "".join(one if len(one) == 1 else sign.lower()[:1] for one, sign in plain)
