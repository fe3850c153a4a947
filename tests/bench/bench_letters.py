"""How long a letter takes with the kept compiler, and that memory stays flat over a thousand."""

import dataclasses
import statistics
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from itertools import count
from pathlib import Path

from desktop_app.core.answers.answer_file import draft_of
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.datafiles import data_root
from desktop_app.pdf.letters.writer import TypstLetters
from tests.bench.frame import Row, median_ms
from tests.helpers.letters import kit_of, letter
from tests.packs.on_paper import letters

MANY = 1000
SETTLED = 200
"""Letters after which the compiler's own caches have stopped growing."""
WARMING = 25
ROUNDS = 16
"""How often each of our letters is set."""
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
    kit = median_ms(lambda: kit_of(writer, different(next(numbers))))
    yield Row("the same with its kit", kit)
    document = letter()
    made = writer.letter(document)
    yield Row("read back in the child process", median_ms(lambda: writer.proof(document, made)))
    yield from _thousand(writer, numbers)
    yield from _ours(writer, numbers, warm)


def _ours(writer: TypstLetters, numbers: Iterator[int], warm: float) -> Iterator[Row]:
    """Yield what our letters take, composed and set from their first example, again and again."""
    root = data_root("forms")
    first = {letter.id: first_example(root, letter) for letter in letters(root)}
    times: dict[str, list[float]] = {name: [] for name in first}
    settled, spent = 0.0, time.process_time()
    for round_ in range(ROUNDS):
        for name, compose in first.items():
            began = time.perf_counter()
            writer.letter(numbered(compose(), next(numbers)))
            if round_:  # the first reads the fonts' last signs
                times[name].append((time.perf_counter() - began) * 1000)
        if round_ == ROUNDS // 2:
            settled = resident_mb()
    each = {name: statistics.median(taken) for name, taken in times.items()}
    least = statistics.mean(map(min, times.values()))
    slowest = max(each, key=lambda name: each[name])
    name = f"our {len(each)} letters composed and set, each"
    mean = statistics.mean(each.values())
    yield Row(name, mean, budget=BUDGET_MS, least=least)
    yield Row(name, mean, warm, "a letter all new")
    best = min(times[slowest])
    yield Row(f"the slowest, {slowest}", each[slowest], budget=BUDGET_MS, least=best)
    spent = (time.process_time() - spent) * 1000 / (ROUNDS * len(first))
    yield Row("processor time of each, whatever else runs", spent, budget=BUDGET_MS, processor=True)
    grown = resident_mb() - settled
    half = len(each) * (ROUNDS - 1 - ROUNDS // 2)
    yield Row(f"memory grown over the last {half} of them", grown, budget=BUDGET_MB, unit="MB")


def first_example(root: Traversable, letter: LetterDefinition) -> Callable[[], LetterDocument]:
    """Return what checks and composes a letter from its first example, each time anew."""
    folder = root / "letters" / letter.id / "examples"
    file = min(folder.iterdir(), key=lambda one: one.name)
    said = tomllib.loads(file.read_text("utf-8"))
    draft, day = draft_of(said, letter.id), said["today"]
    return lambda: compose_letter(letter, validate(letter, draft, day), day)


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
    return numbered(letter(paragraphs=3 + number % 6, lines=3 + number % 5), number)


def numbered(base: LetterDocument, number: int) -> LetterDocument:
    """Return a letter whose every line is its own, so that nothing set before helps."""
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
