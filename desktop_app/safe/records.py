"""What is written in a safe: its ids, and texts as they are kept and compared."""

import datetime as dt
import secrets
import unicodedata
from dataclasses import dataclass

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


def folded(text: str) -> str:
    """Return a name as compared: no accents, no capitals, œ as oe."""
    opened = unicodedata.normalize("NFKD", ligatures_opened(text).casefold())
    return " ".join("".join(c for c in opened if not unicodedata.combining(c)).split())


def ligatures_opened(text: str) -> str:
    """Write œ as oe and æ as ae: what people type, and what the word index cannot do itself."""
    for ligature, letters in (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE")):
        text = text.replace(ligature, letters)
    return text


def day_or_none(text: str | None) -> dt.date | None:
    """Read a day that may be absent."""
    return dt.date.fromisoformat(text) if text else None
