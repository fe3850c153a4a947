"""What was found against what is there: one rule for every way of finding, and every page.

A box found and a true one are paired when both are to write in, or both to tick, and the surface
they share is at least half of their surface together (IoU >= 0.5): one to one, the closest first.
Lines found as one answer count as their lines, or as one box, whichever pairs better.

Beside it the looser rule of earlier findings, not one to one: a true box is found when boxes of its
kind hold its middle or cover half of it; a found one is right when true ones do so to it.

Recall is told by what the truth is (text, comb, tick), precision by what was found. A comb found
where the truth is a text, or the other way, is found; ``as_combs`` counts those with as many cells.
A frame to sign in that was found is neither right nor wrong, nor is a box on an excused place.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.core.rect import Rect, area, has, middle, shared_area
from tests.corpus.boxes.flatten import Box, Kind

IOU, HALF = 0.5, 0.5
KINDS: tuple[Kind, ...] = ("text", "comb", "tick")


@dataclass(frozen=True, slots=True)
class Found:
    """One box found, as rectangles: one, or a line each when one answer has several."""

    kind: Kind
    rect: Rect
    lines: tuple[Rect, ...] = ()
    cells: int = 0
    sure: float = 1.0


@dataclass(slots=True)
class Score:
    """Counts, by kind: ``true`` and ``hit`` of the truth, ``found`` and ``right`` of the search.

    ``near`` and ``fair`` are ``hit`` and ``right`` by the looser rule.
    """

    true: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    fair: Counter[str] = field(default_factory=Counter)
    as_combs: int = 0
    pages: int = 0
    seconds: float = 0.0

    def add(self, other: "Score") -> None:
        """Count another page, or another file, too."""
        for name in ("true", "hit", "near", "found", "right", "fair"):
            getattr(self, name).update(getattr(other, name))
        self.as_combs += other.as_combs
        self.pages += other.pages
        self.seconds += other.seconds

    def recall(self, kinds: Sequence[str], *, loose: bool = False) -> float:
        """The share of the true boxes of these kinds that was found."""
        return _share(self.near if loose else self.hit, self.true, kinds)

    def precision(self, kinds: Sequence[str], *, loose: bool = False) -> float:
        """The share of the boxes found of these kinds that are right."""
        return _share(self.fair if loose else self.right, self.found, kinds)


@dataclass(frozen=True, slots=True)
class Judged:
    """A page compared: the score, and what is to be looked at."""

    score: Score
    missed: tuple[Box, ...]
    wrong: tuple[Found, ...]


def judge(truth: Sequence[Box], found: Sequence[Found]) -> Judged:
    """Compare one page."""
    apart = [one for box in found for one in _as_lines(box)]
    if len(apart) > len(found):
        whole, lines = _judge(truth, found), _judge(truth, _by_need(truth, found))
        return max(whole, lines, key=lambda one: sum(one.score.hit.values()))
    return _judge(truth, found)


def _by_need(truth: Sequence[Box], found: Sequence[Found]) -> list[Found]:
    """Answers of several lines as one box where the truth is one, else as their lines."""
    writing = [box.rect for box in truth if box.kind != "tick"]

    def paired(rect: Rect) -> bool:
        return any(iou(rect, other) >= IOU for other in writing)

    parts = []
    for one in found:
        lines = _as_lines(one)
        several = sum(paired(line.rect) for line in lines) > 1
        parts += lines if several or not paired(one.rect) else [one]
    return parts


def _as_lines(one: Found) -> list[Found]:
    return [Found(one.kind, line, sure=one.sure) for line in one.lines] or [one]


def _judge(truth: Sequence[Box], found: Sequence[Found]) -> Judged:
    pairs = dict(_pairs(truth, found))
    of_found = {j: i for i, j in pairs.items()}
    score, missed, wrong = Score(pages=1), [], []
    for i, box in enumerate(truth):
        if box.excused:
            continue
        score.true[box.kind] += 1
        score.near[box.kind] += _is_covered(box.rect, [o.rect for o in found if _alike(box, o)])
        if i not in pairs:
            missed.append(box)
            continue
        score.hit[box.kind] += 1
        score.as_combs += box.kind == "comb" and found[pairs[i]].cells == box.cells
    excused = [box.rect for box in truth if box.excused]
    for j, one in enumerate(found):
        is_excused = j in of_found and truth[of_found[j]].excused
        if is_excused or (j not in of_found and _is_covered(one.rect, excused)):
            continue
        score.found[one.kind] += 1
        score.right[one.kind] += j in of_found
        score.fair[one.kind] += _is_covered(one.rect, [b.rect for b in truth if _alike(b, one)])
        if j not in of_found:
            wrong.append(one)
    return Judged(score, tuple(missed), tuple(wrong))


def _pairs(truth: Sequence[Box], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    close = sorted(
        (
            (-near, i, j)
            for i, box in enumerate(truth)
            for j, one in enumerate(found)
            if _alike(box, one) and (near := iou(box.rect, one.rect)) >= IOU
        )
    )
    seen_i, seen_j = set[int](), set[int]()
    for _, i, j in close:
        if i not in seen_i and j not in seen_j:
            seen_i.add(i)
            seen_j.add(j)
            yield i, j


def _alike(box: Box, one: Found) -> bool:
    return (box.kind == "tick") == (one.kind == "tick")


def iou(one: Rect, other: Rect) -> float:
    """The surface that two rectangles share, as a part of their surface together."""
    common = shared_area(one, other)
    return common / (area(one) + area(other) - common) if common else 0.0


def _is_covered(rect: Rect, others: Sequence[Rect]) -> bool:
    near = [other for other in others if shared_area(rect, other) > 0]
    return any(has(other, middle(rect)) for other in near) or (
        sum(shared_area(rect, other) for other in near) >= HALF * area(rect) > 0
    )


def _share(some: Counter[str], every: Counter[str], kinds: Sequence[str]) -> float:
    whole = sum(every[kind] for kind in kinds)
    return sum(some[kind] for kind in kinds) / whole if whole else 1.0
