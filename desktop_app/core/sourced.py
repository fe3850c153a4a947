"""What rests on a text of law: which articles, where and when it was read, how sure it is."""

import datetime as dt
from typing import Literal

from desktop_app.core.toml_table import TomlTable

Confidence = Literal["haute", "moyenne", "basse"]


class Source(TomlTable, frozen=True, kw_only=True):
    """Where a statement of law was read, when, and how far it can be trusted.

    ``articles`` name codes and articles ("CASF L.262-46"); they are never quoted.
    """

    articles: tuple[str, ...]
    title: str
    seen_on: dt.date
    confidence: Confidence
    to_verify: bool = False


class Statement(TomlTable, frozen=True, kw_only=True):
    """What every statement of law carries: article, where and when it was read, how sure it is."""

    basis: str = ""
    sources: tuple[str, ...]
    confidence: Confidence
    seen_on: dt.date
    to_verify: bool = False
    note: str = ""
