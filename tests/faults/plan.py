"""Which points are tried, drawn from a seed, so that a run goes on where one ended."""

import random
from collections.abc import Iterator, Sequence

from tests.faults.gestures import GESTURES, Gesture
from tests.faults.refusing import CHANGES, EVERY, KILL, KINDS, MEMORY, Fault, Kind
from tests.faults.run import Machine, Point


def every_point(
    machine: Machine, kinds: Sequence[Kind] = KINDS, gestures: Sequence[Gesture] = GESTURES
) -> list[Point]:
    """Return each gesture x kind x call, once and for ever."""
    return [
        Point(gesture, Fault(kind, at, for_ever))
        for gesture in gestures
        for kind in kinds
        for at in range(1, machine.calls(gesture, kind.calls) + 1)
        for for_ever in ((False, True) if kind.may_last else (False,))
    ]


def shuffled(points: Sequence[Point], seed: int) -> list[Point]:
    """Return them in the order of a seed."""
    mixed = list(points)
    random.Random(seed).shuffle(mixed)
    return mixed


def twice(machine: Machine, seed: int, begin: int) -> Iterator[Point]:
    """Yield points without end: killed, then broken again while that is being mended."""
    calls = {gesture: machine.calls(gesture, CHANGES) for gesture in GESTURES}
    number = begin
    while True:
        draw = random.Random(f"{seed}/{number}")
        number += 1
        gesture = draw.choice([one for one in GESTURES if one.name not in ("create", "erase all")])
        first = Fault(KILL, draw.randint(1, calls[gesture]))
        kind = draw.choice(KINDS)
        reached = machine.calls_of_opening(Point(gesture, first), kind.calls)
        if reached:
            for_ever = kind.may_last and draw.random() < 0.5
            yield Point(gesture, first, Fault(kind, draw.randint(1, reached), for_ever))


__all__ = ["EVERY", "MEMORY", "every_point", "shuffled", "twice"]
