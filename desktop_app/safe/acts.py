"""Who did what, and when: noted in the act that does it, and read back."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from desktop_app.core.acts import Act
from desktop_app.safe.database import Database, Row
from desktop_app.safe.noting import INTO, MADE, statements

_SELECT = (
    "SELECT a.uid, a.kind, a.subject, a.detail, coalesce(h.uid, ''), coalesce(h.name, ''), a.at"
    " FROM act a LEFT JOIN helper h ON h.id = a.author"
)


class Acts:
    """The acts of an open safe.

    Nothing is noted while nobody is said to be at work: in the safe of one person, at home.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._author = ""
        self._at: str | None = None

    @property
    def author(self) -> str:
        """The id of the helper at work, "" where there is no office."""
        return self._author

    def begin(self, helper: str) -> None:
        """Note what is done from now on as this helper's; "" notes nothing any more."""
        if helper or self._author:
            self._author = helper
            self._install()

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Note nothing in the block: rows come from another safe, with the acts that made them."""
        author = self._author
        self.begin("")
        try:
            yield
        finally:
            self.begin(author)

    def at(self, moment: dt.datetime | None) -> None:
        """Note what is done as done at this moment; None: when it is done."""
        self._at = None if moment is None else f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        self._install()

    def note(
        self,
        kind: str,
        subject: str,
        *,
        detail: str = "",
        person: int | None = None,
        dossier: int | None = None,
    ) -> None:
        """Note an act of a store that is not in ``noting.TABLES``; the caller is in an act.

        Args:
            kind: what is done, in a few words of the program's.
            subject: id of what it is done to; never a name.
            detail: the field or the question; never what it says.
            person, dossier: rows of the database.
        """
        if self._author:
            self._database.execute(
                f"{INTO} VALUES ({MADE}, ?, ?, ?, ?, ?)",
                (kind, subject, detail[:200], person, dossier),
            )

    def of(self, subject: str) -> Sequence[Act]:
        """Return what was done to one thing, the first act first."""
        return self._read("WHERE a.subject = ? ORDER BY a.id", (subject,))

    def last(self, subjects: Collection[str], *, kinds: Collection[str] = ()) -> dict[str, Act]:
        """Return the last act on each of these, of these kinds; nothing of those without one."""
        marks = ", ".join("?" * len(subjects))
        of_kinds = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        found = self._read(
            f"WHERE a.id IN (SELECT max(id) FROM act WHERE subject IN ({marks}){of_kinds}"
            " GROUP BY subject)",
            (*subjects, *kinds),
        )
        return {act.subject: act for act in found}

    def answers(self, draft: str) -> dict[str, Act]:
        """Return who gave each answer of a draft last, and when; who began it gave the others."""
        found = self._read(
            "WHERE a.subject = ? AND a.kind = 'answer-given' ORDER BY a.id", (draft,)
        )
        return {act.detail: act for act in found}

    def of_dossier(self, dossier: str, *, limit: int, skip: int = 0) -> Sequence[Act]:
        """Return what was done in a dossier, the last act first."""
        return self._read(
            "WHERE a.dossier = (SELECT id FROM dossier WHERE uid = ?) ORDER BY a.id DESC"
            " LIMIT ? OFFSET ?",
            (dossier, limit, skip),
        )

    def of_person(self, person: str, *, limit: int, skip: int = 0) -> Sequence[Act]:
        """Return what was done for a person, in her dossiers too, the last act first."""
        return self._read(
            "WHERE a.person = (SELECT id FROM person WHERE uid = ?) ORDER BY a.id DESC"
            " LIMIT ? OFFSET ?",
            (person, limit, skip),
        )

    def values(self, person: str) -> dict[str, Act]:
        """Return who gave the last value of each field of a person, and when."""
        found = self._read(
            "WHERE a.subject = ? AND a.kind = 'value-given' ORDER BY a.id", (person,)
        )
        return {act.detail: act for act in found}

    def _read(self, where: str, values: Sequence[str | int]) -> list[Act]:
        return [_act(row) for row in self._database.rows(f"{_SELECT} {where}", values)]

    def _install(self) -> None:
        """Say to this connection who is at work; a medium put back is another connection."""
        there = "SELECT 1 FROM sqlite_temp_master WHERE name = 'acting'"
        if self._database.value(there) is None:
            if not self._author:
                return
            for statement in statements():
                self._database.execute(statement)
        self._database.execute(
            "UPDATE temp.acting SET author = (SELECT id FROM helper WHERE uid = ?), at = ?",
            (self._author, self._at),
        )


def _act(row: Row) -> Act:
    uid, kind, subject, detail, author, name, at = row
    return Act(uid, kind, subject, detail, author, name, dt.datetime.fromisoformat(at))
