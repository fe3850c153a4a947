"""What answers a person's own words: what presses first, then papers, those still in use first.

The window and the command line ask the same function, so that neither leads past a danger.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.deadlines import sayings
from desktop_app.core.deadlines.cases import Emergency
from desktop_app.core.deadlines.law import Law
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.workflow.ports import Catalogue


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        emergencies: dangers that these words speak of: what to do today, before any paper.
        presses: something presses, and these words do not say what.
        is_over: they speak of a delay that has passed.
        items: letters and forms, the best first.
    """

    emergencies: tuple[Emergency, ...]
    presses: bool
    is_over: bool
    items: Sequence[CatalogueItem]


def find(catalogue: Catalogue, law: Law, words: str, kind: str = "") -> Found:
    """Return what answers these words; a paper that would lose the delay is not among it.

    Args:
        kind: of papers, "letter" or "form"; any when empty. What presses is told all the same.
    """
    pressing = sayings.pressing(law.emergencies, words)
    traps = {procedure for one in pressing for procedure in one.never}
    return Found(
        emergencies=pressing,
        presses=not pressing and sayings.presses(words),
        is_over=sayings.is_over(words),
        items=[item for item in catalogue.search(words, kind) if item.procedure not in traps],
    )
