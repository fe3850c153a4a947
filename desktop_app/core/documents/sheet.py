"""A sheet that we print, in final words: made by ``pages/paper.py``, set by ``pdf/``."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as ``resources/typst/sheet.typ`` reads it.

    Attributes:
        key: names it among others, as a ``Part`` does.
        language: of its words, but for those that tell theirs.
        title: of the file; it tells nothing of anyone.
        words: what the setting itself adds, by name: ``next``, ``page``, ``hand``.
        data: what stands on it, in order.
    """

    key: str
    language: str
    title: str
    words: Mapping[str, str]
    data: Mapping[str, object]
