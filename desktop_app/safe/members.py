"""Who may open the safe, as the database says: a slot that it does not name opens nothing.

The key file is proved by the safe's key, and whoever ever held that key could keep an old copy of
it. So the table ``helper`` has the last word: a slot is named there before it is in the key file,
and no longer once it has left it. A change is then, in this order: the new name, the key file (this
is the moment of the change), the former name and the generation. Killed between any two of them,
what the key file holds is named, and ``follow`` ends the change at the next opening.
"""

import datetime as dt
from collections.abc import Collection, Sequence

from desktop_app.safe.database import Database
from desktop_app.safe.errors import SlotRemoved
from desktop_app.safe.keys import KeyFile
from desktop_app.safe.records import new_id
from desktop_app.safe.slots import Slot


def name(database: Database, slot: bytes, name: str, on: dt.date, role: str = "") -> None:
    """Name a slot from now on; the caller is in an act."""
    database.execute(
        "INSERT INTO helper (uid, slot, name, role, added_on) VALUES (?, ?, ?, ?, ?)",
        (new_id(), slot, name, role, on.isoformat()),
    )


def unname(database: Database, slot: bytes) -> None:
    """Take back the name of a slot that never was in the key file."""
    with database.act():
        database.execute("DELETE FROM helper WHERE slot = ?", (slot,))


def hand_over(database: Database, former: bytes, new: bytes, on: dt.date) -> None:
    """Let the member of a slot be known by another one; the caller is in an act."""
    database.execute("DELETE FROM helper WHERE slot = ?", (new,))
    database.execute(
        "UPDATE helper SET slot = ?, added_on = ? WHERE slot = ?", (new, on.isoformat(), former)
    )


def move(database: Database, member: str, slot: bytes, on: dt.date) -> None:
    """Let a member be known by another slot, of another key; the caller is in an act."""
    database.execute(
        "UPDATE helper SET slot = ?, added_on = ? WHERE uid = ? AND role != 'words'",
        (slot, on.isoformat(), member),
    )


def named_as(database: Database, slot: Slot | None) -> str:
    """Return the name under which a slot is known, "" without one."""
    if slot is None:
        return ""
    return str(database.value("SELECT name FROM helper WHERE slot = ?", (slot.id,)) or "")


def named(database: Database, keys: KeyFile) -> tuple[Slot, ...]:
    """Return the slots of a key file that the database names."""
    known = {row[0] for row in database.rows("SELECT slot FROM helper WHERE slot IS NOT NULL")}
    return tuple(slot for slot in keys.slots if slot.id in known)


def expect_named(known: Collection[bytes], keys: KeyFile, slot: bytes, seen: int) -> None:
    """Refuse a slot that was taken away.

    Args:
        known: the slots that the database names.
        keys: the key file that the slot is of.
        slot: the one that opened.
        seen: the highest generation that the database has seen.

    Raises:
        SlotRemoved: unless the key file is newer than the database (a change was cut by a former
            version of this program, which named slots last), or as new and names nobody known,
            for then nobody at all could open.
    """
    if slot in known or keys.generation > seen:
        return
    if keys.generation < seen or any(one.id in known for one in keys.slots):
        raise SlotRemoved


def follow(database: Database, keys: KeyFile, on: dt.date) -> Sequence[bytes]:
    """Have the database say what the key file says; return the slots that it did not name.

    The generation is never lowered. The caller is in an act.
    """
    known = {slot.id for slot in named(database, keys)}
    strangers = [slot.id for slot in keys.slots if slot.id not in known]
    for slot in strangers:
        name(database, slot, "", on)
    marks = ", ".join("?" * len(keys.slots))
    database.execute(
        f"UPDATE helper SET slot = NULL, removed_on = ? WHERE slot NOT IN ({marks})",
        (on.isoformat(), *(slot.id for slot in keys.slots)),
    )
    database.execute(
        "UPDATE safe SET keys_generation = ?1 WHERE keys_generation < ?1", (keys.generation,)
    )
    return strangers
