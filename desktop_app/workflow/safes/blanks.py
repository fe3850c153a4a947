"""Blanks in the safe: a draft made for one PDF may be taken up when its file is gone."""

import datetime as dt

from desktop_app.workflow.safes.archive import PDF
from desktop_app.workflow.store import Safe

BLANK = "blank:"
"""Before the id of what needs it, in ``made_from`` of the blank that the safe keeps."""

BLANK_TITLE = "Formulaire vide : {title}"


def keep(
    safe: Safe, pack: str, blank: bytes, *, title: str, pages: int, on: dt.date, person: str = ""
) -> None:
    """Keep the blank of a form made for one PDF, once."""
    if find(safe, pack) is None:
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


def find(safe: Safe, pack: str) -> str | None:
    """Return the document that is this blank; None when the safe has none."""
    found = safe.documents(made_from=f"{BLANK}{pack}")
    return found[0].id if found else None
