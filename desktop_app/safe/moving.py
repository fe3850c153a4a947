"""A dossier moved from a safe to another: copied, proved there, then erased where it was.

Whatever stops it, nothing is lost: until its copy is proved, where it was is not touched; after
that it may be at both places, which is noted with the copy, in the same act, and ``finish`` ends it
at the next opening of both.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.core.circles import Moved
from desktop_app.core.errors import Notice
from desktop_app.core.records import Matter
from desktop_app.files import ReadOnly
from desktop_app.safe import circle_marks
from desktop_app.safe.errors import NotFound, NotMoved, Tell
from desktop_app.safe.figures import CAME
from desktop_app.safe.rows_out import REFERS, Out, Row, of_matter
from desktop_app.safe.store import Safe
from desktop_app.safe.withdrawn import expect_kept

_COPIES = "copies-out:"


class Moving:
    """One dossier on its way; both safes are open, to be written.

    Raises:
        ReadOnly: one of them is only read here.
        NotFound: no such dossier.
        RightKept: of an office, where she may not erase: it would stay at both places.

    Args:
        whole: all that the source holds goes, with what each person asked: then also what is there
            of who asked that nothing more is kept.
    """

    def __init__(
        self, source: Safe, target: Safe, dossier: str, *, on: dt.date, whole: bool = False
    ) -> None:
        if source.read_only or target.read_only:
            raise ReadOnly
        if source.id == target.id:
            raise NotFound(what="circle")
        source.team.expect_right("erase")
        self._source, self._target, self._on, self._whole = source, target, on, whole
        self._dossier = source.dossiers.one(dossier)
        self._matter = source.matters.whole(dossier=self._dossier.id)

    def all_of_it(self) -> Moved:
        """Move it; return what was proved.

        Raises:
            NotMoved: what arrived is not what left: it stays at both places.
            Withdrawn: she asked, here or there, that nothing more is kept of her.
            DiskFull and the others of a save: before the copy is proved nothing has changed here.
        """
        out = of_matter(self._source.database, self._matter)
        for _step in self.steps(out):
            pass
        return Moved(
            self._dossier.id,
            self._dossier.title,
            len(out.rows["document"]),
            len(out.rows["event"]),
            len(out.rows["draft"]),
            len(out.rows["person_value"]),
        )

    def steps(self, out: Out) -> Iterator[str]:
        """Do it step by step; killed between any two, ``finish`` ends it."""
        yield "begun"
        if self._target.dossiers.there(self._dossier.id) is None:
            self._copy(out)
        yield "copied"
        if not proved(self._source, self._target, self._matter):
            raise NotMoved
        yield "proved"
        self._erase()
        yield "erased"
        circle_marks.arrived(self._target.database, self._dossier.id)
        yield "said"
        self._source.renew_backups(on=self._on)
        yield "renewed"

    def _copy(self, out: Out) -> None:
        database = self._target.database
        with self._target.act(), self._target.acts.silent():
            circle_marks.arrives(database, self._dossier.id, self._source.id)
            people, helpers = self._people(out), self._helpers(out)
            known: dict[str, dict[str, int]] = {"person": people, "helper": helpers}
            for table, rows in out.rows.items():
                known[table] = {}
                for row in rows:
                    self._copy_row(table, row, known)
            for uid, number in known["document"].items():
                self._body(uid, number)
            self._settings()

    def _copy_row(self, table: str, row: Row, known: dict[str, dict[str, int]]) -> None:
        uid = str(row.get("uid", ""))
        if uid:
            sql = f"SELECT 1 FROM {table} WHERE uid = ?"
            if self._target.database.value(sql, (uid,)) is not None:
                return  # an act that is told of two dossiers
            known[table][uid] = self._insert(table, row, known)
        elif row.get("document") in (None, *known["document"]):
            self._insert(table, row, known)

    def _insert(self, table: str, row: Row, known: Mapping[str, Mapping[str, int]]) -> int:
        values = dict(row)
        for column, other in REFERS[table].items():
            uid = values[column]
            values[column] = None if uid is None else self._row(other, str(uid), known)
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        return self._target.database.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values())
        )

    def _row(self, table: str, uid: str, known: Mapping[str, Mapping[str, int]]) -> int | None:
        """Return the row that this refers to; a dossier that is not moved is this one."""
        if table == "dossier":
            uid = self._dossier.id
        found = known.get(table, {}).get(uid)
        if found is not None:
            return found
        there = self._target.database.value(f"SELECT id FROM {table} WHERE uid = ?", (uid,))
        return None if there is None else int(there)

    def _body(self, uid: str, number: int) -> None:
        data = self._source.database.value(
            "SELECT b.data FROM body b JOIN document d ON d.id = b.document WHERE d.uid = ?", (uid,)
        )
        self._target.database.execute(
            "INSERT INTO body (document, data) VALUES (?, ?)", (number, data)
        )
        sql = "SELECT 1 FROM document WHERE id = ? AND binned_on IS NULL"
        if self._target.database.value(sql, (number,)) is not None:
            self._target.words.index(number)

    def _people(self, out: Out) -> dict[str, int]:
        """Return the rows of whose dossier it is; she comes with all that is known of her.

        With what she agreed to also: what she ended is ended there.
        """
        uids = {
            str(row["person"]) for rows in out.rows.values() for row in rows if row.get("person")
        }
        if not self._whole:
            for safe in (self._source, self._target):
                for uid in uids:
                    expect_kept(safe.database, safe.people.row_of(uid))
        return {uid: self._person(uid) for uid in sorted(uids)}

    def _person(self, uid: str) -> int:
        source, target = self._source.database, self._target.database
        there = target.value("SELECT id FROM person WHERE uid = ?", (uid,))
        row = source.row("SELECT id, name, folded, made_on FROM person WHERE uid = ?", (uid,))
        assert row is not None
        if there is None:
            there = target.execute(
                "INSERT INTO person (uid, name, folded, made_on) VALUES (?, ?, ?, ?)",
                (uid, *row[1:]),
            )
            circle_marks.keep(self._target.database, CAME + uid, "")
            for table, names in (
                ("person_value", "field, value, source, source_uid, given_on"),
                ("person_key", "kind, text"),
                ("person_number", "number"),
                ("consent", "uid, words, language, given_on, ended_on"),
            ):
                of_dossier = (
                    f" AND source_uid NOT IN ({', '.join('?' * len(self._uids))})"
                    if table == "person_value"
                    else ""
                )
                for values in source.rows(
                    f"SELECT {names} FROM {table} WHERE person = ?{of_dossier}",
                    (row[0], *(self._uids if of_dossier else ())),
                ):
                    marks = ", ".join("?" * (1 + len(values)))
                    target.execute(
                        f"INSERT OR IGNORE INTO {table} (person, {names}) VALUES ({marks})",
                        (there, *values),
                    )
        return int(there)

    @property
    def _uids(self) -> tuple[str, ...]:
        return (self._matter.dossier, *self._matter.documents, *self._matter.drafts)

    def _helpers(self, out: Out) -> dict[str, int]:
        """Return the rows of who did what; they are named there, and open nothing by it."""
        target, found = self._target.database, {}
        for uid in sorted({str(row["author"]) for row in out.rows["act"] if row["author"]}):
            there = target.value("SELECT id FROM helper WHERE uid = ?", (uid,))
            if there is None:
                row = self._source.database.row(
                    "SELECT name, role, added_on FROM helper WHERE uid = ?", (uid,)
                )
                assert row is not None
                there = target.execute(
                    "INSERT INTO helper (uid, name, role, added_on) VALUES (?, ?, ?, ?)",
                    (uid, *row),
                )
            found[uid] = int(there)
        return found

    def _settings(self) -> None:
        """Take along how often its papers were saved elsewhere."""
        for uid in (*self._matter.documents, *self._matter.drafts):
            value = self._source.database.value(
                "SELECT value FROM setting WHERE name = ?", (_COPIES + uid,)
            )
            if value is not None:
                circle_marks.keep(self._target.database, _COPIES + uid, str(value))

    def _erase(self) -> None:
        """Erase it where it was; the register has its line, a number and no name."""
        with self._source.act():
            self._source.matters.erase(self._matter, on=self._on, moved=True)
            marks = ", ".join("?" * len(self._uids))
            self._source.database.execute(f"DELETE FROM act WHERE subject IN ({marks})", self._uids)


def proved(source: Safe, target: Safe, matter: Matter) -> bool:
    """Tell whether all that a matter is in one safe is in another too."""
    there = target.matters.whole(dossier=matter.dossier)
    left = of_matter(source.database, matter)
    return not of_matter(target.database, there).lacks(_as_moved(left, matter.dossier))


def _as_moved(out: Out, dossier: str) -> Out:
    """Return it as it is once moved: its papers are in no dossier but this one."""
    rows = {
        table: [
            {**row, "dossier": dossier}
            if "dossier" in REFERS[table] and row["dossier"] is not None
            else row
            for row in found
        ]
        for table, found in out.rows.items()
    }
    return Out(rows, out.papers)


def finish(safes: Sequence[Safe], *, on: dt.date, tell: Tell) -> None:
    """End what a kill had stopped between these safes, all of them open; tell what is at both.

    Where what arrived is no longer what left, both stay, and it is said.
    """
    by_id = {one.id: one for one in safes if not one.read_only}
    for target in by_id.values():
        for dossier, where in circle_marks.arriving(target.database).items():
            source = by_id.get(where)
            if source is None:
                continue
            if source.dossiers.there(dossier) is None:
                circle_marks.arrived(target.database, dossier)
                continue
            moving = Moving(source, target, dossier, on=on)
            try:
                moving.all_of_it()
            except NotMoved:
                tell(Notice("circle-move-twice"))
            else:
                tell(Notice("circle-move-finished"))
