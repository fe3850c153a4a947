"""Boxes of a form outlined on the picture of its page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen, QPixmap

from desktop_app.core.outline import Outline
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look

AROUND = 2.0  # points between a box and its outline


def outlined(bare: QPixmap, outlines: Sequence[Outline], look: Look) -> QPixmap:
    """Return the picture of a page with its boxes outlined, those of now over the others."""
    drawn = bare.copy()
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in sorted(outlines, key=lambda one: one.strong):
        wide = tokens.RING_WIDTH if one.strong else 1
        painter.setPen(QPen(look.on_paper("error" if one.strong else "ring"), wide))
        painter.drawRect(place_of(one, drawn))
    painter.end()
    return drawn


def place_of(one: Outline, picture: QPixmap) -> QRectF:
    """Return where a box stands on the picture of its page, in pixels of the screen."""
    size = picture.deviceIndependentSize()
    across, down = size.width() / one.size[0], size.height() / one.size[1]
    x0, y0, x1, y1 = one.rect
    return QRectF(
        (x0 - AROUND) * across,
        (one.size[1] - y1 - AROUND) * down,
        (x1 - x0 + 2 * AROUND) * across,
        (y1 - y0 + 2 * AROUND) * down,
    )
