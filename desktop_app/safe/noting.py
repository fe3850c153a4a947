"""Which writes of which tables are acts of somebody, and how each is noted: by triggers.

They belong to the connection alone (``temp``), as those of ``recording.py``: whatever writes in a
table of ``TABLES`` is noted, by a method that is not written yet too, and nothing of it is in the
file but the rows of ``act``. They are there only while somebody is at work: a safe of one person
has none, and pays nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_ID = (
    "printf('%011x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER))"
    " || lower(hex(randomblob(5)))"
)
"""Of time first, so that the index of ids grows at its end and each save touches one page of it."""
_NOW = "coalesce((SELECT at FROM acting), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"
INTO = "INSERT INTO act (uid, author, at, kind, subject, detail, person, dossier)"
MADE = f"{_ID}, (SELECT author FROM acting), {_NOW}"
_WORKING = "(SELECT author FROM acting) IS NOT NULL"
_THROWN = "NEW.binned_on IS NOT NULL AND OLD.binned_on IS NULL"
_TAKEN_BACK = "NEW.binned_on IS NULL AND OLD.binned_on IS NOT NULL"
_REMOVED = "NEW.kind GLOB 'removed-*'"
_WAS_REMOVED = "OLD.kind GLOB 'removed-*'"


@dataclass(frozen=True, slots=True)
class Write:
    """One sort of write: ``when`` it is this act, and what is noted.

    ``detail`` and ``when`` are SQL over NEW and OLD; ``several``: a query of details, an act each.
    """

    event: str
    kind: str
    when: str = "1"
    detail: str = "''"
    several: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose writes are acts: where its subject, its person and its dossier stand."""

    subject: str
    writes: tuple[Write, ...]
    person: str = "NULL"
    dossier: str = "NULL"


def _row(of: str, column: str) -> str:
    """Return the row that a column points at, NULL where it is just being erased."""
    return f"(SELECT id FROM {of} WHERE id = {{row}}.{column})"


def _there(*links: tuple[str, str]) -> str:
    """Return the condition that a row goes alone, and not with what it belongs to."""
    return " AND ".join(
        f"(OLD.{column} IS NULL OR EXISTS (SELECT 1 FROM {of} WHERE id = OLD.{column}))"
        for of, column in links
    )


def _differing(*columns: str) -> str:
    """Return the names of the columns that a write changed, "" for none."""
    return "rtrim(" + " || ".join(
        f"CASE WHEN NEW.{name} IS NOT OLD.{name} THEN '{name} ' ELSE '' END" for name in columns
    ) + ")"  # fmt: skip


def _binned(what: str) -> tuple[Write, ...]:
    return (
        Write("UPDATE OF binned_on", f"{what}-binned", _THROWN),
        Write("UPDATE OF binned_on", f"{what}-taken-back", _TAKEN_BACK),
    )


_UID_OF_PERSON = "(SELECT uid FROM person WHERE id = {row}.person)"
_OF_BOTH = (("person", "person"), ("dossier", "dossier"))
_ANSWERS = (
    "SELECT key, value FROM json_each({row}.content, '$.answers')"
    " UNION ALL SELECT value, '?' FROM json_each({row}.content, '$.unknown')"
)
_WAS, _IS = _ANSWERS.format(row="OLD"), _ANSWERS.format(row="NEW")
_REST = "json_remove({row}.content, '$.answers', '$.unknown')"
_CHANGED = (
    f"SELECT key FROM (SELECT * FROM ({_IS}) EXCEPT SELECT * FROM ({_WAS}))"
    f" UNION SELECT key FROM (SELECT * FROM ({_WAS}) EXCEPT SELECT * FROM ({_IS}))"
    f" UNION SELECT '' WHERE {_REST.format(row='NEW')} IS NOT {_REST.format(row='OLD')}"
)
"""The questions whose answer a save changed; "" for anything else of the draft."""
_TOLD = ("kind", "day", "last_day", "prudent_day", "number", "document", "note")
_CORRECTED = _differing(*_TOLD)
_PAPER_GONE = (
    "(NEW.document IS NULL AND OLD.document IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM document WHERE id = OLD.document))"
)
_JOINED = "NEW.until IS NULL AND ({})"
_OFFICE = "NEW.name = 'office'"

TABLES: dict[str, Table] = {
    "person": Table(
        "{row}.uid",
        (
            Write("INSERT", "person-added"),
            Write("UPDATE OF name", "person-renamed", "NEW.name IS NOT OLD.name"),
            *_binned("person"),
        ),
        person=_row("person", "id"),
    ),
    "person_value": Table(
        _UID_OF_PERSON,
        (
            Write("INSERT", "value-given", detail="{row}.field"),
            Write("DELETE", "value-forgotten", _there(("person", "person")), "{row}.field"),
        ),
        person=_row("person", "person"),
    ),
    "household": Table("{row}.uid", (Write("INSERT", "household-made"),)),
    "household_member": Table(
        _UID_OF_PERSON,
        (
            Write("INSERT", "household-joined", detail="{row}.role"),
            Write(
                "UPDATE OF role, since, until",
                "household-joined",
                _JOINED.format(f"{_differing('role', 'since', 'until')} != ''"),
                "{row}.role",
            ),
            Write(
                "UPDATE OF until",
                "household-left",
                "NEW.until IS NOT NULL AND NEW.until IS NOT OLD.until",
            ),
            Write("DELETE", "household-left", _there(("person", "person"))),
        ),
        person=_row("person", "person"),
    ),
    "dossier": Table(
        "{row}.uid",
        (
            Write("INSERT", "dossier-opened"),
            Write(
                "UPDATE OF person, title, body, reference, procedure, closed_on",
                "dossier-changed",
                f"{_differing('person', 'title', 'body', 'reference', 'procedure', 'closed_on')}"
                " != ''",
                _differing("person", "title", "body", "reference", "procedure", "closed_on"),
            ),
            *_binned("dossier"),
        ),
        person=_row("person", "person"),
        dossier=_row("dossier", "id"),
    ),
    "draft": Table(
        "{row}.uid",
        (
            Write("INSERT", "draft-begun"),
            Write(
                "UPDATE OF content",
                "answer-given",
                "NEW.content IS NOT OLD.content",
                several=_CHANGED,
            ),
            Write("UPDATE OF finished", "draft-finished", "NEW.finished > OLD.finished"),
            Write(
                "UPDATE OF dossier",
                "draft-filed",
                "NEW.dossier IS NOT NULL AND NEW.dossier IS NOT OLD.dossier",
            ),
            Write("DELETE", "draft-forgotten", _there(*_OF_BOTH)),
        ),
        person=_row("person", "person"),
        dossier=_row("dossier", "dossier"),
    ),
    "document": Table(
        "{row}.uid",
        (Write("INSERT", "document-filed", detail="{row}.kind"), *_binned("document")),
        person=_row("person", "person"),
        dossier=_row("dossier", "dossier"),
    ),
    "event": Table(
        "{row}.uid",
        (
            Write("INSERT", "event-noted", detail="{row}.kind"),
            Write(
                f"UPDATE OF {', '.join(_TOLD)}",
                "event-corrected",
                f"NOT {_REMOVED} AND NOT {_WAS_REMOVED} AND NOT {_PAPER_GONE}"
                f" AND {_CORRECTED} != ''",
                _CORRECTED,
            ),
            Write("UPDATE OF kind", "event-removed", f"{_REMOVED} AND NOT {_WAS_REMOVED}"),
            Write("UPDATE OF kind", "event-put-back", f"{_WAS_REMOVED} AND NOT {_REMOVED}"),
            Write(
                "UPDATE OF awaited",
                "event-done",
                f"NEW.awaited < OLD.awaited AND NOT {_REMOVED}",
            ),
            Write("UPDATE OF awaited", "event-awaited", "NEW.awaited > OLD.awaited"),
            Write("DELETE", "event-forgotten", _there(*_OF_BOTH)),
        ),
        person=_row("person", "person"),
        dossier=_row("dossier", "dossier"),
    ),
    "visit": Table(
        "{row}.uid",
        (
            Write("INSERT", "visit-noted", detail="{row}.state"),
            Write("UPDATE OF state", "visit-moved", "NEW.state IS NOT OLD.state", "{row}.state"),
            Write(
                "UPDATE OF person",
                "visit-named",
                "NEW.person IS NOT NULL AND NEW.person IS NOT OLD.person",
            ),
            Write("DELETE", "visit-forgotten", _there(("person", "person"))),
        ),
        person=_row("person", "person"),
        dossier=_row("dossier", "dossier"),
    ),
    "dossier_figure": Table(
        "(SELECT uid FROM dossier WHERE id = {row}.dossier)",
        (
            Write("INSERT", "figure-noted"),
            Write(
                "UPDATE OF outcome, theme, language",
                "figure-noted",
                f"{_differing('outcome', 'theme', 'language')} != ''",
                _differing("outcome", "theme", "language"),
            ),
        ),
        person="(SELECT person FROM dossier WHERE id = {row}.dossier)",
        dossier=_row("dossier", "dossier"),
    ),
    "erasure": Table("{row}.uid", (Write("INSERT", "erased", detail="{row}.kind"),)),
    "helper": Table(
        "{row}.uid",
        (
            Write("INSERT", "member-added", "NEW.role = ''"),
            Write("INSERT", "way-added", "NEW.role != ''"),
            Write("UPDATE OF name", "member-renamed", "NEW.name IS NOT OLD.name"),
            Write("UPDATE OF role", "role-given", "NEW.role IS NOT OLD.role", "{row}.role"),
            Write(
                "UPDATE OF removed_on",
                "member-removed",
                "NEW.removed_on IS NOT NULL AND OLD.removed_on IS NULL",
            ),
        ),
    ),
    "setting": Table(
        "''",
        (
            Write("INSERT", "rules-changed", _OFFICE),
            Write("UPDATE OF value", "rules-changed", f"{_OFFICE} AND NEW.value IS NOT OLD.value"),
        ),
    ),
}
"""What is an act, table by table. The bytes and the words of a document are written once with it.

A person, a dossier, a paper that is erased is noted by its line of ``erasure``; what goes with one
is not noted beside it.
"""

BY_THEIR_STORES = ("consent", "mandate")
"""Tables whose stores note their acts themselves (``Acts.note``)."""
OF_NOBODY = (
    "safe", "body", "document_text", "evidence", "dossier_evidence", "act",
    "person_number", "person_key", "tally", "register",
)  # fmt: skip
"""Tables that follow from another's rows, are the safe's own, or are not written by the program; a
line of the register bears its author itself.
"""


def statements() -> Iterator[str]:
    """Return what makes the triggers, and the table that says who is at work."""
    yield "CREATE TEMP TABLE acting (author INTEGER, at TEXT)"
    yield "INSERT INTO temp.acting VALUES (NULL, NULL)"
    for name, table in TABLES.items():
        for number, write in enumerate(table.writes):
            row = "OLD" if write.event == "DELETE" else "NEW"
            told = f"{MADE}, '{write.kind}', {table.subject}"
            of = f"{table.person}, {table.dossier}"
            if write.several:
                noted = f"SELECT {told}, substr(key, 1, 200), {of} FROM ({write.several})"
            else:
                noted = f"VALUES ({told}, substr({write.detail}, 1, 200), {of})"
            body = f"{INTO} {noted}".replace("{row}", row)
            yield (
                f"CREATE TEMP TRIGGER act_{name}_{number} AFTER {write.event} ON main.{name}"
                f" WHEN {_WORKING} AND ({write.when.replace('{row}', row)}) BEGIN {body}; END"
            )
    # What is erased leaves but the line that says so.
    yield (
        "CREATE TEMP TRIGGER act_erased BEFORE INSERT ON main.erasure"
        f" WHEN {_WORKING} BEGIN DELETE FROM act WHERE subject = NEW.uid; END"
    )
    # A question that its author answers again, in the same draft, was answered then.
    yield (
        "CREATE TEMP TRIGGER act_again AFTER INSERT ON main.act WHEN NEW.kind = 'answer-given'"
        " BEGIN DELETE FROM act WHERE subject = NEW.subject AND kind = NEW.kind"
        " AND detail = NEW.detail AND author IS NEW.author AND id < NEW.id; END"
    )
