"""Every screen, opened in the window of an office: 3,000 people in the safe, 300 packs.

What holds the window is what its own thread does in one turn: neither keys nor painting come
meanwhile. Openings are those of the harness, one line a screen. ``PAPIER_BENCH_SCREENS`` names
some of them; ``PAPIER_BENCH_TIMES`` says how often each is opened.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.frame import TIMES, Row

if TYPE_CHECKING:
    from desktop_app.pages.destinations import Destination
    from tests.bench.in_window import Bench
    from tests.bench.large import Office

HELD_MS = 100
QUIET_S = 0.05
"""A page can be read once nothing works nor is painted for so long."""


@dataclass(frozen=True, slots=True)
class Opened:
    """How long an opening held the window at a time, by the clock and by the processor; how long in
    all, by the processor; and when it could be read. In ms.
    """

    held: float
    held_cpu: float
    worked: float
    read: float


def rows() -> Iterator[Row]:
    from tests.bench.in_window import Bench
    from tests.bench.large import Office

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        bench = Bench()
        office = Office(bench.tools, Path(home))
        bench.tools.__dict__["catalogue"] = office.catalogue
        bench.work(lambda: office.safe)
        try:
            yield from screens(bench, office)
        finally:
            bench.work(office.safe.close)
            bench.close()


def screens(bench: "Bench", office: "Office") -> Iterator[Row]:
    from tests.gui.harness.screens import OPENINGS

    times = int(os.environ.get("PAPIER_BENCH_TIMES", TIMES))
    wanted = os.environ.get("PAPIER_BENCH_SCREENS", "").split() or OPENINGS
    for name in wanted:
        openings = [opened(bench, office, name) for _ in range(times + 1)]
        yield from rows_of(name, openings)


def rows_of(name: str, openings: list[Opened]) -> Iterator[Row]:
    """Yield what the first opening held, then what the others did."""
    first, *others = openings

    def row(words: str, figures: list[float], budget: float | None = None) -> Row:
        middle = statistics.median(figures)
        return Row(f"{name}: {words}", middle, budget=budget, least=min(figures))

    yield Row(f"{name}: held at a time, when first opened", first.held)
    yield row("held at a time", [one.held for one in others], HELD_MS)
    yield row("held at a time, processor", [one.held_cpu for one in others])
    yield row("held in all, processor", [one.worked for one in others])
    yield row("read and painted", [one.read for one in others])


def opened(bench: "Bench", office: "Office", name: str) -> Opened:
    """Open a screen from the first one, and look on until nothing works nor is painted."""
    from desktop_app.pages import destinations as to
    from tests.gui.harness.screens import OPENINGS, Place, screen_of
    from tests.gui.harness.shown import SIZE
    from tests.helpers.destinations import destination

    opening, session = OPENINGS[name], bench.context.session
    bench.window.resize(opening.size or SIZE)
    session.editing = None
    session.close()
    session.public = opening.public
    session.open(office.safe, str(office.place))
    place: Place = Place(session, bench.context.jobs, bench.window)
    bench.window.restart(to.Help())
    there = destination(screen_of(name), **opening.parameters(office, place))
    bench.quiet()
    return measured(bench, there)


def measured(bench: "Bench", there: "Destination") -> Opened:
    """Go there, and time each turn of the window until nothing works nor is painted."""
    return watched(bench, lambda: bench.window.go(there))


def watched(bench: "Bench", act: Callable[[], object]) -> Opened:
    """Do this, and time each turn of the window until nothing works nor is painted."""
    turns: list[tuple[float, float]] = []

    def turn(act: Callable[[], object]) -> None:
        wall, own = time.perf_counter(), time.thread_time()
        act()
        turns.append((time.perf_counter() - wall, time.thread_time() - own))

    began = time.perf_counter()
    turn(act)
    worked = time.perf_counter()
    while True:
        if not bench.context.jobs.idle:
            worked = time.perf_counter()
        elif time.perf_counter() - max(worked, bench.painted) > QUIET_S:
            break
        turn(bench.turn)
        time.sleep(0.0002)
    walls, owns = zip(*turns, strict=True)
    read = max(worked, bench.painted) - began
    return Opened(*(one * 1000 for one in (max(walls), max(owns), sum(owns), read)))
