"""How a value is known by the words beside it: before it, on its left, above it, after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.received.flow import Flow
from desktop_app.core.received.phrases import Hit, hits, near_after, near_before, within
from desktop_app.core.received.rules import Label

_ENDS = re.compile(r"[.;!?]\s")
NEAR, CLOSE, AFTER = 48, 26, 14
"""Signs between a label and its value, a word that excludes it and it, and after it."""
SURELY, LIKELY, UNSAID, NEVER = 0, 2, 5, 9
"""Ranks of a value: its words say so, may say so, say nothing, say otherwise."""


@dataclass(frozen=True)
class Labels:
    """The words of one fact that stand in a letter."""

    flow: Flow
    surely: Sequence[Hit]
    likely: Sequence[Hit]
    after: Sequence[Hit]
    never: Sequence[Hit]
    never_after: Sequence[Hit]

    def rank(self, start: int, end: int, values: Sequence[tuple[int, int]]) -> int:
        """Return what the words beside a value say of it.

        Args:
            values: where all values of its kind stand: words before one of them are of that one.
        """
        before = max((one_end for _, one_end in values if one_end <= start), default=0)
        nearest = self._nearest(start, before)
        told = list(near_after(self.flow, self.after, end, AFTER))
        if near_after(self.flow, self.never_after, end, AFTER):
            return NEVER
        if nearest is not None:
            return nearest
        return SURELY if told else UNSAID

    def _nearest(self, start: int, least: int) -> int | None:
        """Return what the nearest words before a value say; then those of its row and column."""
        said = [(hit.end, hit.end - hit.start, rank) for hit, rank in self._before(start, least)]
        if said:
            return self._best(sorted(said, reverse=True), start)
        piece = self.flow.piece_at(start)
        if piece is None or any(map(str.isalpha, self.flow.text[piece.start : start])):
            return None
        for beside in (self.flow.left_of(piece), self.flow.above(piece)):
            if beside is None:
                continue
            here = [
                (hit.end, hit.end - hit.start, rank)
                for found, rank in self._ranked()
                for hit in within(found, beside.start, beside.end)
            ]
            if here:
                return max(here)[2]
        return None

    def _best(self, said: Sequence[tuple[int, int, int]], start: int) -> int:
        """Return what the nearest words say, or better ones of the same sentence before them.

        "Il reste dû la somme de": the sum that is due, and not just any sum.
        """
        best = said[0][2]
        for end, _, rank in said:
            if NEVER in (best, rank) or _ENDS.search(self.flow.text, end, start):
                break
            best = min(best, rank)
        return best

    def _before(self, start: int, least: int) -> list[tuple[Hit, int]]:
        return [
            (hit, rank)
            for found, rank in self._ranked()
            for hit in near_before(self.flow, found, start, CLOSE if rank == NEVER else NEAR)
            if hit.start >= least
        ]

    def _ranked(self) -> tuple[tuple[Sequence[Hit], int], ...]:
        return (self.surely, SURELY), (self.likely, LIKELY), (self.never, NEVER)


def labels_of(flow: Flow, label: Label) -> Labels:
    """Return where the words of a fact stand in a letter."""
    return Labels(
        flow,
        hits(flow, label.surely),
        hits(flow, label.likely),
        hits(flow, label.after),
        hits(flow, label.never),
        hits(flow, label.never_after),
    )
