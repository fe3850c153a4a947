"""Two answers at one place: printed over each other, neither could be read.

Some forms have two fields for one box of the paper, or list the same box twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.core.rect import area, shared_area
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
    common = sum(shared_area(a, b) for a in one for b in other)
    return common / max(0.01, min(_ink(one), _ink(other)))


def _ink(lines: Iterable[Rect]) -> float:
    return sum(area(line) for line in lines)
