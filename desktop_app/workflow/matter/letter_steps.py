"""Which step of the law each paper of a dossier is: its pack says so, else its last day did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.core.records import Dossier, Event, StoredDocument
from desktop_app.workflow.matter.timeline import POSTED, PRINTED, REWRITTEN, is_decision

MADE = ("letter", "form")


@dataclass(frozen=True, slots=True)
class Papers:
    """The letters and forms made in a dossier, the newest first.

    ``items``: what is known of their packs, by id.
    """

    dossier: Dossier
    events: Sequence[Event]
    made: tuple[StoredDocument, ...]
    items: Mapping[str, CatalogueItem]

    @property
    def matter(self) -> str:
        """The procedure of the last one that is a step, else the dossier's, else the first noted.

        "" when none is known.
        """
        steps = (self.step(document) for document in self.made)
        noted = (event.procedure for event in self.events)
        return next(filter(None, steps), self.dossier.procedure or next(filter(None, noted), ""))

    @property
    def to_post(self) -> str:
        """The procedure of the last one; "" when it is a step of none."""
        return self.step(self.made[0]) if self.made else self.matter

    @property
    def to_send(self) -> tuple[StoredDocument, ...]:
        """Those that were not posted since they were made, the newest first."""
        return tuple(one for one in self.made if not self._is_sent(one))

    def _is_sent(self, document: StoredDocument) -> bool:
        step = self.step(document)
        sent = [e for e in self.events if e.kind == POSTED and e.procedure == step]
        alone = len(self.of(step)) == 1
        return any(alone or event.day >= document.date for event in sent)

    @property
    def family(self) -> str:
        """Whom the last one that is a step is about; "" when none is."""
        steps = (one for one in self.made if self.step(one) and one.made_from in self.items)
        return next((self.items[one.made_from].family for one in steps), "")

    def of(self, procedure: str) -> frozenset[str]:
        """Return the ids of those that are this step."""
        return frozenset(one.id for one in self.made if self.step(one) == procedure)

    def step(self, document: StoredDocument) -> str:
        """Return the procedure of one; "" when it is a step of none."""
        item = self.items.get(document.made_from)
        if item is not None and item.procedure:
            return item.procedure
        about = (e for e in self.events if e.document_id == document.id)
        said = (e for e in about if is_decision(e) or e.kind in (PRINTED, REWRITTEN))
        first = self.dossier.procedure if document == self.made[-1] else ""
        return next((event.procedure for event in said if event.procedure), first)


def papers_of(
    dossier: Dossier,
    events: Sequence[Event],
    documents: Iterable[StoredDocument],
    items: Iterable[CatalogueItem],
) -> Papers:
    """Return the papers made in a dossier, among its documents, the newest first.

    Of several versions of one, the last: it is the one that is sent.
    """
    made = tuple(one for one in documents if one.kind in MADE and not one.earlier)
    return Papers(dossier, events, made, {item.id: item for item in items})
