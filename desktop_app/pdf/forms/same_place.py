"""Two answers at one place: printed over each other, neither could be read.

Some forms have two fields for one box of the paper, or list the same box twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.untrusted.model import Rect

SHARED = 0.25  # of the smaller answer's ink: rows of letters that only touch share less

Answer = tuple[int, Rect, Sequence[Rect]]
"""Page, box, and where each line's ink is."""


def pairs(answers: Sequence[Answer]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of answers whose ink meets: the one given later, then the earlier one."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, (page, _, lines) in enumerate(answers):
        if lines:
            pages[page].append(index)
    for indexes in pages.values():
        for one, other in _neighbours(indexes, answers):
            if _shared(answers[one][2], answers[other][2]) > SHARED:
                yield max(one, other), min(one, other)


def _neighbours(indexes: list[int], answers: Sequence[Answer]) -> Iterator[tuple[int, int]]:
    """Those whose boxes meet, from the lowest up: most boxes of a page are far apart."""
    indexes.sort(key=lambda index: answers[index][1][1])
    for place, one in enumerate(indexes):
        left, _, right, top = answers[one][1]
        for other in indexes[place + 1 :]:
            box = answers[other][1]
            if box[1] >= top:
                break
            if box[0] < right and left < box[2]:
                yield one, other


def _shared(one: Sequence[Rect], other: Sequence[Rect]) -> float:
    common = sum(_area(_meeting(a, b)) for a in one for b in other)
    return common / max(0.01, min(_ink(one), _ink(other)))


def _ink(lines: Iterable[Rect]) -> float:
    return sum(_area(line) for line in lines)


def _meeting(one: Rect, other: Rect) -> Rect:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def _area(rect: Rect) -> float:
    return max(0.0, rect[2] - rect[0]) * max(0.0, rect[3] - rect[1])
