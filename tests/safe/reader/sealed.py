"""What a manifest says, once its seal is proved (FORMAT.md § 7)."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from tests.safe.reader.aes import open_gcm
from tests.safe.reader.keyfile import Opened, sub_key
from tests.safe.reader.verdict import RefusedError

_MAGIC = b"\x89PLBACK\n"
_NAME = re.compile("[0-9a-f]{16}")
_WRONG = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True)
class Sealed:
    """Files (size, SHA-256); of a layer, the pages that it makes with those that it lies on."""

    files: dict[str, tuple[int, str]]
    count: int = 0
    total: int = 0
    under: tuple[str, ...] = ()

    def check(self, members: dict[str, bytes]) -> None:
        """Every file is the one that was sealed."""
        db = members.get("safe.db")
        if db is not None and len(db) < self.files["safe.db"][0]:
            raise RefusedError("backup-truncated")
        for name, expected in self.files.items():
            if expected != (len(members[name]), sha256(members[name]).hexdigest()):
                raise RefusedError("backup-not-verified")


def unseal(raw: bytes, opened: Opened) -> Sealed:
    """Read a manifest."""
    if len(raw) < 60 or raw[:8] != _MAGIC:
        raise RefusedError("backup-not-verified")
    if int.from_bytes(raw[8:10], "little") > 2:
        raise RefusedError("safe-newer")
    if any(raw[10:16]):
        raise RefusedError("backup-not-verified")
    if raw[16:32] != opened.keys.safe_id:
        raise RefusedError("backup-other-safe")
    seal = sub_key(opened.key, "papier-libre/backup-seal/1")
    told = open_gcm(seal, raw[32:44], raw[44:], raw[:44])
    if told is None:
        raise RefusedError("backup-not-verified")
    try:
        return _decoded(json.loads(told))
    except _WRONG:
        raise RefusedError("backup-not-verified") from None


def _decoded(said: dict[str, Any]) -> Sealed:
    """ValueError, or another of ``_WRONG``: it says what no safe says."""
    if not isinstance(said["made_on"], str):
        raise ValueError
    dt.date.fromisoformat(said["made_on"])
    files = {name: (one["size"], one["sha256"]) for name, one in said["files"].items()}
    numbers = [said["saves"], said["keys_generation"], said["schema"]]
    found = Sealed(files)
    if "pages" in said:
        found = _with_pages(files, said["pages"])
        numbers += [found.count, said["pages"]["erased"]]
    numbers += [size for size, _ in files.values()]
    if any(type(n) is not int or not 0 <= n < 1 << 62 for n in numbers):
        raise ValueError
    if set(files) != {"pages" if found.under else "safe.db", "keys"}:
        raise ValueError
    return found


def _with_pages(files: dict[str, tuple[int, str]], pages: dict[str, Any]) -> Sealed:
    salt, total, under = bytes.fromhex(pages["salt"]), int(pages["total"], 16), pages["under"]
    names = tuple(under) if isinstance(under, list) else ("",)
    if len(salt) != 16 or not pages["count"] or not all(map(_NAME.fullmatch, names)):
        raise ValueError
    return Sealed(files, pages["count"], total, names)
