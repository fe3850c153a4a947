"""Boxes of a paper form without fields, found on its pages and ready to be filled like others.

What is found is never sure: it is said, and a person looks at it before printing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import msgspec

from desktop_app.core.errors import Notice
from desktop_app.pdf.forms.read_pages import read_pages
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detected import Detected
from desktop_app.untrusted.documents import detect_boxes
from desktop_app.untrusted.errors import PdfNothingToFill, PdfNotUnderstood, PdfRefused
from desktop_app.untrusted.model import Field, Form

UNREAD = "form-pages-unread"
WRITTEN = "form-pages-written"
NOTHING_LAID = Detected()
NOT_LOOKED = Notice("form-boxes-not-looked-for")


@dataclass(frozen=True, slots=True)
class Found:
    """Boxes, how sure each one is (0 to 1), and what must be said of them.

    ``laid``: the pages whose words were recognised, how they are laid out.
    """

    fields: tuple[Field, ...] = ()
    sure: tuple[float, ...] = ()
    laid: Detected = NOTHING_LAID
    notices: tuple[Notice, ...] = ()

    @property
    def can_be_filled(self) -> bool:
        """Whether one box at least takes an answer."""
        return any(one.fillable for one in self.fields)

    @property
    def written(self) -> bool:
        """Whether somebody wrote on its pages."""
        return any(one.code == WRITTEN for one in self.notices)

    @property
    def nothing(self) -> PdfNothingToFill:
        """Why it asks for nothing, when it does not: what was seen could not be believed."""
        unread = any(one.code == UNREAD for one in self.notices)
        return PdfNotUnderstood() if unread else PdfNothingToFill()


def has_no_field(form: Form) -> bool:
    """Whether a PDF is only paper: then its boxes are looked for on its pages."""
    return form.kind in ("flat", "scanned") and not form.fields


def find_boxes(data: bytes, password: str = "", *, seconds: float = ceilings.WALL_SECONDS) -> Found:
    """Look for boxes; a file on which nothing can be found has none, and it is said why."""
    try:
        detected = detect_boxes(data, password, seconds=max(seconds, 1.0))
    except PdfRefused:  # it could be opened: only the search was too much for it
        return Found(notices=(NOT_LOOKED,))
    return _found(detected, NOTHING_LAID)


def find_named(data: bytes, password: str = "") -> Found:
    """Look for boxes, and recognise the words of pages that have none to read, to name them by."""
    try:
        detected = detect_boxes(data, password)
    except PdfRefused:
        return Found(notices=(NOT_LOOKED,))
    read = read_pages(data, _blind(detected), password)
    if not read:
        return _found(detected, NOTHING_LAID)
    try:
        again = detect_boxes(data, password, words=read)
    except PdfRefused:
        return _found(detected, NOTHING_LAID)
    return _found(_together(detected, again, {page for page, _, _ in read}), again)


def _blind(detected: Detected) -> list[int]:
    """The pages whose words cannot be read: a scan may have words that were recognised once."""

    def is_named(page: int) -> bool:
        here = [one.label for one in detected.fields if one.page == page]
        return 2 * sum(map(bool, here)) > len(here)

    pictures = (page for page in detected.pictures if not is_named(page))
    return sorted({*detected.garbled, *pictures})


def _together(first: Detected, again: Detected, read: Collection[int]) -> Detected:
    """What was found at first, without the pages that were looked at again with their words."""

    def others(pages: Sequence[int]) -> tuple[int, ...]:
        return tuple(page for page in pages if page not in read)

    both = [
        *(
            (one, sure)
            for one, sure in zip(first.fields, first.sure, strict=True)
            if one.page not in read
        ),
        *zip(again.fields, again.sure, strict=True),
    ]
    both.sort(key=lambda one: one[0].page)
    return msgspec.structs.replace(
        first,
        fields=tuple(one for one, _ in both),
        sure=tuple(sure for _, sure in both),
        garbled=others(first.garbled),
        pictures=others(first.pictures),
        unread=tuple(sorted({*others(first.unread), *again.unread})),
    )


def _found(detected: Detected, laid: Detected) -> Found:
    fields = tuple(_named(one) for one in detected.fields)
    return Found(fields, detected.sure, laid, tuple(_said(detected, laid)))


def _named(one: Field) -> Field:
    """A box without words has its number: the annex must name it."""
    if one.label:
        return one
    page, _, number = one.name.partition("/")
    return msgspec.structs.replace(one, label=f"case {number}, page {page}")


def _said(detected: Detected, laid: Detected) -> Sequence[Notice]:
    notices = []
    if asked := sum(one.fillable for one in detected.fields):  # a place to sign is no box to fill
        notices.append(Notice("form-boxes-found", {"n": asked}))
    asking = {one.page for one in detected.fields}
    for code, pages in (
        ("form-words-garbled", [page for page in detected.garbled if page in asking]),
        ("form-pages-are-pictures", [page for page in detected.pictures if page in asking]),
        ("form-pages-recognised", sorted({field.page for field in laid.fields})),
        (UNREAD, detected.unread),
        (WRITTEN, detected.written),
        ("form-pages-left-out", detected.left_out),
    ):
        if pages:
            notices.append(Notice(code, {"n": len(pages), "pages": numbers_of(pages)}))
    return notices


def numbers_of(pages: Sequence[int]) -> str:
    """Return the numbers of pages as they are told, ten at most."""
    shown = ", ".join(str(page) for page in pages[:10])
    return shown + "…" * (len(pages) > 10)
