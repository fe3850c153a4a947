"""The paper of the demo form: frames, titles and labels, drawn by reportlab with embedded fonts."""

import io

from reportlab.lib.colors import Color, HexColor, white

from desktop_app.pdf.fonts import font_folders
from desktop_app.pdf.library import Canvas, TTFont, pdfmetrics
from tests.demo_form.fields import (
    FIELDS,
    HEADINGS,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    Field,
    Heading,
    Spot,
)

REGULAR, BOLD = "DemoForm", "DemoForm-Bold"
INK, SOFT_INK = HexColor(0x1C1B1A), HexColor(0x45413C)
BLUE, PALE_BLUE = HexColor(0x1F3A5F), HexColor(0xEDF2F8)
GREY, PALE_GREY = HexColor(0x5B5B5B), HexColor(0xF0F0F0)
EDGE, CELL_EDGE = HexColor(0x6F7F95), HexColor(0xAEBACB)
WARNING = HexColor(0x8F1414)

TITLE = "Demande d’aide exceptionnelle"
NOT_OFFICIAL = "FORMULAIRE D’EXEMPLE – sans valeur officielle"
OFFICE = ("Commune de Saint-Exemple", "Centre communal d’action sociale")
BOTTOMS = {1: 66.0, 2: 52.0}  # where the last section of each page ends
SIDE_PADDING = 8.0


def draw_pages() -> bytes:
    """Return the two pages without any field; the same bytes at each call."""
    for name, file in ((REGULAR, "Regular"), (BOLD, "Bold")):
        path = font_folders()[0] / f"AtkinsonHyperlegible-{file}.ttf"
        pdfmetrics.registerFont(TTFont(name, str(path)))
    output = io.BytesIO()
    canvas = Canvas(output, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(f"{TITLE} ({NOT_OFFICIAL})")
    canvas.setAuthor("Papier libre")
    for page in (1, 2):
        _sections(canvas, page)
        _first_head(canvas) if page == 1 else _second_head(canvas)
        for field in FIELDS:
            _field(canvas, field, page)
        _foot(canvas, page)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


def _write(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    bold: bool = False,
    color: Color = INK,
) -> None:
    canvas.setFillColor(color)
    canvas.setFont(BOLD if bold else REGULAR, size)
    canvas.drawString(x, y, text)


def _first_head(canvas: Canvas) -> None:
    canvas.setFillColor(BLUE)
    canvas.roundRect(LEFT, 778, 30, 30, 4, stroke=0, fill=1)
    canvas.setStrokeColor(white)
    canvas.setLineWidth(1.6)
    canvas.lines([(49, 800, 65, 800), (49, 793, 65, 793), (49, 786, 58, 786)])  # a sheet of paper
    _write(canvas, 82, 797, OFFICE[0], 11, bold=True)
    _write(canvas, 82, 783, OFFICE[1], 10, color=SOFT_INK)
    _stamp(canvas, 788)
    _write(canvas, LEFT, 740, TITLE, 23, bold=True, color=BLUE)
    help_line = (
        "Écrivez en noir, en majuscules, un caractère par case. Laissez vide ce que vous ignorez."
    )
    _write(canvas, LEFT, 721, help_line, 9.5, color=SOFT_INK)


def _second_head(canvas: Canvas) -> None:
    _write(canvas, LEFT, 800, TITLE, 13, bold=True, color=BLUE)
    _stamp(canvas, 796)


def _stamp(canvas: Canvas, y: float) -> None:
    width = pdfmetrics.stringWidth(NOT_OFFICIAL, BOLD, 8.5) + 16
    canvas.setStrokeColor(WARNING)
    canvas.setLineWidth(1)
    canvas.roundRect(RIGHT - width, y, width, 18, 3, stroke=1, fill=0)
    _write(canvas, RIGHT - width + 8, y + 5.8, NOT_OFFICIAL, 8.5, bold=True, color=WARNING)


def _sections(canvas: Canvas, page: int) -> None:
    """Draw each section's tinted ground, down to the next heading, then its bar."""
    headings = [heading for heading in HEADINGS if heading.page == page]
    ends = [heading.y + 22 for heading in headings[1:]] + [BOTTOMS[page]]
    for heading, end in zip(headings, ends, strict=True):
        canvas.setFillColor(PALE_GREY if heading.reserved else PALE_BLUE)
        width = RIGHT - LEFT + 2 * SIDE_PADDING
        canvas.rect(LEFT - SIDE_PADDING, end, width, heading.y - end, stroke=0, fill=1)
        _bar(canvas, heading)


def _bar(canvas: Canvas, heading: Heading) -> None:
    canvas.setFillColor(GREY if heading.reserved else BLUE)
    width = RIGHT - LEFT + 2 * SIDE_PADDING
    canvas.rect(LEFT - SIDE_PADDING, heading.y, width, 18, stroke=0, fill=1)
    _write(canvas, LEFT, heading.y + 5.2, heading.text, 11, bold=True, color=white)


def _field(canvas: Canvas, field: Field, page: int) -> None:
    shown = [spot for spot in field.spots if spot.page == page]
    if not shown or field.kind == "button":
        return
    if field.kind in ("radio", "states"):
        x, y, _, height = shown[0].box
        _write(canvas, x, y + height + 5, field.label, 8.5, color=SOFT_INK)
    for spot in shown:
        _box(canvas, field, spot)
        _label(canvas, field, spot)


def _label(canvas: Canvas, field: Field, spot: Spot) -> None:
    x, y, width, height = spot.box
    if field.kind in ("radio", "states"):
        _write(canvas, x + width + 5, y + 2, spot.label, 10)
    elif field.kind == "tick":
        _write(canvas, x + width + 5, y + 2, field.label, 10)
    else:
        _write(canvas, x, y + height + 4, field.label, 8.5, color=SOFT_INK)


def _box(canvas: Canvas, field: Field, spot: Spot) -> None:
    x, y, width, height = spot.box
    canvas.setFillColor(white)
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(0.7)
    if field.kind == "radio":
        canvas.circle(x + width / 2, y + height / 2, width / 2, stroke=1, fill=1)
        return
    canvas.rect(x, y, width, height, stroke=1, fill=1)
    if field.kind == "comb":
        canvas.setStrokeColor(CELL_EDGE)
        step = width / field.length
        canvas.lines([(x + n * step, y, x + n * step, y + height) for n in range(1, field.length)])


def _foot(canvas: Canvas, page: int) -> None:
    words = f"{NOT_OFFICIAL}. Dessiné par Papier libre pour essayer, aucun organisme ne le reçoit."
    _write(canvas, LEFT, 30, words, 8, color=SOFT_INK)
    canvas.drawRightString(RIGHT, 30, f"Page {page} sur 2")
