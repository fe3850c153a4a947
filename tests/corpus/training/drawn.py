"""`python -m tests.corpus.training.drawn FOLDER FIRST LAST`: pages drawn by us, with their truth.

Each number gives always the same page. Kept as the network sees them: greys at 100 dots an inch.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tests.corpus.training import cells, lines, printed
from tests.corpus.training.paper import KINDS, SCALE, Paper

Part = Callable[[Paper, float, float, float], float]
"""Draws from ``y`` down between two edges, and returns where it ends."""
FILLED: list[tuple[Part, float]] = [
    (printed.heading, 1.2),
    (printed.prose, 1.6),
    (lines.on_lines, 3),
    (lines.following, 0.7),
    (lines.in_prose, 0.8),
    (cells.framed, 2.2),
    (cells.area, 0.6),
    (cells.table, 1.2),
    (cells.comb, 1.4),
    (cells.choices, 2.2),
    (cells.yes_or_no, 0.4),
    (cells.panel, 0.8),
    (lines.typed_date, 0.5),
    (printed.nothing, 0.9),
]
READ: list[tuple[Part, float]] = [(printed.heading, 1), (printed.prose, 5), (printed.nothing, 1)]
SIZES = [(595, 842)] * 3 + [(612, 792)] * 2


def page(number: int) -> Paper:
    """Draw one page."""
    chance = random.Random(number)
    paper = Paper(chance, *chance.choice(SIZES))
    if chance.random() < 0.08:
        paper.ground((0, 0, paper.width, paper.height), chance.choice([235, 245, 250]))
    edge = chance.uniform(18, 60)
    columns = chance.choices([1, 2, 3], [8, 2, 0.4])[0]
    offered = READ if chance.random() < 0.07 else FILLED
    top = edge
    if chance.random() < 0.6:
        top = printed.heading(paper, edge, paper.width - edge, top) + 6
    wide = (paper.width - 2 * edge + 14) / columns
    for column in range(columns):
        x0 = edge + column * wide
        _fill(paper, offered, x0, x0 + wide - 14, top, paper.height - edge)
        if column and chance.random() < 0.3:
            paper.upright(x0 - 7, top, paper.height - edge)
    if chance.random() < 0.4:
        paper.text(edge, paper.height - 16, paper.say.words(2, 8), 6)
    return paper


def _fill(
    paper: Paper,
    offered: list[tuple[Part, float]],
    x0: float,
    x1: float,
    y: float,
    end: float,
) -> None:
    """Parts from the top of a column to its foot; some together in a frame."""
    chance = paper.chance
    while y < end - 60:
        part = chance.choices([one for one, _ in offered], [weight for _, weight in offered])[0]
        before, gap = y, paper.style.gap
        if chance.random() < 0.12:
            y = part(paper, x0 + 5, x1 - 5, y + 4) + 2
            paper.frame((x0, before, x1, y))
        else:
            y = part(paper, x0, x1, y)
        y += gap


def truth(paper: Paper) -> tuple[np.ndarray, np.ndarray]:
    """Boxes (kind, x0, y0, x1, y1) and unsure places, in pixels of what is seen."""
    scale = SCALE / 2
    boxes = [(KINDS.index(kind), *(one * scale for one in rect)) for kind, rect in paper.boxes]
    unsure = [tuple(one * scale for one in rect) for rect in paper.unsure]
    return (
        np.array(boxes, np.float32).reshape(-1, 5),
        np.array(unsure, np.float32).reshape(-1, 4),
    )


def main(folder: Path, first: int, last: int) -> None:
    """Keep pages that are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, last):
        path = folder / f"drawn-{number:05}.npz"
        if path.exists():
            continue
        paper = page(number)
        boxes, unsure = truth(paper)
        seen = np.asarray(paper.seen())
        np.savez(path, grey=seen, boxes=boxes, unsure=unsure)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
