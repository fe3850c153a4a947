"""The test page of a printer: how far its paper is from where it should be.

Printed once on plain paper, then held against the light over the paper form: the person measures
two gaps with a ruler, and gives them as offsets.
"""

import io
from collections.abc import Sequence

from desktop_app.core.documents.trial import PrinterTrial
from desktop_app.core.rect import POINTS_A_MM as MM
from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.placed import RULER_MM as RULER
from desktop_app.pdf.forms.wrapping import wrap
from desktop_app.pdf.library import Canvas

CORNER_FROM_EDGE, CORNER_ARM = 10 * MM, 10 * MM
LEFT = 40 * MM


def draw_test_page(
    size: tuple[float, float],
    words: PrinterTrial,
    *,
    dx_mm: float = 0,
    dy_mm: float = 0,
    ruler_mm: float = RULER,
) -> bytes:
    """Return one page of a size in points: corners at 10 mm, rulers of 100 mm, what to do."""
    out = io.BytesIO()
    canvas = lettering.new_canvas(out, size)
    canvas.translate(dx_mm * MM, dy_mm * MM)
    canvas.scale(RULER / ruler_mm, RULER / ruler_mm)
    _corners(canvas, *size)
    _ruler(canvas, LEFT, size[1] / 2, upright=False)
    _ruler(canvas, LEFT, size[1] / 2 - 15 * MM - RULER * MM, upright=True)
    moved = (dx_mm, dy_mm, ruler_mm) != (0, 0, RULER)
    _words(canvas, size, (words.title, *words.paragraphs, *([words.already] if moved else [])))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _corners(canvas: Canvas, wide: float, high: float) -> None:
    canvas.setLineWidth(0.4)
    for x, inwards in ((CORNER_FROM_EDGE, 1), (wide - CORNER_FROM_EDGE, -1)):
        for y, upwards in ((CORNER_FROM_EDGE, 1), (high - CORNER_FROM_EDGE, -1)):
            canvas.line(x, y, x + inwards * CORNER_ARM, y)
            canvas.line(x, y, x, y + upwards * CORNER_ARM)


def _ruler(canvas: Canvas, x: float, y: float, *, upright: bool) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    if upright:
        canvas.rotate(90)
    canvas.setLineWidth(0.4)
    canvas.line(0, 0, RULER * MM, 0)
    canvas.setFont(lettering.FONT, 8)
    for mark in range(RULER + 1):
        tall = 5 if mark % 10 == 0 else 3.5 if mark % 5 == 0 else 2
        canvas.line(mark * MM, 0, mark * MM, tall * MM)
        if mark % 10 == 0:
            canvas.drawCentredString(mark * MM, 6 * MM, str(mark))
    canvas.restoreState()


def _words(canvas: Canvas, size: tuple[float, float], words: Sequence[str]) -> None:
    y = size[1] - 35 * MM
    for number, paragraph in enumerate(words):
        letters = 14 if number == 0 else 12
        for line in wrap(paragraph, letters, size[0] - LEFT - 25 * MM):
            _write(canvas, y, line, letters)
            y -= letters * 1.4
        y -= 4


def _write(canvas: Canvas, y: float, line: str, letters: float) -> None:
    text = canvas.beginText()
    text.setFont(lettering.FONT, letters)
    text.setTextOrigin(LEFT, y)
    lettering.write(canvas, text, line, letters)
    canvas.drawText(text)
