"""Boxes of a paper form without fields, found on its pages and ready to be filled like others.

What is found is never sure: it is said, and a person looks at it before printing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from desktop_app.core.errors import Notice
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detected import Detected
from desktop_app.untrusted.documents import detect_boxes
from desktop_app.untrusted.errors import PdfNothingToFill, PdfNotUnderstood, PdfRefused
from desktop_app.untrusted.model import Field, Form

UNREAD = "form-pages-unread"
WRITTEN = "form-pages-written"


@dataclass(frozen=True, slots=True)
class Found:
    """Boxes, how sure each one is (0 to 1), and what must be said of them."""

    fields: tuple[Field, ...] = ()
    sure: tuple[float, ...] = ()
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
        return Found(notices=(Notice("form-boxes-not-looked-for"),))
    fields = tuple(_named(one) for one in detected.fields)
    return Found(fields, detected.sure, tuple(_said(detected)))


def _named(one: Field) -> Field:
    """A box without words has its number: the annex must name it."""
    if one.label:
        return one
    page, _, number = one.name.partition("/")
    return msgspec.structs.replace(one, label=f"case {number}, page {page}")


def _said(detected: Detected) -> Sequence[Notice]:
    notices = []
    if asked := sum(one.fillable for one in detected.fields):  # a place to sign is no box to fill
        notices.append(Notice("form-boxes-found", {"n": asked}))
    asking = {one.page for one in detected.fields}
    for code, pages in (
        ("form-words-garbled", [page for page in detected.garbled if page in asking]),
        ("form-pages-are-pictures", [page for page in detected.pictures if page in asking]),
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
