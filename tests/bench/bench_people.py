"""One box that finds someone among 10,000, by anything known of her: the best of five.

The promise is 50 ms, by the yardstick of the frame.
"""

import datetime as dt
import random
import secrets
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from desktop_app.safe.database import connect
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.numbers import Numbers
from desktop_app.safe.people import People
from desktop_app.safe.person_keys import Keys
from desktop_app.workflow.people import searching
from tests.bench.frame import Row
from tests.helpers.people_lists import people

DAY = dt.date(2026, 11, 24)
MANY = 10_000
PROMISED = 50
"""Milliseconds."""
TYPED = (
    *("fatu", "da silva fatu", "mamadu", "z", "ba", "zzzzzzzz", "filip"),
    *("1982", "14/03/1982", "14 mars", "3456", "06 00 50", "27", "1000005", "fatu 1982"),
)
FIELDS = ("identite.date_naissance", "contact.telephone", "caf.numero_allocataire")


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as place:
        safe = _filled(Path(place))
        safe.people.rename(safe.people.find("", limit=1)[0].id, "Alba Bamar")
        first = _once(lambda: searching.found(safe, "fatu", most=20))
        yield Row("people: the first letters, names read again", first, budget=PROMISED)
        for typed in TYPED:
            took = _best(lambda typed=typed: searching.found(safe, typed, most=20))  # type: ignore[misc]
            yield Row(f"people: {typed!r} among {MANY:,}", took, budget=PROMISED)


def _filled(folder: Path) -> Any:
    """Return what a safe with so many people offers to a search."""
    database = connect(folder / "people.db", secrets.token_bytes(32), "create")
    Schemas().apply(database)
    database.execute("INSERT INTO safe VALUES (1, zeroblob(16), 1, 0, '2026-01-01', '2026-01-01')")
    found = SimpleNamespace(
        people=People(database), keys=Keys(database), numbers=Numbers(database), read_only=False
    )
    found.numbers.begin()
    rng = random.Random(5)
    with database.act():
        for row in people(MANY, 0):
            person = found.people.add(f"{row[1]} {rng.choice(('', 'Da Silva'))}".strip(), on=DAY)
            known = dict(zip(FIELDS, (row[2], row[3], row[8]), strict=True))
            found.people.keep_values(person, known, source="import", on=DAY)
    searching.make_ready(found)  # type: ignore[arg-type]
    return found


def _best(work: Callable[[], object]) -> float:
    return min(_once(work) for _ in range(5))


def _once(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
