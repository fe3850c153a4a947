"""Of whom nothing is to be added: who agreed that something is kept of her, and no longer does.

Asked in the one place where each thing of a person is written, so that no page, no command and no
gesture has to think of it. What was there may still be corrected, closed, thrown away, handed over
and erased; undoing, and copies that are merged, put rows back by themselves and are not asked.
Only an office asks people: elsewhere there is no consent, and one row is looked for in an index.
"""

from desktop_app.safe.database import Database
from desktop_app.safe.errors import Withdrawn

_ENDED = "SELECT min(c.ended_on IS NOT NULL) FROM consent c"


def is_withdrawn(database: Database, person: int | None) -> bool:
    """Tell whether the person of this row agreed to nothing that holds today, and said so."""
    return person is not None and bool(
        database.value(f"{_ENDED} WHERE c.person = ?", (person,)),
    )


def expect_kept(database: Database, person: int | None) -> None:
    """Let something be added of the person of this row; None: of nobody in particular.

    Raises:
        Withdrawn: she asked that nothing more is kept.
    """
    if is_withdrawn(database, person):
        raise Withdrawn


def expect_matter_kept(database: Database, dossier: int | None) -> None:
    """Let something be added to the dossier of this row; None: to none.

    Raises:
        Withdrawn: she whose dossier it is asked that nothing more is kept.
    """
    expect_kept(database, database.value("SELECT person FROM dossier WHERE id = ?", (dossier,)))


def expect_visit_kept(database: Database, visit: str) -> None:
    """Let it be noted that somebody came, or is received; who is there may leave all the same.

    Raises:
        Withdrawn.
    """
    expect_kept(database, database.value("SELECT person FROM visit WHERE uid = ?", (visit,)))


def expect_draft_kept(database: Database, draft: str, content: str) -> None:
    """Let a draft say something else; where one stands in it may change for everybody.

    Raises:
        Withdrawn.
    """
    sql = (
        f"{_ENDED} JOIN draft d ON c.person = coalesce(d.person,"
        " (SELECT person FROM dossier f WHERE f.id = d.dossier))"
        " WHERE d.uid = ? AND d.content IS NOT ?"
    )
    if database.value(sql, (draft, content)):
        raise Withdrawn


def expect_field_kept(database: Database, person: int, field: str, source: str) -> None:
    """Let a value be kept of the person of this row; what is known is corrected for everybody.

    Raises:
        Withdrawn.
    """
    known = "SELECT 1 FROM person_value WHERE person = ? AND field = ? LIMIT 1"
    corrects = source == "helper" and database.value(known, (person, field)) is not None
    if not corrects:
        expect_kept(database, person)
