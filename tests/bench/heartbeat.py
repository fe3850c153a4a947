"""How long each gesture holds the window, in an office of 100,000 papers, 3,000 people, 300 packs.

``python -m tests.bench.heartbeat [--cache FOLDER] [--papers N] [--times N] [SCREEN…]`` opens every
screen of the harness and does there what a person does on what is long: types in each search,
empties it, asks for more, goes on to the next question. A timer of the window beats all the while:
between two beats neither a key nor a painting came.

Three figures, in ms, the longest between two beats: of the clock; of the processor, for the
window's thread alone; of the processor, for all threads, which is what a worker that keeps Python
for itself adds. The clock is spoilt by whatever else the computer does; the promise is looked for
in the second, on what was opened once before (the first opening loads and compiles), by the
yardstick of the run: a crowded computer lengthens the processor's time too.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.frame import YARD_MS, Yard

if TYPE_CHECKING:
    from tests.bench.in_window import Bench
    from tests.bench.kept_office import KeptOffice

HELD_MS = 100
QUIET_S = 0.06
TIMES = 3
WORD = "recours"


@dataclass(frozen=True, slots=True)
class Beat:
    """What went by since the beat before, in ms: by the clock, by the processor for the window's
    thread, and for all threads.
    """

    wall: float
    own: float
    all: float


@dataclass(slots=True)
class Held:
    """The longest that one gesture held the window, each time it was done."""

    gesture: str
    times: list[Beat] = field(default_factory=list)

    @property
    def first(self) -> float:
        return self.times[0].own

    def middle(self, what: str) -> float:
        """Return the median of what was not the first time; the only one, if there is one."""
        told = [getattr(one, what) for one in self.times]
        return statistics.median(told[1:] or told)


class Heart:
    """Beats in the window's own loop, whoever runs it."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._before = _now()
        self.beats: list[Beat] = []

    def during(self, act: Callable[[], object]) -> Beat:
        """Return the longest of each while this is done."""
        self.beats, self._before = [], _now()
        self._timer.start()
        try:
            act()
            self._beat()
        finally:
            self._timer.stop()
        return Beat(*(max(getattr(one, part) for one in self.beats) for part in Beat.__slots__))

    def _beat(self) -> None:
        now = _now()
        self.beats.append(Beat(*((b - a) * 1000 for a, b in zip(self._before, now, strict=True))))
        self._before = now


def _now() -> tuple[float, float, float]:
    return time.perf_counter(), time.thread_time(), time.process_time()


class Watch:
    """Does gestures in the window, and keeps what each of them held."""

    def __init__(self, bench: "Bench", office: "KeptOffice") -> None:
        self.bench, self.office, self.heart = bench, office, Heart()
        self.held: dict[str, Held] = {}

    def screen(self, name: str) -> None:
        """Open a screen from another one, then do what there is to do on it."""
        from tests.gui.harness.screens import OPENINGS

        there = self._ready(name)
        self._gesture(name, "opened", lambda: self.bench.window.go(there))
        OPENINGS[name].first(self.bench.page())
        self.bench.quiet()
        for words, act in gestures(self.bench.page()):
            self._gesture(name, words, act)

    def _gesture(self, screen: str, words: str, act: Callable[[], object]) -> None:
        def whole() -> None:
            act()
            self._until_quiet()

        gesture = f"{screen}: {words}"
        kept = self.held.setdefault(gesture, Held(gesture))
        kept.times.append(self.heart.during(whole))

    def _until_quiet(self) -> None:
        bench, worked = self.bench, time.perf_counter()
        while True:
            building = any(one.waits for one in getattr(bench.page(), "longs", ()))
            if building or not bench.context.jobs.idle:
                worked = time.perf_counter()
            elif time.perf_counter() - max(worked, bench.painted) > QUIET_S:
                return
            bench.process()

    def _ready(self, name: str) -> Any:
        from desktop_app.pages import destinations as to
        from tests.gui.harness.screens import OPENINGS, Place, screen_of
        from tests.gui.harness.shown import SIZE
        from tests.helpers.destinations import destination

        bench, opening, session = self.bench, OPENINGS[name], self.bench.context.session
        bench.window.resize(opening.size or SIZE)
        session.editing = None
        session.close()
        session.public = opening.public
        session.open(self.office.safe, str(self.office.place))
        place = Place(session, bench.context.jobs, bench.window)
        bench.window.restart(to.Help())
        there = destination(screen_of(name), **opening.parameters(self.office, place))
        bench.quiet()
        return there


def gestures(page: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what a person does on a page that may be long; each once the one before is over."""
    from desktop_app.pages import home

    for name, box in dict(getattr(page, "searches", {})).items():
        yield f"{name}, a letter typed", lambda b=box: _type(b, "a")
        yield f"{name}, a word typed", lambda b=box: _type(b, WORD)
        yield f"{name}, emptied", lambda b=box: _type(b, "")
        for turn in ("more", "more again"):
            if box._list._more is not None:
                yield f"{name}, {turn}", box._list._more.click
    for turn in ("the other drafts shown", "more drafts shown"):
        if others := [
            does for does, _ in getattr(page, "_pressed", ()) if isinstance(does, home.ShowOthers)
        ]:
            yield turn, lambda does=others[-1]: page.do(does)
    yield from _next_questions(page)


def _type(box: Any, words: str) -> None:
    box._field.edit.setText(words)
    box.look()


def _next_questions(page: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    from PySide6.QtCore import Qt

    from desktop_app.gui.screens.questions.view import Questions
    from tests.bench.in_window import _answer, _press

    if isinstance(page, Questions):
        _answer(page)
        yield "next question", lambda: _press(Qt.Key.Key_Return)


def told(found: Sequence[Held], budget: float = HELD_MS) -> Iterator[str]:
    """Yield the table, what holds the window longest first, then the verdict."""
    yield f"{'gesture':<62}{'window':>8}{'all':>8}{'clock':>8}{'first':>8}"
    longest = sorted(found, key=lambda one: -one.middle("own"))
    for one in longest:
        figures = *(one.middle(what) for what in ("own", "all", "wall")), one.first
        over = "  OVER" if one.middle("own") > budget else ""
        yield f"{one.gesture:<62}" + "".join(f"{ms:8.1f}" for ms in figures) + over
    over = [one for one in longest if one.middle("own") > budget]
    yield (
        f"{len(longest)} gestures; the longest held the window {longest[0].middle('own'):.1f} ms of"
        f" processor ({longest[0].gesture}); over {budget:.0f} ms: {len(over)}."
    )


def walk(cache: Path, papers: int, times: int, wanted: Sequence[str] = ()) -> list[Held]:
    """Walk every screen, or those wanted, so many times after the first; return what was held."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.in_window import Bench
    from tests.bench.kept_office import office
    from tests.gui.harness.screens import OPENINGS

    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        bench = Bench()
        there = office(bench.tools, cache, Path(home), papers)
        bench.tools.__dict__["catalogue"] = there.catalogue
        bench.work(lambda: there.safe)
        watch = Watch(bench, there)
        try:
            for screen in wanted or OPENINGS:
                for _ in range(times + 1):
                    watch.screen(screen)
        finally:
            bench.work(there.safe.close)
            bench.close()
    return list(watch.held.values())


def main(arguments: Sequence[str]) -> int:
    from tests.bench.kept_office import CACHE, PAPERS

    parser = argparse.ArgumentParser(prog="python -m tests.bench.heartbeat")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--papers", type=int, default=PAPERS)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("screens", nargs="*")
    asked = parser.parse_args(arguments)
    before = Yard.now()
    found = walk(asked.cache, asked.papers, asked.times, asked.screens)
    now = before.between(Yard.now()).processor
    budget = HELD_MS * max(1.0, now / YARD_MS)
    print(f"The yardstick takes {now:.1f} ms of processor for {YARD_MS:g} on a quiet computer.")
    for line in told(found, budget):
        print(line)
    return int(any(one.middle("own") > budget for one in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
