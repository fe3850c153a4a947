"""What is written in a safe: its ids, and texts as they are kept and compared."""

import datetime as dt
import secrets
import unicodedata
from dataclasses import dataclass

from desktop_app.core.folding import folded
from desktop_app.safe.errors import NothingToSave

_ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing to confuse when read aloud or copied
_ID_LENGTH = 12  # 59 bits
NAME_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Filing:
    """What comes with a document when it is filed."""

    title: str
    on: dt.date
    kind: str = "other"
    text: str = ""
    pages: int = 0
    media: str = "application/octet-stream"
    made_from: str = ""
    edition: str = ""
    verified: int | None = None
    total: int | None = None
    draft: str = ""


def new_id() -> str:
    """Draw an id: random, so that rows can move between safes."""
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))


def removed_kind(kind: str, on: dt.date) -> str:
    """Return the kind of an event taken off its timeline that day: what it was comes last."""
    return f"removed-{on.isoformat()}-{kind}"


def cleaned(text: str) -> str:
    """Return a title or name as kept: NFC, spaces tidied, control characters dropped.

    Raises:
        NothingToSave: empty, too long, or not text.
    """
    printable = (" " if unicodedata.category(c) == "Cc" else c for c in text)
    kept = " ".join(unicodedata.normalize("NFC", "".join(printable)).split())
    if not kept or len(kept) > NAME_LIMIT or any("\ud800" <= c <= "\udfff" for c in kept):
        raise NothingToSave(limit=NAME_LIMIT)
    return kept


def compared(name: str) -> str:
    """Return a name as it is kept to be compared: folded, every sign in its plainest form."""
    return " ".join(folded(unicodedata.normalize("NFKC", name)).split())


def day_or_none(text: str | None) -> dt.date | None:
    """Read a day that may be absent."""
    return dt.date.fromisoformat(text) if text else None
