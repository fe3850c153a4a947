"""Two states of one safe, side by side: what is only here, only in the copy, and what differs."""

from collections.abc import Collection, Sequence
from dataclasses import field
from typing import Literal, get_args

from desktop_app.core.record import record

Kind = Literal["person", "dossier", "draft", "document", "event", "value"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Side = Literal["here", "there", "both"]
"""Only in the safe, only in the copy; in both, and not the same."""


@record(frozen=True)
class Copy:
    """A copy that a synchronisation left beside the safe: its file name and its size in bytes.

    ``comparable``: it is one of the database; else of its keys.
    """

    name: str
    size: int
    comparable: bool = True


@record(frozen=True)
class Difference:
    """One thing that is not the same in both.

    Attributes:
        kind, id: of what; the id of a value is of this comparison only.
        title: by which a person knows it; a value's is its field.
        side: where it is.
        whose: the name of the person, or the title of the dossier, that it is of; "" for none.
        here, there: what differs, in each; "" where it is only on one side.
        newest: of what differs: where the last one is; "" where nothing tells.
    """

    kind: Kind
    id: str
    title: str = field(repr=False)
    side: Side
    whose: str = field(default="", repr=False)
    here: str = field(default="", repr=False)
    there: str = field(default="", repr=False)
    newest: Literal["", "here", "there"] = ""


@record(frozen=True)
class Comparison:
    """What a copy and the safe do not have in common.

    Attributes:
        copy: the file name of the copy.
        differences: in the order of kinds: persons first.
        erased_there: what was erased for good in the copy, and is still here: kind, id, title.
        erased_here: how much the copy still holds of what was erased for good here: it is neither
            shown nor taken back.
        twins: papers that both have, by their bytes, under two ids.
    """

    copy: str
    differences: Sequence[Difference] = ()
    erased_there: Sequence[tuple[str, str, str]] = ()
    erased_here: int = 0
    twins: int = 0

    def of(self, kind: Kind, side: Side) -> Sequence[Difference]:
        """Return the differences of one kind on one side."""
        return [one for one in self.differences if (one.kind, one.side) == (kind, side)]

    def count(self, side: Side) -> int:
        """Return how many there are on a side."""
        return sum(one.side == side for one in self.differences)

    @property
    def same(self) -> bool:
        """Whether the copy holds nothing that the safe has not."""
        return not self.erased_there and not self.takeable()

    def takeable(self, ids: Collection[str] | None = None) -> Sequence[Difference]:
        """Return what the safe may take from the copy, or those of these ids."""
        found = [one for one in self.differences if one.side != "here"]
        return found if ids is None else [one for one in found if one.id in ids]


@record(frozen=True)
class Merged:
    """What was taken from a copy, by kind: how many."""

    taken: Sequence[tuple[Kind, int]]

    @property
    def total(self) -> int:
        return sum(count for _kind, count in self.taken)
