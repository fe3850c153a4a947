"""A letter received as words on pages, and what is proposed of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, get_args

from desktop_app.core.deadlines.request import WrittenDelay
from desktop_app.core.rect import Rect

Fact = Literal[
    "sender",
    "decision",
    "written_on",
    "decided_on",
    "until",
    "sum",
    "number",
    "reference",
    "delay",
    "last_day",
    "remedies",
]
"""``number`` is the person's own number there; ``reference`` is that of the letter. ``last_day`` is
the last one to contest, ``until`` the last one for anything else: to pay, to send papers."""
FACTS: tuple[Fact, ...] = get_args(Fact)
SEVERAL: frozenset[Fact] = frozenset({"remedies"})
"""Facts of which a letter may say several, none against another."""
TOLD_BY_PAPER = "letter:"
"""Before the id of a question, in what is known: what the letter says, once it is confirmed."""
Sure = Literal["sure", "likely", "doubtful"]
Value = str | dt.date | Decimal | WrittenDelay


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place, in points from the lower left; ``sure`` is 1 for a word of a PDF."""

    text: str
    box: Rect
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its size in points, and its lines, in the order in which they were read."""

    width: float
    height: float
    lines: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """A page, and how many degrees to the left it is turned to stand upright."""

    leaf: Leaf
    turn: int = 0


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words of the first pages of a letter.

    Attributes:
        pages: how many it has; those after the first ones are not read.
        recognised: its words come from a picture, and may be misread.
    """

    leaves: tuple[Turned, ...]
    pages: int
    recognised: bool

    @property
    def text(self) -> str:
        """All of them, for a search: a line break between two lines, a form feed between pages."""
        pages = (
            (" ".join(word.text for word in line) for line in one.leaf.lines) for one in self.leaves
        )
        return "\f".join("\n".join(lines) for lines in pages)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read: a page, from 1, and a box."""

    page: int
    box: Rect


@dataclass(frozen=True, slots=True)
class Proposal:
    """One value that a letter may say of a fact.

    Attributes:
        value: an id of ``forms/received/`` for a sender, a decision and a remedy.
        places: where it was read: there is always one.
        sure: ``doubtful`` where the letter may as well say another one.
    """

    fact: Fact
    value: Value
    places: tuple[Place, ...]
    sure: Sure


@dataclass(frozen=True, slots=True)
class Reading:
    """What is proposed of each fact, the likeliest first; a fact that was not found is absent."""

    proposals: Mapping[Fact, tuple[Proposal, ...]] = field(default_factory=dict)

    def of(self, fact: Fact) -> tuple[Proposal, ...]:
        """Return every proposal of a fact."""
        return self.proposals.get(fact, ())

    def one(self, fact: Fact) -> Proposal | None:
        """Return the proposal of a fact when nothing contradicts it; else None: none is chosen."""
        found = self.of(fact)
        return found[0] if len(found) == 1 else None
