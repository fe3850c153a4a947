"""Finding a pack from a person's own words, with accents ignored and mistakes understood.

Each word is looked for among the words of all packs: itself, nearly, or another that means the
same. Rare words weigh more than common ones, words of the title more than others, and what a pack
says in several ways more than what it says once. A keyword that is a whole phrase ("la caf me
réclame des sous") counts by its resemblance too.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from desktop_app.catalogue.words import Speech, Spelling, all_words, stem, telling, words_of
from desktop_app.core.packs.listed import CatalogueItem

LEAST = 12
"""Least score shown."""
SHARE = 0.35
"""Least score shown, as a share of the best."""
MOST_WORDS = 32
# What counts for how much, the word itself being 1. The sayings of tests/data/ hardly move with any
# of them: `python -m tests.packs.sayings` prints what a change brings.
STEM = 0.94
"""The same word with another ending."""
ALIKE = 0.7
"""Another word that means the same."""
WEAK = 0.3
"""A word of every sentence."""
COVERED = 0.6
"""A word of an expression, which counts for itself too."""
WHOLE = 0.3
"""A whole phrase of a pack, beside its words."""
ENDING = 0.8
"""In such a phrase, the same word with another ending."""
RESEMBLING = 0.25
"""A whole text that is nearly a phrase of a pack, beside its words."""
OFTEN = 0.5
"""What less a word counts for a pack that says it in one way only."""

Token = str
"""A stem; ``#`` and a whole word; or ``=`` and the number of words that mean the same."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or an expression that is looked for: its tokens, each with what it counts."""

    tokens: Mapping[Token, float]
    importance: float = 1.0
    stem: Token = ""


class Index:
    """The words of every pack, ready to be searched."""

    def __init__(self, packs: Sequence[CatalogueItem], speech: Speech | None = None) -> None:
        self._packs = packs
        self._speech = speech or Speech()
        self._weights: dict[Token, dict[int, float]] = defaultdict(dict)
        self._phrases: list[str] = []
        self._owners: list[int] = []
        self._said: set[str] = set()
        self._wholes: list[tuple[int, Mapping[Token, str]]] = []
        for number, pack in enumerate(packs):
            self._add(number, pack)
        self._spelling = Spelling({*self._speech.words, *self._said})

    def search(self, text: str) -> list[CatalogueItem]:
        """Return the packs that answer, the best first; all of them for an empty text.

        ``score`` is how well each answers.
        """
        words = all_words(text)[:MOST_WORDS]
        if not words:
            return list(self._packs)
        by_word = self._by_words(self._units([self._spelling.right(word) for word in words]))
        by_phrase = self._by_phrases(" ".join(words)[:200])
        scores = {
            number: by_word.get(number, 0.0) + RESEMBLING * by_phrase.get(number, 0.0)
            for number in {*by_word, *by_phrase}
        }
        least = max(LEAST, SHARE * max(scores.values(), default=0))
        best = sorted((-s, self._packs[n].id, n) for n, s in scores.items() if s >= least)
        return [replace(self._packs[n], score=min(100.0, round(-s, 1))) for s, _, n in best]

    # ------------------------------------------------------------------ what packs say

    def _add(self, number: int, pack: CatalogueItem) -> None:
        phrases = (pack.plain_title, pack.title, *pack.keywords)
        weights = (1.0, 1.0, *(0.9 for _ in pack.keywords))
        said: dict[Token, list[float]] = defaultdict(list)
        for phrase, weight in zip(phrases, weights, strict=True):
            words = all_words(phrase)
            self._say(words, weight, said)
            self._wholes.append((number, {stem(word): word for word in telling(words)}))
            if len(words) >= 3:
                self._phrases.append(" ".join(words))
                self._owners.append(number)
        self._say(words_of(pack.id), 0.8, said)
        self._say(words_of(pack.family), 0.7, said)
        for token, each in said.items():
            self._weights[token][number] = max(each) * (1 - OFTEN / len(each))

    def _say(self, words: Sequence[str], weight: float, said: Mapping[Token, list[float]]) -> None:
        """Note the weight of each token of a phrase, once."""
        self._said.update(words)
        tokens = {stem(word) for word in telling(words)}
        tokens |= {f"#{word}" for word in telling(words)}
        tokens |= {f"={group}" for group, _, _ in self._speech.meanings(words)}
        for token in tokens:
            said[token].append(weight)

    # ------------------------------------------------------------------ what a person says

    def _units(self, words: Sequence[str]) -> list[Unit]:
        """Return what is looked for: each word once, and each expression that has a meaning."""
        stems = [stem(word) for word in words]
        groups: dict[Token, set[int]] = defaultdict(set)
        covered: set[Token] = set()
        several: set[int] = set()
        for group, start, length in self._speech.meanings(words):
            if length == 1:
                groups[stems[start]].add(group)
            else:
                several.add(group)
                covered.update(stems[start : start + length])
        said = {stem(word): word for word in telling(words) or words}
        units = [self._unit(word, groups[one], one in covered) for one, word in said.items()]
        return units + [Unit({f"={group}": 1.0}) for group in several]

    def _unit(self, word: str, groups: Iterable[int], covered: bool) -> Unit:
        one = stem(word)
        tokens = {f"#{word}": 1.0, one: STEM, **{f"={group}": ALIKE for group in groups}}
        weak = word in self._speech.weak
        return Unit(tokens, WEAK if weak else COVERED if covered else 1.0, one)

    # ------------------------------------------------------------------ how well they agree

    def _by_words(self, units: Sequence[Unit]) -> Mapping[int, float]:
        """Score by the share of what is looked for, weighted by rarity, that a pack has."""
        total = 0.0
        scores: dict[int, float] = defaultdict(float)
        for unit in units:
            best = self._who_says(unit)
            rarity = unit.importance * self._rarity(sum(best.values()))
            # A word that no pack has still counts a little: half the packs would be too sure.
            total += rarity if best else rarity / 3
            for number, likeness in best.items():
                scores[number] += rarity * likeness
        for number, value in self._by_wholes(units).items():
            scores[number] += WHOLE * value
        return {number: 90 * score / total for number, score in scores.items()}

    def _by_wholes(self, units: Sequence[Unit]) -> Mapping[int, float]:
        """Score each pack by the phrase of it that is best covered by what is said."""
        rare = {
            unit.stem: unit.importance * self._rarity(len(self._weights[unit.stem]))
            for unit in units
            if unit.stem in self._weights
        }
        said = {token[1:] for unit in units for token in unit.tokens if token.startswith("#")}
        best: dict[int, float] = {}
        for number, whole in self._wholes:
            shared = rare.keys() & whole.keys()
            if shared:
                same = sum(1.0 if whole[one] in said else ENDING for one in shared)
                value = (same / len(whole)) ** 2 * sum(rare[one] for one in shared)
                best[number] = max(value, best.get(number, 0.0))
        return best

    def _rarity(self, packs: float) -> float:
        return math.log(2 + len(self._packs) / (1 + packs))

    def _who_says(self, unit: Unit) -> Mapping[int, float]:
        """Return, for each pack that says this, how well: 0 to 1."""
        best: dict[int, float] = {}
        for token, factor in unit.tokens.items():
            for number, weight in self._weights.get(token, {}).items():
                best[number] = max(best.get(number, 0.0), weight * factor)
        return best

    def _by_phrases(self, text: str) -> Mapping[int, float]:
        scores: dict[int, float] = {}
        found = process.extract(text, self._phrases, scorer=fuzz.ratio, score_cutoff=70, limit=20)
        for _, score, position in found:
            number = self._owners[position]
            scores[number] = max(scores.get(number, 0.0), score)
        return scores
