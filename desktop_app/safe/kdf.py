"""How slow it is to try a phrase: Argon2id, its floor, its limits, its calibration.

Sources: RFC 9106 § 4 (second recommended option: 64 MiB, 3 passes, 4 lanes); OWASP Password
Storage Cheat Sheet (never under 19 MiB).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.safe.errors import KdfRefused, NotEnoughMemory

MIB = 1024  # Argon2 counts memory in KiB
KEY_BYTES = 32
SALT_BYTES = 16
WANTED_SECONDS = 0.7  # between 0.5 and 1 s, whatever else the computer does meanwhile


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
    """Measure one derivation on this computer."""
    begin = time.perf_counter()
    derive(b"measure", bytes(SALT_BYTES), kdf)
    return time.perf_counter() - begin


def calibrated(measure: Callable[[Kdf], float] = seconds) -> Kdf:
    """Return parameters that take 0.5 to 1 s here, never under the floor, at most 256 MiB.

    Time grows with memory, so the floor says it all; the choice is then tried once,
    and halved as long as the computer has not that much memory.
    """
    at_floor = min(measure(FLOOR), measure(FLOOR))  # the least disturbed of two
    memory = int(FLOOR.memory * WANTED_SECONDS / max(at_floor, 0.001))
    memory = min(max(memory, FLOOR.memory), CEILING) // (16 * MIB) * (16 * MIB)
    while memory > FLOOR.memory:
        chosen = Kdf(memory, FLOOR.iterations, FLOOR.lanes)
        try:
            measure(chosen)
        except NotEnoughMemory:
            memory = max(memory // 2, FLOOR.memory)
        else:
            return chosen
    return FLOOR
