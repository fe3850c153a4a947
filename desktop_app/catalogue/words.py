"""Words as they are compared: without accents, capitals or endings, with those that mean the same.

What means the same is data (``forms/search/words.toml``), for it changes as people's speech does.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from desktop_app.core.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

_WORD = re.compile("[a-z0-9]+")
# Words that say nothing about what is looked for.
EMPTY = frozenset(
    """
    a ai as au aux avec ce ces cet cette comment d dans de des du elle en es est et eu il ils j
    je l la le les leur lui m ma mais me mes moi mon n ne nous on ont ou par pas pour qu que qui
    s sa se ses si son suis sur t ta te tes toi ton tu un une veux voudrais y votre vos vous
    """.split()  # noqa: SIM905 (read as a sentence, not as a list)
)
_SLIPPED = frozenset({"m", "me", "n", "ne", "nous", "s", "se", "t", "te", "vous"})
"""Left out of an expression, for people leave them out: « ne répond pas », « répond pas »."""
# Endings of nouns and verbs, the longest first.
_ENDINGS = sorted(
    """
    issement issements ement ements ation ations ition itions
    ateur ateurs atrice eur eurs euse euses
    erait eraient eront era erai ait ais aient ant ante antes ants
    ees ee es er ez e ie ies is it ir ira i
    """.split(),  # noqa: SIM905
    key=len,
    reverse=True,
)
_ROOT = 4
"""Fewest letters of what is left of a word."""
_ONE_LETTER = 0.74
_NEAR = 84
"""Least resemblance of a misspelt word."""
_SHORT = 4
"""Letters of a word too short to be another by its first letter too."""
_LONGEST = 6
"""Most words of an expression that means the same as another."""


def all_words(text: str) -> list[str]:
    """Return the words of a text, without accents and capitals."""
    return _WORD.findall(folded(text))


def telling(words: Iterable[str]) -> list[str]:
    """Return the words that say something."""
    return [word for word in words if word not in EMPTY]


def words_of(text: str) -> list[str]:
    """Return the words of a text without accents, capitals and empty words."""
    return telling(all_words(text))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word without its plural and its ending: réclamations, réclamer → reclam."""
    if len(word) > _ROOT and word[-1] in "sx":
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _ROOT:
            return _single(word[: -len(ending)])
    return _single(word)


def _single(root: str) -> str:
    """Return a root without its double letter: renouvell, of renouvellement, is renouvel."""
    return root[:-1] if len(root) > _ROOT and root[-1] == root[-2] else root


@dataclass(frozen=True, slots=True)
class Speech:
    """What people's words mean.

    Attributes:
        weak: words of every sentence, which count little.
        everyday: stems of words of everybody's life, of which several are no answer yet.
        ours: stems of words that name what packs are about, and bodies.
        words: every word of the two others, as it is written, and those that are only known: a
            real word is not a misspelt one.
        alike: expression, as stems, → the numbers of the groups that it belongs to.
    """

    weak: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()
    alike: Mapping[tuple[str, ...], tuple[int, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    words: frozenset[str] = frozenset()

    def meanings(self, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """Yield each group named by these words, where its expression begins and its length."""
        places = [at for at, word in enumerate(words) if word not in _SLIPPED]
        stems = [stem(words[at]) for at in places]
        for start in range(len(stems)):
            for end in range(start, min(_LONGEST + start, len(stems))):
                for group in self.alike.get(tuple(stems[start : end + 1]), ()):
                    yield group, places[start], places[end] - places[start] + 1


def speech_in(root: Traversable) -> Speech:
    """Return what the words of a root of packs mean; nothing where it does not say."""
    file = root / "search" / "words.toml"
    return read_speech(tomllib.loads(file.read_text("utf-8"))) if file.is_file() else Speech()


def read_speech(data: Mapping[str, Any]) -> Speech:
    """Return what ``search/words.toml`` says."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, group in enumerate(data.get("alike", ())):
        for expression in group["words"]:
            said = tuple(stem(word) for word in all_words(expression) if word not in _SLIPPED)
            if said and number not in alike[said]:
                alike[said].append(number)
    weak = frozenset(all_words(data.get("weak", "")))
    everyday, ours = (
        frozenset(map(stem, all_words(data.get(key, "")))) for key in ("everyday", "ours")
    )
    written = {
        word for group in data.get("alike", ()) for one in group["words"] for word in all_words(one)
    }
    groups = MappingProxyType({said: tuple(own) for said, own in alike.items()})
    known = all_words(data.get("known", ""))
    return Speech(weak, everyday, ours, groups, frozenset({*weak, *written, *known}))


class Spelling:
    """The words that may be meant, by which a misspelt one is understood."""

    def __init__(self, known: Iterable[str], others: Iterable[str] = ()) -> None:
        """Learn the words that are ``known``, and ``others``: meant when none of those is near."""
        ours, others = {*known, *EMPTY}, {*others}
        self._known = ours | others
        self._stems = {stem(word) for word in self._known}
        self._ours = sorted(word for word in ours if len(word) >= 3)
        self._others = sorted(word for word in others - ours if len(word) > _SHORT)

    def right(self, word: str) -> str:
        """Return the known word that this one is, or nearly; itself when none is near."""
        if len(word) < 4 or word in self._known or stem(word) in self._stems:
            return word
        for among, scorer, cutoff in (
            (self._ours, OSA.normalized_similarity, _ONE_LETTER),
            (self._ours, fuzz.ratio, _NEAR),
            (self._others, OSA.normalized_similarity, _ONE_LETTER),
        ):
            found = process.extractOne(word, among, scorer=scorer, score_cutoff=cutoff)
            if found and (len(word) > _SHORT or found[0][0] == word[0]):
                return str(found[0])
        return word
