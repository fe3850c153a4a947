"""Whose papers are kept for longer than they should be, and erasing them for good, together.

What counts is what happened with the person: an event, a paper, a visit, an answer, something she
told, agreed to or signed. That her page was opened, or that a list was brought in, is no contact.
"""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.agreements import Due, Gone
from desktop_app.safe.bin import Bin
from desktop_app.safe.database import Database, Row
from desktop_app.safe.errors import NotFound, NothingToSave
from desktop_app.safe.records import day_or_none
from desktop_app.safe.register import REASON_LIMIT, Register
from desktop_app.safe.remains import COPIES, KEPT

KEPT_LONGER = "kept-longer"
"""What the register says of it."""
_ACTS = (
    "'answer-given', 'draft-begun', 'document-filed', 'event-noted', 'event-corrected',"
    " 'event-done'"
)
_COMPUTED = "'silence-expected', 'deadline', 'to-do'"  # written by the program, or a reminder
_EVENTS = (
    "SELECT {of}, max(substr(e.day, 1, 10)) FROM event e LEFT JOIN dossier d ON d.id = e.dossier"
    f" WHERE e.kind NOT IN ({_COMPUTED}) AND e.kind NOT GLOB 'removed-*'"
    " AND substr(e.day, 1, 10) <= ?1 GROUP BY 1"
)
_PAPERS = (
    "SELECT {of}, max(e.day) FROM document e LEFT JOIN dossier d ON d.id = e.dossier"
    " WHERE e.day <= ?1 GROUP BY 1"
)
_ANSWERS = (
    "SELECT {of}, max(e.saved_on) FROM draft e LEFT JOIN dossier d ON d.id = e.dossier"
    " WHERE e.saved_on <= ?1 GROUP BY 1"
)
_DONE = (
    "SELECT {of}, max(substr(e.at, 1, 10)) FROM act e LEFT JOIN dossier d ON d.id = e.dossier"
    f" WHERE e.kind IN ({_ACTS}) AND substr(e.at, 1, 10) <= ?1 GROUP BY 1"
)
_ALONE = (
    (
        "SELECT person, max(day) FROM visit WHERE day <= ?1"
        " AND (arrived IS NOT NULL OR state IN ('received', 'ended')) GROUP BY 1"
    ),
    (
        "SELECT person, max(given_on) FROM person_value WHERE source != 'import' AND given_on <= ?1"
        " GROUP BY 1"
    ),
    "SELECT person, max(given_on) FROM consent WHERE given_on <= ?1 GROUP BY 1",
    "SELECT person, max(signed_on) FROM mandate WHERE signed_on <= ?1 GROUP BY 1",
)


def _contacts(of: str, alone: Sequence[str] = ()) -> str:
    """Return the SQL of the last day on which something happened with each; ``of``: whose."""
    every = [one.format(of=of) for one in (_EVENTS, _PAPERS, _ANSWERS, _DONE)]
    return (
        "WITH contact (whose, day) AS (SELECT * FROM ("
        + " UNION ALL ".join(f"SELECT * FROM ({one})" for one in (*every, *alone))
        + ")), latest (whose, day) AS (SELECT whose, max(day) FROM contact GROUP BY 1)"
    )


_KEPT = (
    " AND NOT EXISTS (SELECT 1 FROM setting s WHERE s.name = '" + KEPT + "' || p.uid"
    " AND json_extract(s.value, '$.until') >= ?1)"
)
_WITHDRAWN = (
    "(SELECT max(c.ended_on) FROM consent c WHERE c.person = p.id AND NOT EXISTS"
    " (SELECT 1 FROM consent g WHERE g.person = p.id AND g.ended_on IS NULL))"
)
_PEOPLE = (
    _contacts("coalesce(d.person, e.person)", _ALONE)
    + f", due AS (SELECT p.id AS id, p.uid AS uid, p.name AS name, l.day AS last,"
    f" coalesce(l.day, p.made_on) AS since, {_WITHDRAWN} AS withdrawn"
    " FROM person p LEFT JOIN latest l ON l.whose = p.id"
    f" WHERE p.binned_on IS NULL AND (coalesce(l.day, p.made_on) < ?2 OR"
    f" {_WITHDRAWN} IS NOT NULL){_KEPT})"
)
_DOSSIERS = (
    _contacts("d.id") + ", due AS (SELECT p.id AS id, p.uid AS uid, p.title AS name, l.day AS last,"
    " max(coalesce(l.day, ''), p.opened_on) AS since, NULL AS withdrawn"
    " FROM dossier p LEFT JOIN latest l ON l.whose = p.id"
    " WHERE p.person IS NULL AND p.binned_on IS NULL"
    f" AND max(coalesce(l.day, ''), p.opened_on) < ?2{_KEPT})"
)
_AWAITED = (
    "(SELECT min(e.acting_day) FROM event e LEFT JOIN dossier d ON d.id = e.dossier"
    " WHERE e.awaited = 1 AND substr(e.acting_day, 1, 10) >= ?1 AND {of})"
)
_TOLD_PEOPLE = (
    f"{_PEOPLE} SELECT 'person', due.uid, due.name, n.number, due.last, due.since, due.withdrawn,"
    f" {_AWAITED.format(of='(e.person = due.id OR d.person = due.id)')},"
    " (SELECT count(*) FROM dossier WHERE person = due.id),"
    " (SELECT count(*) FROM document WHERE person = due.id)"
    " FROM due LEFT JOIN person_number n ON n.person = due.id"
    " ORDER BY due.withdrawn IS NULL, due.since, due.id LIMIT ?3 OFFSET ?4"
)
_TOLD_DOSSIERS = (
    f"{_DOSSIERS} SELECT 'dossier', due.uid, due.name, NULL, due.last, due.since, NULL,"
    f" {_AWAITED.format(of='e.dossier = due.id')}, 1,"
    " (SELECT count(*) FROM document WHERE dossier = due.id)"
    " FROM due ORDER BY due.since, due.id LIMIT ?3 OFFSET ?4"
)
_OF = {
    "person": "(t.person = ?1 OR t.dossier IN (SELECT id FROM dossier WHERE person = ?1))",
    "dossier": "t.dossier = ?1",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """That somebody's papers are kept longer, until a day, and why."""

    until: dt.date
    reason: str


class Retention:
    """Asked which people of an open safe are due to be erased; erases them."""

    def __init__(self, database: Database, bin_: Bin, register: Register) -> None:
        self._database, self._bin, self._register = database, bin_, register

    def due(self, before: dt.date, on: dt.date, *, limit: int, skip: int = 0) -> list[Due]:
        """Return whose last contact is before a day, who agrees no more first, then the oldest.

        After the people come the dossiers of nobody. ``limit`` of them after the ``skip`` first.
        """
        if not limit:
            return []
        asked = (on.isoformat(), before.isoformat())
        found = self._database.rows(_TOLD_PEOPLE, (*asked, limit, skip))
        if (limit < 0 or len(found) < limit) and self._of_nobody():
            people = self._count(_PEOPLE, before, on)
            left = limit if limit < 0 else limit - len(found)
            rest = (*asked, left, max(0, skip - people))
            found += self._database.rows(_TOLD_DOSSIERS, rest)
        return [_due(row) for row in found]

    def count(self, before: dt.date, on: dt.date) -> int:
        """Return how many there are."""
        people = self._count(_PEOPLE, before, on)
        return people + (self._count(_DOSSIERS, before, on) if self._of_nobody() else 0)

    def last_contact(self, person: str, on: dt.date) -> dt.date | None:
        """Return the last day on which something happened with someone, until ``on``."""
        sql = f"{_contacts('coalesce(d.person, e.person)', _ALONE)} SELECT day FROM latest"
        sql += " WHERE whose = (SELECT id FROM person WHERE uid = ?2)"
        return day_or_none(self._database.value(sql, (on.isoformat(), person)))

    def keep(self, whose: str, *, until: dt.date, reason: str, on: dt.date) -> None:
        """Keep someone's papers, or a dossier of nobody, until a day; the register says why.

        Raises:
            NothingToSave: no reason, or one that is too long; a day that is over.
            NotFound.
        """
        if not reason.strip() or len(reason) > REASON_LIMIT or until < on:
            raise NothingToSave(limit=REASON_LIMIT)
        with self._database.act():
            self._there(whose)
            told = json.dumps({"until": until.isoformat(), "reason": reason.strip()})
            self._database.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (KEPT + whose, told),
            )
            self._register.note(KEPT_LONGER, on=on, person=whose, reason=reason.strip())

    def kept(self, whose: str) -> Kept | None:
        """Return until when someone's papers are kept, and why; None where nobody said so."""
        found = self._database.value("SELECT value FROM setting WHERE name = ?", (KEPT + whose,))
        if found is None:
            return None
        told = json.loads(found)
        return Kept(dt.date.fromisoformat(told["until"]), str(told["reason"]))

    def holds(self, whose: str) -> Gone:
        """Return how much is kept of someone or in a dossier, in the bin too; raises NotFound."""
        kind, row = self._kind_and_row(whose)
        of = _OF[kind]

        def count(rows: str) -> int:
            return int(self._database.value(f"SELECT count(*) FROM {rows}", (row,)))

        papers = f"SELECT uid FROM document t WHERE {of} UNION SELECT uid FROM draft t WHERE {of}"
        copies = self._database.value(
            "SELECT coalesce(sum(CAST(value AS INTEGER)), 0) FROM setting"
            f" WHERE name IN (SELECT '{COPIES}' || uid FROM ({papers}))",
            (row,),
        )
        return Gone(
            count("dossier WHERE person = ?1") if kind == "person" else 1,
            count(f"document t WHERE {of}"),
            count(f"draft t WHERE {of} AND t.pack NOT GLOB 'saisie-*'"),
            count(f"event t WHERE {of}"),
            count("person_value WHERE person = ?1") if kind == "person" else 0,
            int(copies),
        )

    def erase(self, whose: Sequence[tuple[str, str]], *, on: dt.date, reason: str = "") -> None:
        """Erase people and dossiers for good, all of them or, where it is stopped, none.

        Past the bin; on a full disk too. The register has a line for each, and the figures keep
        their numbers. ``Safe.renew_backups`` is to come after: those made before hold them.

        Args:
            whose: each as its kind and its id.

        Raises:
            NotFound: one of them is no longer there; nothing is erased.
        """
        self._bin.erase_together(whose, on=on, reason=reason)

    def forget(self, person: str, *, on: dt.date) -> None:
        """Erase somebody who does not agree that anything is kept: neither line nor number is left.

        Her place in the queue of the day stays, without her. ``Safe.renew_backups`` is to come.
        """
        with self._database.act():
            self._database.execute(
                "UPDATE visit SET person = NULL, dossier = NULL, note = '' WHERE person = ?",
                (self._there(person),),
            )
            self._bin.erase_together([("person", person)], on=on, office=False)

    def _of_nobody(self) -> bool:
        """Tell whether there are dossiers of nobody at all: few offices have any."""
        return bool(
            self._database.value("SELECT EXISTS (SELECT 1 FROM dossier WHERE person IS NULL)")
        )

    def _count(self, due: str, before: dt.date, on: dt.date) -> int:
        asked = (on.isoformat(), before.isoformat())
        return int(self._database.value(f"{due} SELECT count(*) FROM due", asked))

    def _there(self, whose: str) -> int:
        return self._kind_and_row(whose)[1]

    def _kind_and_row(self, whose: str) -> tuple[str, int]:
        found = self._database.row(
            "SELECT 'person', id FROM person WHERE uid = ?1"
            " UNION ALL SELECT 'dossier', id FROM dossier WHERE uid = ?1",
            (whose,),
        )
        if found is None:
            raise NotFound(what="person")
        return str(found[0]), int(found[1])


def _due(row: Row) -> Due:
    kind, uid, name, number, last, since, withdrawn, awaited, dossiers, documents = row
    return Due(
        kind,
        uid,
        name,
        number,
        day_or_none(last),
        dt.date.fromisoformat(since),
        day_or_none(withdrawn),
        dt.date.fromisoformat(awaited[:10]) if awaited else None,
        dossiers,
        documents,
    )
