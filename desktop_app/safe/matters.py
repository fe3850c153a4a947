"""A whole matter erased at once and for good: drafts, papers, events, and the safe's own backups.

That the safe's backups hold it is noted in the same act (``held.py``). In the table ``setting``,
under ``_COPIES`` and an id: how often that paper was saved elsewhere, which goes with it; where, is
kept nowhere. Under ``_COPIES`` alone: how many backups of the safe left.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from desktop_app.core.records import Matter
from desktop_app.safe.ballast import Ballast
from desktop_app.safe.database import Database
from desktop_app.safe.held import StillHeld
from desktop_app.safe.person_keys import Keys
from desktop_app.safe.remains import COPIES as _COPIES
from desktop_app.safe.remains import Remains
from desktop_app.safe.search import Search


class Matters:
    """The matters of an open safe."""

    def __init__(
        self,
        database: Database,
        search: Search,
        ballast: Ballast,
        remains: Remains,
        expect_may: Callable[[], None] = lambda: None,
    ) -> None:
        self._expect_may = expect_may  # the rules of an office
        self._database, self._search, self._ballast = database, search, ballast
        self._remains = remains
        self._held = StillHeld(database)
        self._keys = Keys(database)

    def whole(self, *, dossier: str = "", draft: str = "", document: str = "") -> Matter:
        """Return all that is of the matter which one of these is in; empty when none is there.

        Of a dossier: its drafts, those its papers were made of, its papers, in the bin too. Of a
        draft or a paper that is in no dossier: the draft, and the papers made of it.
        """
        folder = self._dossier(dossier, draft, document)
        drafts = self._rows(
            "SELECT id FROM draft WHERE uid = ?1 OR dossier = ?2 OR id IN"
            " (SELECT draft FROM document WHERE dossier = ?2 OR uid = ?3)",
            (draft, folder, document),
        )
        documents = self._rows(
            f"SELECT id FROM document WHERE uid = ?1 OR dossier = ?2 OR draft IN ({_list(drafts)})",
            (document, folder),
        )
        uid = self._database.value("SELECT uid FROM dossier WHERE id = ?", (folder,))
        found = self._database.rows(
            f"SELECT uid, pack FROM draft WHERE id IN ({_list(drafts)}) ORDER BY id"
        )
        matter = Matter(
            str(uid or ""),
            tuple(str(one) for one, _pack in found),
            tuple(str(pack) for _one, pack in found),
            self._uids("document", documents),
        )
        counts = map(self._copies, (*matter.drafts, *matter.documents))
        return replace(matter, copies=sum(counts), backups=self.backups_out)

    def note_copy(self, paper: str) -> None:
        """Note that a draft or a paper was saved elsewhere; "" the whole safe, as a backup."""
        with self._database.act():
            self._database.execute(
                "INSERT INTO setting (name, value) VALUES (?, '1')"
                " ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
                (_COPIES + paper,),
            )

    @property
    def backups_out(self) -> int:
        """How many backups of the whole safe are known to have left."""
        return self._copies("")

    def _copies(self, paper: str) -> int:
        found = self._database.value("SELECT value FROM setting WHERE name = ?", (_COPIES + paper,))
        return int(found or 0)

    def erase(self, matter: Matter, *, on: dt.date, moved: bool = False) -> None:
        """Erase it in one act, past the bin; what a profile knew from its drafts alone goes too.

        It works on a full disk too. ``Safe.renew_backups`` is to come after. ``moved``: it is whole
        in another safe of the office, and the register says so.

        Raises:
            RightKept: of an office, for more than answers just begun.
        """
        if matter.dossier or matter.documents:
            self._expect_may()

        def work() -> None:
            with self._database.act():
                self._erase(matter, on, moved=moved)

        self._ballast.urgently(work)

    @property
    def still_in_backups(self) -> int | None:
        """How far the safe had come when something of it was erased that its backups hold; None:
        they hold nothing of that kind.
        """
        return self._held.since

    def gone_from_backups(self) -> None:
        """Note that no backup of the safe's own holds what was erased."""
        self._held.forget()

    def _erase(self, matter: Matter, on: dt.date, *, moved: bool) -> None:
        row = self._database.value("SELECT id FROM dossier WHERE uid = ?", (matter.dossier,))
        if row is not None:
            self._remains.settle("dossier", int(row), on=on, moved=moved)
        for uid in matter.documents:
            row = self._database.row("SELECT id, binned_on FROM document WHERE uid = ?", (uid,))
            if row is not None and row[1] is None:
                self._search.forget(row[0])
        for table, uids in (
            ("document", matter.documents),
            ("draft", matter.drafts),
            ("dossier", (matter.dossier,)),
        ):
            for uid in filter(None, uids):
                told = self._database.rows(
                    "SELECT DISTINCT person FROM person_value WHERE source = ? AND source_uid = ?",
                    (table, uid),
                )
                self._database.execute(
                    "DELETE FROM person_value WHERE source = ? AND source_uid = ?", (table, uid)
                )
                for (person,) in told:
                    self._keys.renew(person)
                self._database.execute(f"DELETE FROM {table} WHERE uid = ?", (uid,))
                self._database.execute(
                    "INSERT INTO erasure (kind, uid, erased_on) VALUES (?, ?, ?)",
                    (table, uid, on.isoformat()),
                )
        for uid in (*matter.drafts, *matter.documents):
            self._database.execute("DELETE FROM setting WHERE name = ?", (_COPIES + uid,))
        self._held.note()

    def _dossier(self, dossier: str, draft: str, document: str) -> int | None:
        """Return the row of the dossier that one of these is, or is in."""
        found = self._database.value(
            "SELECT row FROM (SELECT id AS row FROM dossier WHERE uid = ?1"
            " UNION ALL SELECT dossier FROM document WHERE uid = ?3"
            " UNION ALL SELECT dossier FROM draft WHERE uid = ?2"
            " UNION ALL SELECT t.dossier FROM document t JOIN draft d ON d.id = t.draft"
            " WHERE d.uid = ?2) WHERE row IS NOT NULL",
            (dossier, draft, document),
        )
        return None if found is None else int(found)

    def _rows(self, sql: str, values: Sequence[str | int | None]) -> list[int]:
        return [int(row) for (row,) in self._database.rows(sql, values)]

    def _uids(self, table: str, rows: Iterable[int]) -> tuple[str, ...]:
        found = self._database.rows(
            f"SELECT uid FROM {table} WHERE id IN ({_list(rows)}) ORDER BY id"
        )
        return tuple(str(uid) for (uid,) in found)


def _list(rows: Iterable[int]) -> str:
    return ", ".join(str(int(row)) for row in rows)
