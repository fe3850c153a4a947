"""Blocks that hold others, and so what a block is."""

from typing import TYPE_CHECKING

from desktop_app.core.record import record
from desktop_app.pages.blocks.actions import Action, Choice, Row, Unfold
from desktop_app.pages.blocks.content import (
    Box,
    Edition,
    Fact,
    Listed,
    Picture,
    Status,
    Steps,
    Table,
    Text,
    Told,
)
from desktop_app.pages.blocks.inputs import Ask, Own, Secret

if TYPE_CHECKING:
    import datetime as dt


@record(frozen=True)
class Live:
    """A place that a gesture fills anew, while all around it stays; at first these blocks.

    ``at_once``: of a long list, how many are drawn now, and the others as soon as there is time.
    ``columns``: fields that fit in a part of its width stand side by side where there is room.
    """

    name: str
    blocks: tuple["Block", ...] = ()
    at_once: int | None = None
    columns: int = 1


@record(frozen=True)
class Card:
    """What belongs together, in a frame, under its title; "" where words before it say it.

    ``leaf``: a day that its words say, drawn beside them as the leaf of a calendar.
    """

    title: str
    blocks: tuple["Block", ...]
    leaf: "dt.date | None" = None


@record(frozen=True)
class Long:
    """A list of which only the first ``at_once`` are shown: the others come at a gesture.

    Headings are not counted, and go with what follows them; hints, with what is before them.
    """

    blocks: tuple["Block", ...]
    at_once: int

    def cut(self) -> "tuple[Long, Long]":
        """Return what is shown first, and what waits."""
        count = 0
        for place, block in enumerate(self.blocks):
            if count == self.at_once and not _is_hint(block):
                return self._part(self.blocks[:place]), self._part(self.blocks[place:])
            count += _is_counted(block)
        return self, self._part(())

    def count(self) -> int:
        """Return how many things there are, headings and hints apart."""
        return sum(map(_is_counted, self.blocks))

    def _part(self, blocks: "tuple[Block, ...]") -> "Long":
        return Long(blocks, self.at_once)


@record(frozen=True)
class Found:
    """What a search found: how much, in words, the first of it, and how much is not read yet."""

    words: str
    shown: Long
    left: int = 0


@record(frozen=True)
class Search:
    """A box in which one types words, and under it what is ``found``: at first what is there.

    ``name`` is told to the screen, which looks for what is typed, and reads what is left.
    """

    name: str
    label: str
    found: Found


@record(frozen=True)
class Folded:
    """What is said at a gesture only; ``more`` shows it, ``less`` hides it, ``shown`` at first.

    ``about``: of what, heard with both, where a page has several.
    """

    more: str
    less: str
    sentences: tuple[str, ...]
    shown: bool = False
    about: str = ""


@record(frozen=True)
class Moment:
    """What happened on a day, or is ``to_come``; then what is known of it and can be done."""

    words: str
    to_come: bool
    blocks: tuple["Block", ...] = ()


@record(frozen=True)
class Timeline:
    """Moments, one after the other."""

    moments: tuple[Moment, ...]


@record(frozen=True)
class Rung:
    """A step of a way: where one stands towards it, its title, what is known of it.

    ``here``: one is there; ``reached``: or was.
    """

    state: str
    title: str
    blocks: tuple["Block", ...]
    here: bool = False
    reached: bool = False


@record(frozen=True)
class Ladder:
    """The steps of a way, from the first; numbered."""

    rungs: tuple[Rung, ...]


@record(frozen=True)
class Beside:
    """What stands side by side where there is room, else one after the other.

    ``lang``: the language of the second, "" for that of the page: a page may be in two of them.
    """

    first: tuple["Block", ...]
    second: tuple["Block", ...]
    lang: str = ""


Block = (
    Text
    | Fact
    | Steps
    | Listed
    | Picture
    | Edition
    | Action
    | Choice
    | Unfold
    | Row
    | Own
    | Ask
    | Secret
    | Live
    | Status
    | Told
    | Card
    | Long
    | Search
    | Folded
    | Timeline
    | Ladder
    | Beside
    | Table
    | Box
)


def _is_counted(block: Block) -> bool:
    return not (_is_hint(block) or (isinstance(block, Text) and block.role == "subheading"))


def _is_hint(block: Block) -> bool:
    return isinstance(block, Text) and block.role == "hint"
