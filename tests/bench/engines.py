"""``python -m tests.bench.engines WHEEL``: the safe by the engine installed, and by a wheel's.

Each engine is in a process of its own; the two take turns at each act, on copies of one database of
1,000 documents of 40 kB. Both times are told: of the clock, and of the processor.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.safe.database import connect, verify
from desktop_app.safe.documents import Documents
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.people import People
from desktop_app.safe.records import Filing
from desktop_app.safe.search import Search
from tests.bench.bench_safe import BODY, DAY, WORDS, fill

TURNS = 15
SIZE = 1_000
FILING = Filing("Recours", DAY, "letter", " ".join(["mot"] * WORDS))
Act = Callable[[], object]
ACTS = ("open", "save one document", "search, every document", "backup", "check it whole")


def acts(path: Path, key: bytes, common: str) -> dict[str, Act]:
    """Return what is measured, by name."""
    safe = connect(path, key)
    people = People(safe)
    documents = Documents(safe, people, Dossiers(safe, people), Search(safe))
    copy = path.with_suffix(".copy")

    def back_up() -> None:
        copy.unlink(missing_ok=True)
        safe.copy_to(copy, key)

    found: tuple[Act, ...] = (
        lambda: connect(path, key).close(),
        lambda: documents.add(BODY, FILING, person="Personne 7"),
        lambda: Search(safe).rows(common, 50),
        back_up,
        lambda: verify(copy, key),
    )
    return dict(zip(ACTS, found, strict=True))


def serve(path: str, key: str, common: str) -> None:
    """Do one act for each line read, and answer with both its times, in milliseconds."""
    known = acts(Path(path), bytes.fromhex(key), common)
    for line in sys.stdin:
        act = known[line.strip()]
        clock, processor = time.perf_counter(), time.process_time()
        act()
        told = (time.perf_counter() - clock) * 1e3, (time.process_time() - processor) * 1e3
        print(*told, flush=True)


class Engine:
    """A process that serves with one engine."""

    def __init__(self, name: str, module: Path | None, *arguments: str) -> None:
        self.name = name
        path = {} if module is None else {"PYTHONPATH": str(module)}
        order = [sys.executable, "-m", "tests.bench.engines", "--serve", *arguments]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            order, stdin=pipe, stdout=pipe, text=True, bufsize=1, env={**os.environ, **path}
        )

    def times(self, act: str) -> tuple[float, float]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{act}\n")
        clock, processor = self._process.stdout.readline().split()
        return float(clock), float(processor)

    def end(self) -> None:
        self._process.communicate()


def main(wheel: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder / "module")
        filled = fill(SIZE, folder)
        engines = []
        for title, module in (("installed", None), (wheel.name, folder / "module")):
            path = folder / f"{len(engines)}.db"
            shutil.copy(filled.cipher, path)
            engines.append(Engine(title, module, str(path), filled.key.hex(), filled.common))
        for act in ACTS:
            taken = [[engine.times(act) for engine in engines] for _ in range(TURNS + 1)][1:]
            for number, engine in enumerate(engines):
                both = zip(*(turn[number] for turn in taken), strict=True)
                clock, processor = (statistics.median(times) for times in both)
                print(f"{act:<24} {clock:9.2f} ms  {processor:9.2f} ms of processor  {engine.name}")
        for engine in engines:
            engine.end()


if __name__ == "__main__":
    if sys.argv[1] == "--serve":
        serve(*sys.argv[2:])
    else:
        main(Path(sys.argv[1]))
