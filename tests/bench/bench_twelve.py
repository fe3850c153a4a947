"""The twelve minutes of an office: `python -m tests.bench.twelve` prints its steps."""

import os
from collections.abc import Iterator

from tests.bench.frame import Row


def rows() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.twelve import walked

    for one in walked():
        name = f"{one.name}: each question asked aloud"
        yield Row(name, one.cost.aloud / 60, budget=one.minutes, unit="min")
        yield Row(f"{one.name}: by hand alone", one.cost.seconds / 60, unit="min")
