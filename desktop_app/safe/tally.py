"""What was counted of those who are erased, kept as numbers: a year's figures stay true after them.

By month, by theme, by language, by issue, by the body that was asked; nothing else is left. A body
is named only where ``FEW`` other matters name it: else it may be one person's landlord.
"""

from collections.abc import Sequence

from desktop_app.core.agreements import Tallied
from desktop_app.safe.database import Database

FEW = 5
PERSON, DOSSIER, VISIT = "person", "dossier", "visit"
DOCUMENT = "document-"
"""What is counted: somebody by the month she came first, a dossier by that it was opened in, a
visit; a document by its kind, which follows."""
_ADD = (
    " GROUP BY 1, 2, 3, 4, 5, 6 ON CONFLICT (month, what, theme, language, outcome, body)"
    " DO UPDATE SET n = n + excluded.n"
)
_FIGURES = "coalesce(f.theme, ''), coalesce(f.language, ''), coalesce(f.outcome, '')"
_BODY = (
    f"CASE WHEN (SELECT count(*) FROM dossier o WHERE o.body = d.body AND o.id != d.id) >= {FEW}"
    " THEN d.body ELSE '' END"
)
_DOSSIERS = (
    f"INSERT INTO tally SELECT substr(d.opened_on, 1, 7), '{DOSSIER}', {_FIGURES}, {_BODY},"
    " count(*) FROM dossier d LEFT JOIN dossier_figure f ON f.dossier = d.id WHERE "
)
_DOCUMENTS = (
    f"INSERT INTO tally SELECT substr(t.day, 1, 7), '{DOCUMENT}' || t.kind, {_FIGURES}, '',"
    " count(*) FROM document t LEFT JOIN dossier_figure f ON f.dossier = t.dossier WHERE "
)
_OF_PERSON = (
    f"{_DOSSIERS} d.person = ?1 {_ADD}",
    (
        f"{_DOCUMENTS} (t.person = ?1 OR t.dossier IN (SELECT id FROM dossier WHERE person = ?1))"
        f" {_ADD}"
    ),
    (
        f"INSERT INTO tally SELECT substr(v.day, 1, 7), '{VISIT}', '', '', '', '', count(*)"
        f" FROM visit v WHERE v.person = ?1 AND v.state IN ('received', 'ended') {_ADD}"
    ),
    (
        f"INSERT INTO tally SELECT substr(p.made_on, 1, 7), '{PERSON}', '', '', '', '', 1"
        f" FROM person p WHERE p.id = ?1 {_ADD}"
    ),
)
_OF_DOSSIER = (f"{_DOSSIERS} d.id = ?1 {_ADD}", f"{_DOCUMENTS} t.dossier = ?1 {_ADD}")


class Tally:
    """What is left, in numbers, of those who were erased from an open safe."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, kind: str, row: int) -> None:
        """Count a person or a dossier, in the act that erases it, before it does."""
        with self._database.act():
            for sql in _OF_PERSON if kind == "person" else _OF_DOSSIER:
                self._database.execute(sql, (row,))

    def all(self, first: str, last: str) -> Sequence[Tallied]:
        """Return what was counted from a month to another ("2026-01"), both included."""
        found = self._database.rows(
            "SELECT month, what, theme, language, outcome, body, n FROM tally"
            " WHERE month BETWEEN ? AND ? ORDER BY month, what, theme, language, outcome, body",
            (first, last),
        )
        return [Tallied(*row) for row in found]
