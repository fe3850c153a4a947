"""`python -m tests.packs.reading [FORMS]`: how easy each procedure is to read on the screen.

The plain titles of the law's procedures come after the packs, then their figure in one row.

The measures are those of ``pack check`` (``checks/plain.py``).
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.language.readability import kandel_moles, words
from desktop_app.core.packs.model import FormDefinition, LetterDefinition
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.packs.screen_text import closed, on_screen, unexplained
from desktop_app.datafiles import data_root
from tests.helpers.ours import LAW


@dataclass(frozen=True, slots=True)
class Readability:
    """The figures of a pack; ``unexplained``: the place and the word of what no page explains."""

    pack: str
    score: float
    words: int
    longest: str
    unexplained: tuple[tuple[str, str], ...]


def measured(pack: LetterDefinition | FormDefinition) -> Readability:
    """Return the figures of a pack."""
    every = list(on_screen(pack))
    text = " ".join(page.text for page in every)
    asked = [question.label for question in questions_of(pack)]
    left = [(page.place, word) for page in every for word in unexplained(page, pack)]
    return Readability(
        pack.id,
        kandel_moles(text),
        len(words(text)),
        max(asked, key=length, default=""),
        tuple(left),
    )


def length(question: str) -> int:
    """Return how many words a question has; a sign alone is none."""
    return sum(any(letter.isalnum() for letter in word) for word in question.split())


def packs(root: Traversable) -> Iterator[LetterDefinition | FormDefinition]:
    """Yield every pack of a root."""
    catalogue = FolderCatalogue(root)
    for item in sorted(catalogue.search(), key=lambda one: (one.kind != "letter", one.id)):
        yield catalogue.letter(item.id) if item.kind == "letter" else catalogue.form(item.id)


def titles_of_the_law() -> list[str]:
    """Return the plain title of every procedure of the law's data."""
    return [procedure.plain_title for procedure in LAW.procedures()]


def read_in_one_row(titles: Iterable[str]) -> float:
    """Return the score of titles, each a sentence."""
    return kandel_moles(" ".join(map(closed, titles)))


def main(root: Traversable) -> int:
    print(f"{'pack':<32} {'K-M':>5} {'words':>6} {'longest question':>17}  left unexplained")
    for pack in packs(root):
        found = measured(pack)
        left = ", ".join(f"{place}: {word}" for place, word in found.unexplained) or "none"
        print(
            f"{found.pack:<32} {found.score:>5.1f} {found.words:>6} "
            f"{length(found.longest):>17}  {left}"
        )
    titles = titles_of_the_law()
    for title in sorted(titles, key=kandel_moles):
        print(f"{kandel_moles(title):>5.1f} {length(title):>3} words  {title}")
    print(f"{len(titles)} plain titles of the law, in one row: {read_in_one_row(titles):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else data_root("forms")))
