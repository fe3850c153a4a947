"""Erasing at once and for good the matter that was in view: what it is, and what is left of it."""

import contextlib
import dataclasses
import datetime as dt
from dataclasses import dataclass

from desktop_app.core.errors import AppError
from desktop_app.core.records import Matter, StoredDocument
from desktop_app.workflow.interview.half_typed import is_half_typed
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.store import Safe


@dataclass(frozen=True, slots=True)
class InView:
    """What a page is about: a dossier, a draft or a paper of the safe, or none of them."""

    dossier: str = ""
    draft: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, and how many drafts of it a person would count."""

    matter: Matter
    drafts: int

    @property
    def documents(self) -> int:
        """How many papers were erased."""
        return len(self.matter.documents)


def matter_of(safe: Safe, in_view: InView) -> Matter:
    """Return the whole matter that something is in, with the empty forms that only it answers."""
    found = safe.matters.whole(
        dossier=in_view.dossier, draft=in_view.draft, document=in_view.document
    )
    empty = (
        blank.id
        for pack in dict.fromkeys(found.packs)
        for blank in blanks.all_of(safe, pack)
        if not _is_needed(safe, blank, pack, found)
    )
    return dataclasses.replace(found, documents=tuple(dict.fromkeys((*found.documents, *empty))))


def drafts_of(matter: Matter) -> int:
    """Return how many drafts a person would count: what is half typed on a page is none."""
    return sum(not is_half_typed(pack) for pack in matter.packs)


def erase(safe: Safe, in_view: InView, *, on: dt.date) -> Erased:
    """Erase the matter; ``renew_backups`` comes after.

    Raises:
        What the safe says of its disk: nothing is erased then.
    """
    matter = matter_of(safe, in_view)
    if matter:
        safe.matters.erase(matter, on=on)
    return Erased(matter, drafts_of(matter))


def note_copy(safe: Safe, paper: str) -> None:
    """Note in the safe that a draft or a paper was saved elsewhere; "" the whole safe.

    How often alone is kept: neither where, nor when. That it cannot be noted stops nothing.
    """
    with contextlib.suppress(AppError):
        if not safe.read_only:
            safe.matters.note_copy(paper)


def renew_backups(safe: Safe, *, on: dt.date) -> bool:
    """Have the safe's own backups hold nothing that was erased; tell whether they still do.

    What cannot be done now is at the next opening (``Safe.back_up_if_due``).
    """
    with contextlib.suppress(AppError):
        safe.renew_backups(on=on)
    return safe.matters.still_in_backups is not None


def _is_needed(safe: Safe, blank: StoredDocument, pack: str, matter: Matter) -> bool:
    """Tell whether the same person answers an empty form elsewhere too; anybody, everybody's."""
    papers, drafts = safe.documents(made_from=pack), safe.drafts.unfinished(pack)
    others = {
        *(one.person_id for one in papers if one.id not in matter.documents),
        *(one.person_id for one in drafts if one.id not in matter.drafts),
    }
    return bool(others) if blank.made_from.startswith(blanks.EMPTY) else blank.person_id in others
