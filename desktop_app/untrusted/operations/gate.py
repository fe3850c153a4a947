"""Opens an unknown file first, with pypdf: it bounds itself. What it refuses is refused.

qpdf can spin for ever on a file of 4 kB, and PDFium dies on others: neither sees a document that
has not passed here.
"""

import io
import re
from typing import Any

import pypdf
import pypdf._crypt_providers  # imported late by pypdf: too late for a closed sandbox
import pypdf.filters
from pypdf.generic import DictionaryObject

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import (
    PdfEmpty,
    PdfEncrypted,
    PdfTooHeavy,
    PdfUnreadable,
    PdfWrongPassword,
)
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject

HEADER = re.compile(rb"(\d{1,10}) (\d{1,5}) obj\s*(?=\S)")
LONGEST_HEADER = 40


class _Reader(pypdf.PdfReader):
    """pypdf looks at each object's header twice, byte by byte: two thirds of the time to open."""

    def read_object_header(self, stream: Any) -> tuple[int, int]:
        start = stream.tell()
        if plain := HEADER.match(stream.read(LONGEST_HEADER)):
            stream.seek(start + plain.end())
            return int(plain[1]), int(plain[2])
        stream.seek(start)
        return super().read_object_header(stream)


def accept(subject: Subject, asked: Asked) -> Outcome:
    """Open the document or refuse it; answers its pages, its locks and the sandbox's layers."""
    if not subject.data:
        raise PdfEmpty
    if len(subject.data) > ceilings.DOCUMENT_BYTES:
        raise PdfTooHeavy
    reader = _Reader(io.BytesIO(subject.data))
    locked = reader.is_encrypted
    if locked and not reader.decrypt(subject.password):
        raise PdfWrongPassword if subject.password else PdfEncrypted
    pages = _count(reader)
    if pages > ceilings.PAGES:
        raise PdfTooHeavy
    if pages < 1:
        raise PdfUnreadable
    return {"pages": pages, "encrypted": locked, "layers": subject.layers}, []


def _count(reader: pypdf.PdfReader) -> int:
    root = reader.root_object["/Pages"].get_object()
    if not isinstance(root, DictionaryObject):
        raise PdfUnreadable
    announced = int(root.get("/Count", 0))
    # pypdf would walk a tree of a million pages; and some files announce more than they hold.
    if announced > ceilings.PAGES and _more_than(root, ceilings.PAGES):
        return announced
    return len(reader.pages)


def _more_than(root: DictionaryObject, limit: int) -> bool:
    waiting, seen = [root], 0
    while waiting and seen <= 2 * limit:
        node = waiting.pop()
        seen += 1
        kids = node.get("/Kids")
        if kids is None:
            limit -= 1
            if limit < 0:
                return True
            continue
        for kid in list(kids.get_object())[: limit + 1]:
            child = kid.get_object()
            if isinstance(child, DictionaryObject):
                waiting.append(child)
    return bool(waiting)
