"""Finding a pack from a person's own words, with accents ignored and mistakes understood.

Each word is looked for among the words of all packs, whole or nearly; rare words weigh more than
common ones, and words of the title more than others. A keyword that is a whole phrase ("la caf me
réclame des sous") counts by its resemblance too.
"""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from desktop_app.catalogue.headers import Header

_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("[a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
# Words that say nothing about what is looked for.
_EMPTY = frozenset(
    """
    a ai as au aux avec ce ces cet cette comment d dans de des du elle en es est et eu il ils j
    je l la le les leur lui m ma mais me mes moi mon n ne nous on ont ou par pas pour qu que qui
    s sa se ses si son suis sur t ta te tes toi ton tu un une veux voudrais y votre vos vous
    """.split()  # noqa: SIM905 (read as a sentence, not as a list)
)
NEAR = 76
"""Least resemblance, of 100, of a misspelt word."""
SCORE = 30
"""Least score shown."""


def words_of(text: str) -> list[str]:
    """Return the words of a text without accents, capitals and empty words."""
    return _telling(_all_words(text))


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in _EMPTY]


def _all_words(text: str) -> list[str]:
    lowered = text.lower()
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFD", lowered.translate(_LIGATURES))
        lowered = _ACCENTS.sub("", lowered)
    return _WORD.findall(lowered)


@dataclass(frozen=True, slots=True)
class Found:
    """A pack and how well it answers, 0 to 100."""

    header: Header
    score: float


class Index:
    """The words of every pack, ready to be searched."""

    def __init__(self, headers: Sequence[Header]) -> None:
        self._headers = headers
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        self._phrases: list[str] = []
        self._phrase_owner: list[int] = []
        for number, header in enumerate(headers):
            self._add(number, header)
        self._vocabulary = list(self._weights)

    def search(self, text: str) -> list[Found]:
        """Return the packs that answer, the best first; all of them for an empty text."""
        wanted = list(dict.fromkeys(words_of(text) or _all_words(text)))[:24]
        if not wanted:
            return [Found(header, 100.0) for header in self._headers]
        by_word = self._by_words(wanted)
        by_phrase = self._by_phrases(" ".join(_all_words(text))[:200])
        scores = {
            number: min(100.0, max(by_word.get(number, 0.0), by_phrase.get(number, 0.0)))
            for number in {*by_word, *by_phrase}
        }
        found = [Found(self._headers[n], round(s, 1)) for n, s in scores.items() if s >= SCORE]
        return sorted(found, key=lambda one: (-one.score, one.header.id))

    def _add(self, number: int, header: Header) -> None:
        phrases = (header.plain_title, header.title, *header.keywords)
        weights = (1.0, 1.0, *(0.9 for _ in header.keywords))
        for phrase, weight in zip(phrases, weights, strict=True):
            words = _all_words(phrase)
            self._add_words(number, _telling(words), weight)
            if len(words) >= 3:
                self._phrases.append(" ".join(words))
                self._phrase_owner.append(number)
        self._add_words(number, words_of(header.id), 0.8)
        self._add_words(number, words_of(header.family), 0.7)

    def _add_words(self, number: int, words: Iterable[str], weight: float) -> None:
        for word in words:
            known = self._weights[word]
            known[number] = max(weight, known.get(number, 0.0))

    def _by_words(self, wanted: Sequence[str]) -> Mapping[int, float]:
        """Score by the share of the wanted words, weighted by rarity, that a pack has."""
        total = 0.0
        scores: dict[int, float] = defaultdict(float)
        for word in wanted:
            best = self._resembling(word)
            # A word that no pack has still counts a little: half the packs would be too sure.
            rarity = math.log(2 + len(self._headers) / (1 + len(best)))
            total += rarity if best else rarity / 2
            for number, likeness in best.items():
                scores[number] += rarity * likeness
        return {number: 90 * score / total for number, score in scores.items()}

    def _resembling(self, word: str) -> Mapping[int, float]:
        """Return, for each pack that has this word or nearly, how well: 0 to 1."""
        best: dict[int, float] = {}
        if word in self._weights:
            near = [(word, 100.0)]
        elif len(word) < 3:
            return best
        else:
            found = process.extract(
                word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=NEAR, limit=12
            )
            near = [(match, score) for match, score, _ in found]
            if len(word) >= 4:
                near += [(w, 88.0) for w in self._vocabulary if _same_stem(w, word)]
        for match, score in near:
            for number, weight in self._weights[match].items():
                best[number] = max(best.get(number, 0.0), weight * score / 100)
        return best

    def _by_phrases(self, text: str) -> Mapping[int, float]:
        scores: dict[int, float] = {}
        found = process.extract(text, self._phrases, scorer=fuzz.ratio, score_cutoff=70, limit=20)
        for _, score, position in found:
            number = self._phrase_owner[position]
            scores[number] = max(scores.get(number, 0.0), score)
        return scores


def _same_stem(one: str, other: str) -> bool:
    """Tell whether one begins with the other but for its last letters: réclame, réclamer."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 4 and len(longer) - len(shorter) <= 3 and longer.startswith(shorter)
