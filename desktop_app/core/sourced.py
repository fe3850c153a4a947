"""What rests on a text of law: which articles, where and when it was read, how sure it is."""

import datetime as dt
from typing import Literal

from desktop_app.core.toml_table import TomlTable

Confidence = Literal["haute", "moyenne", "basse"]
MOST_SAID = 8
"""Words of a text of law that are written down here: enough to know them again."""


def says_too_much(words: str) -> bool:
    """Tell whether more of a text is quoted than is needed to know it again."""
    return len(words.split()) > MOST_SAID


class Source(TomlTable, frozen=True, kw_only=True):
    """Where a statement of law was read, when, and how far it can be trusted.

    ``articles`` name codes and articles ("CASF L.262-46"); they are not quoted, but for ``says``:
    at most ``MOST_SAID`` words of one of them, on which everything rests. A test reads them there.
    ``review_by``: the last day it may be said as it was read, where that is known.
    """

    articles: tuple[str, ...]
    title: str
    seen_on: dt.date
    confidence: Confidence
    to_verify: bool = False
    says: str = ""
    review_by: dt.date | None = None


class Statement(TomlTable, frozen=True, kw_only=True):
    """What every statement of law carries: article, where and when it was read, how sure it is.

    ``says``: as in ``Source``, of one article of ``basis``.
    """

    basis: str = ""
    says: str = ""
    sources: tuple[str, ...]
    confidence: Confidence
    seen_on: dt.date
    to_verify: bool = False
    review_by: dt.date | None = None
    note: str = ""
