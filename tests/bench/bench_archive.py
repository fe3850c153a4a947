"""What is asked of a large safe, in turn with plain SQLite holding the same: search, lists, dates.

10, 1,000 and 10,000 papers; ``PAPIER_BENCH_LARGE=1`` adds 100,000, and 10,000 people. The last rows
say how each question grows, and what a safe of that size costs to open, to save in and to lock.
"""

import itertools
import os
import random
import secrets
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.core.records import StoredDocument
from desktop_app.safe.agenda import Agenda
from desktop_app.safe.database import Database, connect
from desktop_app.safe.documents import Documents
from desktop_app.safe.door import Door
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.events import Events
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.numbers import Numbers
from desktop_app.safe.people import People
from desktop_app.safe.person_keys import Keys
from desktop_app.safe.search import Search
from desktop_app.safe.store import Safe
from desktop_app.workflow.people import searching
from desktop_app.workflow.safes.listing import Listing
from tests.bench.bench_safe import Plain, unwitnessed
from tests.bench.frame import Row, derived_once, in_turn, vocabulary
from tests.bench.many import A_PAPER, DAY, Many, fill, name_of

SIZES = (10, 1_000, 10_000)
LARGE = 100_000
PHRASE = "trois éléphants bleus à Nîmes"
ALIKE, READ_MS = 1.5, 1.0
"""Under a millisecond the ratio is that of the first page's proof, which each question reads."""


class Rooms:
    """The rooms of a safe over a database, as what a person asks goes through them."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.people = People(database)
        self.keys, self.numbers = Keys(database), Numbers(database)
        self.read_only = False
        self.dossiers = Dossiers(database, self.people)
        self.words = Search(database)
        self.papers = Documents(database, self.people, self.dossiers, self.words)
        self.events = Events(database, self.dossiers)
        self.agenda = Agenda(database)

    def loose(self, person: str = "", *, limit: int, skip: int = 0) -> list[StoredDocument]:
        return self.papers.loose(person, limit=limit, skip=skip)

    def count_loose(self, person: str = "") -> int:
        return self.papers.count_loose(person)

    def search(
        self, text: str, limit: int, order: Any, *, person: str, skip: int
    ) -> list[StoredDocument]:
        whose = self.people.row(person) if person else None
        return self.papers.found(self.words.rows(text, limit, order, person=whose, skip=skip))

    def count(self, text: str, *, person: str) -> int:
        return self.words.count(text, person=self.people.row(person) if person else None)


@dataclass(frozen=True, slots=True)
class Questions:
    """What a person asks of one of them, by its name."""

    rooms: Any

    def all(self) -> dict[str, Callable[[], object]]:
        rooms = self.rooms
        words, _ = vocabulary(random.Random(3))
        two, every = f"{words[600]} {words[2]}", words[2]
        who = rooms.people.find(name_of(1), limit=1)[0].id
        where = rooms.dossiers.find(limit=1)[0].id
        return {
            "search, two words": lambda: Listing(rooms, "").search(two),
            "search, a word of half the papers": lambda: Listing(rooms, "").search(every),
            "search among a person's papers": lambda: Listing(rooms, who).search(every),
            "list: Mes documents": Listing(rooms, "").everything,
            "list: a person's": Listing(rooms, who).everything,
            "agenda: until today": lambda: rooms.agenda.next_dates(until=DAY),
            "people: the first twenty": lambda: searching.found(rooms, "", most=20),
            "people: by their name": lambda: searching.found(rooms, "ina fau", most=20),
            "timeline: a dossier, its papers": lambda: (
                rooms.events.timeline(where),
                rooms.papers.all(dossier=where),
            ),
        }


def rows() -> Iterator[Row]:
    sizes = (*SIZES, LARGE) if os.environ.get("PAPIER_BENCH_LARGE") else SIZES
    known: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as place:
        for size in sizes:
            pair = [_made(Path(place), size, plain=plain) for plain in (False, True)]
            yield from _asked(pair, size, known)
            for database in pair:
                database.close()
        for what, at_ten in known[sizes[0]].items():
            name = f"{what}: at {sizes[-1]:,}"
            yield Row(name, known[sizes[-1]][what], at_ten, f"at {sizes[0]}")
        for size in (sizes[0], sizes[-1]):
            yield from _kept(Path(place) / f"coffre{size}", size)


def _made(folder: Path, size: int, *, plain: bool) -> Database:
    key, path = secrets.token_bytes(32), folder / f"{size}-{plain}.db"
    made = Plain(path) if plain else connect(path, key, "create")
    Schemas().apply(made)
    values = "1, zeroblob(16), 1, 0, '2026-01-01', '2026-01-01'"
    made.execute(f"INSERT INTO safe VALUES ({values})")
    fill(made, Many(size))
    made.close()
    return Plain(path) if plain else connect(path, key)


def _asked(
    pair: Sequence[Database], size: int, known: dict[int, dict[str, float]]
) -> Iterator[Row]:
    ours, plain = (Questions(Rooms(one)).all() for one in pair)
    known[size] = {}
    for what in ours:
        figure, baseline = in_turn([ours[what], plain[what]])
        known[size][what] = figure
        budget = ALIKE if baseline > READ_MS else None
        yield Row(f"{size:,}: {what}", figure, baseline, "plain SQLite", budget)


def _kept(path: Path, size: int) -> Iterator[Row]:
    """What a safe of so many papers costs to unlock, to save in, to lock, its parity made."""
    door, name = Door(choose_kdf=lambda: FLOOR), f"{size:,} papers"
    door.create(path, PHRASE, on=DAY)
    with door.open(path, PHRASE, on=DAY) as safe:
        fill(safe.database, Many(size))
        safe.back_up_if_due(on=DAY)
        yield from _saved(safe, name)
    opened: list[Safe] = []
    with derived_once():
        unlock, lock = in_turn(
            [
                lambda: opened.append(door.open(path, PHRASE, on=DAY)),
                lambda: _lock(opened.pop()),
            ]
        )
    yield Row(f"{name}: unlock, its key derived already", unlock, budget=150)
    yield Row(f"{name}: lock, after a save", lock)


def _lock(safe: Safe) -> None:
    safe.people.add("Quelqu’un", on=DAY)
    safe.close()


def _saved(safe: Safe, name: str) -> Iterator[Row]:
    draft, turn = safe.drafts.begin("motifs", "{}", on=DAY), itertools.count()

    def answer() -> None:
        safe.drafts.save(draft, f'{{"a": {next(turn)}}}', question="a", on=DAY)

    def paper() -> None:
        safe.add(A_PAPER, title="Recours", on=DAY, text="mot " * 30, person=name_of(1))

    for what, act in (("an answer", answer), ("a paper", paper)):
        figures = in_turn([act, lambda a=act: unwitnessed(safe, a)])
        yield Row(f"{name}: save {what}", *figures, "without sum and parity", 1.3)
