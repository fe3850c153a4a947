"""Handing a person her papers: which, under neutral names, locked by a phrase of hers or not."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.errors import AppError
from desktop_app.core.folder import Carried
from desktop_app.core.pdf import Pdf
from desktop_app.core.records import StoredDocument
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.safes.archive import PDF, PICTURES
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

SHORTEST, LONGEST = 8, 127
"""Signs of a phrase that locks: fewer are guessed in a day; more, PDF does not take (in bytes)."""
TO_READ, KNOWN = "a-lire.pdf", "ce-que-nous-savons.pdf"
HANDED_OVER = "handed-over"
"""What the register says of it."""


class LockTooShort(AppError):
    """A phrase that locks has at least ``least`` signs."""


class LockTooLong(AppError):
    """A phrase that locks has at most ``most`` bytes."""


@dataclass(frozen=True, slots=True)
class HerPapers:
    """Attributes:
    person, name, number: whose.
    office: the name of the office, "" for none.
    papers: those that can be handed over, the newest first.
    others: how many cannot: neither a PDF nor a picture.
    """

    person: str
    name: str
    number: int | None
    office: str
    papers: tuple[StoredDocument, ...]
    others: int


def papers_of(safe: Safe, person: str) -> HerPapers:
    """Return the papers of a person; empty forms are none. Raises NotFound."""
    every = [
        one
        for one in safe.documents(person=person)
        if not one.made_from.startswith((blanks.BLANK, blanks.EMPTY))
    ]
    fit = tuple(one for one in every if one.media == PDF or one.media in PICTURES)
    rules = safe.team.office()
    return HerPapers(
        person,
        safe.people.one(person).name,
        safe.numbers.one(person),
        rules.name if rules else "",
        fit,
        len(every) - len(fit),
    )


def names(papers: Sequence[StoredDocument]) -> tuple[str, ...]:
    """Return the name of each on a stick: a number and its kind, nothing of what it says."""
    kinds = {"letter": "lettre", "form": "formulaire", "received": "lettre-recue"}
    return tuple(f"{n:02}-{kinds.get(one.kind, 'document')}.pdf" for n, one in enumerate(papers, 1))


def check(phrase: str) -> None:
    """Raise LockTooShort, LockTooLong where a phrase cannot lock; "" locks nothing."""
    if phrase and len(phrase) < SHORTEST:
        raise LockTooShort(least=SHORTEST)
    if len(phrase.encode("utf-8", "replace")) > LONGEST:
        raise LockTooLong(most=LONGEST)


def carried(
    safe: Safe,
    tools: Tools,
    papers: Sequence[StoredDocument],
    *,
    to_read: Pdf,
    known: Pdf | None = None,
    phrase: str = "",
) -> tuple[Carried, ...]:
    """Return the files: the sheet to read first, then each paper as a PDF; nothing else.

    A photo becomes a page, without its place and date. With a ``phrase`` all but the sheet is
    locked by it: where one cannot be, none is given.

    Raises:
        LockTooShort, LockTooLong; PdfRefused: a paper that cannot be locked, or read.
    """
    check(phrase)
    found = [
        (name, _pdf(tools, one, safe.content(one.id)))
        for name, one in zip(names(papers), papers, strict=True)
    ]
    if known is not None:
        found.append((KNOWN, known.data))
    if phrase:
        found = [(name, tools.lock_pdf(data, phrase)) for name, data in found]
    return (Carried(TO_READ, to_read.data), *(Carried(name, data) for name, data in found))


def note(safe: Safe, person: str, count: int, *, on: dt.date) -> None:
    """Write the register's line: so many papers were handed over."""
    safe.register.note(HANDED_OVER, on=on, person=person, n=count)


def _pdf(tools: Tools, paper: StoredDocument, data: bytes) -> bytes:
    if paper.media == PDF:
        return data
    return tools.photos.document([tools.photos.page(data)])
