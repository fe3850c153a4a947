"""Pages without fields, drawn by the tests as official forms draw them; what is found on them."""

import io
from collections.abc import Callable
from typing import Any

import msgspec
import pikepdf
from reportlab.pdfgen.canvas import Canvas

from desktop_app.untrusted.detected import Detected
from desktop_app.untrusted.model import Field
from desktop_app.untrusted.operations import detecting
from desktop_app.untrusted.operations.subject import Asked, Subject

Draw = Callable[[Canvas], None]
SIZE = (400.0, 300.0)


def paper(*pages: Draw, size: tuple[float, float] = SIZE) -> bytes:
    """A PDF of pages, each drawn by a function."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        canvas.setLineWidth(0.5)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def changed(data: bytes, **entries: Any) -> bytes:
    """The same PDF with other entries on its pages: Rotate, CropBox, MediaBox."""
    pdf = pikepdf.open(io.BytesIO(data))
    for page in pdf.pages:
        for key, value in entries.items():
            page.obj[f"/{key}"] = value
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def detect_here(data: bytes, **asked: Any) -> Detected:
    """Look for boxes in this process: the same function as in the child, without its start."""
    found, _ = detecting.detect(Subject(data, "", {}), Asked(asked))
    return msgspec.convert(found, Detected)


def found_on(*pages: Draw) -> tuple[Field, ...]:
    """The boxes found on pages."""
    return detect_here(paper(*pages)).fields


def comb(canvas: Canvas, x: float, y: float, cells: int, wide: float = 14, high: float = 8) -> None:
    """A foot with sides, open at the top."""
    canvas.line(x, y, x + cells * wide, y)
    for cell in range(cells + 1):
        canvas.line(x + cell * wide, y, x + cell * wide, y + high)


def cells_apart(canvas: Canvas, x: float, y: float, cells: int, gap: float = 2.3) -> None:
    """Cells of 12 points, each drawn alone: └──┘ └──┘."""
    for cell in range(cells):
        left = x + cell * (12 + gap)
        path = canvas.beginPath()
        path.moveTo(left, y + 4)
        path.lineTo(left, y)
        path.lineTo(left + 12, y)
        path.lineTo(left + 12, y + 4)
        canvas.drawPath(path)


def flat_sheet(canvas: Canvas) -> None:
    """A page of a form as bodies print them: lines, a comb, squares, a box to sign in."""
    canvas.drawString(60, 780, "Demande d'aide au transport")
    canvas.drawString(60, 740, "Nom de naissance : ______________________________")
    canvas.drawString(60, 710, "Prénom : ______________________________")
    canvas.drawString(60, 680, "Code postal :")
    comb(canvas, 140, 678, 5)
    canvas.drawString(60, 650, "Êtes-vous étudiant ?")
    for x, words in ((190, "oui"), (230, "non")):
        canvas.rect(x, 649, 9, 9)
        canvas.drawString(x + 13, 650, words)
    canvas.drawString(60, 620, "Fait le : ____________________")
    canvas.rect(350, 80, 180, 80)
    canvas.drawString(354, 148, "Signature")
