"""The boxes of a PDF that no pack knows, looked at and corrected before its questions are made.

A gesture gives a new value.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from desktop_app.core.generic.build import NO_CHANGES, Changes
from desktop_app.core.generic.facts import Box, FormFacts
from desktop_app.core.generic.layout.others import left_out
from desktop_app.core.generic.own_words import is_number


@dataclass(frozen=True, slots=True)
class Looked:
    """What a person sees of them, and what she said so far.

    Attributes:
        labels: our words for each box, by its name.
        page: the page in view, from 1.
        chosen: the name of the box in hand, "" for none.
        others: boxes left out at first, each with the words that say who fills them in.
    """

    facts: FormFacts
    labels: Mapping[str, str]
    changes: Changes = NO_CHANGES
    page: int = 1
    chosen: str = ""
    others: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All that may be asked, in the order of reading; those taken out too."""
        return tuple(box for box in self.facts.boxes if box.is_asked)

    @property
    def here(self) -> tuple[Box, ...]:
        """Those of the page in view."""
        return tuple(box for box in self.boxes if box.page == self.page)

    @property
    def count(self) -> int:
        """How many boxes will be asked."""
        return len(self.boxes) - len(self.changes.removed)

    @property
    def nameless(self) -> bool:
        """Whether most boxes have no words: they are better seen on the page than asked."""
        boxes = self.boxes
        return sum(is_number(self.labels[box.name]) for box in boxes) > len(boxes) / 2

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that have a box, in order."""
        return tuple(sorted({box.page for box in self.boxes}))

    def turn(self, page: int) -> "Looked":
        """See another page, no box in hand."""
        return replace(self, page=page, chosen="")

    def turn_on(self) -> "Looked":
        """See the next page that has a box; after the last, the first."""
        pages = self.pages
        return self.turn(pages[(pages.index(self.page) + 1) % len(pages)])

    def choose(self, name: str) -> "Looked":
        """Take a box in hand, or leave it."""
        return replace(self, chosen="" if self.chosen == name else name)

    def remove(self, name: str) -> "Looked":
        """Say that this is no box."""
        changes = Changes(self.changes.removed | {name}, self.changes.renamed)
        return replace(self, changes=changes, chosen="")

    def put_back(self, name: str) -> "Looked":
        """Say that it is one after all."""
        return replace(self, changes=Changes(self.changes.removed - {name}, self.changes.renamed))

    def rename(self, name: str, words: str) -> "Looked":
        """Take a person's own words for a box; empty ones give ours again."""
        renamed = {key: text for key, text in self.changes.renamed.items() if key != name}
        if words and words != self.labels[name]:
            renamed[name] = words
        changes = Changes(self.changes.removed, MappingProxyType(renamed))
        return replace(self, changes=changes, chosen="")


def looked_at(facts: FormFacts, labels: Mapping[str, str]) -> Looked:
    """Return the boxes as they were found, at the first page that has one."""
    others = left_out(facts)
    looked = Looked(facts, labels, Changes(frozenset(others)), others=others)
    return looked.turn(looked.pages[0])
