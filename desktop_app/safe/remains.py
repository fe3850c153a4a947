"""Erasing for good a person or a dossier: what goes with it beside its rows, and what may stay.

Rows that name her go by themselves (``ON DELETE CASCADE``). Here are those that no key binds: what
was half typed on her page, how often her papers were saved elsewhere, until when she is kept
longer, a household that nobody lives in any more. In an office, numbers stay (``tally.py``), and a
line of the register without her name.
"""

import datetime as dt

from desktop_app.safe.database import Database
from desktop_app.safe.figures import CAME
from desktop_app.safe.register import Register
from desktop_app.safe.tally import Tally

COPIES = "copies-out:"
"""In the table ``setting``, before an id: how often that paper was saved elsewhere."""
KEPT = "kept-longer:"
"""There too, before the id of a person or a dossier: until when and why, as JSON."""
ERASED, DOSSIER_ERASED, DOSSIER_MOVED = "erased", "dossier-erased", "dossier-moved"
"""What the register says of it; the last, of what is in another safe of the office."""
_PAPERS = {
    "person": (
        (
            "SELECT uid FROM document WHERE person = ?1"
            " OR dossier IN (SELECT id FROM dossier WHERE person = ?1)"
        ),
        (
            "SELECT uid FROM draft WHERE person = ?1"
            " OR dossier IN (SELECT id FROM dossier WHERE person = ?1)"
        ),
    ),
    "dossier": (
        "SELECT uid FROM document WHERE dossier = ?1",
        "SELECT uid FROM draft WHERE dossier = ?1",
    ),
}
_DOSSIERS = {
    "person": "SELECT uid FROM dossier WHERE person = ?1",
    "dossier": "SELECT uid FROM dossier WHERE id = ?1",
}


class Remains:
    """Called in the act that erases, before the row of a person or of a dossier goes."""

    def __init__(self, database: Database, register: Register, tally: Tally) -> None:
        self._database, self._register, self._tally = database, register, tally

    def settle(
        self,
        kind: str,
        row: int,
        *,
        on: dt.date,
        reason: str = "",
        office: bool | None = None,
        moved: bool = False,
    ) -> None:
        """Take away what no key binds to it; leave its numbers and its line, in an office.

        ``office``: None where people have numbers; at home nothing is left of anybody.
        ``moved``: a dossier is whole in another safe of the office, which counts it from now on:
        no number of it is left here.
        """
        assert kind in _PAPERS
        uid, person = self._whose(kind, row)
        if moved:
            self._register.note(DOSSIER_MOVED, on=on, person=person, reason=reason)
        elif office if office is not None else self._is_office():
            self._tally.add(kind, row)
            told = ERASED if kind == "person" else DOSSIER_ERASED
            self._register.note(told, on=on, person=person, reason=reason)
        for sql in _PAPERS[kind]:
            for (paper,) in self._database.rows(sql, (row,)):
                self._forget(COPIES + str(paper))
                self._database.execute("DELETE FROM person_value WHERE source_uid = ?", (paper,))
        about = self._database.rows(_DOSSIERS[kind], (row,))
        for (one,) in dict.fromkeys(((uid,), *about)):
            self._forget(KEPT + str(one))
            typed = "DELETE FROM draft WHERE pack GLOB 'saisie-*' || ? || '*'"
            self._database.execute(typed, (one,))
        if kind == "person":
            self._forget(CAME + uid)
            self._database.execute(
                "DELETE FROM household WHERE id IN"
                " (SELECT household FROM household_member WHERE person = ?1) AND NOT EXISTS"
                " (SELECT 1 FROM household_member m WHERE m.household = household.id"
                " AND m.person != ?1)",
                (row,),
            )

    def _whose(self, kind: str, row: int) -> tuple[str, str]:
        """Return the id of what is erased, and that of the person whose it is."""
        if kind == "person":
            uid = str(self._database.value("SELECT uid FROM person WHERE id = ?", (row,)))
            return uid, uid
        found = self._database.row(
            "SELECT d.uid, coalesce(p.uid, '') FROM dossier d LEFT JOIN person p ON p.id = d.person"
            " WHERE d.id = ?",
            (row,),
        )
        assert found is not None
        return str(found[0]), str(found[1])

    def _is_office(self) -> bool:
        return self._database.value("SELECT 1 FROM person_number LIMIT 1") is not None

    def _forget(self, name: str) -> None:
        self._database.execute("DELETE FROM setting WHERE name = ?", (name,))
