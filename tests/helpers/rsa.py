"""Reading a composed letter in tests: which paragraphs stand, and what they say."""

import datetime as dt
import re
from collections.abc import Callable

from desktop_app.core.documents.model import LetterDocument

PACK = "caf-indu-rsa"
TODAY = dt.date(2026, 11, 24)

Compose = Callable[..., LetterDocument]


def ids(document: LetterDocument) -> list[str]:
    return [paragraph.id for paragraph in document.paragraphs]


def text(document: LetterDocument, paragraph: str = "") -> str:
    """Return one paragraph, or all of them, with plain spaces and apostrophes."""
    found = [p.text for p in document.paragraphs if paragraph in ("", p.id)]
    return re.sub(r"[\u00a0\u202f]", " ", "\n".join(found)).replace("’", "'")


def plain(lines: tuple[str, ...]) -> list[str]:
    return [re.sub(r"[\u00a0\u202f]", " ", line).replace("’", "'") for line in lines]
