"""Drafts: what a person has answered so far, saved after each answer."""

import datetime as dt
import json
from collections.abc import Collection

from desktop_app.core.records import SavedDraft
from desktop_app.safe.ballast import Ballast
from desktop_app.safe.database import Database, Row
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.errors import NotFound, NothingToSave
from desktop_app.safe.people import People
from desktop_app.safe.records import new_id
from desktop_app.safe.withdrawn import expect_draft_kept, expect_kept, expect_matter_kept

CONTENT_LIMIT = 1_000_000
_FROM = "FROM draft d LEFT JOIN person p ON p.id = d.person LEFT JOIN dossier f ON f.id = d.dossier"
_SELECT = (
    "SELECT d.uid, d.pack, d.content, d.question, coalesce(p.uid, ''), coalesce(f.uid, ''),"
    f" d.saved_on, d.finished {_FROM}"
)


class Drafts:
    """The drafts of an open safe."""

    def __init__(
        self, database: Database, people: People, dossiers: Dossiers, ballast: Ballast
    ) -> None:
        self._database = database
        self._people = people
        self._dossiers = dossiers
        self._ballast = ballast

    def begin(
        self, pack: str, content: str, *, on: dt.date, person: str = "", dossier: str = ""
    ) -> str:
        """Keep a new draft; return its id. ``content`` is JSON, as its maker wrote it."""
        uid = new_id()
        with self._database.act():
            owner = self._people.row(person) if person else None
            folder = self._dossiers.row(dossier) if dossier else None
            whose = self._dossiers.person_of(folder) if folder and owner is None else owner
            expect_kept(self._database, whose)
            self._database.execute(
                "INSERT INTO draft (uid, person, dossier, pack, content, begun_on, saved_on)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (uid, owner, folder, pack, _checked(content), on.isoformat(), on.isoformat()),
            )
        return uid

    def save(self, draft: str, content: str, *, question: str, on: dt.date) -> None:
        """Save a draft after an answer; ``question`` is where the person comes back.

        One that was finished is to be taken up again once it says something else, of a new matter
        when its dossier was thrown away. It works on a full disk too: the ballast makes room.
        """

        def work() -> None:
            with self._database.act():
                expect_draft_kept(self._database, draft, content)
                self._change(
                    "UPDATE draft SET content = ?1, question = ?2, saved_on = ?3,"
                    " saves = saves + 1, finished = finished AND content = ?1,"
                    " dossier = CASE content WHEN ?1 THEN dossier ELSE (SELECT id FROM dossier f"
                    " WHERE f.id = draft.dossier AND f.binned_on IS NULL) END WHERE uid = ?4",
                    (_checked(content), question, on.isoformat(), draft),
                )

        self._ballast.urgently(work)

    def finish(self, draft: str) -> None:
        """Mark a draft as made into a document."""
        with self._database.act():
            self._change("UPDATE draft SET finished = 1 WHERE uid = ?", (draft,))

    def forget(self, draft: str) -> None:
        """Take a draft away for good: what it held is noted elsewhere."""
        with self._database.act():
            self._change("DELETE FROM draft WHERE uid = ?", (draft,))

    def file(self, draft: str, dossier: str) -> None:
        """Say in which dossier the document made of a draft was filed."""
        with self._database.act():
            row = self._dossiers.row(dossier)
            hers = "SELECT 1 FROM draft d JOIN dossier f ON f.person = d.person"
            hers += " WHERE d.uid = ? AND f.id = ?"
            if self._database.value(hers, (draft, row)) is None:
                expect_matter_kept(self._database, row)
            self._change("UPDATE draft SET dossier = ? WHERE uid = ?", (row, draft))

    def of_dossier(self, dossier: str) -> list[SavedDraft]:
        """Return the drafts of the documents of a dossier, the last made first.

        They are finished, or were, and are being changed.
        """
        found = self._database.rows(
            f"{_SELECT} WHERE d.dossier = ? AND (d.finished = 1 OR EXISTS (SELECT 1 FROM document t"
            " WHERE t.dossier = d.dossier AND t.draft = d.id))"
            " ORDER BY d.saved_on DESC, d.id DESC",
            (self._dossiers.row(dossier),),
        )
        return [_draft(row) for row in found]

    def last(self, pack: str) -> SavedDraft | None:
        """Return the draft of this, whoever's and finished or not, that was saved last."""
        row = self._database.row(
            f"{_SELECT} WHERE d.pack = ? ORDER BY d.saved_on DESC, d.id DESC LIMIT 1", (pack,)
        )
        return _draft(row) if row is not None else None

    def one(self, draft: str) -> SavedDraft:
        """Return a draft; raises NotFound."""
        row = self._database.row(f"{_SELECT} WHERE d.uid = ?", (draft,))
        if row is None:
            raise NotFound(what="draft")
        return _draft(row)

    def unfinished(
        self,
        begins: str = "",
        *,
        without: Collection[str] = (),
        person: str = "",
        skip: int = 0,
        limit: int = -1,
    ) -> list[SavedDraft]:
        """Return the drafts to take up again, the one saved last first, after the first ``skip``.

        Args:
            begins: of what they are said to answer, and ``without``: those that begin so.
            person: of whom; "" for everyone's.
        """
        where, values = _wanted(begins, without, person)
        found = self._database.rows(
            f"{_SELECT} WHERE {where} ORDER BY d.saved_on DESC, d.saves DESC, d.id DESC"
            " LIMIT ? OFFSET ?",
            (*values, limit, skip),
        )
        return [_draft(row) for row in found]

    def count(self, *, without: Collection[str] = (), person: str = "") -> int:
        """Return how many there are of those that ``unfinished`` looks for."""
        where, values = _wanted("", without, person)
        return int(self._database.value(f"SELECT count(*) {_FROM} WHERE {where}", values))

    def _change(self, sql: str, values: tuple[str | int, ...]) -> None:
        if self._database.changed(sql, values) != 1:
            raise NotFound(what="draft")


def _wanted(
    begins: str, without: Collection[str], person: str
) -> tuple[str, tuple[str | int, ...]]:
    """Return the condition of the drafts to take up again that are looked for, and its values."""
    asked = ["d.finished = 0", "p.binned_on IS NULL", "f.binned_on IS NULL"]
    asked += ["substr(d.pack, 1, ?) = ?", *["substr(d.pack, 1, ?) != ?"] * len(without)]
    values = [told for prefix in (begins, *without) for told in (len(prefix), prefix)]
    if person:
        asked.append("p.uid = ?")
        values.append(person)
    return " AND ".join(asked), tuple(values)


def _checked(content: str) -> str:
    if len(content) > CONTENT_LIMIT:
        raise NothingToSave(limit=CONTENT_LIMIT)
    json.loads(content)
    return content


def _draft(row: Row) -> SavedDraft:
    uid, pack, content, question, person, dossier, day, finished = row
    saved_on = dt.date.fromisoformat(day)
    return SavedDraft(uid, pack, content, question, person, dossier, saved_on, bool(finished))
