"""What one waits for on an old computer: a quarter of one core, 1 GB, a hard disk, played here.

``python -m tests.bench.old_pc [--share 0.25] [--memory 1024] [--times N] [--no-disk]`` prints, with
how each part is played (``slowed.py``): from the command to the first paint, its disk cold; from
Return to the next question; from a key to the page of a letter beside it; from a gesture to a
filled form of two pages, proved and drawn. The same on this computer as it is comes first.

Two figures each. The clock is the most that it may be: it counts whatever else this computer does.
The processor's time divided by the share, as on a quiet computer by the yardstick, is the least:
it leaves out what is waited for. A promise holds when the clock keeps it, and is broken when the
processor already breaks it; in between, the computer is too busy to tell.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.frame import YARD_MS, Yard
from tests.bench.in_window import Bench
from tests.bench.slowed import Slowed

SCRIPT = Path(__file__).with_name("first_paint.py")
FORM = "exemple-aide-exceptionnelle"
TIMES = 5
YARD = "yardstick"
ALIKE_S = 0.002
"""Two moments nearer than this are one."""
USED, DISK_MB_S, SEEK_MS = "PAPIER_BENCH_USED", 80, 8
"""The file that tells what the group used; a hard disk."""
PROMISES = {
    "from the command to the first paint": 4000,
    "next question, kept in a safe": 150,
    "the page of a letter, after a key": 400,
    "a form of two pages, filled, proved and drawn": 3000,
}


@dataclass(frozen=True, slots=True)
class Took:
    """How long something took, in ms: by the clock, and by the processor, children included."""

    clock: float
    processor: float

    def verdict(self, share: float, promised: float) -> str:
        if self.clock <= promised:
            return "ok"
        return "OVER" if self.processor / share > promised else "too busy to tell"


def used_s() -> float:
    """Return the processor's time used so far by this process and its children, in seconds."""
    told = os.environ.get(USED)
    if told is None:
        mine = os.times()
        return mine.user + mine.system + mine.children_user + mine.children_system
    text = Path(told).read_text("ascii")
    if told.endswith("cpuacct.usage"):
        return int(text) / 1e9
    return int(text.split("usage_usec ", 1)[1].split()[0]) / 1e6


class OldBench(Bench):
    """Asks the window less often whether it is through: a core this slow has other things to do.

    Knows what the processor had done at each painting: what is done after it keeps nobody waiting.
    """

    def __init__(self) -> None:
        self.took: list[Took] = []
        self._paintings: list[tuple[float, float]] = []
        super().__init__()

    def process(self) -> None:
        self.turn()
        time.sleep(0.003)

    def turn(self) -> None:
        super().turn()
        if self.paints.painting:
            self._paintings.append((self.painted, used_s()))

    def painted_ms(self, act: Callable[[], object], condition: Callable[[], object]) -> float:
        began = before = 0.0

        def acted() -> None:
            nonlocal began, before
            self._paintings.clear()
            before, began = used_s(), time.perf_counter()
            act()

        clock = super().painted_ms(acted, condition)
        end = began + clock / 1000
        worked = [used for at, used in self._paintings if at <= end + ALIKE_S] or [used_s()]
        self.took.append(Took(clock, (worked[-1] - before) * 1000))
        return clock


def measured(times: int) -> Iterator[tuple[str, Took]]:
    """Yield what each promise takes here and now."""
    names = iter(PROMISES)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        yard = Yard.now()
        yield YARD, Took(yard.clock, yard.processor)
        starts = [_first_paint(home) for _ in range(times)]
        yield starts[-1][1], Took(0, 0)
        yield next(names), middle([took for took, _ in starts])
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = place
        bench = OldBench()
        try:
            rows = bench.questions(home)
            next(rows)  # all the questions, one after another; the last key leads elsewhere
            yield next(names), middle(bench.took[1:-1])
            for _ in rows:
                pass
            bench.took.clear()
            beside = bench.beside()
            next(beside)
            yield next(names), middle(bench.took[1:])
            yield next(names), middle([_form(bench) for _ in range(times + 1)][1:])
        finally:
            bench.close()


def middle(found: Sequence[Took]) -> Took:
    return Took(
        *(statistics.median(getattr(one, part) for one in found) for part in Took.__slots__)
    )


def _first_paint(home: Path) -> tuple[Took, str]:
    """Return what it took, and what of the libraries was mapped by then."""
    before, began = used_s(), time.monotonic()
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    order = [sys.executable, str(SCRIPT), "form"]  # it goes on, and can be looked at
    with subprocess.Popen(
        order, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        used, maps = used_s(), Path(f"/proc/{process.pid}/maps").read_text("utf-8")
        process.kill()
    return Took((float(line.split()[0]) - began) * 1000, (used - before) * 1000), mapped(maps)


def _form(bench: OldBench) -> Took:
    from PySide6.QtWidgets import QLabel

    from desktop_app.core.answers.answer_file import read_draft
    from desktop_app.datafiles import data_root
    from desktop_app.pages import destinations as to
    from desktop_app.workflow.documents.rendering import make_on_blank

    example = data_root("forms") / "official" / FORM / "examples" / "1-chaudiere.toml"
    draft = read_draft(example.read_bytes(), FORM, example.name)
    bench.window.restart(to.FilledForm(draft=draft))
    page: Any = bench.page()
    blank = bench.tools.demo.blank
    shown = lambda: any(not one.pixmap().isNull() for one in page.findChildren(QLabel))  # noqa: E731
    bench.painted_ms(lambda: page._make(lambda: make_on_blank(*page._subject(), blank)), shown)
    return bench.took[-1]


def mapped(maps: str) -> str:
    """Return what a cold disk adds for the libraries that the linker maps, which it alone reads."""
    files = {line.split()[-1] for line in maps.splitlines() if ".so" in line}
    sizes = [Path(one).stat().st_size for one in files if Path(one).is_file()]
    seconds = len(sizes) * SEEK_MS / 1000 + sum(sizes) / 1e6 / DISK_MB_S
    return (
        f"At the first paint {len(sizes)} libraries of {sum(sizes) / 1e6:.0f} MB are mapped by the"
        f" linker, which the disk played here does not slow: cold and read whole, which they are"
        f" not, {seconds:.1f} s more at most, once."
    )


def inside(times: int) -> None:
    """Measure, in the process that was slowed; one line of JSON for each figure."""
    for name, took in measured(times):
        print(json.dumps([name, took.clock, took.processor]), flush=True)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.old_pc")
    parser.add_argument("--share", type=float, default=0.25)
    parser.add_argument("--memory", type=int, default=1024)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--no-disk", action="store_true", help="its disk is not played")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if asked.inside:
        with open(asked.inside, "w", encoding="utf-8") as out:
            os.dup2(out.fileno(), 1)
            inside(asked.times)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return _both(Path(folder), asked)


def _both(folder: Path, asked: argparse.Namespace) -> int:
    slowed = Slowed(folder, asked.share, asked.memory, disk=not asked.no_disk)
    ways = slowed.ways
    print(f"core: {ways.core}\nmemory: {ways.memory}\ndisk: {ways.disk}\n")
    told = folder / "told"
    order = [sys.executable, "-m", "tests.bench.old_pc", "--inside", str(told)]
    order += ["--times", str(asked.times)]
    here: dict[str, Took] = {}
    try:
        subprocess.run(order, check=True)
        here.update(_read(told))
        more = {USED: str(ways.used)} if ways.used else {}
        status = slowed.run(order, {**os.environ, **more})
    finally:
        slowed.close()
    if status:
        print(f"The old computer gave up: status {status}.")
        return 1
    old = dict(_read(told))
    quiet = min(1, YARD_MS / old.pop(YARD).processor)
    return _tell(here, old, asked.share / quiet)


def _read(told: Path) -> Iterator[tuple[str, Took]]:
    for line in told.read_text("utf-8").splitlines():
        name, clock, processor = json.loads(line)
        yield name, Took(clock, processor)


def _tell(here: dict[str, Took], old: dict[str, Took], share: float) -> int:
    columns = ("here", "old: clock", "processor ÷ share", "promised")
    print(f"{'ms':<48}" + "".join(f"{one:>19}" for one in columns))
    verdicts = []
    for name, promised in PROMISES.items():
        took, figures = old[name], (here[name].clock, old[name].clock, old[name].processor / share)
        verdicts.append(took.verdict(share, promised))
        cells = "".join(f"{one:19.0f}" for one in (*figures, promised))
        print(f"{name:<48}{cells}  {verdicts[-1]}")
    print("\n" + next(name for name in old if name not in PROMISES))
    return int("OVER" in verdicts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
