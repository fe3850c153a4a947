"""In which order cases are listed: what life brings most often comes first, and why is written.

The order is data: ``forms/search/often.toml``.
"""

import datetime as dt
from functools import cached_property

import msgspec

from desktop_app.core.toml_table import TomlTable


class Figure(TomlTable, frozen=True, kw_only=True):
    """What was counted, by whom as it was read, and of which year."""

    says: str
    source: str
    year: int


class FamilyOrder(TomlTable, frozen=True, kw_only=True):
    """The packs of a family, the most usual first; ``reason`` of this order.

    ``figures``: what decides it; where nothing was found, the reason says that it is reasoned.
    """

    id: str
    reason: str
    figures: tuple[Figure, ...] = ()
    packs: tuple[str, ...]


class Often(TomlTable, frozen=True, kw_only=True, dict=True):
    """The families, the one most people need first; ``reason`` of their order."""

    schema: int = 1
    seen_on: dt.date
    reason: str
    family: tuple[FamilyOrder, ...]

    @cached_property
    def _places(self) -> dict[str, int]:
        packs = (pack for one in self.family for pack in one.packs)
        return {pack: place for place, pack in enumerate(packs)}

    def place(self, pack: str) -> int:
        """Return where a pack stands; one that is not named, after all the others."""
        return self._places.get(pack, len(self._places))


NO_ORDER = Often(seen_on=dt.date.min, reason="", family=())


def read_often(text: bytes) -> Often:
    """Return the order that a file says.

    Raises:
        msgspec.ValidationError, msgspec.DecodeError: ours alone is read, and tests read it.
    """
    return msgspec.toml.decode(text, type=Often)
