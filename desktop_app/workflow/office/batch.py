"""Papers of several dossiers, filed and not printed yet, to be printed one after another."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.pdf import Pdf
from desktop_app.core.records import StoredDocument
from desktop_app.workflow.matter import followup
from desktop_app.workflow.matter.timeline import PRINTED
from desktop_app.workflow.office import handed
from desktop_app.workflow.printing import Order
from desktop_app.workflow.store import Safe

LOOKED_AT = 60
"""The dossiers opened last, among whose papers those to print are looked for: some days' work."""
PRINTS = ("letter", "form")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper to print; ``name`` and ``number`` are whose, to be shown as initials.

    ``handed``: a printer took it already, or may have: whether it came out is to be looked at.
    """

    id: str
    title: str
    dossier: str
    name: str
    number: int | None
    kind: str
    pages: int
    made_from: str
    person: str = ""
    draft: str = ""
    handed: bool = False

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
    called = [(one.person_id, paper) for one in found for paper in (one.id, one.draft_id)]
    sent = handed.among(safe, called)
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
            one.person_id,
            one.draft_id,
            bool(sent & {(one.person_id, one.id), (one.person_id, one.draft_id)}),
        )
        for one in found
    )


def content(safe: Safe, paper: Waiting) -> Pdf:
    """Return its pages, as they were proved when it was filed."""
    return Pdf(safe.content(paper.id), paper.pages)


def note_printed(safe: Safe, paper: Waiting, day: dt.date) -> None:
    """Write in its dossier that it was printed."""
    followup.printed(safe, paper.dossier, paper.id, procedure="", day=day)
    forget_handed(safe, paper)


def note_handed(safe: Safe, paper: Waiting, pdf: Pdf, day: dt.date) -> None:
    """Keep that it is being sent: stopped there, it is not ticked again."""
    handed.note(safe, paper.person, paper.id, pdf, day, sure=False)


def forget_handed(safe: Safe, paper: Waiting) -> None:
    """Forget it: it was not sent, or its dossier says it."""
    handed.forget(safe, paper.person, paper.id, paper.draft)
