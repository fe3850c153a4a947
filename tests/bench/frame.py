"""What every measure is made of: a row, medians of at least nine, and pairs taken in turn."""

import itertools
import os
import random
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

TIMES = 9


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
    """

    name: str
    figure: float
    baseline: float | None = None
    against: str = ""
    budget: float | None = None
    unit: str = "ms"
    least: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.figure / self.baseline if self.baseline else None

    @property
    def kept(self) -> bool | None:
        """Whether the budget holds; None when there is none."""
        if self.budget is None:
            return None
        return (self.figure if self.ratio is None else self.ratio) <= self.budget


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
