"""How long a letter takes with the kept compiler, and that memory stays flat over a thousand."""

import dataclasses
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from desktop_app.core.documents.model import LetterDocument
from desktop_app.pdf.letters.writer import TypstLetters
from tests.bench.frame import Row, median_ms
from tests.helpers.letters import deadline, letter

MANY = 1000
SETTLED = 200
"""Letters after which the compiler's own caches have stopped growing."""
WARMING = 25
BUDGET_MS = 15
BUDGET_MB = 5


def rows() -> Iterator[Row]:
    numbers = count()
    writer = TypstLetters()
    began = time.perf_counter()
    writer.letter(different(next(numbers)))
    yield Row("first letter, typst imported and fonts read", (time.perf_counter() - began) * 1000)
    for _ in range(WARMING):
        writer.letter(different(next(numbers)))
    warm = median_ms(lambda: writer.letter(different(next(numbers))), times=25)
    yield Row("a letter whose paragraphs are all new", warm, budget=BUDGET_MS)
    kit = median_ms(lambda: writer.kit(different(next(numbers)), deadline()))
    yield Row("the same with its kit", kit)
    document = letter()
    made = writer.letter(document)
    yield Row("read back in the child process", median_ms(lambda: writer.proof(document, made)))
    yield from _thousand(writer, numbers)


def _thousand(writer: TypstLetters, numbers: Iterator[int]) -> Iterator[Row]:
    settled = 0.0
    began = time.perf_counter()
    for done in range(MANY):
        writer.letter(different(next(numbers)))
        if done == SETTLED:
            settled = resident_mb()
    each = (time.perf_counter() - began) * 1000 / MANY
    yield Row(f"{MANY} letters in one run, each", each, budget=BUDGET_MS)
    grown = resident_mb() - settled
    yield Row(
        f"memory grown from the {SETTLED}th to the {MANY}th", grown, budget=BUDGET_MB, unit="MB"
    )


def different(number: int) -> LetterDocument:
    """Return a letter of one or two pages whose every line is its own."""
    base = letter(paragraphs=3 + number % 6, lines=3 + number % 5)
    return dataclasses.replace(
        base,
        sender=(f"Personne {number}", *base.sender[1:]),
        paragraphs=tuple(
            dataclasses.replace(paragraph, text=f"{paragraph.text} ({number})")
            for paragraph in base.paragraphs
        ),
    )


def resident_mb() -> float:
    """Return the resident memory of this process now; its peak where the system tells no more."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
