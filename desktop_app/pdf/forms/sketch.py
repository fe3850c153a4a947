"""A form's answers at their places: to be looked at, over its blank or before there is one.

Before, its boxes are drawn by us. What the paper prints is not there: a box still empty says in
grey what the paper asks for in it.
"""

import io

from desktop_app.core.documents.annex import SEE
from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.core.pdf import Pdf
from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.fit import fit, fit_first
from desktop_app.pdf.forms.pen import draw_cross, draw_layout
from desktop_app.pdf.forms.placed import field_of
from desktop_app.pdf.forms.shortening import abbreviated, box_of
from desktop_app.pdf.library import Canvas

EDGE, WORDS = 0.6, 0.45  # grey: 0 is black
LINE = 0.5  # points
LABEL, LEAST_ROOM = 6.5, 8.0


def draw_sketch(form: FilledForm, *, boxes: bool) -> Pdf:
    """Return every page of the paper with its boxes, if they are wanted, and what is in them."""
    out = io.BytesIO()
    canvas = lettering.new_canvas(out)
    for number, size in enumerate(form.page_sizes, 1):
        canvas.setPageSize(size)
        for one in form.values:
            if one.page == number and (boxes or one.tick or one.text):
                canvas.saveState()
                canvas.translate(one.box[0], one.box[1])
                if boxes:
                    _draw_box(canvas, one)
                _draw_answer(canvas, one)
                canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return Pdf(out.getvalue(), len(form.page_sizes))


def _draw_answer(canvas: Canvas, one: PlacedValue) -> None:
    """Draw what stands in a box whose lower left corner is the origin."""
    if one.tick:
        draw_cross(canvas, *one.box[2:])
    elif one.text:
        _write(canvas, one)


def _draw_box(canvas: Canvas, one: PlacedValue) -> None:
    """Draw the box itself, and in grey what an empty one asks for."""
    _x, _y, wide, high = one.box
    canvas.setStrokeGray(EDGE)
    canvas.setLineWidth(LINE)
    canvas.rect(0, 0, wide, high, stroke=1, fill=0)
    for cell in range(1, one.comb):
        canvas.line(wide * cell / one.comb, 0, wide * cell / one.comb, high / 2)
    if one.kind == "text" and not one.text:
        _name(canvas, one, wide, high)


def _write(canvas: Canvas, one: PlacedValue) -> None:
    field = field_of(one)
    box = box_of(field, field.widgets[0])
    short = abbreviated(field, one)
    text = lettering.clean(short.proposal if short and short.agreed else one.text)
    layout = fit(text, box)
    if layout is None:
        _words, layout = fit_first(SEE, box) or ("", None)
    if layout is not None:
        draw_layout(canvas, layout)


def _name(canvas: Canvas, one: PlacedValue, wide: float, high: float) -> None:
    """Write what the paper asks for here, as far as the box goes."""
    words = lettering.clean(one.label)
    while words and lettering.width(words, LABEL) > wide - 2:
        words = words[:-1].rstrip()
    if high < LEAST_ROOM or not words or lettering.missing(words):
        return
    canvas.setFillGray(WORDS)
    canvas.setFont(lettering.FONT, LABEL)
    canvas.drawString(1.5, high - LABEL, words)
