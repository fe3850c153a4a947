"""Which letters are at hand for a step: those written for what came before it come first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.packs.listed import CatalogueItem


def letters_for(
    letters: Iterable[CatalogueItem], step: str, after: Collection[str] = ()
) -> tuple[CatalogueItem, ...]:
    """Return the letters of a step that may follow; ``after``: the procedures that came before.

    A letter that says what it follows is left out after anything else, or when nothing is known.
    """
    fitting = [item for item in letters if item.procedure == step and _suits(item, after)]
    return tuple(sorted(fitting, key=lambda item: not item.follows))


def _suits(item: CatalogueItem, after: Collection[str]) -> bool:
    return not item.follows or not set(item.follows).isdisjoint(after)
