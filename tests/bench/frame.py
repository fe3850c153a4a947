"""What every measure is made of: a row, medians of at least nine, and pairs taken in turn."""

import itertools
import json
import os
import random
import re
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

TIMES = 9
YARD_MS = 10.0
"""What the yardstick takes on the quiet computer for which times were promised."""
_WORD = re.compile(r"\w+")
_TOLD = json.dumps(
    {f"clé {n}": ["été", n, {"œuvre": n * 1.5, "à": "b" * (n % 40)}] for n in range(400)}
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        name: what was measured, in words.
        figure: its median.
        baseline: the median of what it is compared with, in the same unit and the same run.
        against: what that is, in words.
        budget: the most that is allowed: of the ratio when there is a baseline, else of the figure;
            None when nothing was promised.
        unit: of figure and baseline.
        least: the best of them, which a busy computer spoils less than the median.
        processor: the figure is of the processor's time, not of the clock.
    """

    name: str
    figure: float
    baseline: float | None = None
    against: str = ""
    budget: float | None = None
    unit: str = "ms"
    least: float | None = None
    processor: bool = False

    @property
    def ratio(self) -> float | None:
        return self.figure / self.baseline if self.baseline else None

    @property
    def kept(self) -> bool | None:
        """Whether the budget holds; None when there is none."""
        if self.budget is None:
            return None
        return (self.figure if self.ratio is None else self.ratio) <= self.budget


def yardstick() -> None:
    """Work as a program of this kind does, always as much: read, count, sort and write text."""
    for _ in range(5):
        told, counted = json.loads(_TOLD), dict[str, int]()
        for word in _WORD.findall(_TOLD):
            counted[word] = counted.get(word, 0) + 1
        sorted(counted.items(), key=lambda one: (-one[1], one[0]))
        json.dumps(told, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Yard:
    """What the yardstick takes now, in ms: by the clock, and by the processor."""

    clock: float
    processor: float

    @classmethod
    def now(cls) -> "Yard":
        own: list[float] = []

        def work() -> None:
            began = time.process_time()
            yardstick()
            own.append((time.process_time() - began) * 1000)

        return cls(median_ms(work), statistics.median(own))

    def between(self, after: "Yard") -> "Yard":
        """Return the middle of two moments."""
        return Yard((self.clock + after.clock) / 2, (self.processor + after.processor) / 2)


def measured_by(row: Row, yard: Yard) -> Row:
    """Return a row as a ratio of this run: what was promised in ms, by the yardstick beside it.

    A promise in ms would be broken by a busy computer, and kept by a quick one, whatever the
    program does. A row that has its own baseline, or no promise, or is no time, stays.
    """
    if row.budget is None or row.baseline is not None or row.unit != "ms":
        return row
    words = f"yardstick; {row.budget:g} ms"
    baseline = yard.processor if row.processor else yard.clock
    return replace(row, baseline=baseline, against=words, budget=row.budget / YARD_MS)


@contextmanager
def derived_once() -> Iterator[None]:
    """Let each key be derived once: what is left of an unlocking is timed, not subtracted."""
    from desktop_app.safe import slots

    derive = slots.derive
    slots.derive = cache(derive)
    try:
        yield
    finally:
        slots.derive = derive


def median_ms(act: Callable[[], object], times: int = TIMES) -> float:
    """Return the median duration of `act`, in milliseconds, after one unmeasured call."""
    return in_turn([act], times)[0]


def in_turn(acts: Sequence[Callable[[], object]], times: int = TIMES) -> list[float]:
    """Return the median of each act, in milliseconds.

    The acts take turns, so that a busy moment of the machine touches them alike; one call of each
    comes first and is not counted.
    """
    durations: list[list[float]] = [[] for _ in acts]
    for turn in range(times + 1):
        for act, kept in zip(acts, durations, strict=True):
            began = time.perf_counter()
            act()
            if turn:
                kept.append((time.perf_counter() - began) * 1000)
    return [statistics.median(kept) for kept in durations]


def process_ms(
    commands: Sequence[Sequence[str | Path]], folder: Path, times: int = TIMES
) -> list[float]:
    """Return the median duration of whole processes, in milliseconds, taken in turn."""

    # As an installed program runs: compiled once, by the unmeasured first call.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def runner(command: Sequence[str | Path]) -> Callable[[], object]:
        return lambda: subprocess.run(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True
        )

    return in_turn([runner(command) for command in commands], times)


def vocabulary(draw: random.Random) -> tuple[list[str], list[float]]:
    """Return invented French-like words, and how often each comes (Zipf)."""
    syllables = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "u", "é", "an", "oi")]
    words = ["".join(draw.choices(syllables, k=draw.randint(3, 5))) for _ in range(20_000)]
    return words, list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
