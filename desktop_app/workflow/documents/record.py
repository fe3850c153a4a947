"""All that is kept of one person, whom it may be shown to: herself, or whoever she asks."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.core.acts import Act
from desktop_app.core.agreements import Consent, Line, Mandate
from desktop_app.core.office import Office
from desktop_app.core.records import Dossier, Event, SavedDraft, StoredDocument
from desktop_app.core.visits import Visit
from desktop_app.workflow.interview.half_typed import is_half_typed
from desktop_app.workflow.matter.dossiers import NOTED
from desktop_app.workflow.matter.timeline import COMPUTED
from desktop_app.workflow.people.people import Known, PersonSheet, formerly, whole_sheet
from desktop_app.workflow.store import Safe

if TYPE_CHECKING:  # a type alone; it would load all that a tool gives
    from desktop_app.workflow.ports import Catalogue


@dataclass(frozen=True, slots=True)
class KeptDossier:
    """A dossier, what was noted in it, in the order of its days, and its papers, the last first.

    ``acts``: by the id of what was noted, who did it last: of an office.
    """

    dossier: Dossier
    events: tuple[Event, ...]
    documents: tuple[StoredDocument, ...]
    acts: Mapping[str, Act] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfOffice:
    """What an office keeps of a person beside her papers.

    Attributes:
        number: her file number.
        consents, mandates: all that she agreed to.
        visits: when she came, the first first.
        register: the lines about her number.
        months: without contact, after which she is proposed to be erased; ``last``: her last one.
        kept_until, kept_why: that she is kept longer; None and "" where nobody said so.
        backups_out: how many backups of the whole safe were saved elsewhere.
    """

    number: int | None
    consents: tuple[Consent, ...]
    mandates: tuple[Mandate, ...]
    visits: tuple[Visit, ...]
    register: tuple[Line, ...]
    months: int
    last: dt.date | None
    kept_until: dt.date | None = None
    kept_why: str = ""
    backups_out: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """Attributes:
    sheet: who she is, what is known of her, and who lives with her.
    dossiers: hers, the newest first.
    loose: her papers that are in none.
    begun: what she began and did not finish: its title, or the pack's name where it is not here.
    binned: how many of her papers wait in the bin.
    binned_dossiers: how many of her dossiers do, with all that is in them.
    former: what was known of her before, the oldest first.
    office: what else an office keeps; None where there is none.
    """

    sheet: PersonSheet
    dossiers: tuple[KeptDossier, ...]
    loose: tuple[StoredDocument, ...]
    begun: tuple[tuple[str, SavedDraft], ...]
    binned: int
    binned_dossiers: int = 0
    former: tuple[Known, ...] = ()
    office: OfOffice | None = None


def whole_record(
    safe: Safe, catalogue: "Catalogue", person: str, office: dt.date | None = None
) -> Record:
    """Return all that is kept of a person; raises NotFound. ``office``: today, in an office."""
    person = safe.people.one(person).id
    papers = safe.documents(person=person)
    titles = {one.id: one.plain_title for one in catalogue.search()}
    dossiers = safe.dossiers.all(person)
    return Record(
        whole_sheet(safe, catalogue, person),
        tuple(_kept(safe, one, papers) for one in dossiers),
        tuple(one for one in papers if not one.dossier_id),
        tuple(
            (titles.get(one.pack, one.pack), one)
            for one in safe.drafts.unfinished(person=person)
            if not is_half_typed(one.pack)
        ),
        sum(one.person_id == person for one in safe.bin.all()),
        sum(one.person_id == person for one in safe.bin.dossiers()),
        formerly(safe, catalogue, person),
        None if office is None else _of_office(safe, person, office),
    )


def _of_office(safe: Safe, person: str, today: dt.date) -> OfOffice:
    rules, kept = safe.team.office() or Office(), safe.retention.kept(person)
    return OfOffice(
        safe.numbers.one(person),
        tuple(safe.consents.of(person)),
        tuple(safe.mandates.of(person)),
        tuple(safe.visits.of(person)),
        tuple(safe.register.of(person)),
        rules.months,
        safe.retention.last_contact(person, today),
        kept.until if kept is not None else None,
        kept.reason if kept is not None else "",
        safe.matters.backups_out,
    )


def _kept(safe: Safe, dossier: Dossier, papers: Sequence[StoredDocument]) -> KeptDossier:
    noted = safe.events.timeline(dossier.id)
    return KeptDossier(
        dossier,
        tuple(one for one in noted if one.kind not in COMPUTED or one.awaited),
        tuple(one for one in papers if one.dossier_id == dossier.id),
        safe.acts.last([one.id for one in noted], kinds=NOTED),
    )
