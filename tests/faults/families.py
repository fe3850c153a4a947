"""The families of the machine: each tries points until its time is over, and counts."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from tests.faults import counts, damage, fuzz, places
from tests.faults.counts import Count
from tests.faults.gestures import GESTURES, NAMED
from tests.faults.judge import CRASH, LOST
from tests.faults.plan import every_point, shuffled, twice
from tests.faults.refusing import KILL, MEMORY, NAMES_LEFT, ROOM_LEFT, Fault, Unavailable
from tests.faults.run import LIBRARY, Machine, Point
from tests.faults.sabotages import OF_FLIPS, OF_FUZZ, OF_PAGES, OF_ROOM, SABOTAGES, Sabotage
from tests.faults.scene import worked_with
from tests.safe.conftest import Made
from tests.safe.test_power_cut import simulate

_SHOWN = 20
_MOST_PAGES, _MOST_NAMES = 700, 12
_FUZZ_S = 60
_MOST = 400
"""Runs in which a sabotage must be seen."""
SMALL_BYTES, SMALL_NAMES = 24 << 20, 300
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
    for number, point in enumerate(points, 1):
        if number % 500 == 0:
            print(f"  {number} in {time.monotonic() - began:.0f} s", flush=True)
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


def of_room(machine: Machine, count: Count, begin: int, until: float) -> Count:
    """A disk with so many pages left, or so many names: what refuses is the system itself."""
    points = [
        Point(gesture, Fault(kind, left, for_ever=True))
        for gesture in GESTURES
        for kind, most in ((ROOM_LEFT, _MOST_PAGES), (NAMES_LEFT, _MOST_NAMES))
        for left in range(most)
    ]
    mixed = shuffled(points, count.seed)
    return tried(machine, mixed[begin:], count, until)


def of_flips(machine: Machine, count: Count, begin: int, until: float) -> Count:
    """One bit anywhere in the files of a safe, its backups and its zip."""
    number = begin
    while time.monotonic() < until:
        name, found = damage.flipped(machine, count.seed, number)
        _one(count, f"flip in {name}", f"bit {number} of seed {count.seed}", found)
        number += 1
    return count


def of_pages(machine: Machine, count: Count, begin: int, until: float) -> Count:
    """Each page of the database, one bit, zeroed or torn, then repaired."""
    for page, kind in islice(damage.pages(machine), begin, None):
        _one(count, f"page {kind}", f"page {page}, {kind}", damage.broken(machine, page, kind))
        if time.monotonic() > until:
            break
    return count


def of_power(machine: Machine, count: Count, begin: int, until: float) -> Count:
    """The power goes: every state that a disk may be left in, rebuilt from what was written."""
    if shutil.which("strace") is None:
        raise Unavailable("strace")
    ready = machine.ready(NAMED["person"])[0]
    made = Made(ready.safe.path, ready.key, ready.words, {})
    lap = begin
    while time.monotonic() < until:
        with places.memory() as folder:
            states, lost = simulate(made, folder, 4, 8, "", f"{count.seed}/{lap}")
        count.tried["power cut"] += states
        count.fired += states
        for _ in range(lost):
            note(count, LOST, f"{LOST}: power cut, seed {count.seed}/{lap}")
        lap += states
    return count


def _one(count: Count, what: str, words: str, found: list[str]) -> None:
    count.tried[what] += 1
    count.fired += 1
    for harm in found:
        note(count, harm, f"{words}: {harm}")


def of_fuzz(count: Count, seconds: float, file: Path) -> Count:
    """What reads the bytes of others, under a fuzzer that its coverage guides."""
    for target in fuzz.TARGETS:
        kept = file.parent / "fuzz" / target
        executions, found = fuzz.run(target, seconds / len(fuzz.TARGETS), count.seed, kept)
        count.tried[f"fuzz of {target}"] += executions
        print(f"  {target}: {executions} executions {found}", flush=True)
        if found:
            note(count, CRASH, f"{CRASH}: {target}: {found}")
    return count


ON_PLACES: dict[str, Callable[[Machine, Count, int, float], Count]] = {
    "calls": calls,
    "twice": second,
    "memory": of_memory,
    "room": of_room,
    "flips": of_flips,
    "pages": of_pages,
    "power": of_power,
}


def run_on(family: str, place: str, seed: int, seconds: float, file: Path) -> Count:
    """Go on with a family, on a kind of disk, for some time."""
    count = Count(counts.commit(), seed, family, place)
    begin = counts.done(counts.read(file), count)
    try:
        if family == "fuzz":
            of_fuzz(count, seconds, file)
        else:
            _on_disk(family, count, begin, seconds)
    except Unavailable as lacking:
        count.skipped = str(lacking)
    counts.add(file, count)
    return count


def _on_disk(family: str, count: Count, begin: int, seconds: float) -> None:
    with places.memory() as folder:
        small = places.limited(folder / "small", SMALL_BYTES, SMALL_NAMES)
        with small if family == "room" else places.PLACES[count.place]() as disk:
            until = time.monotonic() + seconds
            ON_PLACES[family](Machine(folder, disk), count, begin, until)


# --- Sabotages ----------------------------------------------------------------------------------


def caught(machine: Machine, sabotage: Sabotage, seed: int, most: int = _MOST) -> int:
    """Return after how many runs of a weaker program the machine saw it; 0 when it did not."""
    machine.ready(NAMED[sabotage.gesture])  # what is expected is of the program as it is
    machine.sabotage = sabotage.make
    try:
        for number, point in enumerate(islice(_points(machine, sabotage, seed), most), 1):
            if machine.run(point)[2]:
                return number
        return 0
    finally:
        machine.sabotage = lambda: None


def _points(machine: Machine, sabotage: Sabotage, seed: int) -> Iterator[Point]:
    gesture = NAMED[sabotage.gesture]
    if sabotage.kind is ROOM_LEFT:
        left = [Point(gesture, Fault(ROOM_LEFT, n, for_ever=True)) for n in range(_MOST_PAGES)]
        yield from shuffled(left, seed)
        return
    found = shuffled(every_point(machine, [sabotage.kind], [gesture]), seed)
    if not sabotage.second:
        yield from found
        return
    for point in found:
        yield Point(gesture, point.fault, Fault(KILL, 1))


def damage_caught(machine: Machine, made: Iterable[list[str]], make: Callable[[], None]) -> int:
    """Return after how many files damaged under a weaker program the machine saw it."""
    machine.ready(NAMED["person"])
    machine.ready(NAMED["restore"])
    machine.sabotage = make
    try:
        return next((number for number, found in enumerate(made, 1) if found), 0)
    finally:
        machine.sabotage = lambda: None


def all_caught(seed: int, file: Path) -> list[Count]:
    """Try every sabotage; count after how many runs each was seen."""

    def told(family: str, name: str, caught: Callable[[], int]) -> Count:
        count = Count(counts.commit(), seed, "sabotage", family, seen=[name])
        try:
            count.caught = caught()
        except Unavailable as lacking:
            count.skipped = str(lacking)
        counts.add(file, count)
        print(f"  {family}: {name}: {count.skipped or f'seen after {count.caught}'}", flush=True)
        return count

    with places.memory() as folder:
        machine = Machine(folder)
        flips = (damage.flipped(machine, seed, number)[1] for number in range(_MOST))
        broken = (damage.broken(machine, *page) for page in damage.pages(machine))
        tried: list[tuple[str, str, Callable[[], int]]] = [
            *((one.family, one.name, partial(caught, machine, one, seed)) for one in SABOTAGES),
            ("flips", OF_FLIPS[0], lambda: damage_caught(machine, flips, OF_FLIPS[1])),
            ("pages", OF_PAGES[0], lambda: damage_caught(machine, broken, OF_PAGES[1])),
            ("room", OF_ROOM.name, lambda: _caught_on_small(folder / "room", seed)),
            ("fuzz", OF_FUZZ[0], lambda: _caught_by_fuzz(folder / "fuzz", seed)),
        ]
        made = [told(*one) for one in tried]
    return [*made, *(_of_power(one, seed, file) for one in ("OFF", "NORMAL", "keys not flushed"))]


def _caught_on_small(folder: Path, seed: int) -> int:
    folder.mkdir()
    with places.limited(folder / "small", SMALL_BYTES, SMALL_NAMES) as disk:
        return caught(Machine(folder, disk), OF_ROOM, seed)


def _caught_by_fuzz(folder: Path, seed: int) -> int:
    executions, found = fuzz.run(OF_FUZZ[1], _FUZZ_S, seed, folder, weaker=True)
    return executions if found else 0


def _of_power(weaker: str, seed: int, file: Path) -> Count:
    """Count how many states a weaker flush loses something in."""
    count = Count(counts.commit(), seed, "sabotage", "power", seen=[weaker])
    if shutil.which("strace") is None:
        count.skipped = "strace"
    else:
        with places.memory() as folder:
            ready = worked_with(folder / "new")
            made = Made(ready.safe.path, ready.key, ready.words, {})
            states, count.caught = simulate(made, folder / "power", 6, 4, weaker, str(seed))
            print(
                f"  power: {weaker}: {count.caught} of {states} states lose something", flush=True
            )
    counts.add(file, count)
    return count
