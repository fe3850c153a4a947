"""Where a search ends: whether the pack that answers best says enough of what is looked for.

The ranking is relative, and always has a first; these measures are absolute. A word that no pack
says counts as one.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.catalogue.outside import Matters
from desktop_app.catalogue.words import Speech

WEAK = 0.3
"""A word of every sentence."""
EVERYDAY = 0.5
"""What a word of everybody's life counts less, beside others."""
ENOUGH = 0.42
"""Least that a pack says, a word that no other says being one: a common word is little."""
NAMED = 0.3
"""The same where something of ours is named."""
BESIDE = 0.8
"""What all that is said of a matter outside counts there."""
TOGETHER = 0.2
"""What words that mean a matter only together count more."""
ANY_MATTER = ""
"""What is looked for is no pack's, and not known."""
Token = str
"""A stem; ``#`` and a whole word; or ``=`` and the number of words that mean the same."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or an expression that is looked for: its tokens, each with what it counts."""

    tokens: Mapping[Token, float]
    importance: float = 1.0
    stem: Token = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A unit as the packs say it: how well each does, and how rare that is."""

    unit: Unit
    packs: Mapping[int, float]
    rarity: float


@dataclass(frozen=True, slots=True)
class Floor:
    """What must be said for an answer; ``rarest``: how rare a word is that no pack says."""

    matters: Matters
    speech: Speech
    rarest: float

    def matter(self, said: Mapping[int, float], heard: Sequence[Heard], whole: float) -> str | None:
        """Return the matter of what is looked for, when no pack is about it; else None.

        Args:
            said: what each pack says of it, by rarity.
            whole: all that there is to say.
        """
        best, (outside, matter) = self._best(said, heard), self._outside(heard)
        named = any(one.unit.stem in self.speech.ours for one in heard)
        least, beside = (NAMED, BESIDE) if named else (ENOUGH, 1.0)
        enough = best > 0 and best * math.sqrt(best / whole) >= least * self.rarest
        return None if enough and outside * beside <= best else matter

    def _best(self, said: Mapping[int, float], heard: Sequence[Heard]) -> float:
        """Return how much the best pack says, words of everybody's life being only half said."""
        telling = [one for one in heard if one.unit.importance != WEAK]
        less: dict[int, float] = defaultdict(float)
        if len(telling) > 1:
            for one in telling:
                if one.unit.stem in self.speech.everyday:
                    for number, likeness in one.packs.items():
                        less[number] += EVERYDAY * one.unit.importance * one.rarity * likeness
        return max((score - less[number] for number, score in said.items()), default=0.0)

    def _outside(self, heard: Sequence[Heard]) -> tuple[float, str]:
        """Return how much is said of the matter outside that most is said of, and which."""
        rare = {
            one.unit.stem: (WEAK if one.unit.importance == WEAK else 1.0) * one.rarity
            for one in heard
            if one.unit.stem
        }
        together = TOGETHER * self.rarest
        said = (
            (sum(rare[word] for word in words) + together * (len(words) > 1), matter)
            for matter, words in self.matters.said(rare).items()
        )
        return max(said, default=(0.0, ANY_MATTER))
