"""What every member must have read: said at each opening of hers, until she says that she has.

Kept in the table ``setting``, so that safes of every version hold them: the name
``warning-<id>``, and as value a JSON object: ``code`` (of the sentence), ``day`` (ISO), ``to`` (ids
of the slots whose member has not read it, in hexadecimal), ``n`` (their order), ``who`` where
somebody is named. It goes when nobody is left in ``to``.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from desktop_app.core.errors import Notice
from desktop_app.safe.database import Database
from desktop_app.safe.records import new_id

KEYS_OLDER = "keys-older-accepted"
KEYS_UNKNOWN = "keys-unknown-accepted"
KEY_SHOWN = "key-shown"
KEYS_LISTED = "keys-listed"
KEYS_CUT = "keys-change-cut"
RESPONSABLE = "made-responsable"
ADDED, CHANGED, REMOVED = "added", "changed", "removed"
"""What became of a way in: before the name of its sort, it is the code of a sentence."""
_NAME = "warning-"


def warn(database: Database, code: str, on: dt.date, to: Iterable[bytes], *, who: str = "") -> None:
    """Have these slots' members told, from their next opening on; once for one day.

    ``who``: whose way in it is about.
    """
    for name, known in _all(database):
        if (known["code"], known["day"], known.get("who", "")) == (code, on.isoformat(), who):
            _keep(database, name, {**known, "to": sorted({*known["to"], *_hex(to)})})
            return
    after = max((known.get("n", 0) for _, known in _all(database)), default=0)
    value = {"code": code, "day": on.isoformat(), "to": sorted(_hex(to)), "n": after + 1}
    if who:
        value["who"] = who
    _keep(database, _NAME + new_id(), value)


def for_member(database: Database, slot: bytes) -> list[Notice]:
    """Return what the member of this slot has not read, the oldest first."""
    found = [known for _, known in _all(database) if slot.hex() in known["to"]]
    return [
        Notice(known["code"], {"day": known["day"], "who": _in_brackets(known.get("who", ""))})
        for known in sorted(found, key=lambda known: (known["day"], known.get("n", 0)))
    ]


def read(database: Database, slot: bytes, code: str = "") -> None:
    """Note that the member of this slot has read it: those of a code, or everything."""
    _change(
        database,
        lambda known: (
            [one for one in known["to"] if one != slot.hex()]
            if code in ("", known["code"])
            else known["to"]
        ),
    )


def forget_ways_in(database: Database) -> None:
    """Tell no more of ways in that changed: the key is another one, and none of them is left."""
    became = tuple(f"{one}-" for one in (ADDED, CHANGED, REMOVED))
    _change(database, lambda known: [] if known["code"].startswith(became) else known["to"])


def hand_over(database: Database, former: bytes, new: bytes) -> None:
    """Let the member of a slot be known by another one."""
    renamed = {former.hex(): new.hex()}
    _change(database, lambda known: [renamed.get(one, one) for one in known["to"]])


def follow(database: Database, slots: Sequence[bytes]) -> None:
    """Wait no longer for slots that are gone."""
    left = set(_hex(slots))
    _change(database, lambda known: [one for one in known["to"] if one in left])


def _change(database: Database, who: Callable[[dict[str, Any]], list[str]]) -> None:
    for name, known in _all(database):
        to = who(known)
        if to != known["to"]:
            _keep(database, name, {**known, "to": to})


def _keep(database: Database, name: str, value: dict[str, Any]) -> None:
    with database.act():
        database.execute("DELETE FROM setting WHERE name = ?", (name,))
        if value["to"]:
            database.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)", (name, json.dumps(value))
            )


def _all(database: Database) -> Iterator[tuple[str, dict[str, Any]]]:
    rows = database.rows(
        "SELECT name, value FROM setting WHERE name >= ? AND name < ? ORDER BY name",
        (_NAME, _NAME[:-1] + "."),
    )
    for name, value in rows:
        yield str(name), json.loads(value)


def _in_brackets(who: str) -> str:
    return f" ({who})" if who else ""


def _hex(slots: Iterable[bytes]) -> set[str]:
    return {slot.hex() for slot in slots}
