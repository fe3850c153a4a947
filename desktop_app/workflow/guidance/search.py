"""What answers a person's own words: what presses first, then papers, those still in use first.

Where no paper does, that is told, with who helps in such a matter and the letter of one's own.

The window and the command line ask the same function, so that neither leads past a danger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.deadlines import sayings
from desktop_app.core.packs.listed import FREE_LETTER

if TYPE_CHECKING:
    from desktop_app.core.deadlines.cases import Emergency
    from desktop_app.core.deadlines.helpers import Helper
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.packs.listed import CatalogueItem
    from desktop_app.workflow.ports import Catalogue


@dataclass(frozen=True, slots=True)
class Help:
    """Who helps; ``read_in``: the title of what was read of it."""

    told: Helper
    read_in: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        emergencies: dangers that these words speak of: what to do today, before any paper.
        presses: something presses, and these words do not say what.
        is_over: they speak of a delay that has passed.
        items: letters and forms, the best first; the letter of one's own, where none answers.
        nothing: no letter and no form answers these words.
        help: who does, then, the nearest first; none where a danger is, whose page says it.
    """

    emergencies: tuple[Emergency, ...]
    presses: bool
    is_over: bool
    items: Sequence[CatalogueItem]
    nothing: bool = False
    help: tuple[Help, ...] = ()


def find(catalogue: Catalogue, law: Law, words: str, kind: str = "") -> Found:
    """Return what answers these words; a paper that would lose the delay is not among it.

    Args:
        kind: of papers, "letter" or "form"; any when empty. What presses is told all the same.
    """
    pressing = sayings.pressing(law.emergencies, words)
    traps = {procedure for one in pressing for procedure in one.never}
    matter = catalogue.outside(words)
    nothing = matter is not None
    answering = _own_letter(catalogue, kind) if nothing else catalogue.search(words, kind)
    return Found(
        emergencies=pressing,
        presses=not pressing and sayings.presses(words),
        is_over=sayings.is_over(words),
        items=[item for item in answering if item.procedure not in traps],
        nothing=nothing,
        help=() if matter is None or pressing else _help(law, matter),
    )


def _own_letter(catalogue: Catalogue, kind: str) -> Sequence[CatalogueItem]:
    return [item for item in catalogue.search("", kind) if item.id == FREE_LETTER]


def _help(law: Law, matter: str) -> tuple[Help, ...]:
    sources = law.tables.sources
    return tuple(Help(one, sources[one.source].title) for one in law.helpers.of(matter))
