"""Documents: written once, with their words in the index, read back as the same bytes."""

import datetime as dt
import hashlib
from collections.abc import Sequence

from desktop_app.core.records import StoredDocument
from desktop_app.safe.database import CHUNK, Database, Row
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.errors import DocumentDamaged, NotFound, SafeDamaged
from desktop_app.safe.people import People
from desktop_app.safe.records import Filing, cleaned, new_id
from desktop_app.safe.search import Search
from desktop_app.safe.withdrawn import expect_kept

COLUMNS = (
    "d.uid, d.title, coalesce(p.name, ''), coalesce(p.uid, ''), coalesce(f.title, ''),"
    " coalesce(f.uid, ''), d.kind, d.day, d.media, d.size, d.pages, d.made_from, d.edition,"
    " d.verified, d.total, coalesce(a.uid, ''), EXISTS (SELECT 1 FROM document later"
    " WHERE later.dossier = d.dossier AND later.id > d.id AND later.draft = d.draft"
    " AND later.binned_on IS NULL) FROM document d"
    " LEFT JOIN person p ON p.id = d.person LEFT JOIN dossier f ON f.id = d.dossier"
    " LEFT JOIN draft a ON a.id = d.draft"
)
SELECT = "SELECT " + COLUMNS


class Documents:
    """The documents of an open safe."""

    def __init__(
        self, database: Database, people: People, dossiers: Dossiers, search: Search
    ) -> None:
        self._database = database
        self._people = people
        self._dossiers = dossiers
        self._search = search

    def add(self, data: bytes, filing: Filing, *, person: str = "", dossier: str = "") -> str:
        """File a document with its words; unknown names are added. Return its id.

        Everything is one act: after an error nothing of it is there.
        """
        with self._database.act():
            owner = self._people.row_or_new(person, on=filing.on) if person else None
            folder = None
            if dossier:
                folder = self._dossiers.row_or_new(dossier, person=owner, on=filing.on)
                owner = self._dossiers.person_of(folder)
            expect_kept(self._database, owner)
            uid, row = self._insert(data, filing, owner, folder)
            words = _storable(filing.text)
            self._write_body(row, data)
            self._search.keep(row, self._known_by(row), words)
        return uid

    def last(self, count: int) -> list[str]:
        """Return the ids of the documents filed last, the bin's too."""
        rows = self._database.rows("SELECT uid FROM document ORDER BY id DESC LIMIT ?", (count,))
        return [str(uid) for (uid,) in rows]

    def all(
        self,
        person: str = "",
        dossier: str = "",
        made_from: str = "",
        data: bytes = b"",
        draft: str = "",
    ) -> list[StoredDocument]:
        """Return the documents of a person, a dossier or everyone, the newest first.

        ``made_from``: those that say to be made from this, or, when it ends with a colon, from what
        begins so; ``data``: those that are these bytes; ``draft``: those made of these answers,
        with those that were thrown away.
        """
        where = "d.draft = (SELECT id FROM draft WHERE uid = ?)" if draft else "d.binned_on IS NULL"
        values: list[int | str | bytes] = [draft] if draft else []
        if person:
            where += " AND d.person = ?"
            values.append(self._people.row(person))
        if dossier:
            where += " AND d.dossier = ?"
            values.append(self._dossiers.row(dossier))
        if made_from:
            begins = made_from.endswith(":")
            where += (
                " AND d.made_from >= ? AND d.made_from < ?" if begins else " AND d.made_from = ?"
            )
            values += [made_from, f"{made_from[:-1]};"] if begins else [made_from]
        if data:
            where += " AND d.sha256 = ?"
            values.append(hashlib.sha256(data).digest())
        found = self._database.rows(f"{SELECT} WHERE {where} ORDER BY d.id DESC", values)
        return [stored(row) for row in found]

    def loose(self, person: str = "", *, limit: int, skip: int = 0) -> list[StoredDocument]:
        """Return the first that are in no dossier, of a person or of everyone, after ``skip``."""
        where, values = self._loose(person)
        found = self._database.rows(
            f"{SELECT} WHERE {where} AND d.binned_on IS NULL ORDER BY d.id DESC LIMIT ? OFFSET ?",
            (*values, limit, skip),
        )
        return [stored(row) for row in found]

    def count_loose(self, person: str = "") -> int:
        """Return how many there are of those that ``loose`` looks for."""
        where, values = self._loose(person)
        sql = f"SELECT count(*) FROM document d WHERE {where}"
        if person or not self._search.holds_all():  # else no row is read, but the index alone
            sql += " AND d.binned_on IS NULL"
        return int(self._database.value(sql, values))

    def count(self) -> int:
        """Return how many documents there are."""
        return self._search.documents()

    def _loose(self, person: str) -> tuple[str, tuple[int, ...]]:
        if person:
            return "d.dossier IS NULL AND d.person = ?", (self._people.row(person),)
        return "d.dossier IS NULL", ()

    def there(self, document: str) -> bool:
        """Tell whether a document is in the safe, and not in the bin."""
        sql = "SELECT 1 FROM document WHERE uid = ? AND binned_on IS NULL"
        return self._database.value(sql, (document,)) is not None

    def one(self, document: str) -> StoredDocument:
        """Return one document without its bytes; raises NotFound."""
        row = self._database.row(f"{SELECT} WHERE d.uid = ? AND d.binned_on IS NULL", (document,))
        if row is None:
            raise NotFound(what="document")
        return stored(row)

    def found(self, rows: Sequence[int]) -> list[StoredDocument]:
        """Return the documents of these rows, in the same order."""
        marks = ", ".join("?" * len(rows))
        known = self._database.rows(
            f"SELECT d.id, {COLUMNS} WHERE d.id IN ({marks}) AND d.binned_on IS NULL", rows
        )
        by_row = {row[0]: stored(row[1:]) for row in known}
        return [by_row[row] for row in rows if row in by_row]

    def content(self, document: str) -> bytes:
        """Return the bytes of a document, exactly as they were filed.

        Raises:
            NotFound.
            DocumentDamaged: they cannot be read back, or are not the same.
        """
        found = self._database.row(
            "SELECT id, sha256 FROM document WHERE uid = ? AND binned_on IS NULL", (document,)
        )
        if found is None:
            raise NotFound(what="document")
        try:
            data = self._database.value("SELECT data FROM body WHERE document = ?", (found[0],))
        except SafeDamaged as damaged:
            raise DocumentDamaged.like(damaged) from damaged
        if data is None or hashlib.sha256(data).digest() != found[1]:
            raise DocumentDamaged.like(self._database.damaged())
        return bytes(data)

    def know_again(self, person: str) -> None:
        """Have the documents of a person found under her name of now."""
        found = self._database.rows(
            "SELECT id, binned_on IS NULL FROM document WHERE person = ?",
            (self._people.row(person),),
        )
        for row, shown in found:
            self._search.retitle(row, self._known_by(row), indexed=bool(shown))

    def _known_by(self, row: int) -> str:
        """Return what people look for a document by, beside its words: title, whose, which case."""
        names = self._database.row(
            "SELECT d.title, coalesce(p.name, ''), coalesce(f.title, '') FROM document d"
            " LEFT JOIN person p ON p.id = d.person LEFT JOIN dossier f ON f.id = d.dossier"
            " WHERE d.id = ?",
            (row,),
        )
        assert names is not None  # written in this very transaction
        return " · ".join(name for name in names if name)

    def _insert(
        self, data: bytes, filing: Filing, person: int | None, dossier: int | None
    ) -> tuple[str, int]:
        uid = new_id()
        row = self._database.execute(
            "INSERT INTO document (uid, person, dossier, kind, title, day, media, pages, size,"
            " sha256, made_from, edition, verified, total, draft)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            " (SELECT id FROM draft WHERE uid = ?))",
            (
                uid,
                person,
                dossier,
                filing.kind,
                cleaned(filing.title),
                filing.on.isoformat(),
                filing.media,
                filing.pages,
                len(data),
                hashlib.sha256(data).digest(),
                filing.made_from,
                filing.edition,
                filing.verified,
                filing.total,
                filing.draft,
            ),
        )
        return uid, row

    def _write_body(self, row: int, data: bytes) -> None:
        if len(data) <= CHUNK:
            self._database.execute("INSERT INTO body (document, data) VALUES (?, ?)", (row, data))
            return
        self._database.execute(
            "INSERT INTO body (document, data) VALUES (?, zeroblob(?))", (row, len(data))
        )
        self._database.write_blob("body", "data", row, data)


def _storable(text: str) -> str:
    """Return a foreign file's words without what no database keeps: NUL, halves of pairs."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def stored(row: Row) -> StoredDocument:
    """Make a record of one row of SELECT."""
    *names, kind, day, media, size, pages, made_from, edition, verified, total, draft, earlier = row
    uid, title, person, person_id, dossier, dossier_id = names
    return StoredDocument(
        uid,
        title,
        person,
        person_id,
        dossier,
        dossier_id,
        kind,
        dt.date.fromisoformat(day),
        media,
        size,
        pages,
        made_from,
        edition,
        verified,
        total,
        draft,
        bool(earlier),
    )
