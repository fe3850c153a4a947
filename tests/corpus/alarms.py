"""``./start corpus alarms [WORD…]``: what the proof tells of files in which nothing is wrong.

Every form of the corpus (``french``, ``world``, and those of ``detector`` that have fields; with
words, those whose name has one of them) is filled in every box, flat and with its fields, with
usual values and with the hardest ones, two forms at a time. What the proof says of a page, or of
ink in a box that is neither the blank's nor ours, is a false alarm until somebody has looked.
"""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from desktop_app.untrusted.errors import PdfRefused
from tests.corpus import watched

AT_A_TIME = 2
SHAPES = ("flat", "fields")
FOLDERS = ("french", "world", "detector")


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told of one form, in one shape; ``code``: why it could not be filled."""

    name: str
    shape: str
    code: str = ""
    alarms: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        if self.code:
            yield f"{self.name} {self.shape}: {self.code}"
        for one in self.alarms:
            yield f"{self.name} {self.shape}: {one}"


def print_table(folder: Path, words: list[str]) -> bool:
    """Fill, print; whether nothing was told."""
    paths = [path for name in FOLDERS for path in sorted((folder / name).glob("*.pdf"))]
    paths = [path for path in paths if not words or any(word in path.name for word in words)]
    found: list[_Told] = []
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        for some in pool.map(_told, paths):
            found += some
            for one in some:
                for line in one.lines():
                    print(line, flush=True)
    _print_sums(found)
    return not any(one.alarms for one in found)


def _print_sums(found: list[_Told]) -> None:
    print(f"\n{'shape':8} {'filled':>6} {'refused':>7} {'with alarms':>11}  alarms, by kind")
    for shape in SHAPES:
        mine = [one for one in found if one.shape == shape]
        refused = sum(bool(one.code) for one in mine)
        kinds = Counter(alarm.rpartition(": ")[2] for one in mine for alarm in one.alarms)
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())) or "none"
        some = sum(bool(one.alarms) for one in mine)
        print(f"{shape:8} {len(mine) - refused:6} {refused:7} {some:11}  {told}")
    others = Counter(reason for one in found for reason in one.others)
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items())) or "none"
    print(f"\nvalues told of for another reason, which may be true: {told}")


def _told(path: Path) -> list[_Told]:
    found = []
    for shape, hardest in product(SHAPES, (False, True)):
        try:
            filled = watched.fill(path.read_bytes(), editable=shape == "fields", hardest=hardest)
        except PdfRefused as refusal:
            found.append(_Told(path.stem, shape, refusal.code))
            continue
        if filled is not None:
            others = [one.reason for one in filled.proof.problems]
            others = [reason for reason in others if reason not in watched.WHOLE]
            found.append(_Told(path.stem, shape, "", tuple(filled.alarms()), tuple(others)))
    return found
