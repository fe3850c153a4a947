"""Many people, dossiers, dates and papers in a database, made in seconds: for measures only.

A hundred thousand papers of one kibibyte take some fifteen seconds and 320 MB. What is there
already stays: what is added comes after it.
"""

import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.safe.database import Database
from desktop_app.safe.records import compared
from desktop_app.safe.search import searchable
from tests.bench.frame import vocabulary

DAY = dt.date(2026, 11, 24)
FIRST = ("Amina", "Bruno", "Chloé", "Driss", "Élodie", "Fatou", "Gérard", "Hawa", "Inès", "José")
LAST = ("Bensaïd", "Camara", "Durand", "Élias", "Faure", "Garcia", "Haddad", "Ivanov", "Joly")
KINDS = ("letter", "received", "evidence", "form")
FAMILY = 5
"""Of so many people, all live together."""
WORDS = 30
A_PAPER = b"%PDF-1.7\n" + bytes(1 << 10)
DRAFT = '{"version": 1, "answers": {"faits": "%s"}}' % ("Je conteste cette somme. " * 80)


@dataclass(frozen=True, slots=True)
class Many:
    """How much of each: an office has ten papers a person, and two dossiers for three."""

    documents: int

    @property
    def people(self) -> int:
        return max(2, self.documents // 10)

    @property
    def dossiers(self) -> int:
        return max(2, self.people * 2 // 3)

    @property
    def drafts(self) -> int:
        return max(2, self.documents // 4)


def fill(database: Database, many: Many) -> None:
    """Write them all in one act."""
    write = database._connection.executemany
    with database.act():
        after = {one: _last(database, one) for one in ("person", "household", "dossier", "draft")}
        last = _last(database, "document")
        for table, columns, rows in _tables(many, _After(**after, document=last)):
            marks = ", ".join("?" * len(columns.split(",")))
            write(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        database.execute(
            "INSERT INTO word (rowid, title, words)"
            " SELECT document, title, words FROM document_text WHERE document > ?",
            (last,),
        )


def _last(database: Database, table: str) -> int:
    return int(database.value(f"SELECT coalesce(max(id), 0) FROM {table}"))


@dataclass(frozen=True, slots=True)
class _After:
    """The last row of each table before."""

    person: int
    household: int
    dossier: int
    draft: int
    document: int


def name_of(person: int) -> str:
    """Return what the person of this number is called, from 0."""
    return f"{FIRST[person % 10]} {LAST[person // 10 % 9]} {person}"


def _tables(many: Many, after: _After) -> Iterator[tuple[str, str, Iterator[tuple[object, ...]]]]:
    yield "person", "id, uid, name, folded, made_on", _people(many, after)
    yield "person_value", "person, field, value, source, given_on", _values(many, after)
    homes = range(1, many.people // FAMILY + 1)
    yield "household", "id, uid", ((after.household + n, f"foyer{n:08}") for n in homes)
    yield "household_member", "household, person, role, since", _members(many, after)
    yield "dossier", "id, uid, person, title, folded, opened_on", _dossiers(many, after)
    yield (
        "draft",
        "id, uid, person, pack, content, begun_on, saved_on, finished",
        _drafts(many, after),
    )
    columns = (
        "id, uid, person, dossier, draft, kind, title, day, media, pages, size, sha256, made_from"
    )
    yield "document", columns, _documents(many, after)
    bodies = range(after.document + 1, after.document + many.documents + 1)
    yield "body", "document, data", ((n, A_PAPER) for n in bodies)
    yield (
        "event",
        "uid, person, dossier, kind, title, day, prudent_day, awaited",
        _events(many, after),
    )
    yield "document_text", "document, title, words", _texts(many, after)


def _people(many: Many, after: _After) -> Iterator[tuple[object, ...]]:
    for n in range(many.people):
        name = name_of(n)
        yield after.person + n + 1, f"personne{n:08}", name, compared(name), DAY.isoformat()


def _values(many: Many, after: _After) -> Iterator[tuple[object, ...]]:
    for n in range(many.people):
        who = after.person + n + 1
        yield who, "identite.nom", name_of(n), "draft", DAY.isoformat()
        yield who, "adresse.commune", "Villeurbanne", "draft", DAY.isoformat()


def _members(many: Many, after: _After) -> Iterator[tuple[object, ...]]:
    for n in range(many.people // FAMILY * FAMILY):
        home, role = after.household + n // FAMILY + 1, "enfant" if n % FAMILY else ""
        yield home, after.person + n + 1, role, DAY.isoformat()


def _dossiers(many: Many, after: _After) -> Iterator[tuple[object, ...]]:
    for n in range(many.dossiers):
        title, who = f"Dette numéro {n}", after.person + n % many.people + 1
        yield after.dossier + n + 1, f"dossier{n:08}", who, title, compared(title), DAY.isoformat()


def _drafts(many: Many, after: _After) -> Iterator[tuple[object, ...]]:
    for n in range(many.drafts):
        day, who = (
            (DAY - dt.timedelta(days=n % 400)).isoformat(),
            after.person + n % many.people + 1,
        )
        yield after.draft + n + 1, f"draft{n:08}", who, "cada", DRAFT, day, day, int(n % 100 != 0)


def _documents(many: Many, after: _After) -> Iterator[tuple[object, ...]]:
    digest, size = hashlib.sha256(A_PAPER).digest(), len(A_PAPER)
    for n in range(many.documents):
        place = n % many.dossiers if n % 4 else None
        who = (n if place is None else place) % many.people + 1
        draft = after.draft + n // 4 + 1 if n % 4 == 1 and n // 4 < many.drafts else None
        day, made = (DAY - dt.timedelta(days=n % 400)).isoformat(), "cada" if draft else ""
        yield (
            after.document + n + 1,
            f"papier{n:08}",
            after.person + who,
            None if place is None else after.dossier + place + 1,
            draft,
            KINDS[n % 4],
            f"Recours numéro {n}",
            day,
            "application/pdf",
            1,
            size,
            digest,
            made,
        )


def _events(many: Many, after: _After) -> Iterator[tuple[object, ...]]:
    """Yield three steps a dossier; one dossier in three awaits a day."""
    for n in range(many.dossiers * 3):
        place, step = divmod(n, 3)
        day = (DAY + dt.timedelta(days=place % 90 - 10)).isoformat()
        kind = ("posted", "receipt-returned", "to-do")[step]
        who, where = after.person + place % many.people + 1, after.dossier + place + 1
        awaited = int(step == 2 and place % 3 == 0)
        yield f"event{n:08}", who, where, kind, f"Rappeler {n}", day, None, awaited


def _texts(many: Many, after: _After) -> Iterator[tuple[object, ...]]:
    draw = random.Random(3)
    known, weights = vocabulary(draw)
    for n in range(many.documents):
        title = searchable(f"Recours numéro {n} · {name_of(n % many.people)}")
        words = " ".join(draw.choices(known, cum_weights=weights, k=WORDS))
        yield after.document + n + 1, title, words
