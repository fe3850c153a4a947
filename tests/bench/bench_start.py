"""How much the command line costs, by the launcher that a person types, against a bare interpreter.

Processor time of whole processes and of their children, taken in turn: other programs on the
computer lengthen a wait, and hardly this.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.frame import TIMES, Row

PROJECT = Path(__file__).parents[2]
LAUNCHER = Path(sys.prefix) / "bin" / "papier-libre"
DEADLINE = ("deadline", "caf-rapo-rsa", "--event", "notification", "--date", "2026-11-03")
COMMANDS: tuple[tuple[Sequence[str], float | None], ...] = (
    (["--version"], 2),
    (DEADLINE, 5),
    (["catalogue", "--search", "la caf me réclame des sous"], 6),
    (["catalogue"], None),
    (["letter", "--help"], None),
)


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        launched = [[LAUNCHER, *arguments] for arguments, _ in COMMANDS]
        checkout = [PROJECT / "start", "run", "--version"]
        bare, start, *figures = processor_ms(
            [[sys.executable, "-I", "-c", "pass"], checkout, *launched], Path(folder)
        )
    for (arguments, budget), figure in zip(COMMANDS, figures, strict=True):
        name = f"papier-libre {' '.join(arguments[:2])}"
        yield Row(name, figure, baseline=bare, against="bare interpreter", budget=budget)
    yield Row("./start run --version", start, baseline=figures[0], against="the program", budget=2)


def processor_ms(
    commands: Sequence[Sequence[str | Path]], folder: Path, times: int = TIMES
) -> list[float]:
    """Return the median processor time of whole processes, in milliseconds, taken in turn.

    The first call of each is not counted: it compiles what an installed program has compiled.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    spent: list[list[float]] = [[] for _ in commands]
    for turn in range(times + 1):
        for command, kept in zip(commands, spent, strict=True):
            before = _children()
            subprocess.run(
                command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True
            )
            if turn:
                kept.append((_children() - before) * 1000)
    return [statistics.median(kept) for kept in spent]


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
