"""Papers of several dossiers, filed and not printed yet, to be printed one after another."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.pdf import Pdf
from desktop_app.core.records import StoredDocument
from desktop_app.workflow.matter import followup
from desktop_app.workflow.matter.timeline import PRINTED
from desktop_app.workflow.printing import Order
from desktop_app.workflow.store import Safe

LOOKED_AT = 60
"""The dossiers opened last, among whose papers those to print are looked for: some days' work."""
PRINTS = ("letter", "form")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper to print; ``name`` and ``number`` are whose, to be shown as initials."""

    id: str
    title: str
    dossier: str
    name: str
    number: int | None
    kind: str
    pages: int
    made_from: str

    def order(self, printer: str, *, both_sides: bool) -> Order:
        """Return how it is printed: the sheets of a letter's kit are for different hands."""
        return Order(printer, both_sides=both_sides and self.kind == "form")

    def sheets(self, *, both_sides: bool) -> int:
        """Return how many sheets come out."""
        return self.order("", both_sides=both_sides).sheets(Pdf(b"", self.pages))


def waiting(safe: Safe) -> tuple[Waiting, ...]:
    """Return the papers filed and not printed, dossier by dossier, for the worker."""
    found: list[StoredDocument] = []
    for dossier in safe.dossiers.find(limit=LOOKED_AT):
        papers = safe.documents(dossier=dossier.id)
        filed = [one for one in papers if one.kind in PRINTS and not one.earlier]
        events = safe.events.timeline(dossier.id) if filed else ()
        printed = {one.document_id for one in events if one.kind == PRINTED}
        found += [one for one in filed if one.id not in printed]
    numbers = safe.numbers.of({one.person_id for one in found if one.person_id})
    return tuple(
        Waiting(
            one.id,
            one.title,
            one.dossier_id,
            one.person,
            numbers.get(one.person_id),
            one.kind,
            one.pages,
            one.made_from,
        )
        for one in found
    )


def content(safe: Safe, paper: Waiting) -> Pdf:
    """Return its pages, as they were proved when it was filed."""
    return Pdf(safe.content(paper.id), paper.pages)


def note_printed(safe: Safe, paper: Waiting, day: dt.date) -> None:
    """Write in its dossier that it was printed."""
    followup.printed(safe, paper.dossier, paper.id, procedure="", day=day)
