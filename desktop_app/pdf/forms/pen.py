"""What is drawn in a box whose lower left corner is the origin: letters, a cross, a frame."""

from typing import Any

from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.fit import Layout
from desktop_app.pdf.library import Canvas
from desktop_app.untrusted.model import Frame

LEAST_ARM = 1.6  # half the side of a cross, in points


def draw_layout(canvas: Canvas, layout: Layout) -> None:
    """Write the lines of a text."""
    text = canvas.beginText()
    text.setFont(lettering.FONT, layout.size)
    text.setFillGray(0)
    condensed = 1.0
    for line in layout.lines:
        if line.condensed != condensed:
            condensed = line.condensed
            text.setHorizScale(condensed * 100)
        text.setTextOrigin(line.x, line.y)
        lettering.write(canvas, text, line.text, layout.size)
    canvas.drawText(text)


def draw_cross(canvas: Canvas, wide: float, high: float) -> None:
    """A cross of two strokes: it prints at any size, and needs no font."""
    side = min(wide, high)
    arm = max(side * 0.36, LEAST_ARM)
    left, right, low, top = wide / 2 - arm, wide / 2 + arm, high / 2 - arm, high / 2 + arm
    # Hundreds on a page of some forms: five of the canvas' own calls each would take a third of
    # the time of the whole drawing.
    canvas.addLiteral(
        f"q 0 G 1 J {max(0.8, side * 0.11):.3f} w {left:.3f} {low:.3f} m {right:.3f} {top:.3f} l "
        f"{left:.3f} {top:.3f} m {right:.3f} {low:.3f} l S Q"
    )


def draw_frame(canvas: Canvas, frame: Frame, wide: float, high: float) -> None:
    """The background and the border that a box draws around its answer."""
    if not frame.background and not (frame.border and frame.width):
        return
    canvas.saveState()
    if frame.background:
        _colour(
            canvas.setFillGray, canvas.setFillColorRGB, canvas.setFillColorCMYK, frame.background
        )
        canvas.rect(0, 0, wide, high, stroke=0, fill=1)
    if frame.border and frame.width:
        _colour(
            canvas.setStrokeGray, canvas.setStrokeColorRGB, canvas.setStrokeColorCMYK, frame.border
        )
        canvas.setLineWidth(frame.width)
        half = frame.width / 2
        canvas.rect(half, half, max(0, wide - 2 * half), max(0, high - 2 * half), stroke=1, fill=0)
    canvas.restoreState()


def _colour(grey: Any, rgb: Any, cmyk: Any, parts: tuple[float, ...]) -> None:
    {1: grey, 3: rgb, 4: cmyk}[len(parts)](*parts)
