"""A finished PDF and its proof: what our pages end as, and what a second engine read there."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.core.errors import Notice


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of a document that can be printed by themselves: first and last, from 1.

    ``name``: letter, bordereau, checklist, copy, counter, address.
    """

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF, in memory; ``parts`` are known when we set it, in the order of its pages."""

    data: bytes
    pages: int
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class FillProblem:
    """A value that did not reach the page: the box, its page from 1, and why, as a code.

    Of a page that changed outside its boxes, ``field`` is empty.
    """

    field: str
    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class Overflow:
    """A value continued on the annex: ``annex`` is its number there."""

    field: str
    page: int
    annex: int


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A value that does not fit in its box, and how it would be written there.

    Attributes:
        field, page: of its box; ``label`` is what the paper says there.
        value: the whole text. ``proposal``: the same, abbreviated, which fits.
        answers: the answers (question, text) that the person would agree to.
        agreed: she did: the proposal stands in the box.
        refused: the box itself limits its length, so that the whole would not even be annexed.
    """

    field: str
    page: int
    label: str
    value: str
    proposal: str
    answers: tuple[tuple[str, str], ...]
    agreed: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """The read-back of a finished document: ``verified`` of ``total`` values were found on it."""

    verified: int
    total: int
    problems: tuple[FillProblem, ...] = ()
    overflow: tuple[Overflow, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    annex_pages: int = 0
    notices: tuple[Notice, ...] = ()

    @property
    def proved(self) -> bool:
        """Every value was read back on the page."""
        return not self.problems and self.verified == self.total

    def unwritten(self, paragraphs: Iterable[str]) -> frozenset[str]:
        """Return those of these paragraphs of which a line was not read back."""
        lost = {problem.field.rpartition("-")[0] for problem in self.problems}
        return frozenset(paragraphs) & lost
