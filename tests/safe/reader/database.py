"""What is in the database, asked of the ``sqlcipher`` program (FORMAT.md § 4 and § 5)."""

import json
import subprocess
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from tests.safe.reader.keyfile import KeyFile
from tests.safe.reader.verdict import RefusedError

APPLICATION, SCHEMA = 0x50415049, 2
_FACTS = """
SELECT json_object('application', application_id, 'schema', user_version)
  FROM pragma_application_id, pragma_user_version;
SELECT json_object('id', hex(id), 'generation', keys_generation, 'saves', saves) FROM safe;
SELECT json_object('name', name, 'value', value) FROM setting;
SELECT json_object('slot', hex(slot)) FROM helper WHERE slot IS NOT NULL;
SELECT json_object('indexed', (SELECT count(*) FROM word_docsize)
  = (SELECT count(*) FROM document WHERE binned_on IS NULL));
SELECT json_object('made', type || ' ' || name, 'sql', coalesce(sql, '')) FROM sqlite_master;
"""
_SOUND = """
SELECT json_object('unsound', integrity_check) FROM pragma_integrity_check;
SELECT json_object('unsound', "table") FROM pragma_foreign_key_check;
"""
_BODIES = """
SELECT json_object('size', size, 'sha256', hex(sha256), 'data', hex(data))
  FROM document LEFT JOIN body ON body.document = document.id;
"""


@dataclass(frozen=True)
class Facts:
    """What the database says."""

    schema: int
    id: bytes
    generation: int
    saves: int
    settings: dict[str, str]
    slots: set[bytes]
    indexed: bool
    made: set[tuple[str, str]]


@lru_cache(maxsize=32)
def ask(db: bytes, key: bytes, sql: str) -> list[dict[str, object]]:
    """JSON objects, of a private copy."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "safe.db")
        path.write_bytes(db)
        made = _run(path, key, sql)
    if made.returncode or made.stderr:
        raise RefusedError("safe-damaged")
    lines = made.stdout.decode("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def played_back(db: bytes, journal: bytes, key: bytes) -> bytes:
    """The database once the program has played its journal back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "safe.db")
        path.write_bytes(db)
        Path(folder, "safe.db-journal").write_bytes(journal)
        _run(path, key, "SELECT count(*) FROM sqlite_master;\n")
        return path.read_bytes()


def _run(path: Path, key: bytes, sql: str) -> subprocess.CompletedProcess[bytes]:
    script = f"PRAGMA key = \"x'{key.hex()}'\";\nPRAGMA trusted_schema = OFF;\n{sql}"
    command = ["sqlcipher", "-safe", "-batch", "-bail", str(path)]
    return subprocess.run(
        command, input=script.encode(), capture_output=True, timeout=60, check=False
    )


def facts(db: bytes, key: bytes) -> Facts:
    """What it says of itself."""
    rows = ask(db, key, _FACTS)
    kind = next((row for row in rows if "application" in row), {})
    if kind.get("application") != APPLICATION:
        raise RefusedError("safe-damaged")
    if int(str(kind["schema"])) > SCHEMA:
        raise RefusedError("safe-newer")
    own = [row for row in rows if "generation" in row]
    if len(own) != 1:
        raise RefusedError("safe-damaged")
    return Facts(
        schema=int(str(kind["schema"])),
        id=bytes.fromhex(str(own[0]["id"])),
        generation=int(str(own[0]["generation"])),
        saves=int(str(own[0]["saves"])),
        settings={str(row["name"]): str(row["value"]) for row in rows if "value" in row},
        slots={bytes.fromhex(str(row["slot"])) for row in rows if "slot" in row},
        indexed={"indexed": 1} in rows,
        made={_made(row) for row in rows if "made" in row},
    )


def _made(row: dict[str, object]) -> tuple[str, str]:
    """A table, an index or a trigger; those that the word index makes, by their names alone."""
    name, sql = str(row["made"]), str(row["sql"])
    return name, "" if name.startswith("table word_") else sql


def is_sound(db: bytes, key: bytes) -> bool:
    """Whether every tree, row and link is right."""
    rows = ask(db, key, _SOUND)
    return [row["unsound"] for row in rows] == ["ok"]


def documents_are_right(db: bytes, key: bytes) -> bool:
    """Whether every document is the one that was filed."""
    for row in ask(db, key, _BODIES):
        data = bytes.fromhex(str(row["data"] or ""))
        if (len(data), sha256(data).hexdigest().upper()) != (row["size"], row["sha256"]):
            return False
    return True


def check_keys(known: Facts, keys: KeyFile, slot: bytes) -> str:
    """The key file is of this safe, its slot is on the list, it is not older (§ 2).

    Return what every member is warned of, "" for nothing.
    """
    if known.id != keys.safe_id:
        raise RefusedError("safe-damaged")
    named = known.slots & {each.id for each in keys.slots}
    older = keys.generation < known.generation
    same = keys.generation == known.generation
    if slot not in known.slots and (older or (same and named)):
        raise RefusedError("slot-removed")
    if older:
        raise RefusedError("safe-older")
    if same:
        return "" if named else "keys-listed"
    return "keys-change-cut" if len(named) == len(keys.slots) else "keys-unknown-accepted"
