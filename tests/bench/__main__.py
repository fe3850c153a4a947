"""`python -m tests.bench [WORD…]`: prints the table; with words, only the files that hold one.

A new measure is a file `bench_<subject>.py` with `rows()`, which yields `Row`s. Nothing is
asserted: times belong to the machine, and are read as ratios inside one run. Where nothing else
does the same work, the yardstick is measured just before and just after.
"""

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.bench.frame import TIMES, YARD_MS, Row, Yard, measured_by

FOLDER = Path(__file__).parent


def modules(words: Iterable[str]) -> Iterator[tuple[str, Callable[[], Iterable[Row]]]]:
    """Yield the name and `rows` of each file of measures."""
    wanted = tuple(words)
    for path in sorted(FOLDER.glob("bench_*.py")):
        if not wanted or any(word in path.stem for word in wanted):
            yield path.stem, importlib.import_module(f"tests.bench.{path.stem}").rows


def line(row: Row) -> str:
    """Return a row as text: name, figure, least, what it is compared with, ratio, verdict."""
    unit = row.unit if row.ratio is None else "×"
    cells = (
        f"{row.name:<52}",
        f"{row.figure:>9.1f} {row.unit:<3}",
        f"{'' if row.least is None else f'(min {row.least:.1f})':<13}",
        f"{'' if row.baseline is None else f'{row.baseline:.1f} {row.unit} ({row.against})':<34}",
        f"{'' if row.ratio is None else f'{row.ratio:.2f} ×':>8}",
        f"{'' if row.budget is None else f'≤ {row.budget:g} {unit}':>9}",
        {True: "ok", False: "OVER", None: ""}[row.kept],
    )
    return " ".join(cells).rstrip()


def main(words: list[str]) -> int:
    print(f"Medians of {TIMES} or more, taken in turn, on {os.cpu_count()} processors.")
    print(f"What was promised in ms is read by a yardstick, which took {YARD_MS:g} ms then.\n")
    for name, rows in modules(words):
        print(f"{name.removeprefix('bench_')}:")
        before = Yard.now()
        for row in rows():
            after = Yard.now()
            print(f"  {line(measured_by(row, before.between(after)))}", flush=True)
            before = after
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
