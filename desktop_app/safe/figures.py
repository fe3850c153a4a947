"""What an office counts: how a matter ended, its theme, its language; and counting, in SQL.

What was counted of who was erased stays in ``tally``, as numbers alone: ``leave_counts`` writes it
in the very act that erases. What is in the bin counts until then, so that no figure falls and rises
again.
"""

import datetime as dt
from collections.abc import Sequence

from desktop_app.core.figures import OUTCOMES, SPOKEN, Counted
from desktop_app.core.records import Ending
from desktop_app.safe.database import Database
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.errors import NotFound
from desktop_app.safe.withdrawn import expect_matter_kept

OWN_SET = "office.figures"
CAME = "came-with-dossier:"
"""In the table ``setting``, before the id of a person: she came with a dossier that was moved, and
counts in the safe where she was known first."""

_LANGUAGE_OF = (
    "coalesce((SELECT v.value FROM person_value v WHERE v.person = {person}"
    f" AND v.field = '{SPOKEN}' ORDER BY v.id DESC LIMIT 1), '')"
)
_ABOUT = (
    "CASE WHEN coalesce(f.theme, '') != '' THEN f.theme"
    " WHEN d.procedure != '' THEN 'procedure:' || d.procedure"
    " ELSE coalesce((SELECT 'pack:' || x.made_from FROM document x WHERE x.dossier = d.id"
    " AND x.made_from != '' ORDER BY x.id LIMIT 1), '') END"
)
_SPOKEN = f"coalesce(nullif(f.language, ''), {_LANGUAGE_OF.format(person='d.person')})"
_DOSSIER = "dossier d LEFT JOIN dossier_figure f ON f.dossier = d.id"

# One row for each thing: month, what, about, language, outcome, whose, of which dossier.
_PEOPLE = (
    "SELECT substr(p.made_on, 1, 7) AS month, 'people' AS what, '' AS about,"
    f" {_LANGUAGE_OF.format(person='p.id')} AS language, '' AS outcome, p.id AS person,"
    " NULL AS dossier FROM person p WHERE p.uid NOT IN"
    f" (SELECT substr(name, {len(CAME) + 1}) FROM setting WHERE name GLOB '{CAME}*')"
)
_OPENED = (
    f"SELECT substr(d.opened_on, 1, 7), 'opened', {_ABOUT}, {_SPOKEN}, '', d.person, d.id"
    f" FROM {_DOSSIER}"
)
_CLOSED = (
    f"SELECT substr(d.closed_on, 1, 7), 'closed', {_ABOUT}, {_SPOKEN}, coalesce(f.outcome, ''),"
    f" d.person, d.id FROM {_DOSSIER} WHERE d.closed_on IS NOT NULL"
)
# A paper that was made again of the same answers is one.
_PAPERS = (
    "SELECT substr(min(k.day), 1, 7), k.kind || 's',"
    f" CASE WHEN k.made_from != '' THEN 'pack:' || k.made_from ELSE {_ABOUT} END,"
    f" coalesce(nullif(f.language, ''), {_LANGUAGE_OF.format(person='k.person')}), '', k.person,"
    " k.dossier FROM document k LEFT JOIN dossier d ON d.id = k.dossier"
    " LEFT JOIN dossier_figure f ON f.dossier = d.id WHERE k.kind IN ('letter', 'form')"
    " GROUP BY coalesce(k.draft, -k.id)"
)
_VISITS = (
    f"SELECT substr(w.day, 1, 7), 'visits', CASE WHEN d.id IS NULL THEN '' ELSE {_ABOUT} END,"
    f" {_LANGUAGE_OF.format(person='w.person')}, '', w.person, NULL FROM visit w"
    " LEFT JOIN dossier d ON d.id = w.dossier LEFT JOIN dossier_figure f ON f.dossier = d.id"
    " WHERE w.state IN ('received', 'ended')"
)
_THINGS = " UNION ALL ".join((_PEOPLE, _OPENED, _CLOSED, _PAPERS, _VISITS))
_COUNT = (
    "SELECT month, what, substr(about, 1, 100), substr(language, 1, 20), outcome, count(*) AS n"
    f" FROM ({_THINGS})"
)
_KEYS = "GROUP BY 1, 2, 3, 4, 5"


class Figures:
    """How the matters of an open safe ended, and what there was of each kind, by month."""

    def __init__(self, database: Database, dossiers: Dossiers) -> None:
        self._database = database
        self._dossiers = dossiers

    def close(self, dossier: str, *, on: dt.date, outcome: str = "") -> None:
        """Note that a matter ended that day, and how; once more, corrects it."""
        assert outcome in ("", *OUTCOMES)
        with self._database.act():
            row = self._dossiers.row(dossier)
            self._database.execute(
                "UPDATE dossier SET closed_on = ? WHERE id = ?", (on.isoformat(), row)
            )
            self._keep(row, "outcome", outcome)

    def open_again(self, dossier: str) -> None:
        """A matter is not over: it has no end any more."""
        with self._database.act():
            row = self._dossiers.row(dossier)
            self._database.execute("UPDATE dossier SET closed_on = NULL WHERE id = ?", (row,))
            self._keep(row, "outcome", "")

    def keep_theme(self, dossier: str, theme: str) -> None:
        """Count a matter by this theme; "" by that of its papers."""
        with self._database.act():
            row = self._dossiers.row(dossier)
            expect_matter_kept(self._database, row)
            self._keep(row, "theme", theme)

    def ending(self, dossier: str) -> Ending:
        """Return how a matter ended, and what it is counted by; raises NotFound."""
        found = self._database.row(
            f"SELECT d.closed_on, coalesce(f.outcome, ''), {_ABOUT} FROM {_DOSSIER}"
            " WHERE d.uid = ? AND d.binned_on IS NULL",
            (dossier,),
        )
        if found is None:
            raise NotFound(what="dossier")
        closed, outcome, about = found
        return Ending(dt.date.fromisoformat(closed) if closed else None, outcome, about)

    def counted(self, first: str, last: str) -> Sequence[Counted]:
        """Return what there was in the months from one to the other ("2026-01"), erased or not."""
        found = self._database.rows(
            "SELECT month, what, theme, language, outcome, sum(n) FROM ("
            f"SELECT month, what, substr(about, 1, 100) AS theme, substr(language, 1, 20)"
            f" AS language, outcome, 1 AS n FROM ({_THINGS}) UNION ALL"
            " SELECT month, what, theme, language, outcome, n FROM tally)"
            f" WHERE month BETWEEN ? AND ? {_KEYS} ORDER BY 1, 2, 3, 4, 5",
            (first, last),
        )
        return [Counted(*row) for row in found]

    def years(self) -> tuple[int, int] | None:
        """Return the first and the last year in which there is something; None: there is none."""
        found = self._database.row(
            "SELECT min(m), max(m) FROM (SELECT min(made_on) AS m FROM person UNION ALL"
            " SELECT max(made_on) FROM person UNION ALL SELECT min(opened_on) FROM dossier"
            " UNION ALL SELECT max(opened_on) FROM dossier UNION ALL SELECT max(closed_on) FROM"
            " dossier UNION ALL SELECT min(month) FROM tally UNION ALL SELECT max(month) FROM tally"
            " UNION ALL SELECT min(day) FROM visit UNION ALL SELECT max(day) FROM visit)"
        )
        if found is None or found[0] is None:
            return None
        return int(found[0][:4]), int(found[1][:4])

    def own_set(self) -> str:
        """Return the office's own definition of figures, as TOML; "" where it has none."""
        found = self._database.value("SELECT value FROM setting WHERE name = ?", (OWN_SET,))
        return str(found or "")

    def keep_own_set(self, text: str) -> None:
        """Keep the office's own definition; "" lets it go."""
        with self._database.act():
            self._database.execute("DELETE FROM setting WHERE name = ?", (OWN_SET,))
            if text:
                sql = "INSERT INTO setting (name, value) VALUES (?, ?)"
                self._database.execute(sql, (OWN_SET, text))

    def _keep(self, row: int, column: str, value: str) -> None:
        assert column in ("outcome", "theme")
        self._database.execute(
            f"INSERT INTO dossier_figure (dossier, {column}) VALUES (?1, ?2)"
            f" ON CONFLICT (dossier) DO UPDATE SET {column} = ?2",
            (row, value),
        )


def leave_counts(database: Database, kind: str, row: int) -> None:
    """Keep as numbers what a person or a dossier counts for, in the act that erases it.

    ``row``: of the person or the dossier; a document alone counts no more once erased.
    """
    if kind not in ("person", "dossier"):
        return
    # No name, no day: numbers of a month alone. "WHERE true" tells SQLite where ON CONFLICT begins.
    database.execute(
        "INSERT INTO tally (month, what, theme, language, outcome, n)"
        f" SELECT * FROM ({_COUNT} WHERE {kind} = ? {_KEYS}) WHERE true"
        " ON CONFLICT (month, what, theme, language, outcome, body)"
        " DO UPDATE SET n = n + excluded.n",
        (row,),
    )
