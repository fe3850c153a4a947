"""What the database says, written by who has its key: every page is authentic."""

from collections.abc import Iterator
from typing import Any

from desktop_app.safe.migrations import Schemas
from tests.safe.kit.bases import base
from tests.safe.kit.case import Case, safe
from tests.safe.kit.database import clear, page, sealed, sql, told, with_page, without_sum

_DB = base("a4").db
_NO_TRIGGER = "DROP TRIGGER body_written_once"
_TRIGGER = (
    "CREATE TRIGGER body_written_once BEFORE UPDATE ON body\n"
    "BEGIN\n  SELECT raise(ABORT, 'a document is written once');\nEND"
)


def cases() -> Iterator[Case]:
    yield from _facts()
    yield from _schema()
    yield from _trees()
    yield from _sums()


def _case(name: str, why: str, code: str, *work: str, said: tuple[str, ...] = ()) -> Case:
    return Case(f"content/{name}", why, code, _files(told(_DB, sql(*work))), said=said)


def _files(db: bytes) -> Any:
    return safe(db=db, parity=None)


def _facts() -> Iterator[Case]:
    yield _case(
        "no-sum",
        "no sum of pages, as in a safe of before: nothing is proved, nothing said",
        "ok",
        "SELECT 1",
    )
    yield _case(
        "other-id",
        "the id of another safe",
        "safe-damaged",
        "UPDATE safe SET id = x'ff0102030405060708090a0b0c0d0e0f'",
    )
    yield _case(
        "no-own-row", "no row that says whose safe it is", "safe-damaged", "DELETE FROM safe"
    )
    yield _case(
        "generation-higher",
        "it has seen a key file of generation 9",
        "safe-older",
        "UPDATE safe SET keys_generation = 9",
    )
    yield _case(
        "second-schema",
        "brought to the second schema",
        "ok",
        *Schemas().statements(2),
        "PRAGMA user_version = 2",
    )
    yield _case(
        "second-schema-by-name",
        "said to be of the second schema, without its tables",
        "safe-damaged",
        "PRAGMA user_version = 2",
    )
    yield _case("later-schema", "a later schema", "safe-newer", "PRAGMA user_version = 3")
    yield _case(
        "greatest-schema",
        "the greatest number of a schema",
        "safe-newer",
        "PRAGMA user_version = 2147483647",
    )
    yield _case(
        "other-application",
        "a database of another program",
        "safe-damaged",
        "PRAGMA application_id = 1",
    )
    yield _case(
        "other-body",
        "a document that is not the one that was filed",
        "document-damaged",
        _NO_TRIGGER,
        "UPDATE body SET data = zeroblob(length(data)) WHERE document = 1",
        _TRIGGER,
    )
    yield _case(
        "longer-body",
        "a document longer than it was",
        "document-damaged",
        _NO_TRIGGER,
        "UPDATE body SET data = CAST(data || x'00' AS BLOB) WHERE document = 1",
        _TRIGGER,
    )
    yield _case(
        "no-body",
        "a document without its bytes",
        "document-damaged",
        "DELETE FROM body WHERE document = 1",
    )
    yield _case(
        "orphan-body",
        "bytes of no document",
        "safe-damaged",
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO body VALUES (77, x'00')",
    )
    yield _case(
        "orphan-event",
        "an event of a person who is not",
        "safe-damaged",
        "PRAGMA foreign_keys = OFF",
        "UPDATE document SET person = 99",
    )
    yield _case(
        "day-that-is-not",
        "a day against its rule",
        "safe-damaged",
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE document SET day = 'demain'",
    )
    yield _case(
        "text-beyond-its-rule",
        "a name over its limit",
        "safe-damaged",
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE person SET name = hex(zeroblob(600))",
    )
    yield _case(
        "words-missing",
        "a document is not in the index of words",
        "safe-damaged",
        "DELETE FROM word_docsize WHERE id = 1",
    )
    yield _case(
        "nobody-named",
        "the list of who may open is empty, the generation is the present "
        "one: as in a safe of before the list",
        "ok",
        "UPDATE helper SET slot = NULL",
        said=("keys-listed",),
    )
    slot = "SELECT slot FROM helper WHERE name = 'Claire'"
    yield _case(
        "not-named",
        "only the other member is on the list",
        "slot-removed",
        f"DELETE FROM helper WHERE slot IS NOT NULL AND slot NOT IN ({slot})",
    )


def _schema() -> Iterator[Case]:
    for name, why, statement in (
        ("table", "a table that no version has", "CREATE TABLE intruder (x)"),
        ("view", "a view", "CREATE VIEW intruder AS SELECT * FROM person"),
        ("index", "an index", "CREATE INDEX intruder ON person (made_on)"),
        (
            "trigger",
            "a trigger that would act at the next gesture",
            "CREATE TRIGGER intruder AFTER INSERT ON event BEGIN DELETE FROM document; END",
        ),
        ("virtual-table", "another index of words", "CREATE VIRTUAL TABLE intruder USING fts5 (x)"),
        ("no-trigger", "documents may be rewritten", _NO_TRIGGER),
        ("no-index", "an index is missing", "DROP INDEX person_name"),
        ("no-table", "a table is missing", "DROP TABLE erasure"),
        ("column", "a column more", "ALTER TABLE event ADD COLUMN intruder TEXT"),
    ):
        yield _case(f"schema-{name}", why, "safe-damaged", statement)


def _trees() -> Iterator[Case]:
    """Authentic pages whose trees lead nowhere, or round and round."""
    plain = clear(told(_DB, without_sum))
    root = _root(plain, "person")
    for name, why, number, at, value in (
        ("page-count", "the first page says fewer pages than are used", 1, 28, b"\0\0\0\x40"),
        (
            "free-list-loop",
            "a list of free pages that begins in a page in use",
            1,
            32,
            b"\0\0\0\2\0\0\0\5",
        ),
        ("schema-root-cells", "the schema says 65,535 entries", 1, 103, b"\xff\xff"),
        ("kind-of-page", "a page of no kind", root, 0, b"\x07"),
        ("cells", "a page of more rows than it can hold", root, 3, b"\x7f\xff"),
        ("cell-outside", "a row that begins outside its page", root, 8, b"\xff\xff"),
    ):
        content = page(plain, number)
        changed = content[:at] + value + content[at + len(value) :]
        db = sealed(with_page(plain, number, changed), _DB)
        yield Case(f"content/tree-{name}", why, "safe-damaged", _files(db))
    loop = _interior_on_itself(plain)
    yield Case(
        "content/tree-on-itself",
        "a branch that is its own child",
        "safe-damaged",
        _files(sealed(loop, _DB)),
    )
    for name, why, change in (
        ("tree-root-outside", "a table that begins after the end", "rootpage = 99999"),
        ("schema-not-sql", "a table whose text makes no table", "sql = 'DROP TABLE person'"),
    ):
        first = "DELETE FROM setting WHERE name = 'pages'"
        update = f"UPDATE sqlite_master SET {change} WHERE name = 'person'"
        work = sql(first, "PRAGMA writable_schema = ON", update, keep_sum=True)
        yield Case(f"content/{name}", why, "safe-damaged", _files(told(_DB, work)))


def _sums() -> Iterator[Case]:
    yield Case(
        "content/sum-wrong",
        "a sum that is not that of the pages",
        "pages-mixed",
        _files(
            told(
                _DB,
                sql(
                    "UPDATE setting SET value = substr(value, 1, 36) || '00' || "
                    "substr(value, 39) WHERE "
                    "name = 'pages'",
                    keep_sum=True,
                ),
            )
        ),
    )
    yield Case(
        "content/saves-lower",
        "a count of saves that is not that of the sum",
        "pages-mixed",
        _files(told(_DB, sql("UPDATE safe SET saves = 14", keep_sum=True))),
    )
    for name, why, value in (
        (
            "dash",
            "a sum that proves nothing: a disk did not let pages be read",
            "'15 ' || substr(value, 4, 33) || '- 1-3'",
        ),
        (
            "other-salt",
            "a sum of another file: this one is a copy",
            "'15 00112233445566778899aabbccddeeff 00 1'",
        ),
        ("empty", "an empty setting", "''"),
        ("words", "words that are no sum", "'quinze sel somme pages'"),
        (
            "beyond",
            "a list of pages that are not there",
            "substr(value, 1, 4 + 32 + 65) || '1-169,5000-5010'",
        ),
    ):
        work = sql(f"UPDATE setting SET value = {value} WHERE name = 'pages'", keep_sum=True)
        code = "pages-mixed" if name == "beyond" else "ok"
        yield Case(f"content/sum-{name}", why, code, _files(told(_DB, work)))


def _root(plain: bytes, table: str) -> int:
    found: list[int] = []

    def look(connection: Any) -> None:
        row = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
        found.append(int(row.fetchone()[0]))

    from tests.safe.kit.database import _worked

    _worked(plain, look)
    return found[0]


def _interior_on_itself(plain: bytes) -> bytes:
    """The schema's root is a branch: its last child becomes itself."""
    content = page(plain, 1)
    assert content[100] == 5
    return with_page(plain, 1, content[:108] + (1).to_bytes(4, "big") + content[112:])
