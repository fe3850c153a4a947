"""What the program asks of foreign PDFs: one child per call, dead when it returns.

``viewer.py`` alone keeps a child, for as long as a document is looked at.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

from desktop_app.core.updates import UNCHANGED, Updates
from desktop_app.untrusted import ceilings, children, writings
from desktop_app.untrusted.detected import Detected
from desktop_app.untrusted.errors import (
    PdfRefused,
    PdfTooHeavy,
    PdfTookTooLong,
    PdfUnreadable,
    PictureAnimated,
    PictureBlank,
    PictureTooHeavy,
    PictureTooSmall,
    PictureUnreadable,
)
from desktop_app.untrusted.model import Form, Rect
from desktop_app.untrusted.surroundings import PrintedPage, Surroundings
from desktop_app.untrusted.worker import CHILD, Worker
from desktop_app.untrusted.written import WrittenWord

PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How the files begin that a child may give for a picture."""

PageTexts = Annotated[list[str], msgspec.Meta(max_length=ceilings.PAGES)]


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The words of a PDF: how many pages, and the text of each."""

    pages: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: BGRX, four bytes a pixel, rows from the top without padding."""

    width: int
    height: int
    pixels: bytearray


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture drawn anew for paper: ``data`` is a PNG or a JPEG that holds its pixels alone."""

    data: bytes
    width: int
    height: int


class _Cleaned(msgspec.Struct, forbid_unknown_fields=True):
    width: Annotated[int, msgspec.Meta(gt=0)]
    height: Annotated[int, msgspec.Meta(gt=0)]
    animated: bool
    small: bool
    blank: bool


class _Unlocked(msgspec.Struct, forbid_unknown_fields=True):
    pages: Annotated[int, msgspec.Meta(gt=0)]


class _Size(msgspec.Struct, forbid_unknown_fields=True):
    width: Annotated[int, msgspec.Meta(gt=0)]
    height: Annotated[int, msgspec.Meta(gt=0)]


def inspect_form(data: bytes, password: str = "") -> Form:
    """Describe a PDF as a form, labels and active content included.

    Raises:
        PdfRefused: the file cannot be used, and why.
    """
    with Worker("form").open(data, password) as worker:
        form, _ = worker.ask("inspect", Form, {"thorough": True})
        _same_pages(worker, len(form.pages))
        return form


def read_form(data: bytes, password: str = "") -> Form:
    """Describe a PDF as a form, without labels nor active content: what recognising it needs."""
    with Worker("form").open(data, password) as worker:
        form, _ = worker.ask("inspect", Form, {"words": True})
        _same_pages(worker, len(form.pages))
        return form


def unlocked(data: bytes, password: str) -> bytes:
    """Return the same PDF without the password that was given for it.

    Raises:
        PdfRefused: the file cannot be used, and why.
    """
    with Worker("form").open(data, password) as worker:
        found, frames = worker.ask("unlock", _Unlocked)
        _same_pages(worker, found.pages)
        return bytes(frames[0])


def locked(data: bytes, phrase: str) -> bytes:
    """Return the same PDF, that nothing but this phrase opens (AES-256).

    Raises:
        PdfRefused: the file cannot be used, and why.
    """
    with Worker("form").open(data) as worker:
        found, frames = worker.ask("lock", _Unlocked, {"phrase": phrase})
        _same_pages(worker, found.pages)
        return bytes(frames[0])


def detect_boxes(
    data: bytes,
    password: str = "",
    *,
    seconds: float = ceilings.WALL_SECONDS,
    words: Sequence[tuple[int, int, Sequence[WrittenWord]]] = (),
) -> Detected:
    """Find where a PDF without fields asks for answers; a child of its own, which may die of it.

    Args:
        seconds: of wall time, at most.
        words: recognised on some pages, each with the width of its picture: these alone are
            looked at, and how they are laid out is told too.

    Raises:
        PdfRefused: the file cannot be used, or looking took too long.
    """
    given = [(page, wide, [(one.text, one.box) for one in said]) for page, wide, said in words]
    with Worker("detection", seconds=seconds).open(data, password) as worker:
        found, _ = worker.ask("detect", Detected, {"words": given})
        pages = worker.opened.pages
        places = [widget.page for field in found.fields for widget in field.widgets]
        if len(found.sure) != len(found.fields) or any(not 0 < one <= pages for one in places):
            raise PdfUnreadable
        if words and len(found.paths) != len(found.fields):
            raise PdfUnreadable
        return found


def look_around(
    data: bytes, form: Form, boxes: Sequence[tuple[int, Rect]] = (), password: str = ""
) -> Surroundings:
    """Return the words around the fields of a form, and the titles of its pages.

    Args:
        form: the file as ``inspect_form`` described it.
        boxes: page and rectangle of boxes that were found where there is no field.
    """
    with Worker("detection").open(data, password) as worker:
        found, _ = worker.ask("around", Surroundings, {"boxes": list(boxes)})
        count = len(form.fields)
        if len(found.fields) != count or sorted(found.order) != list(range(count)):
            raise PdfUnreadable
        return found


def get_ready() -> None:
    """Prepare what reads a form: it is about to be opened."""
    for role in ("form", "detection"):
        children.prepare(CHILD, role)


def printed_page(
    data: bytes, page: int, boxes: Sequence[tuple[str, Rect]], password: str = ""
) -> PrintedPage:
    """Return the words of a page (from 1), and what they call these boxes of it.

    Args:
        boxes: kind (``text``, ``comb``, ``tick``) and rectangle.

    Raises:
        PdfRefused: the file cannot be used, and why.
    """
    with Worker("detection").open(data, password) as worker:
        if not 0 < page <= worker.opened.pages:
            raise PdfUnreadable
        found, _ = worker.ask("printed", PrintedPage, {"page": page, "boxes": list(boxes)})
        if len(found.labels) != len(boxes):
            raise PdfUnreadable
        return found


def read_text(data: bytes, password: str = "") -> DocumentText:
    """Return the words of a PDF, for an index."""
    with Worker("pages").open(data, password) as worker:
        texts, _ = worker.ask("text", PageTexts)
        _same_pages(worker, len(texts))
        return DocumentText(len(texts), tuple(texts))


def layers() -> dict[str, str]:
    """Return what holds a child on this computer: each layer "on", or why it is absent.

    Raises:
        PdfRefused: no child can be started.
    """
    from desktop_app.untrusted.operations.rehearsal import tiny_form

    with Worker("pages").open(tiny_form()) as worker:
        return worker.opened.layers


def updates_of(data: bytes, password: str = "") -> Updates:
    """Return what became of a PDF after it was first written.

    It is compared in a child, once its bytes say that it was written again; what refuses to be
    opened, or takes too long, is not compared.
    """
    times = writings.times_changed(data)
    if not times:
        return UNCHANGED
    try:
        with Worker("updates").open(data, password) as worker:
            found, _ = worker.ask("compare", Updates)
            pages = worker.opened.pages
    except PdfRefused:
        return Updates(times)
    named = [*(one.page for one in found.reworded), *found.covered, *found.filled, *found.signed]
    said = [words for one in found.reworded for words in (one.before, one.now)]
    if not all(0 < one <= pages for one in named) or len(named) > 4 * pages:
        return Updates(times)
    return found if all(len(one) <= ceilings.LABEL_LENGTH for one in said) else Updates(times)


def render_page(data: bytes, page: int, dpi: float = 100) -> Picture:
    """Return one page (from 1) as pixels, fields drawn."""
    with Worker("pages").open(data) as worker:
        return render_with(worker, page, dpi=dpi)


def show_picture(data: bytes, side: int) -> Picture:
    """Return a photo (JPEG or PNG) upright, as pixels within a square of ``side``.

    Raises:
        PictureUnreadable, PictureTooHeavy.
    """
    with of_picture(), Worker("pictures").open(data) as worker:
        size, raw = worker.ask("show", _Size, {"side": side})
        expected = size.width * size.height * 4
        if max(size.width, size.height) > side or [len(r) for r in raw] != [expected]:
            raise PdfUnreadable
        return Picture(size.width, size.height, raw[0])


def clean_picture(
    data: bytes, wide: int = ceilings.PAPER_WIDE, tall: int = ceilings.PAPER_TALL
) -> CleanPicture:
    """Return a picture (JPEG or PNG) drawn anew within so many pixels, its white edges cut.

    Raises:
        PictureUnreadable, PictureTooHeavy, PictureTooSmall, PictureAnimated, PictureBlank.
    """
    with of_picture(), Worker("pictures").open(data) as worker:
        found, raw = worker.ask("clean", _Cleaned, {"wide": wide, "tall": tall})
        if found.width > wide or found.height > tall or len(raw) != 1:
            raise PdfUnreadable
        if not raw[0].startswith(PICTURES) or len(raw[0]) > ceilings.PAPER_PICTURE_BYTES:
            raise PdfUnreadable
    for wrong, refusal in (
        (found.animated, PictureAnimated),
        (found.small, PictureTooSmall),
        (found.blank, PictureBlank),
    ):
        if wrong:
            raise refusal
    return CleanPicture(bytes(raw[0]), found.width, found.height)


def paper_photo(data: bytes) -> CleanPicture:
    """Return a photo or a scan (JPEG or PNG) of a paper, upright: a JPEG that holds its pixels.

    Raises:
        PictureUnreadable, PictureTooHeavy.
    """
    return _paper_of(data, "pictures", "paper")


def _paper_of(data: bytes, role: str, what: str) -> CleanPicture:
    side = ceilings.PAPER_SIDE
    with of_picture(), Worker(role).open(data) as worker:
        size, raw = worker.ask(what, _Size)
        if max(size.width, size.height) > side or len(raw) != 1:
            raise PdfUnreadable
        if not raw[0].startswith(PICTURES[1]) or len(raw[0]) > ceilings.PAPER_PHOTO_BYTES:
            raise PdfUnreadable
    return CleanPicture(bytes(raw[0]), size.width, size.height)


def sheet_photo(data: bytes) -> CleanPicture:
    """Return a photo or a scan of a paper, straight and level: a JPEG that holds its pixels.

    Raises:
        PictureUnreadable, PictureTooHeavy.
    """
    return _paper_of(data, "sheets", "sheet")


@contextlib.contextmanager
def of_picture() -> Iterator[None]:
    """Say of a picture what a child refuses of a document."""
    try:
        yield
    except (PdfTooHeavy, PdfTookTooLong) as heavy:
        raise PictureTooHeavy from heavy
    except PdfRefused as refused:
        raise PictureUnreadable from refused


def render_with(
    worker: Worker, page: int, *, dpi: float | None = None, wide: int | None = None
) -> Picture:
    """Return one page from a child kept open: as large as ``dpi`` or ``wide``, in pixels, says."""
    if not 1 <= page <= worker.opened.pages:
        raise IndexError(page)
    size = {"dpi": dpi} if wide is None else {"wide": wide}
    return _drawn(worker, {"page": page, **size})


def _drawn(worker: Worker, asked: dict[str, Any]) -> Picture:
    size, raw = worker.ask("render", _Size, asked)
    expected = size.width * size.height * 4
    if size.width * size.height > ceilings.PIXELS_A_PAGE * 1.01 or [len(r) for r in raw] != [
        expected
    ]:
        worker.close()
        raise PdfUnreadable
    return Picture(size.width, size.height, raw[0])


def _same_pages(worker: Worker, pages: int) -> None:
    if pages != worker.opened.pages:
        raise PdfUnreadable
