"""Personnes, Mes documents, the first page and Modèles of an office, gesture by gesture.

Its 10,000 papers, 3,000 people and 300 packs are kept (``kept_office``). What is told is how long
the window's thread was held, by the processor; ``python -m tests.bench.heartbeat`` tells it of
every screen. ``PAPIER_BENCH_LARGE=1``: 100,000 papers.
"""

import os
from collections.abc import Iterator

from tests.bench.frame import Row
from tests.bench.heartbeat import HELD_MS, walk
from tests.bench.kept_office import CACHE, PAPERS

SCREENS = ("personnes", "documents", "accueil:coffre", "modeles")
FEWER = 10_000


def rows() -> Iterator[Row]:
    papers = PAPERS if os.environ.get("PAPIER_BENCH_LARGE") else FEWER
    for held in walk(CACHE, papers, 3, SCREENS):
        name = f"{papers:,} papers, {held.gesture}: window held"
        yield Row(name, held.middle("own"), budget=HELD_MS, processor=True)
