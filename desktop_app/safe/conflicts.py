"""Copies that a synchronisation left beside the safe: opened to read, compared, merged by gesture.

A copy is never written, and never deleted: it is put aside, in ``copies``, when a person says so.
What was erased for good here never comes back; both versions of what differs are kept.
"""

import os
import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.comparing import KINDS, Comparison, Copy, Merged
from desktop_app.files import ReadOnly
from desktop_app.safe import rights
from desktop_app.safe.database import Database, connect, verify
from desktop_app.safe.disk import Disk, is_regular, refusal
from desktop_app.safe.errors import CopyDamaged, CopyOfOtherKey, NotFound, SafeNewer
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.pages import first_page_is_authentic
from desktop_app.safe.rows_out import Row
from desktop_app.safe.search import Search
from desktop_app.safe.two_states import (
    REFERS,
    SHOWN,
    State,
    closure,
    compared,
    second_id,
    state_of,
    takes,
)


class Conflicts:
    """The copies beside one open safe.

    Args:
        key: emptied with the safe.
        safe_id: of the safe: another safe's file is no copy of it.
    """

    def __init__(
        self,
        folder: SafeFolder,
        database: Database,
        key: bytearray,
        safe_id: bytes,
        *,
        words: Search,
        disk: Disk,
        schemas: Schemas,
        read_only: bool,
    ) -> None:
        self._folder, self._database, self._key, self._safe_id = folder, database, key, safe_id
        self._words = words
        self._disk, self._schemas, self._read_only = disk, schemas, read_only

    def all(self) -> Sequence[Copy]:
        """Return the copies that are there, by name."""
        found = [self._folder.path / name for name in self._folder.strangers()]
        return [
            Copy(one.name, one.stat().st_size, one.name.startswith("safe"))
            for one in found
            if is_regular(one)
        ]

    def compare(self, name: str) -> Comparison:
        """Say what a copy and the safe do not have in common; nothing is written.

        Raises:
            NotFound, CopyOfOtherKey, CopyDamaged, SafeNewer; what a disk refuses.
        """
        with self._opened(name) as copy:
            return compared(name, state_of(self._database), state_of(copy))

    def merge(self, name: str, ids: Collection[str] | None = None) -> Merged:
        """Take from a copy all that the safe has not, or those of these ids, with what they need.

        Papers are one by their bytes. Of what differs both versions are kept, and the newest is
        proposed. It is one act: all of it, or nothing.

        Raises:
            ReadOnly; as ``compare``.
        """
        if self._read_only:
            raise ReadOnly
        with self._opened(name) as copy:
            there = state_of(copy)
            with self._database.act():
                here = state_of(self._database)
                found = compared(name, here, there)
                wanted = found.takeable(ids)
                if ids is not None and len({one.id for one in wanted}) != len(set(ids)):
                    raise NotFound(what="difference")
                merge = _Merge(self, copy, here, there)
                tables = {kind: table for table, kind in SHOWN.items()}
                order = sorted(wanted, key=lambda one: KINDS.index(one.kind))
                for one in order:
                    merge.take(tables[one.kind], one.id)
                merge.take_with()
        counts = [(kind, sum(one.kind == kind for one in wanted)) for kind in KINDS]
        return Merged([one for one in counts if one[1]])

    def put_aside(self, name: str) -> Path:
        """Put a copy aside, in a folder where it is no longer told; return where.

        Raises:
            NotFound, ReadOnly; what a disk refuses.
        """
        if self._read_only:
            raise ReadOnly
        source, home = self._path(name), self._folder.aside
        try:
            if not home.is_dir():
                rights.make_folder(home)
            target = home / source.name
            if os.path.lexists(target):
                target = home / f"{secrets.token_hex(4)}-{source.name}"
            self._disk.rename(source, target)
        except OSError as error:
            raise refusal(error, source) from error
        return target

    def _path(self, name: str) -> Path:
        if name not in self._folder.strangers() or not is_regular(self._folder.path / name):
            raise NotFound(what="copy")
        return self._folder.path / name

    @contextmanager
    def _opened(self, name: str) -> Iterator[Database]:
        path, key = self._path(name), bytes(self._key)
        if not name.startswith("safe"):
            raise NotFound(what="copy")
        beside = [path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm")]
        if any(os.path.lexists(one) for one in beside) or path.stat().st_size < 1024:
            raise CopyDamaged  # unfinished: its pages are not of one moment
        if not first_page_is_authentic(path, key):
            raise CopyOfOtherKey
        if verify(path, key):
            raise CopyDamaged
        copy = connect(path, key, "frozen")
        try:
            if copy.value("SELECT id FROM safe") != self._safe_id:
                raise CopyOfOtherKey
            if not self._schemas.only_adds(copy):
                raise SafeNewer
            self._schemas.stand_in(copy)
            yield copy
        finally:
            copy.close()


class _Merge:
    """What is taken from one copy, in one act of the safe."""

    def __init__(self, conflicts: Conflicts, copy: Database, here: State, there: State) -> None:
        self._database, self._words = conflicts._database, conflicts._words
        self._copy, self._here, self._there = copy, here, there
        self._ids: dict[tuple[str, str], str] = {}
        self._taken: set[tuple[str, str]] = set()

    def take(self, table: str, uid: str) -> None:
        """Take one thing, with what it refers to that is not here."""
        for other, known in closure(self._there, [(table, uid)]):
            self._one(other, known, asked=(other, known) == (table, uid))

    def take_with(self) -> None:
        """Take what goes along: numbers, consents, mandates, and who did what to what is taken."""
        for table, uid in self._taken:
            if table == "person" and uid not in self._here.rows["person"]:
                self._found_by(uid)
        for table in ("consent", "mandate", "act"):
            for uid, row in self._there.rows[table].items():
                of = {("person", str(row["person"])), ("dossier", str(row.get("dossier") or ""))}
                subject = str(row.get("subject", ""))
                mine = of & self._taken or subject in {known for _table, known in self._taken}
                if mine and uid not in self._here.rows[table] and self._may(table, uid):
                    self._insert(table, row)

    def _found_by(self, person: str) -> None:
        """Bring what a person is found by; a number that another one has here is not hers."""
        for table, names in (("person_number", "number"), ("person_key", "kind, text")):
            for values in self._copy.rows(
                f"SELECT {names} FROM {table} WHERE person = (SELECT id FROM person WHERE uid = ?)",
                (person,),
            ):
                marks = ", ".join("?" * len(values))
                self._database.execute(
                    f"INSERT OR IGNORE INTO {table} (person, {names})"
                    f" VALUES ((SELECT id FROM person WHERE uid = ?), {marks})",
                    (person, *values),
                )

    def _one(self, table: str, uid: str, *, asked: bool) -> None:
        row, ours = self._there.rows[table][uid], self._here.rows[table]
        if (table, uid) in self._taken or not self._may(table, uid):
            return
        if uid not in ours:
            if table == "document" and (twin := self._twin(row)):
                self._ids[(table, uid)] = twin
                return
            self._taken.add((table, uid))
            self._insert(table, row)
        elif asked and table in {"draft", "event"}:
            self._taken.add((table, uid))
            self._insert(table, {**row, "uid": second_id(uid, row)})
            if table == "draft":
                self._propose_newest(uid, row)
        elif asked:
            self._taken.add((table, uid))
            self._rewrite(table, uid, row)

    def _may(self, table: str, uid: str) -> bool:
        return takes(self._here, self._there.rows[table][uid], table, uid)

    def _twin(self, row: Row) -> str:
        sql = "SELECT uid FROM document WHERE sha256 = ? AND binned_on IS NULL"
        return str(self._database.value(sql, (row["sha256"],)) or "")

    def _insert(self, table: str, row: Row) -> None:
        values = dict(row)
        for column, other in REFERS[table].items():
            if values[column] is not None:
                uid = self._ids.get((other, str(values[column])), str(values[column]))
                sql = f"SELECT id FROM {other} WHERE uid = ?"
                values[column] = self._database.value(sql, (uid,))
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        number = self._database.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values())
        )
        if table == "document":
            self._paper(str(row["uid"]), number, binned=values["binned_on"] is not None)
        elif table == "person_value":
            self._keep_newest(row, number)

    def _paper(self, uid: str, number: int, *, binned: bool) -> None:
        """Bring the bytes and the words of a paper, proved by its SHA-256."""
        data = self._copy.value(
            "SELECT b.data FROM body b JOIN document d ON d.id = b.document WHERE d.uid = ?", (uid,)
        )
        words = self._copy.row(
            "SELECT t.title, t.words FROM document_text t JOIN document d ON d.id = t.document"
            " WHERE d.uid = ?",
            (uid,),
        )
        if data is None or words is None:
            raise CopyDamaged
        self._database.execute("INSERT INTO body (document, data) VALUES (?, ?)", (number, data))
        self._database.execute(
            "INSERT INTO document_text (document, title, words) VALUES (?, ?, ?)", (number, *words)
        )
        if not binned:
            self._words.index(number)

    def _keep_newest(self, row: Row, number: int) -> None:
        """Have the newest value proposed: the last row of a field is."""
        newest = self._database.row(
            "SELECT id, given_on FROM person_value WHERE field = ? AND id != ? AND person ="
            " (SELECT person FROM person_value WHERE id = ?) ORDER BY id DESC LIMIT 1",
            (row["field"], number, number),
        )
        if newest is not None and str(newest[1]) > str(row["given_on"]):
            self._database.execute(
                "INSERT INTO person_value (person, field, value, source, source_uid, given_on)"
                " SELECT person, field, value, source, source_uid, given_on FROM person_value"
                " WHERE id = ?",
                (newest[0],),
            )

    def _propose_newest(self, uid: str, row: Row) -> None:
        """Leave one of two versions of a draft begun: the last one; the other stays beside it."""
        mine = self._here.rows["draft"][uid]
        last = (str(mine["saved_on"]), int(str(mine["saves"])))
        theirs = (str(row["saved_on"]), int(str(row["saves"])))
        older = uid if theirs > last else second_id(uid, row)
        self._database.execute("UPDATE draft SET finished = 1 WHERE uid = ?", (older,))

    def _rewrite(self, table: str, uid: str, row: Row) -> None:
        """Take the copy's version of a person or a dossier: the gesture can be undone."""
        names = [name for name in row if name not in {"uid", "binned_on", *REFERS[table]}]
        sets = ", ".join(f"{name} = ?" for name in names)
        self._database.execute(
            f"UPDATE {table} SET {sets} WHERE uid = ?", (*(row[name] for name in names), uid)
        )
