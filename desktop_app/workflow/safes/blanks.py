"""Blanks in the safe: what answers a PDF may be taken up when its file is gone."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.packs.model import FieldMap
from desktop_app.core.records import StoredDocument
from desktop_app.workflow.safes.archive import PDF
from desktop_app.workflow.store import Safe

BLANK = "blank:"
"""Before the id of what needs it, in ``made_from`` of the blank that the safe keeps."""

BLANK_TITLE = "Formulaire vide : {title}"


@dataclass(frozen=True, slots=True)
class OwnBlank:
    """A PDF to fill, in memory, and its boxes: those of the edition that it is."""

    data: bytes
    field_map: FieldMap


def keep(
    safe: Safe, pack: str, blank: bytes, *, title: str, pages: int, on: dt.date, person: str = ""
) -> None:
    """Keep the blank that a person's draft answers, once."""
    there = safe.documents(made_from=f"{BLANK}{pack}", data=blank)
    if all(one.person_id != person for one in there):
        safe.add(
            blank,
            title=BLANK_TITLE.format(title=title),
            on=on,
            kind="other",
            pages=pages,
            media=PDF,
            person=person,
            made_from=f"{BLANK}{pack}",
        )


def find(safe: Safe, pack: str, person: str = "") -> str | None:
    """Return the document that is a person's newest blank; None when the safe has none."""
    found = (one.id for one in all_of(safe, pack) if one.person_id == person)
    return next(found, None)


def all_of(safe: Safe, pack: str) -> Sequence[StoredDocument]:
    """Return the blanks that the safe keeps of a form, whoever has them, the newest first."""
    return safe.documents(made_from=f"{BLANK}{pack}")
