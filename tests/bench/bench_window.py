"""The window: how soon it is painted, what it weighs, and how fast it answers the person.

Starts are compared with the start of an empty window in the same run, wall time and processor time:
the second is not touched by what else the computer does. Inside the window, every measure begins
with the key or the gesture of a person and ends when the page that answers it is painted.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.frame import TIMES, Row

SCRIPT = Path(__file__).with_name("first_paint.py")
PLATFORMS = ("offscreen", "xcb")
"""On a display no platform is named: the program then asks all that it asks for a person."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: milliseconds from the birth of the process, of the processor, and MB."""

    wall_ms: float
    cpu_ms: float
    resident_mb: float


def rows() -> Iterator[Row]:
    from tests.bench import in_window

    with tempfile.TemporaryDirectory() as home:
        for platform in PLATFORMS:
            if platform == "offscreen" or os.environ.get("DISPLAY"):
                yield from _starts(Path(home), platform)
        yield from _with_a_form(Path(home))
        yield from in_window.rows(Path(home))


def _starts(home: Path, platform: str) -> Iterator[Row]:
    empty: list[Start] = []
    ours: list[Start] = []
    for turn in range(TIMES + 1):
        for what, kept in (("empty", empty), ("window", ours)):
            with _started(what, home, platform) as started:
                start = started.first_paint()
            if turn:  # the first one compiles
                kept.append(start)
    for name, unit, budget in (
        ("first paint", "wall_ms", 1.35),
        ("first paint, processor", "cpu_ms", 1.35),
        ("memory at first paint", "resident_mb", 1.25),
    ):
        figures, floors = ([getattr(s, unit) for s in kept] for kept in (ours, empty))
        yield Row(
            f"{name} ({platform})",
            statistics.median(figures),
            statistics.median(floors),
            "empty window",
            budget,
            unit.rpartition("_")[2].replace("mb", "MB"),
            least=min(figures),
        )


def _with_a_form(home: Path) -> Iterator[Row]:
    """Weigh the window once a filled form is shown, every child counted; Linux only."""
    if not Path("/proc/self/status").exists():
        return
    empty, shown, most = [], [], []
    for _ in range(TIMES):
        with _started("empty", home, "offscreen") as started:
            empty.append(started.first_paint().resident_mb)
        with _started("form", home, "offscreen") as started:
            started.first_paint()
            process, peak = started.process, 0.0
            assert process.stdout is not None
            os.set_blocking(process.stdout.fileno(), False)
            while not process.stdout.readline():
                assert process.poll() is None, "the form was not shown"
                peak = max(peak, _family_mb(process.pid))
                time.sleep(0.005)
            shown.append(_family_mb(process.pid))
            most.append(max(peak, shown[-1]))
    floor = statistics.median(empty)
    for name, figures, budget in (
        ("memory with a filled form shown, children included", shown, 2.2),
        ("the most while it was filled, proved and drawn", most, None),
    ):
        middle = statistics.median(figures)
        yield Row(name, middle, floor, "empty window", budget, "MB", least=min(figures))


@dataclass(frozen=True, slots=True)
class Started:
    """A process that shows a window, and the clock when it was born."""

    process: "subprocess.Popen[bytes]"
    began: float

    def first_paint(self) -> Start:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the window did not open"
        painted, cpu, kilobytes = map(float, line.split())
        return Start((painted - self.began) * 1000, cpu * 1000, kilobytes / 1024)


@contextmanager
def _started(what: str, home: Path, platform: str) -> Iterator[Started]:
    """Start a window in a home of its own; end it when one is through with it."""
    unwanted = {
        "PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME",
        "XDG_DATA_HOME", "XDG_STATE_HOME",
    }  # fmt: skip
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    environment |= {"HOME": str(home)}
    if platform != "xcb":  # which is what Qt takes by itself on a display
        environment["QT_QPA_PLATFORM"] = platform
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, SCRIPT, what],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        yield Started(process, began)
        process.kill()


def _family_mb(root: int) -> float:
    """Return the resident memory of a process and of all its descendants, now."""
    parents: dict[int, int] = {}
    weights: dict[int, float] = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except (OSError, ValueError):
            continue  # it just ended
        pid = int(status.parent.name)
        parents[pid] = int(lines["PPid"])
        weights[pid] = int(lines.get("VmRSS", "0 kB").split()[0]) / 1024
    family = {root}
    while new := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= new
    return sum(weights.get(pid, 0.0) for pid in family)
