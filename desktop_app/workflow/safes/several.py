"""Several papers filed in one gesture: each by itself, or as the pages of one document.

One that cannot be used stops none of the others: which, and why, is told.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.errors import AppError
from desktop_app.workflow.photos import refuse_heic
from desktop_app.workflow.ports import PageMaker, Readers
from desktop_app.workflow.safes.archive import PDF, PICTURES, file_received, media_of
from desktop_app.workflow.store import Safe, Tell


class NoPhotos(AppError):
    """None of the files can be a page: no photo nor scan among them."""


class PageIsPdf(AppError):
    """A PDF is a document by itself, and no page of another."""


class PageOfAnotherKind(AppError):
    """Neither a JPEG nor a PNG: it cannot be a page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be filed: its name, its bytes, and its words where they were recognised."""

    name: str
    data: bytes = field(repr=False)
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Filed:
    """The documents that were filed, by id, and the files that were not, each with why."""

    ids: tuple[str, ...]
    refused: tuple[tuple[str, AppError], ...] = ()


def file_each(
    safe: Safe,
    papers: Sequence[Paper],
    readers: Readers,
    *,
    on: dt.date,
    tell: Tell,
    title: str = "",
    person: str = "",
    dossier: str = "",
) -> Filed:
    """File each paper by itself, as it is, in one act.

    The second one is called "title (2)"; without a title, each is called as its file.
    """
    with safe.act():
        return Filed(
            tuple(
                file_received(
                    safe,
                    one.data,
                    title=_title(title, one, number),
                    on=on,
                    readers=readers,
                    tell=tell,
                    name=one.name,
                    person=person,
                    dossier=dossier,
                    words=one.words,
                )
                for number, one in enumerate(papers, 1)
            )
        )


def _title(title: str, paper: Paper, number: int) -> str:
    if not title:
        return PurePath(paper.name).stem
    return title if number == 1 else f"{title} ({number})"


@dataclass(frozen=True, slots=True)
class Pages:
    """A document made of photos: its bytes, how many pages, their words, and what was left out."""

    data: bytes = field(repr=False)
    count: int
    words: str = field(repr=False)
    refused: tuple[tuple[str, AppError], ...] = ()


def as_pages(papers: Sequence[Paper], make: PageMaker) -> Pages:
    """Make one document of photos or scans, a page each, straight, and without place or date.

    The photos themselves stay where they are; one that cannot be drawn is left out, and told.

    Raises:
        NoPhotos: none of them can be a page.
    """
    pages, words, refused = list[PrintedPicture](), list[str](), list[tuple[str, AppError]]()
    for one in papers:
        try:
            pages.append(_page(one.data, make))
            words.append(one.words)
        except AppError as problem:
            refused.append((one.name, problem))
    if not pages:
        raise NoPhotos from (refused[0][1] if refused else None)
    return Pages(make.document(pages), len(pages), "\n".join(words), tuple(refused))


def file_pages(
    safe: Safe, made: Pages, *, title: str, on: dt.date, person: str = "", dossier: str = ""
) -> Filed:
    """File the document that ``as_pages`` made."""
    document = safe.add(
        made.data,
        title=title,
        on=on,
        kind="received",
        text=made.words,
        pages=made.count,
        media=PDF,
        person=person,
        dossier=dossier,
    )
    return Filed((document,), made.refused)


def copy_of(data: bytes, make: PageMaker) -> bytes:
    """Return a copy of a photo for somebody else: straight, and without its place or its date."""
    return _page(data, make).data


def _page(data: bytes, make: PageMaker) -> PrintedPicture:
    refuse_heic(data)
    media = media_of(data)
    if media == PDF:
        raise PageIsPdf
    if media not in PICTURES:
        raise PageOfAnotherKind
    return make.page(data)
