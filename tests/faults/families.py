"""The families of the machine: each tries points until its time is over, and counts."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from tests.faults import counts, places
from tests.faults.counts import Count
from tests.faults.gestures import NAMED
from tests.faults.judge import Outcome
from tests.faults.plan import every_point, shuffled, twice
from tests.faults.refusing import CHANGES, KILL, MEMORY, Fault, Unavailable
from tests.faults.run import Machine, Point
from tests.faults.sabotages import SABOTAGES, Sabotage

_SHOWN = 20
LIBRARY = "_sqlite3."
MEMORY_GESTURES = (
    "open",
    "person",
    "add",
    "save an answer",
    "erase",
    "backup here",
    "change phrase",
)


def tried(machine: Machine, points: Iterable[Point], count: Count, until: float) -> Count:
    """Break each point until the time is over; print and count what is wrong."""
    began = time.monotonic()
    for point in points:
        outcome, _, found = machine.run(point)
        kinds = [
            point.fault.kind.name,
            *([f"then {point.second.kind.name}"] if point.second else []),
        ]
        count.tried[", ".join(kinds)] += 1
        count.fired += outcome.fired
        for harm in found:
            note(count, harm, f"{point}: {harm}")
        if time.monotonic() > until:
            break
    count.seconds = time.monotonic() - began
    return count


def note(count: Count, harm: str, words: str) -> None:
    """Count a harm, and print it."""
    count.harms[harm.split(":", maxsplit=1)[0]] += 1
    print(f"  ! {words}", flush=True)
    if len(count.seen) < _SHOWN:
        count.seen.append(words[:400])


def calls(machine: Machine, count: Count, begin: int, until: float) -> Count:
    """Each gesture x fault x call, once and for ever, in the order of the seed."""
    points = shuffled(every_point(machine), count.seed)
    print(f"  {len(points)} points, {begin} of them tried before", flush=True)
    return tried(machine, points[begin:], count, until)


def second(machine: Machine, count: Count, begin: int, until: float) -> Count:
    """A second fault while what a first one left is being mended."""
    return tried(machine, twice(machine, count.seed, begin), count, until)


def of_memory(machine: Machine, count: Count, begin: int, until: float) -> Count:
    """Each allocation of SQLCipher refused, once and from then on."""
    machine.shim.of_library(LIBRARY)
    gestures = [NAMED[name] for name in MEMORY_GESTURES]
    points = shuffled(every_point(machine, [MEMORY], gestures), count.seed)
    print(f"  {len(points)} points, {begin} of them tried before", flush=True)
    return tried(machine, points[begin:], count, until)


ON_PLACES: dict[str, Callable[[Machine, Count, int, float], Count]] = {
    "calls": calls,
    "twice": second,
    "memory": of_memory,
}


def run_on(family: str, place: str, seed: int, seconds: float, file: Path) -> Count:
    """Go on with a family, on a kind of disk, for some time."""
    count = Count(counts.commit(), seed, family, place)
    begin = counts.done(counts.read(file), count)
    try:
        with places.memory() as folder, places.PLACES[place]() as disk:
            machine = Machine(folder, disk)
            until = time.monotonic() + seconds
            ON_PLACES[family](machine, count, begin, until)
    except Unavailable as lacking:
        count.skipped = str(lacking)
    counts.add(file, count)
    return count


# --- Sabotages ----------------------------------------------------------------------------------


def caught(machine: Machine, sabotage: Sabotage, seed: int, most: int = 400) -> int:
    """Return after how many runs of a weaker program the machine saw it; 0 when it did not."""
    machine.sabotage = sabotage.make
    if sabotage.kind is MEMORY:
        machine.shim.of_library(LIBRARY)
    try:
        for number, point in enumerate(islice(_points(machine, sabotage, seed), most), 1):
            if machine.run(point)[2]:
                return number
        return 0
    finally:
        machine.sabotage = lambda: None


def _points(machine: Machine, sabotage: Sabotage, seed: int) -> Iterator[Point]:
    gesture = NAMED[sabotage.gesture]
    found = shuffled(every_point(machine, [sabotage.kind], [gesture]), seed)
    if not sabotage.second:
        yield from found
        return
    for point in found:
        yield Point(gesture, point.fault, Fault(KILL, 1))


def all_caught(seed: int, file: Path) -> list[Count]:
    """Try every sabotage; count after how many runs each was seen."""
    made = []
    with places.memory() as folder:
        machine = Machine(folder)
        for sabotage in SABOTAGES:
            count = Count(counts.commit(), seed, "sabotage", sabotage.family)
            count.seen = [sabotage.name]
            count.caught = caught(machine, sabotage, seed)
            counts.add(file, count)
            made.append(count)
            print(f"  {sabotage.family}: {sabotage.name}: seen after {count.caught}", flush=True)
    return made


__all__ = ["CHANGES", "ON_PLACES", "Outcome", "all_caught", "run_on", "shutil"]
