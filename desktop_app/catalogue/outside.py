"""What people speak of that no pack answers: their words, by kind of matter.

The words are data (``forms/search/outside.toml``); who helps is the law's (``helpers.toml``).
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.catalogue.words import all_words, stem, telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

Saying = frozenset[str]
"""Stems that mean a matter when all of them are said."""


@dataclass(frozen=True, slots=True)
class Matters:
    """The sayings of each matter, under the stem of theirs that comes first."""

    by_stem: Mapping[str, tuple[tuple[Saying, str], ...]]
    words: frozenset[str]

    def said(self, stems: Iterable[str]) -> Mapping[str, set[str]]:
        """Return, for each matter that is spoken of, the stems that say so."""
        there = frozenset(stems)
        found: dict[str, set[str]] = defaultdict(set)
        for one in there:
            for saying, matter in self.by_stem.get(one, ()):
                if saying <= there:
                    found[matter] |= saying
        return found


NO_MATTER = Matters({}, frozenset())


def matters_in(root: Traversable) -> Matters:
    """Return the matters of a root of packs; none where it does not say."""
    file = root / "search" / "outside.toml"
    if not file.is_file():
        return NO_MATTER
    data = tomllib.loads(file.read_text("utf-8"))
    return read_matters({one["id"]: one["words"] for one in data["matter"]})


def read_matters(data: Mapping[str, str]) -> Matters:
    """Return the matters, from the sayings of each: a comma between two."""
    by_stem: dict[str, list[tuple[Saying, str]]] = defaultdict(list)
    words: set[str] = set()
    for matter, sayings in data.items():
        for saying in sayings.replace("\n", ",").split(","):
            told = telling(all_words(saying))
            if told:
                words.update(told)
                stems = frozenset(map(stem, told))
                by_stem[min(stems)].append((stems, matter))
    return Matters({one: tuple(own) for one, own in by_stem.items()}, frozenset(words))
