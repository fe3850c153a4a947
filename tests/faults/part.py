"""The part that `./start test` runs: a few points of each family, and one sabotage."""

import random

from tests.faults import places
from tests.faults.families import caught
from tests.faults.gestures import GESTURES, NAMED
from tests.faults.plan import every_point, twice
from tests.faults.refusing import KILL, KINDS
from tests.faults.run import Machine, Point
from tests.faults.sabotages import SABOTAGES

WHOLE = ("person",)  # killed at each of its calls
EACH = 1  # points of each kind and gesture, besides
TWICE = 10


def run(seed: int) -> int:
    """Try the part; print each harm, then the figures; return how many harms there were."""
    harms = 0
    with places.memory() as folder:
        machine = Machine(folder)
        points = _drawn(machine, random.Random(seed), seed)
        for point in points:
            for harm in machine.run(point)[2]:
                print(f"  ! {point}: {harm}", flush=True)
                harms += 1
        sabotage = next(one for one in SABOTAGES if one.family == "ENOSPC")
        seen = caught(machine, sabotage, seed)
        print(f"{len(points)} faults, {harms} harms; « {sabotage.name} » seen after {seen}")
    return harms + (not seen)


def _drawn(machine: Machine, draw: random.Random, seed: int) -> list[Point]:
    points = every_point(machine, [KILL], [NAMED[name] for name in WHOLE])
    for gesture in GESTURES:
        for kind in KINDS:
            found = every_point(machine, [kind], [gesture])
            points += draw.sample(found, min(EACH, len(found)))
    again = twice(machine, seed, 0)
    return points + [next(again) for _ in range(TWICE)]
