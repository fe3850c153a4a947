"""Who helps where no letter is written: kinds of offices, by what one speaks of.

The typed form of ``forms/law/helpers.toml``.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.deadlines.cases import Contact
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.errors import Problem
from desktop_app.core.sourced import Confidence
from desktop_app.core.toml_table import TomlTable

ANY = "autre"
"""The matter of what is spoken of when none is known."""


class Helper(Contact, frozen=True, kw_only=True):
    """Who helps; ``free``: it costs nothing, and that was read too; ``cost``: the same, said."""

    id: str
    free: bool
    cost: str
    confidence: Confidence


class Matter(TomlTable, frozen=True, kw_only=True):
    """What one speaks of, by its name in ``forms/search/outside.toml``; the nearest help first."""

    id: str
    helpers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Helpers:
    """Everybody who helps, and for what."""

    rows: Sequence[Helper]
    matters: Sequence[Matter]

    def of(self, matter: str) -> tuple[Helper, ...]:
        """Return who helps in a matter; who always does when it is not known."""
        named = {one.id: one.helpers for one in self.matters}
        by_id = {one.id: one for one in self.rows}
        return tuple(by_id[one] for one in named.get(matter, named.get(ANY, ())) if one in by_id)


def check_helpers(helpers: Helpers, sources: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong between helpers, matters and sources."""
    known: Mapping[str, Helper] = {one.id: one for one in helpers.rows}
    for number, one in enumerate(helpers.rows, 1):
        if one.source not in sources:
            yield Problem("law-unknown-source", place=f"helper {number}, source")
    for number, matter in enumerate(helpers.matters, 1):
        place = f"matter {number}, helpers"
        if not matter.helpers:
            yield Problem("law-empty", place=place)
        for name in matter.helpers:
            if name not in known:
                near = nearest(name, known)
                yield Problem("law-unknown-helper", place=place, suggestion=near)
    if ANY not in {matter.id for matter in helpers.matters}:
        yield Problem("law-missing-key", place=f"matter, {ANY}")
