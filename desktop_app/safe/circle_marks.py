"""By what a safe is known as a circle: rows of its own table ``setting``."""

import json

from desktop_app.safe.database import Database
from desktop_app.safe.slots import KIND_NAMES as _SLOTS
from desktop_app.safe.slots import Kind

_CIRCLE, _READER, _ARRIVING = "circle", "circle-reader-", "arriving-"
KIND_NAMES = {**_SLOTS, Kind.KEY_FILE: "circle-reader"}
"""What its readers are told that a way in is: no file on a stick."""


def title(database: Database) -> str:
    """Return the title of a circle; "" of a safe that is none."""
    found = database.value("SELECT value FROM setting WHERE name = ?", (_CIRCLE,))
    return str(json.loads(found)["title"]) if found else ""


def of_safe(database: Database) -> str:
    """Return the id of the safe that a circle is of; "" of a safe that is none."""
    found = database.value("SELECT value FROM setting WHERE name = ?", (_CIRCLE,))
    return str(json.loads(found)["of"]) if found else ""


def entitle(database: Database, title: str, safe_id: str) -> None:
    """Make a safe a circle of another one, or give it another title."""
    keep(database, _CIRCLE, json.dumps({"title": title, "of": safe_id}, ensure_ascii=False))


def know_reader(database: Database, slot: str, theirs: str) -> None:
    """Note which helper of the main safe the reader of a slot is."""
    keep(database, _READER + slot, theirs)


def readers(database: Database) -> dict[str, str]:
    """Return, by slot of the circle, the helper of the main safe who reads by it."""
    found = database.rows(
        "SELECT substr(name, ?), value FROM setting WHERE name GLOB ?",
        (len(_READER) + 1, _READER + "*"),
    )
    return {str(slot): str(theirs) for slot, theirs in found}


def forget_reader(database: Database, slot: str) -> None:
    """Note nothing more of a slot that was taken away."""
    with database.act():
        database.execute("DELETE FROM setting WHERE name = ?", (_READER + slot,))


def arriving(database: Database) -> dict[str, str]:
    """Return, by dossier that is being moved here, the id of the safe where it was."""
    found = database.rows(
        "SELECT substr(name, ?), value FROM setting WHERE name GLOB ?",
        (len(_ARRIVING) + 1, _ARRIVING + "*"),
    )
    return {str(dossier): str(source) for dossier, source in found}


def arrives(database: Database, dossier: str, source: str) -> None:
    """Note that a dossier is being moved here; the caller is in the act that copies it."""
    keep(database, _ARRIVING + dossier, source)


def arrived(database: Database, dossier: str) -> None:
    """Note that it is here alone."""
    with database.act():
        database.execute("DELETE FROM setting WHERE name = ?", (_ARRIVING + dossier,))


def keep(database: Database, name: str, value: str) -> None:
    with database.act():
        database.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
