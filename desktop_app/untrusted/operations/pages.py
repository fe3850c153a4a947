"""Shows pages as pixels and reads their words, for the preview and for the safe's index."""

import gc
import math
from typing import Any

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.operations import gate
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.words import Words, shown

BYTES_A_PIXEL = 4
ALL_TEXT_LENGTH = 10_000_000


def text(subject: Subject, asked: Asked) -> Outcome:
    """The words of every page, answers of fields included where they are drawn."""
    document = _document(subject)
    words = Words(document)
    found, left = [], ALL_TEXT_LENGTH
    for number in range(1, len(document) + 1):
        page = words.page(number)[:left]
        left -= len(page)
        found.append(page)
    words.close()
    return found, []


def render(subject: Subject, asked: Asked) -> Outcome:
    """One page in BGRX pixels, rows without padding: {width, height} and the raw frame.

    ``page`` counts from 1. Its size is asked by ``dpi``, or by ``wide``, in pixels; it is lowered
    where the page would exceed the ceiling of pixels.
    """
    page = _document(subject)[int(asked.arguments["page"]) - 1]
    width, height = page.get_size()
    wanted = asked.arguments.get("wide")
    scale = float(asked.arguments["dpi"]) / 72 if wanted is None else wanted / max(1.0, width)
    scale = min(scale, math.sqrt(ceilings.PIXELS_A_PAGE / max(1.0, width * height)))
    scale = min(scale, ceilings.PIXELS_A_PAGE / 4 / max(1.0, width, height))
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
    rows = memoryview(bitmap.buffer).cast("B")
    length = wide * BYTES_A_PIXEL
    packed = (
        bytes(rows[: length * high])
        if stride == length
        else b"".join(rows[row * stride : row * stride + length] for row in range(high))
    )
    page.close()
    return {"width": wide, "height": high}, [packed]


def replace(subject: Subject, asked: Asked) -> Outcome:
    """Put another document in the place of the one before: drafts of ours only, set a moment ago.

    A document from elsewhere never has this role: its child dies with it.
    """
    shown_before = subject.kept.pop("pdfium", None)
    if shown_before is not None:
        shown_before.close()
    subject.data = asked.frames[0] if asked.frames else subject.data
    gc.collect(0)  # what the document before left: nothing else is collected here
    return gate.accept(subject, asked)


def _document(subject: Subject) -> Any:
    document: Any = shown(subject)
    if document.formenv is None:
        document.init_forms()  # before any page is taken: else fields are not drawn
    return document
