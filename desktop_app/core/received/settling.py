"""From candidates to what is proposed: the best ones; where they differ, all and none chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.core.received.flow import Flow
from desktop_app.core.received.model import Fact, Place, Proposal, Sure, Value
from desktop_app.core.rect import holds

LEGIBLE, KNOWN = 0.7, 0.25
"""Words read less surely than that (0 to 1) make a value doubtful; words that the rules know are
right although recognition hesitated. A number that was recognised is never more than likely."""
WORDED: frozenset[Fact] = frozenset({"sender", "decision", "remedies"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that may be a fact; the lower the ``rank``, the better. From 2 on it is no more
    than likely. ``confused``: its signs are easily taken for one another."""

    value: Value
    start: int
    end: int
    rank: int
    confused: bool = False


def settle(flow: Flow, fact: Fact, candidates: Iterable[Candidate]) -> tuple[Proposal, ...]:
    """Return the proposals of a fact: of the best rank, doubtful where there are several values."""
    found = sorted(candidates, key=lambda one: (one.rank, one.start))
    best = [one for one in found if one.rank == found[0].rank]
    values = list(dict.fromkeys(one.value for one in best))
    return tuple(
        proposal(flow, fact, [one for one in best if one.value == value], len(values) > 1)
        for value in values
    )


def proposal(flow: Flow, fact: Fact, alike: list[Candidate], doubtful: bool = False) -> Proposal:
    """Return one value, with every place where it was read so."""
    read = max(flow.sure(one.start, one.end) for one in alike)
    certain = alike[0].rank < 2 and (fact in WORDED or read == 1)
    sure: Sure = "sure" if certain else "likely"
    doubtful = doubtful or (read < 1 and any(one.confused for one in alike))
    if doubtful or read < (KNOWN if fact in WORDED else LEGIBLE):
        sure = "doubtful"
    return Proposal(fact, alike[0].value, _places(flow, alike), sure)


def _places(flow: Flow, alike: Iterable[Candidate]) -> tuple[Place, ...]:
    """Return where a value was read, each place once: one that another holds is left out."""
    found = dict.fromkeys(place for one in alike for place in flow.places(one.start, one.end))
    return tuple(
        place
        for place in found
        if not any(
            other != place and other.page == place.page and holds(other.box, place.box)
            for other in found
        )
    )
