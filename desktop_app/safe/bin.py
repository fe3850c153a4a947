"""The bin, and erasing for good: rows, words and pages go in one act, and leave no trace."""

import datetime as dt

from desktop_app.safe.ballast import Ballast
from desktop_app.safe.database import Database
from desktop_app.safe.documents import SELECT, stored
from desktop_app.safe.errors import NotFound
from desktop_app.safe.records import StoredDocument
from desktop_app.safe.search import Search

_DOCUMENTS_OF = {
    "document": "SELECT id, binned_on FROM document WHERE id = ?1",
    "dossier": "SELECT id, binned_on FROM document WHERE dossier = ?1",
    "person": "SELECT id, binned_on FROM document WHERE person = ?1"
    " OR dossier IN (SELECT id FROM dossier WHERE person = ?1)",
}
DAYS_IN_BIN = 30


class Bin:
    """What is thrown away: out of every list and search at once, erased later or at once."""

    def __init__(self, database: Database, search: Search, ballast: Ballast) -> None:
        self._database = database
        self._search = search
        self._ballast = ballast

    def all(self) -> list[StoredDocument]:
        """Return the documents of the bin, the last thrown first."""
        found = self._database.rows(
            f"{SELECT} WHERE d.binned_on IS NOT NULL ORDER BY d.binned_on DESC, d.id DESC"
        )
        return [stored(row) for row in found]

    def put(self, document: str, *, on: dt.date) -> None:
        """Throw a document in the bin."""
        with self._database.act():
            row = self._row("document", document)
            if self._database.changed(
                "UPDATE document SET binned_on = ? WHERE id = ? AND binned_on IS NULL",
                (on.isoformat(), row),
            ):
                self._search.forget(row)

    def take_back(self, document: str) -> None:
        """Put a document of the bin where it was."""
        with self._database.act():
            row = self._row("document", document)
            if self._database.changed(
                "UPDATE document SET binned_on = NULL WHERE id = ? AND binned_on IS NOT NULL",
                (row,),
            ):
                self._search.index(row)

    def erase(self, kind: str, uid: str, *, on: dt.date) -> None:
        """Erase a document, a dossier or a person, with all that is theirs, for good.

        It works on a full disk too. Backups made before still hold it.
        """

        def work() -> None:
            with self._database.act():
                row = self._row(kind, uid)
                for document, binned in self._database.rows(_DOCUMENTS_OF[kind], (row,)):
                    if binned is None:
                        self._search.forget(document)
                    self._database.execute("DELETE FROM document WHERE id = ?", (document,))
                self._database.execute(f"DELETE FROM {kind} WHERE id = ?", (row,))
                self._database.execute(
                    "INSERT INTO erasure (kind, uid, erased_on) VALUES (?, ?, ?)",
                    (kind, uid, on.isoformat()),
                )

        self._ballast.urgently(work)

    def empty(self, *, on: dt.date, older_than: int = DAYS_IN_BIN) -> int:
        """Erase what has been in the bin for that many days; return how many documents."""
        before = (on - dt.timedelta(days=older_than)).isoformat()
        found = self._database.rows("SELECT uid FROM document WHERE binned_on <= ?", (before,))
        for (uid,) in found:
            self.erase("document", uid, on=on)
        return len(found)

    def _row(self, kind: str, uid: str) -> int:
        assert kind in _DOCUMENTS_OF
        row = self._database.value(f"SELECT id FROM {kind} WHERE uid = ?", (uid,))
        if row is None:
            raise NotFound(what=kind)
        return int(row)
