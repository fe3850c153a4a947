"""Blanks in the safe: what answers a PDF may be taken up when its file is gone.

A form that nobody wrote in is kept once for everybody, and offered again: an office fills the same
one many times a day. A copy with somebody's words in it is hers, and offered to nobody else.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.core.packs.model import FieldMap
from desktop_app.core.records import StoredDocument
from desktop_app.workflow.safes.archive import PDF
from desktop_app.workflow.store import Safe

BLANK, EMPTY = "blank:", "empty:"
"""Before the id of what needs it, in ``made_from``: of a person's own copy, of everybody's."""

BLANK_TITLE = "Formulaire vide : {title}"


@dataclass(frozen=True, slots=True)
class OwnBlank:
    """A PDF to fill, in memory, and its boxes: those of the edition that it is.

    Attributes:
        empty: nobody wrote in it: it may be kept for everybody.
        whose: for whom it was brought; None when that is not told.
    """

    data: bytes
    field_map: FieldMap
    empty: bool = field(default=False, compare=False)
    whose: str | None = field(default=None, compare=False)

    def serves(self, person: str) -> bool:
        """Tell whether somebody may fill it: a copy with another one's words in it never."""
        return self.empty or self.whose in (None, person)


@dataclass(frozen=True, slots=True)
class Kept:
    """A form that the safe has, empty, for whoever fills it next."""

    pack: str
    title: str
    on: dt.date


def keep(
    safe: Safe,
    pack: str,
    blank: bytes,
    *,
    title: str,
    pages: int,
    on: dt.date,
    person: str = "",
    empty: bool = False,
) -> None:
    """Keep the blank that a person's draft answers, once; once for everybody where it is empty."""
    owner, made_from = ("", f"{EMPTY}{pack}") if empty else (person, f"{BLANK}{pack}")
    there = safe.documents(made_from=made_from, data=blank)
    if all(one.person_id != owner for one in there):
        safe.add(
            blank,
            title=BLANK_TITLE.format(title=title),
            on=on,
            kind="other",
            pages=pages,
            media=PDF,
            person=owner,
            made_from=made_from,
        )


def find(safe: Safe, pack: str, person: str = "") -> str | None:
    """Return the document that is a person's newest blank, else everybody's; None for none."""
    own = (one.id for one in safe.documents(made_from=f"{BLANK}{pack}") if one.person_id == person)
    return next(own, None) or find_empty(safe, pack)


def find_empty(safe: Safe, pack: str) -> str | None:
    """Return the newest blank of a form that is everybody's; None when the safe has none."""
    return next((one.id for one in safe.documents(made_from=f"{EMPTY}{pack}")), None)


def all_of(safe: Safe, pack: str) -> Sequence[StoredDocument]:
    """Return the blanks that the safe keeps of a form, whoever has them, the newest first."""
    kept = (safe.documents(made_from=f"{before}{pack}") for before in (EMPTY, BLANK))
    return [one for found in kept for one in found]


def of_everybody(safe: Safe) -> Sequence[Kept]:
    """Return the forms that the safe has for whoever fills them next, the last brought first.

    A file that was first unknown, then a model of one's own, is one of them.
    """
    found: dict[str, Kept] = {}
    shown: list[StoredDocument] = []
    before = BLANK_TITLE.format(title="")
    for one in safe.documents(made_from=EMPTY):
        pack = one.made_from.removeprefix(EMPTY)
        if pack not in found and not any(_same_file(safe, one, other) for other in shown):
            found[pack] = Kept(pack, one.title.removeprefix(before), one.date)
            shown.append(one)
    return tuple(found.values())


def _same_file(safe: Safe, one: StoredDocument, other: StoredDocument) -> bool:
    return one.size == other.size and safe.content(one.id) == safe.content(other.id)
