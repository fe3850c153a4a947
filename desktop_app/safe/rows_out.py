"""All the rows of one dossier, by the ids that the outside knows, to be copied and compared.

A number of a row means nothing in another safe: what refers to another row is told by that row's
``uid``. The bytes of papers are told by their SHA-256, computed from what is there.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.records import Matter
from desktop_app.safe.database import Database

Value = str | int | float | bytes | None
Row = Mapping[str, Value]

REFERS: Mapping[str, Mapping[str, str]] = {
    "dossier": {"person": "person"},
    "draft": {"person": "person", "dossier": "dossier"},
    "document": {"person": "person", "dossier": "dossier", "draft": "draft"},
    "document_text": {"document": "document"},
    "evidence": {"document": "document"},
    "dossier_evidence": {"dossier": "dossier", "document": "document"},
    "event": {"person": "person", "dossier": "dossier", "document": "document"},
    "act": {"author": "helper", "person": "person", "dossier": "dossier"},
    "dossier_figure": {"dossier": "dossier"},
    "person_value": {"person": "person"},
}
"""The tables of a dossier, what others refer to first, and the table that each column refers to."""
NUMBERED = ("dossier", "draft", "document", "event", "act", "person_value")
"""Those whose rows have a number of their own, which is not copied."""


@dataclass(frozen=True, slots=True)
class Out:
    """The rows of a dossier: by table, each as (column, value) pairs; SHA-256 of each paper."""

    rows: Mapping[str, Sequence[Row]]
    papers: Mapping[str, str]

    def lacks(self, other: "Out") -> list[str]:
        """Return in which tables this one lacks something of another, its papers' bytes too."""
        found = [
            table
            for table, rows in other.rows.items()
            if not _all_in(rows, self.rows.get(table, ()))
        ]
        if any(self.papers.get(uid) != digest for uid, digest in other.papers.items()):
            found.append("body")
        return found


def of_matter(database: Database, matter: Matter) -> Out:
    """Return all that a matter holds, and what its papers and its answers told of its person."""
    columns = {table: columns_of(database, table) for table in REFERS}
    rows = {
        table: [_told(database, table, columns[table], row) for row in found]
        for table, found in _found(database, matter, columns)
    }
    papers = {uid: _digest(database, uid) for uid in matter.documents}
    return Out(rows, papers)


def _found(
    database: Database, matter: Matter, columns: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Sequence[tuple[Value, ...]]]]:
    documents, drafts = _marks(matter.documents), _marks(matter.drafts)
    in_dossier = "dossier = (SELECT id FROM dossier WHERE uid = ?)"
    of_papers = f"document IN (SELECT id FROM document WHERE uid IN ({documents}))"
    everything = (matter.dossier, *matter.documents, *matter.drafts)
    wheres: Mapping[str, tuple[str, Sequence[str]]] = {
        "dossier": ("uid = ?", (matter.dossier,)),
        "draft": (f"uid IN ({drafts})", matter.drafts),
        "document": (f"uid IN ({documents})", matter.documents),
        "document_text": (of_papers, matter.documents),
        "evidence": (of_papers, matter.documents),
        "dossier_evidence": (f"{in_dossier} AND {of_papers}", (matter.dossier, *matter.documents)),
        "event": (in_dossier, (matter.dossier,)),
        "act": (
            f"{in_dossier} OR subject IN ({_marks(everything)})",
            (matter.dossier, *everything),
        ),
        "dossier_figure": (in_dossier, (matter.dossier,)),
        "person_value": (
            f"source_uid != '' AND source_uid IN ({_marks(everything)})",
            everything,
        ),
    }
    for table, (where, values) in wheres.items():
        names = ", ".join(columns[table])
        yield table, database.rows(f"SELECT {names} FROM {table} WHERE {where}", values)


def _told(database: Database, table: str, names: Sequence[str], row: Sequence[Value]) -> Row:
    told = dict(zip(names, row, strict=True))
    for column, other in REFERS[table].items():
        if told[column] is not None:
            found = database.value(f"SELECT uid FROM {other} WHERE id = ?", (told[column],))
            told[column] = str(found)
    return told


def columns_of(database: Database, table: str) -> list[str]:
    """Return what is written in a table, without its own number and what is computed."""
    found = database.rows(f"PRAGMA table_xinfo({table})")
    names = [str(row[1]) for row in found if not row[6]]
    return [name for name in names if table not in NUMBERED or name != "id"]


def _digest(database: Database, uid: str) -> str:
    data = database.value(
        "SELECT b.data FROM body b JOIN document d ON d.id = b.document WHERE d.uid = ?", (uid,)
    )
    return hashlib.sha256(data if isinstance(data, bytes) else b"").hexdigest()


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _all_in(rows: Sequence[Row], there: Sequence[Row]) -> bool:
    known = {frozenset(row.items()) for row in there}
    return all(frozenset(row.items()) in known for row in rows)
