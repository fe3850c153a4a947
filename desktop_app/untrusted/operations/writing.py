"""Writes the filled file with pikepdf: flat for paper and archive, or editable.

What is written of ours comes as a PDF drawn by ``pdf/forms``: overlays in the order of the pages
that have answers (flat) or one form XObject a widget (editable), then the pages of the annex.
"""

import contextlib
import io

import msgspec
import pikepdf

from desktop_app.untrusted.operations import cleaning, memory, signs
from desktop_app.untrusted.operations.editable import EditableFile
from desktop_app.untrusted.operations.flat import FlatFile
from desktop_app.untrusted.operations.inspection import reading_of
from desktop_app.untrusted.operations.orders import Drawn, Order
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject


def begin(subject: Subject, asked: Asked) -> Outcome:
    """Take the answers, and see what the form shows beside them. Only once a child."""
    order = msgspec.convert(asked.arguments, Order)
    reading = reading_of(subject)
    flat = FlatFile(reading, order.answers) if order.flat else None
    subject.kept["begun"] = flat or EditableFile(reading, order)
    subject.kept["language"] = order.language
    return {}, []


def prepare(subject: Subject, asked: Asked) -> Outcome:
    """Make the pages ready for our drawing, which is being made meanwhile."""
    subject.kept["begun"].prepare()
    return {}, []


def write(subject: Subject, asked: Asked) -> Outcome:
    """Finish what was begun; answers its number of pages and the file."""
    drawn = msgspec.convert(asked.arguments, Drawn)
    begun: FlatFile | EditableFile = subject.kept["begun"]  # kept: to let it go takes 10 ms
    ours = asked.frames[0]  # empty when there is nothing to draw
    drawing = pikepdf.open(io.BytesIO(ours)) if ours else pikepdf.new()
    filled = begun.finish(drawing, drawn)
    if drawn.annex_pages:
        filled.pages.extend(list(drawing.pages)[-drawn.annex_pages :])
    _tie_to_tags(begun, filled, drawn)
    _say_language(filled, subject.kept["language"])
    return {"pages": len(filled.pages)}, [_save(filled, flat=isinstance(begun, FlatFile))]


def unlock(subject: Subject, asked: Asked) -> Outcome:
    """Answer the same file without its password: only once it was given."""
    with memory.open_pdf(subject.data, subject.password) as pdf:
        return {"pages": len(pdf.pages)}, [_bytes(pdf)]


def lock(subject: Subject, asked: Asked) -> Outcome:
    """Answer the same file under a phrase: AES-256, what PDF 2.0 asks for."""
    phrase = msgspec.convert(asked.arguments["phrase"], str)
    out = io.BytesIO()
    with memory.open_pdf(subject.data, subject.password) as pdf:
        # What it says of itself stays as it is: to write it again would import a reader of XML.
        under = pikepdf.Encryption(owner=phrase, user=phrase, R=6)
        pdf.save(out, encryption=under, fix_metadata_version=False)
        return {"pages": len(pdf.pages)}, [out.getvalue()]


def _say_language(filled: pikepdf.Pdf, known: str) -> None:
    """A French paper that says it is in English would be read aloud with an English voice."""
    if known and str(filled.Root.get("/Lang", ""))[:2].lower() != known[:2]:
        filled.Root["/Lang"] = pikepdf.String(known)


def _tie_to_tags(begun: FlatFile | EditableFile, filled: pikepdf.Pdf, drawn: Drawn) -> None:
    """The annex of a tagged form is tagged too: else a screen reader would pass over it.

    So are the boxes that stay.
    """
    stay = isinstance(begun, EditableFile)
    if not (stay or drawn.annex_pages or drawn.marks) or (marks := begun.marks) is None:
        return
    annex = list(filled.pages)[len(filled.pages) - drawn.annex_pages :]
    broken = (KeyError, TypeError, ValueError, pikepdf.PdfError)
    with contextlib.suppress(*broken):  # a form whose tags are broken stays as it is
        if isinstance(begun, EditableFile):
            begun.tie(marks)
        for page, count in zip(annex, drawn.annex_marks, strict=False):
            marks.paragraphs(page.obj, count)
        marks.close()


def _save(pdf: pikepdf.Pdf, *, flat: bool) -> bytes:
    cleaning.clean(pdf)
    written = _bytes(pdf)
    if signs.is_clean(written, flat=flat):
        return written
    cleaning.clean_everything(pdf, flat=flat)
    return _bytes(pdf)


def _bytes(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,  # the same answers give the same file; and no randomness is needed
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        encryption=False,
    )
    return out.getvalue()
