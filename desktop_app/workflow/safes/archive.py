"""Filing documents in the safe and finding them again: one function per thing a person does."""

import datetime as dt
import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from desktop_app.core.errors import AppError, Notice
from desktop_app.core.pdf import Pdf, Proof
from desktop_app.core.records import StoredDocument
from desktop_app.workflow.safes import evidence
from desktop_app.workflow.store import Order, Safe, Tell

if TYPE_CHECKING:  # a type alone; it would load all that a tool gives
    from desktop_app.workflow.ports import Readers

PDF = "application/pdf"
PICTURES = ("image/jpeg", "image/png")
_MEDIA: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_PDF_HEAD = 1024  # a reader accepts the mark anywhere in the first kibibyte


class DocumentNotProved(AppError):
    """A document whose values were not all read back is neither filed nor printed."""


def media_of(data: bytes, name: str = "") -> str:
    """Return the media type of a file: its first bytes when they are known, else its name's end."""
    if b"%PDF-" in data[:_PDF_HEAD]:
        return PDF
    known = (media for mark, media in _MEDIA if data.startswith(mark))
    by_name = mimetypes.guess_type(f"file{PurePath(name).suffix}")[0]
    return next(known, by_name or "application/octet-stream")


def file_received(
    safe: Safe,
    data: bytes,
    *,
    title: str,
    on: dt.date,
    readers: "Readers",
    tell: Tell,
    name: str = "",
    person: str = "",
    dossier: str = "",
    kind: str = "received",
    words: str = "",
) -> str:
    """File a paper from elsewhere as it is, with its words for the search; return its id.

    What cannot be read or seen is kept all the same, for it may be evidence, and what is wrong with
    it is said (``evidence``). ``name`` is the file's, for its type alone. ``kind`` "evidence" is a
    proof, as the photo of a receipt. ``words``: those that were recognised on its pictures; the
    words of a PDF are read in it.
    """
    media, pages, text = media_of(data, name), 0, ""
    found: tuple[Notice, ...] = ()
    if media == PDF:
        try:
            pages, text = readers.read_text(data)
            text = text if text.strip() else words
            found = evidence.of_words(pages, text)
        except AppError:
            found = (Notice("document-not-indexed"),)
        found += evidence.of_updates(readers.updates(data))
    elif media in PICTURES:
        text = words
        found = evidence.of_picture(data, readers.show_picture)
    for notice in found:
        tell(notice)
    return safe.add(
        data,
        title=title,
        on=on,
        kind=kind,
        text=text,
        pages=pages,
        media=media,
        person=person,
        dossier=dossier,
    )


def file_made(
    safe: Safe,
    pdf: Pdf,
    *,
    title: str,
    on: dt.date,
    kind: str,
    text: str,
    made_from: str,
    proof: Proof | None = None,
    edition: str = "",
    person: str = "",
    dossier: str = "",
    draft: str = "",
) -> str:
    """File a letter or form that we made, of this draft; return its id.

    Raises:
        DocumentNotProved: a value was not read back on the page.
    """
    if proof is not None and proof.problems:
        raise DocumentNotProved
    return safe.add(
        pdf.data,
        title=title,
        on=on,
        kind=kind,
        text=text,
        pages=pdf.pages,
        media=PDF,
        person=person,
        dossier=dossier,
        made_from=made_from,
        edition=edition,
        verified=proof.verified if proof else None,
        total=proof.total if proof else None,
        draft=draft,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gives: some documents, how many there are, and how many are still to come."""

    documents: Sequence[StoredDocument]
    total: int
    left: int


def find(
    safe: Safe,
    text: str,
    *,
    person: str = "",
    limit: int = 50,
    order: Order = "newest",
    skip: int = 0,
) -> Found:
    """Return the documents of a person, or of everyone, that hold every word typed.

    ``skip``: how many were shown already.
    """
    total = safe.count(text, person=person)
    documents = safe.search(text, limit, order, person=person, skip=skip)
    return Found(documents, total, max(0, total - skip - len(documents)))
