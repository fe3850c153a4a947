"""The matter of a draft, taken out of a safe whole: into another safe, or into memory alone."""

import datetime as dt
from dataclasses import dataclass, field

from desktop_app.core.errors import AppError
from desktop_app.core.records import Dossier, StoredDocument
from desktop_app.workflow.interview.half_typed import is_half_typed
from desktop_app.workflow.matter.erasing import InView, erase, matter_of, renew_backups
from desktop_app.workflow.ports import TextReader
from desktop_app.workflow.safes.archive import PDF
from desktop_app.workflow.store import Safe


@dataclass(frozen=True, slots=True)
class Taken:
    """A draft's papers, with their bytes, and the dossier that they are in, if any."""

    draft: str
    dossier: Dossier | None
    papers: tuple[tuple[StoredDocument, bytes], ...] = field(default=(), repr=False)

    def put(self, safe: Safe, read_text: TextReader) -> str:
        """File the papers in a safe that has them not; return the dossier, "" without one."""
        made = ""
        with safe.act():
            if (was := self.dossier) is not None:
                made = safe.dossiers.add(
                    was.title, on=was.opened_on, body=was.body, procedure=was.procedure
                )
            for paper, data in self.papers:
                safe.add(
                    data,
                    title=paper.title,
                    on=paper.date,
                    kind=paper.kind,
                    text=_text(paper, data, read_text),
                    pages=paper.pages,
                    media=paper.media,
                    dossier=made if paper.dossier_id else "",
                    made_from=paper.made_from,
                    edition=paper.edition,
                )
        return made


def take(safe: Safe, draft: str) -> Taken | None:
    """Return what goes with a draft; None where its dossier has gone further than that.

    Other letters, and what happened since, are not moved.
    """
    matter = matter_of(safe, InView(draft=draft))
    others = (one for one in zip(matter.drafts, matter.packs, strict=True) if one[0] != draft)
    further = matter.dossier and safe.events.timeline(matter.dossier)
    if further or any(not is_half_typed(pack) for _draft, pack in others):
        return None
    there = filter(safe.holds, matter.documents)
    papers = tuple((safe.document(one), safe.content(one)) for one in there)
    return Taken(draft, safe.dossiers.one(matter.dossier) if matter.dossier else None, papers)


def erase_there(safe: Safe, draft: str, *, on: dt.date) -> bool:
    """Erase the matter of a draft, from the safe's backups too; tell whether nothing else is left.

    Raises:
        What the safe says of its disk: nothing is erased then.
    """
    erase(safe, InView(draft=draft), on=on)
    renew_backups(safe, on=on)
    return not (safe.count_documents() or safe.dossiers.count() or safe.drafts.count())


def _text(paper: StoredDocument, data: bytes, read_text: TextReader) -> str:
    if paper.media != PDF:
        return ""
    try:
        return read_text(data)[1]
    except AppError:
        return ""
