"""How slow it is to try a phrase: Argon2id, its floor, its limits, its calibration.

Sources: RFC 9106 § 4 (second recommended option: 64 MiB, 3 passes, 4 lanes); OWASP Password
Storage Cheat Sheet (never under 19 MiB).
"""

import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.safe.errors import KdfRefused, NotEnoughMemory

MIB = 1024  # Argon2 counts memory in KiB
KEY_BYTES = 32
SALT_BYTES = 16
WANTED_SECONDS, MOST_SECONDS = 0.7, 1.0  # between 0.5 and 1 s, whatever else the computer does
STEP = 16 * MIB


@dataclass(frozen=True, slots=True)
class Kdf:
    """Parameters of Argon2id; memory in KiB."""

    memory: int
    iterations: int
    lanes: int

    def check(self) -> None:
        """Raise KdfRefused outside what a file may ask for: beyond it, a file is an attack."""
        if not (
            19 * MIB <= self.memory <= 1024 * MIB
            and 1 <= self.iterations <= 20
            and 1 <= self.lanes <= 16
        ):
            raise KdfRefused


FLOOR = Kdf(memory=64 * MIB, iterations=3, lanes=4)
CEILING = 256 * MIB


def derive(secret: bytes, salt: bytes, kdf: Kdf) -> bytes:
    """Return the 32-byte key of a secret.

    Raises:
        KdfRefused: parameters outside the limits, before any work.
        NotEnoughMemory: the derivation is never weakened to fit.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf.check()
    argon = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=kdf.iterations,
        lanes=kdf.lanes,
        memory_cost=kdf.memory,
    )
    try:
        return argon.derive(secret)
    except MemoryError as error:
        raise NotEnoughMemory from error


def seconds(kdf: Kdf) -> float:
    """Measure one derivation on this computer.

    The lesser of the clock and the processor's time: a computer that is busy when a safe is made
    would else choose a weak derivation for good. (Where lanes are threads, the clock is less.)
    """
    clock, processor = time.perf_counter(), time.process_time()
    derive(b"measure", bytes(SALT_BYTES), kdf)
    return min(time.perf_counter() - clock, time.process_time() - processor)


def calibrated(measure: Callable[[Kdf], float] = seconds, ceiling: int | None = None) -> Kdf:
    """Return parameters that take 0.5 to 1 s here, never under the floor, at most 256 MiB.

    Time grows with memory, and faster where caches end: what the floor lets hope is tried, and
    brought down as long as it takes more than a second, or more memory than the computer has.

    Args:
        measure: seconds of one derivation.
        ceiling: the most memory, in KiB; by default what this computer can spare.
    """
    at_floor = min(measure(FLOOR), measure(FLOOR))  # the least disturbed of two
    most = min(CEILING, spared() if ceiling is None else ceiling)
    memory = _stepped(min(FLOOR.memory * WANTED_SECONDS / max(at_floor, 0.001), most))
    while memory > FLOOR.memory:
        chosen = Kdf(memory, FLOOR.iterations, FLOOR.lanes)
        try:
            took = measure(chosen)
        except NotEnoughMemory:
            memory = _stepped(memory / 2)
            continue
        if took <= MOST_SECONDS:
            return chosen
        less = math.sqrt(WANTED_SECONDS / took)  # not in proportion: it would fall too low
        memory = _stepped(min(memory * less, memory - STEP))
    return FLOOR


def spared() -> int:
    """Return the memory that a derivation may take here, in KiB: an eighth of what there is.

    More would go to the disk, on a computer that has little, and the processor's time says nothing
    of that. Where the system does not tell, the ceiling.
    """
    try:
        there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 1024
    except (AttributeError, OSError, ValueError):
        return CEILING
    return there // 8 if there > 0 else CEILING


def _stepped(memory: float) -> int:
    return max(int(memory) // STEP * STEP, FLOOR.memory)
