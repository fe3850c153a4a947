"""The bin, and erasing for good: rows, words and pages go in one act, and leave no trace."""

import datetime as dt
from collections.abc import Callable, Sequence

from desktop_app.core.records import Dossier, Person, StoredDocument
from desktop_app.safe.ballast import Ballast
from desktop_app.safe.database import Database
from desktop_app.safe.documents import SELECT, stored
from desktop_app.safe.dossiers import SELECT as DOSSIERS
from desktop_app.safe.dossiers import read_dossier
from desktop_app.safe.errors import NotFound
from desktop_app.safe.held import StillHeld
from desktop_app.safe.remains import Remains
from desktop_app.safe.search import Search

_DOCUMENTS_OF = {
    "document": "SELECT id, binned_on FROM document WHERE id = ?1",
    "dossier": "SELECT id, binned_on FROM document WHERE dossier = ?1",
    "person": "SELECT id, binned_on FROM document WHERE person = ?1"
    " OR dossier IN (SELECT id FROM dossier WHERE person = ?1)",
}
# A dossier goes to the bin with its documents, a person with her dossiers and theirs.
_BINNED_WITH = {
    "document": ("document WHERE id = ?2",),
    "dossier": ("document WHERE dossier = ?2", "dossier WHERE id = ?2"),
    "person": (
        "document WHERE (person = ?2 OR dossier IN (SELECT id FROM dossier WHERE person = ?2))",
        "dossier WHERE person = ?2",
        "person WHERE id = ?2",
    ),
}
DAYS_IN_BIN = 30


class Bin:
    """What is thrown away: out of every list and search at once, erased later or at once."""

    def __init__(
        self,
        database: Database,
        search: Search,
        ballast: Ballast,
        remains: Remains,
        expect_may: Callable[[], None] = lambda: None,
    ) -> None:
        self._expect_may = expect_may  # the rules of an office
        self._database = database
        self._search = search
        self._ballast = ballast
        self._remains = remains
        self._held = StillHeld(database)

    def all(self) -> list[StoredDocument]:
        """Return the documents thrown away alone, the last thrown first."""
        found = self._database.rows(
            f"{SELECT} WHERE d.binned_on IS NOT NULL AND f.binned_on IS NULL"
            " AND p.binned_on IS NULL ORDER BY d.binned_on DESC, d.id DESC"
        )
        return [stored(row) for row in found]

    def dossiers(self) -> list[Dossier]:
        """Return the dossiers thrown away, the last thrown first."""
        found = self._database.rows(
            f"{DOSSIERS} WHERE d.binned_on IS NOT NULL AND p.binned_on IS NULL"
            " ORDER BY d.binned_on DESC, d.id DESC"
        )
        return [read_dossier(row) for row in found]

    def people(self) -> list[Person]:
        """Return the persons thrown away, the last thrown first."""
        found = self._database.rows(
            "SELECT uid, name, made_on FROM person WHERE binned_on IS NOT NULL"
            " ORDER BY binned_on DESC, id DESC"
        )
        return [Person(uid, name, dt.date.fromisoformat(day)) for uid, name, day in found]

    def put(self, uid: str, *, on: dt.date, kind: str = "document") -> None:
        """Throw a document in the bin; a dossier or a person goes with all that is theirs."""
        with self._database.act():
            row = self._row(kind, uid)
            for document, binned in self._database.rows(_DOCUMENTS_OF[kind], (row,)):
                if binned is None:
                    self._search.forget(document)
            for rows in _BINNED_WITH[kind]:
                table, where = rows.split(" ", 1)
                self._database.execute(
                    f"UPDATE {table} SET binned_on = ?1 {where} AND binned_on IS NULL",
                    (on.isoformat(), row),
                )

    def take_back(self, uid: str, *, kind: str = "document") -> None:
        """Put what is in the bin where it was, with what was thrown away on the same day."""
        with self._database.act():
            row = self._row(kind, uid)
            day = self._database.value(f"SELECT binned_on FROM {kind} WHERE id = ?", (row,))
            for document, binned in self._database.rows(_DOCUMENTS_OF[kind], (row,)):
                if binned is not None and binned == day:
                    self._search.index(document)
            for rows in _BINNED_WITH[kind]:
                table, where = rows.split(" ", 1)
                self._database.execute(
                    f"UPDATE {table} SET binned_on = NULL {where} AND binned_on = ?1", (day, row)
                )

    def erase(self, kind: str, uid: str, *, on: dt.date) -> None:
        """Erase a document, a dossier or a person, with all that is theirs, for good.

        It works on a full disk too. ``Safe.renew_backups`` is to come after: those made before hold
        it.

        Raises:
            RightKept: of an office.
        """
        self._expect_may()
        self._for_good(kind, uid, on, self._held.note)

    def erase_together(
        self,
        whose: Sequence[tuple[str, str]],
        *,
        on: dt.date,
        reason: str = "",
        office: bool = True,
    ) -> None:
        """Erase several, by kind and id, all of them or none; the ``office``'s register says it.

        As ``erase`` else.

        Raises:
            NotFound: one of them is no longer there; nothing is erased.
            RightKept: of an office; who does not agree is forgotten whoever is at work.
        """
        if office:
            self._expect_may()

        def work() -> None:
            with self._database.act():
                for kind, uid in whose:
                    self._erase(kind, uid, on, reason=reason, office=office)
                self._held.note()

        self._ballast.urgently(work)

    def _for_good(self, kind: str, uid: str, on: dt.date, also: Callable[[], object]) -> None:
        def work() -> None:
            with self._database.act():
                self._erase(kind, uid, on)
                also()

        self._ballast.urgently(work)

    def _erase(
        self, kind: str, uid: str, on: dt.date, *, reason: str = "", office: bool | None = None
    ) -> None:
        row = self._row(kind, uid)
        if kind != "document":
            self._remains.settle(kind, row, on=on, reason=reason, office=office)
        for document, binned in self._database.rows(_DOCUMENTS_OF[kind], (row,)):
            if binned is None:
                self._search.forget(document)
            self._erase_answers(document)
            self._database.execute("DELETE FROM document WHERE id = ?", (document,))
        self._database.execute(f"DELETE FROM {kind} WHERE id = ?", (row,))
        self._database.execute(
            "INSERT INTO erasure (kind, uid, erased_on) VALUES (?, ?, ?)",
            (kind, uid, on.isoformat()),
        )

    def _erase_answers(self, document: int) -> None:
        """Erase the answers of a paper that goes, unless another one is made of them, or they are
        being changed.
        """
        self._database.execute(
            "DELETE FROM draft WHERE finished = 1"
            " AND id = (SELECT draft FROM document WHERE id = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM document d WHERE d.draft = draft.id AND d.id != ?1)",
            (document,),
        )

    def empty(self, *, on: dt.date) -> int:
        """Erase for good what has been in the bin for ``DAYS_IN_BIN``; return how much.

        Events taken off a timeline go with it. The safe's backups hold it until others take their
        place: they are not made again for it, or an office would keep those of one day only.
        """
        before = (on - dt.timedelta(days=DAYS_IN_BIN)).isoformat()
        count = 0
        for kind in ("person", "dossier", "document"):
            found = self._database.rows(f"SELECT uid FROM {kind} WHERE binned_on <= ?", (before,))
            for (uid,) in found:
                self._for_good(kind, uid, on, bool)
            count += len(found)
        with self._database.act():
            count += self._database.changed(
                "DELETE FROM event WHERE kind GLOB 'removed-*' AND substr(kind, 9, 10) <= ?",
                (before,),
            )
        return count

    def _row(self, kind: str, uid: str) -> int:
        assert kind in _DOCUMENTS_OF
        row = self._database.value(f"SELECT id FROM {kind} WHERE uid = ?", (uid,))
        if row is None:
            raise NotFound(what=kind)
        return int(row)
