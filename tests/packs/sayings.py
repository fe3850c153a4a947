"""`python -m tests.packs.sayings [FORMS]`: how often a person's words find the right pack.

The sayings are in ``tests/data/sayings/*.tsv``, one a line: the pack, a tab, what is said; several
packs that answer as well are separated by ``|``. Add some for every new pack. A saying is fair when
it is no pack's own, and shares at most half of its telling words with each of the packs' own; an
unfair one proves nothing, and is not counted. Neither is one whose pack is not here.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path

from desktop_app.catalogue.folders import packs_in, read_text
from desktop_app.catalogue.headers import read_header
from desktop_app.catalogue.search import Index
from desktop_app.catalogue.words import Speech, all_words, speech_in, words_of
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.datafiles import data_root

FOLDER = Path(__file__).parents[1] / "data" / "sayings"
FIRST = 3
"""How many answers a person reads."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says, and the packs that answer it."""

    packs: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A saying as it was typed, and the first packs found."""

    saying: Saying
    typed: str
    found: tuple[str, ...]

    @property
    def right(self) -> bool:
        return bool({*self.saying.packs} & {*self.found})


def sayings(folder: Path = FOLDER) -> list[Saying]:
    """Return every saying of the data, in the order of its files."""
    lines = (
        line
        for file in sorted(folder.glob("*.tsv"))
        for line in file.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
    split = (line.split("\t") for line in lines)
    return [Saying(tuple(packs.split("|")), words) for packs, words in split]


def headers(root: Traversable) -> list[CatalogueItem]:
    """Return what every pack of a root says of itself."""
    return [read_header(read_text(pack.folder, pack.main), pack.main) for pack in packs_in(root)]


def own_sayings(header: CatalogueItem) -> tuple[str, ...]:
    return (header.plain_title, header.title, *header.keywords)


def fair(every: Iterable[Saying], packs: Sequence[CatalogueItem]) -> list[Saying]:
    """Return the sayings of packs that are here which no pack says nearly so itself."""
    here = {header.id for header in packs}
    own = [{*words_of(said)} for header in packs for said in own_sayings(header)]
    return [one for one in every if here & {*one.packs} and most_shared(one, own) <= 0.5]


def most_shared(saying: Saying, own: Iterable[set[str]]) -> float:
    """Return the largest share of its telling words that is found in one of these."""
    words = {*words_of(saying.words)}
    return max((len(words & said) / len(words) for said in own), default=0.0)


# ---------------------------------------------------------------------- as they are typed


def as_said(words: str) -> str:
    return words


def without_accents(words: str) -> str:
    return " ".join(all_words(words))


def misspelt(words: str) -> str:
    """Return the words with two letters wrong, always the same two."""
    draw = random.Random(words)
    typed = words.split()
    long = [number for number, word in enumerate(typed) if len(word) >= 5]
    for number in draw.sample(long, min(2, len(long))):
        typed[number] = _one_letter_wrong(typed[number], draw)
    return " ".join(typed)


def _one_letter_wrong(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    wrong: Callable[[], str] = draw.choice(
        [
            lambda: before + after,
            lambda: before + letter + letter + after,
            lambda: before + after[0] + letter + after[1:],
            lambda: before + draw.choice(LETTERS.replace(letter, "")) + after,
        ]
    )
    return wrong()


TYPED: dict[str, Callable[[str], str]] = {
    "as said": as_said,
    "without accents": without_accents,
    "two letters wrong": misspelt,
}


def tried(index: Index, said: Iterable[Saying], typing: Callable[[str], str]) -> list[Tried]:
    """Return what is found for each saying, typed in this way."""
    typed = [(saying, typing(saying.words)) for saying in said]
    return [Tried(saying, words, _first(index, words)) for saying, words in typed]


def _first(index: Index, words: str) -> tuple[str, ...]:
    return tuple(found.id for found in index.search(words)[:FIRST])


def leave_one_out(packs: Sequence[CatalogueItem], speech: Speech) -> Iterator[Tried]:
    """Yield what is found for each keyword of several words of a pack, once it is taken away."""
    for number, header in enumerate(packs):
        for keyword in header.keywords:
            if len(words_of(keyword)) < 2:
                continue
            left = replace(header, keywords=tuple(k for k in header.keywords if k != keyword))
            index = Index([*packs[:number], left, *packs[number + 1 :]], speech)
            yield Tried(Saying((header.id,), keyword), keyword, _first(index, keyword))


# ---------------------------------------------------------------------- the table


def main(root: Traversable) -> int:
    packs, speech, every = headers(root), speech_in(root), sayings()
    counted = fair(every, packs)
    print(f"{len(packs)} packs, {len(counted)} fair sayings of {len(every)}.")
    index = Index(packs, speech)
    for name, typing in TYPED.items():
        results = tried(index, counted, typing)
        print(f"\n{name}: {score(results)} among the first {FIRST}")
        print("".join(map(line, results)), end="")
    print(f"\nleave-one-out over their own sayings: {score(list(leave_one_out(packs, speech)))}")
    per_pack = Counter(pack for saying in counted for pack in saying.packs)
    few = [header.id for header in packs if per_pack[header.id] < 2]
    print(f"packs with fewer than two fair sayings: {', '.join(few) or 'none'}")
    return 0


def score(results: Sequence[Tried]) -> str:
    right = sum(result.right for result in results)
    return f"{right} of {len(results)} ({right / len(results):.1%})"


def line(result: Tried) -> str:
    """Return what was found in place of the right pack; nothing when it was found."""
    if result.right:
        return ""
    return f"    {'|'.join(result.saying.packs)}: {result.typed} -> {' '.join(result.found)}\n"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else data_root("forms")))
