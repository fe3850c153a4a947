"""The safe's rows of the table: against plain SQLite doing the same work, in the same run.

10 and 10,000 documents of 40 kB and 200 words; ``PAPIER_BENCH_LARGE=1`` adds 100,000 (4 GB).
"""

import datetime as dt
import itertools
import os
import random
import secrets
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from desktop_app.safe.database import Database, connect, verify
from desktop_app.safe.documents import Documents
from desktop_app.safe.door import Door
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.kdf import FLOOR, calibrated, seconds
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.people import People
from desktop_app.safe.records import Filing
from desktop_app.safe.search import Search
from desktop_app.safe.store import Safe
from tests.bench.frame import Row, derived_once, in_turn, median_ms, vocabulary

DAY = dt.date(2026, 11, 24)
BODY = os.urandom(40 << 10)
WORDS = 200
BATCH = 200


@dataclass(frozen=True)
class Filled:
    """The same documents in an encrypted and in a plain database."""

    size: int
    folder: Path
    key: bytes
    middle: str
    common: str

    @property
    def cipher(self) -> Path:
        return self.folder / f"cipher{self.size}.db"

    @property
    def plain(self) -> Path:
        return self.folder / f"plain{self.size}.db"


class Plain(Database):
    """The same code over plain SQLite, with the same settings."""

    def __init__(self, path: Path) -> None:
        super().__init__(sqlite3.connect(path, isolation_level=None), path)
        for setting in (
            "journal_mode=DELETE",
            "synchronous=EXTRA",
            "temp_store=MEMORY",
            "secure_delete=ON",
            "foreign_keys=ON",
            "trusted_schema=OFF",
            "cache_spill=OFF",
        ):
            self.rows(f"PRAGMA {setting}")


def documents(database: Database) -> Documents:
    people = People(database)
    return Documents(database, people, Dossiers(database, people), Search(database))


def fill(size: int, folder: Path) -> Filled:
    draw = random.Random(3)
    words, weights = vocabulary(draw)
    filled = Filled(size, folder, secrets.token_bytes(32), words[600], words[2])
    targets = [connect(filled.cipher, filled.key, "create"), Plain(filled.plain)]
    for database in targets:
        Schemas().apply(database)
        values = "1, zeroblob(16), 1, 0, '2026-01-01', '2026-01-01'"
        database.execute(f"INSERT INTO safe VALUES ({values})")
        database.execute("PRAGMA synchronous = OFF")  # only to fill; put back at the next opening
    for start in range(0, size, BATCH):
        texts = [
            " ".join(draw.choices(words, cum_weights=weights, k=WORDS))
            for _ in range(min(BATCH, size - start))
        ]
        for database in targets:
            _file(database, start, texts)
    for database in targets:
        database.close()
    if hasattr(os, "sync"):
        os.sync()  # what was filled must not be flushed while we measure
    return filled


def _file(database: Database, start: int, texts: list[str]) -> None:
    room = documents(database)
    with database.act():
        for number, text in enumerate(texts, start):
            filing = Filing(f"Recours numéro {number}", DAY, "letter", text)
            room.add(BODY, filing, person=f"Personne {number % 50}")


def _open(filled: Filled, plain: bool) -> Database:
    database = Plain(filled.plain) if plain else connect(filled.cipher, filled.key)
    database.rows("SELECT name FROM sqlite_master")
    return database


def _timed_open(filled: Filled, plain: bool) -> None:
    _open(filled, plain).close()


def rows_of(filled: Filled) -> Iterator[Row]:
    name = f"{filled.size:,} documents"
    cipher, plain = _open(filled, False), _open(filled, True)
    rooms = [documents(cipher), documents(plain)]
    query = f"{filled.middle} {filled.common}"
    yield _pair(
        f"{name}: first 50 of two words, newest first",
        [lambda d=d: Search(d).rows(query, 50) for d in (cipher, plain)],
        3,
    )
    yield _pair(
        f"{name}: the same, one word in every document",
        [lambda d=d: Search(d).rows(filled.common, 50) for d in (cipher, plain)],
        None,
    )
    yield _pair(
        f"{name}: list of a person",
        [lambda r=r: r.all(person="Personne 7") for r in rooms],
        None,
    )
    filing = Filing("Recours", DAY, "letter", " ".join(["mot"] * WORDS))
    yield _pair(
        f"{name}: save one document",
        [lambda r=r: r.add(BODY, filing, person="Personne 7") for r in rooms],
        None,
    )
    cipher.close()
    plain.close()


def _pair(name: str, acts: list[Any], budget: float | None) -> Row:
    figure, baseline = in_turn(acts)
    return Row(name, figure, baseline, "plain SQLite", budget)


def _openings(small: Filled, large: Filled) -> Row:
    large_ms, small_ms = in_turn(
        [lambda: _timed_open(large, False), lambda: _timed_open(small, False)]
    )
    return Row(f"open at {large.size:,} (≤ 1.5 × or ≤ 2 ms)", large_ms, small_ms, "open at 10", 1.5)


def _unlock(folder: Path) -> Iterator[Row]:
    path, phrase = folder / "coffre", "trois éléphants bleus à Nîmes"
    Door(choose_kdf=lambda: FLOOR).create(path, phrase, on=DAY)
    door = Door()
    with derived_once():
        rest = median_ms(lambda: door.open(path, phrase, on=DAY).close())
    yield Row("unlock, its key derived already", rest, budget=150)
    chosen = calibrated()
    yield Row(f"derivation, calibrated to {chosen.memory >> 10} MiB", seconds(chosen) * 1000)


def _witnessed(folder: Path) -> Iterator[Row]:
    """What the sum of the pages and their parity add to a save of answers and of a document."""
    path, phrase = folder / "temoin", "trois éléphants bleus à Nîmes"
    Door(choose_kdf=lambda: FLOOR).create(path, phrase, on=DAY)
    filing = {"title": "Recours", "on": DAY, "text": " ".join(["mot"] * WORDS)}
    with Door().open(path, phrase, on=DAY) as safe:
        with safe.act():
            for _ in range(600):
                safe.add(BODY, title="Recours", on=DAY)
        safe.back_up_if_due(on=DAY)
        draft = safe.drafts.begin("motifs", "{}", on=DAY)
        turn = itertools.count()

        for name, act in (
            ("an answer", lambda: _answer(safe, draft, next(turn))),
            ("a document", lambda: safe.add(BODY, **filing)),
        ):
            figures = in_turn([lambda a=act: a(), lambda a=act: unwitnessed(safe, a)])
            yield Row(f"27 MB: save {name}", *figures, "without sum and parity", 1.3)


def _own_backups(folder: Path) -> Iterator[Row]:
    """What the safe's own backup costs after a save, however large it is."""
    figures: dict[str, list[float]] = {"an answer": [], "a document": []}
    for name, count in (("27 MB", 600), ("266 MB", 6_000)):
        path, phrase = folder / f"sauve{count}", "trois éléphants bleus à Nîmes"
        Door(choose_kdf=lambda: FLOOR).create(path, phrase, on=DAY)
        with Door().open(path, phrase, on=DAY) as safe:
            with safe.act():
                for _ in range(count):
                    safe.add(BODY, title="Recours", on=DAY)
            yield _once(f"{name}: own backup, whole", lambda s=safe: s.back_up_here(on=DAY))
            draft, turn = safe.drafts.begin("motifs", "{}", on=DAY), itertools.count()
            for act, work in (
                ("an answer", lambda s=safe, d=draft, t=turn: _answer(s, d, next(t))),
                ("a document", lambda s=safe: s.add(BODY, title="Recours", on=DAY)),
            ):
                figures[act].append(median(_backed_up(safe, work) for _ in range(7)))
    for act, (small, large) in figures.items():
        yield Row(f"266 MB: own backup after {act}", large, small, "at 27 MB", 4)


def _answer(safe: Safe, draft: str, number: int) -> None:
    safe.drafts.save(draft, f'{{"a": {number}}}', question="a", on=DAY)


def _backed_up(safe: Safe, work: Any) -> float:
    work()
    return _once("", lambda: safe.back_up_here(on=DAY)).figure


def unwitnessed(safe: Safe, act: Any) -> None:
    witness, safe.database.witness = safe.database.witness, None
    try:
        act()
    finally:
        safe.database.witness = witness


def _once(name: str, act: Any) -> Row:
    began = time.perf_counter()
    act()
    return Row(name, (time.perf_counter() - began) * 1000)


def rows() -> Iterator[Row]:
    sizes = [10, 10_000] + ([100_000] if os.environ.get("PAPIER_BENCH_LARGE") else [])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        yield from _unlock(folder)
        yield from _witnessed(folder)
        yield from _own_backups(folder)
        small = fill(10, folder)
        for size in sizes:
            filled = small if size == 10 else fill(size, folder)
            if filled is not small:
                yield _openings(small, filled)
            yield from rows_of(filled)
            yield _once(
                f"{size:,} documents: full check (once)",
                lambda f=filled: verify(f.cipher, f.key),
            )
