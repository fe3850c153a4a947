"""One case of the kit, as the families write it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.safe.kit.bases import OWN, base

STATUS = {
    "ok": 0,
    "kdf-refused": 3,
    "keyring-unavailable": 3,
    "file-missing": 3,
    "file-not-regular": 3,
    "not-a-safe": 3,
    "wrong-passphrase": 4,
    "words-unknown": 4,
    "stick-key-missing": 4,
    "stick-key-other-safe": 4,
    "stick-key-damaged": 5,
    "words-other-safe": 4,
    "slot-removed": 4,
    "keys-damaged": 5,
    "safe-damaged": 5,
    "safe-older": 5,
    "document-damaged": 5,
    "pages-mixed": 5,
    "backup-truncated": 5,
    "backup-other-safe": 5,
    "backup-not-verified": 5,
    "safe-newer": 8,
}
"""Exit status of the command line for each code (FORMAT.md § 12)."""


@dataclass(frozen=True)
class Special:
    """Something else than a file: a link, a tube, a folder."""

    told: Mapping[str, str | bool]


TUBE, FOLDER = Special({"tube": True}), Special({"folder": True})


def link(to: str) -> Special:
    """A link that leads there."""
    return Special({"link": to})


Files = Mapping[str, "bytes | Special"]


@dataclass(frozen=True)
class Case:
    """What a reader must say of a safe (a folder), or of a backup (``at``: a file of it).

    ``typed``: the phrase or the words; instead, ``held``: 32 bytes of a keyring (kind 3), or
    ``stick``: the file on a USB stick. ``repair``: whether repair brings back the last save.
    """

    name: str
    why: str
    code: str
    files: Files
    typed: str = OWN
    held: tuple[int, bytes] | None = None
    stick: str = ""
    said: tuple[str, ...] = ()
    at: str = ""
    repair: bool | None = None
    slow: bool = False


def safe(moment: str = "a4", **changed: "bytes | Special | None") -> dict[str, "bytes | Special"]:
    """The files of a safe; ``keys_2``, ``safe_db``… replace or, None, leave out one of them."""
    one = base(moment)
    files: dict[str, bytes | Special] = {"safe.db": one.db, "keys": one.keys, "keys.2": one.keys}
    if one.parity:
        files["parity"] = one.parity
    for name, data in changed.items():
        real = NAMES.get(name, name)
        if data is None:
            del files[real]
        else:
            files[real] = data
    return files


NAMES = {
    "db": "safe.db",
    "keys_2": "keys.2",
    "journal": "safe.db-journal",
    "wal": "safe.db-wal",
    "upcoming": "safe.db.next",
}
