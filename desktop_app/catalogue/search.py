"""Finding a pack from a person's own words, with accents ignored and mistakes understood.

Each word is looked for among the words of all packs: itself, nearly, or another that means the
same. Rare words weigh more than common ones, words of the title more than others, and what a pack
says in several ways more than what it says once. A keyword that is a whole phrase ("la caf me
réclame des sous") counts by its resemblance too.

Where that is too little, or where more is said of a matter that no pack is about, nothing answers.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from desktop_app.catalogue.floor import WEAK, Floor, Heard, Token, Unit
from desktop_app.catalogue.outside import NO_MATTER, Matters
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


@dataclass(frozen=True, slots=True)
class Answer:
    """The packs that answer, the best first; ``outside``: the matter said instead, when none is."""

    packs: Sequence[CatalogueItem] = ()
    outside: str | None = None


class Index:
    """The words of every pack, ready to be searched."""

    def __init__(
        self,
        packs: Sequence[CatalogueItem],
        speech: Speech | None = None,
        matters: Matters = NO_MATTER,
    ) -> None:
        self._packs = packs
        self._speech = speech or Speech()
        self._weights: dict[Token, dict[int, float]] = defaultdict(dict)
        self._phrases: list[str] = []
        self._owners: list[int] = []
        self._said: set[str] = set()
        self._wholes: list[tuple[int, Mapping[Token, str]]] = []
        for number, pack in enumerate(packs):
            self._add(number, pack)
        self._exact = {frozenset(whole) for _, whole in self._wholes}
        self._numbers = {word for pack in packs for word in all_words(pack.id) if word.isdigit()}
        self._spelling = Spelling({*self._speech.words, *self._said}, matters.words)
        self._floor = Floor(matters, self._speech, self._rarity(0))
        self._last = ("", Answer(tuple(packs)))

    def search(self, text: str) -> Sequence[CatalogueItem]:
        """Return the packs that answer, the best first; all of them for an empty text.

        ``score`` is how well each answers.
        """
        return self._answer(text).packs

    def outside(self, text: str) -> str | None:
        """Return the matter that these words are about when no pack is; None when one answers.

        Empty when it is not known. Words that say nothing yet are about none.
        """
        return self._answer(text).outside

    def _answer(self, text: str) -> Answer:
        if text != self._last[0]:  # asked twice: what answers, and whether anything does
            self._last = (text, self._found(all_words(text)[:MOST_WORDS]))
        return self._last[1]

    def _found(self, words: Sequence[str]) -> Answer:
        if not words:
            return Answer(tuple(self._packs))
        right = [self._spelling.right(word) for word in words]
        heard = [self._hear(unit) for unit in self._units(right)]
        by_word = self._by_words(heard)
        if not self._is_own(right):
            matter = self._floor.matter(by_word, heard, self._whole(heard))
            if matter is not None:
                return Answer(outside=matter if self._tells(right) else None)
        return Answer(self._ranked(by_word, heard, words))

    def _ranked(
        self, by_word: Mapping[int, float], heard: Sequence[Heard], words: Sequence[str]
    ) -> Sequence[CatalogueItem]:
        whole, by_phrase = self._whole(heard), self._by_phrases(" ".join(words)[:200])
        scores = {
            number: 90 * by_word.get(number, 0.0) / whole + RESEMBLING * by_phrase.get(number, 0.0)
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

    def _hear(self, unit: Unit) -> Heard:
        packs = self._who_says(unit)
        return Heard(unit, packs, self._rarity(sum(packs.values())))

    def _tells(self, words: Sequence[str]) -> bool:
        """Tell whether these words say anything: "je veux" waits for what is wanted."""
        return any(word not in self._speech.weak for word in telling(words))

    def _is_own(self, words: Sequence[str]) -> bool:
        """Tell whether a pack says just these words, or bears a number among them."""
        just = frozenset(map(stem, telling(words)))
        return just in self._exact or not self._numbers.isdisjoint(words)

    # ------------------------------------------------------------------ how well they agree

    def _whole(self, heard: Sequence[Heard]) -> float:
        """Return all that is looked for, by rarity.

        A word that no pack has counts a little: without it half the packs would be too sure.
        """
        return sum(one.unit.importance * one.rarity * (1 if one.packs else 1 / 3) for one in heard)

    def _by_words(self, heard: Sequence[Heard]) -> Mapping[int, float]:
        """Score by what is looked for, weighted by rarity, that a pack has."""
        scores: dict[int, float] = defaultdict(float)
        for one in heard:
            for number, likeness in one.packs.items():
                scores[number] += one.unit.importance * one.rarity * likeness
        for number, value in self._by_wholes([one.unit for one in heard]).items():
            scores[number] += WHOLE * value
        return scores

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
