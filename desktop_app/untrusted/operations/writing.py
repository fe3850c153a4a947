"""Writes the filled file with pikepdf: flat for paper and archive, or editable.

What is written of ours comes as a PDF drawn by ``pdf/forms``: overlays in the order of the pages
that have answers (flat) or one form XObject a widget (editable), then the pages of the annex.
"""

import io

import msgspec
import pikepdf

from desktop_app.untrusted.operations import cleaning
from desktop_app.untrusted.operations.editable import write_editable
from desktop_app.untrusted.operations.flat import write_flat
from desktop_app.untrusted.operations.inspection import Reading, reading_of
from desktop_app.untrusted.operations.orders import Order
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject


def write(subject: Subject, asked: Asked) -> Outcome:
    """Fill the document; answers its number of pages and the file. Only once a child."""
    order = msgspec.convert(asked.arguments, Order)
    reading = reading_of(subject)
    ours = asked.frames[0]  # empty when there is nothing to draw
    drawing = pikepdf.open(io.BytesIO(ours)) if ours else pikepdf.new()
    (write_flat if order.flat else write_editable)(reading, order, drawing)
    _append_annex(reading.pdf, drawing, order.annex_pages)
    written = _save(reading)
    return {"pages": len(reading.pdf.pages)}, [written]


def _append_annex(pdf: pikepdf.Pdf, drawing: pikepdf.Pdf, pages: int) -> None:
    if pages:
        pdf.pages.extend(list(drawing.pages)[-pages:])


def _save(reading: Reading) -> bytes:
    cleaning.clean(reading.pdf)
    written = _bytes(reading.pdf)
    if cleaning.is_clean(written):
        return written
    cleaning.clean_everything(reading.pdf)
    return _bytes(reading.pdf)


def _bytes(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,  # the same answers give the same file; and no randomness is needed
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        encryption=False,
    )
    return out.getvalue()
