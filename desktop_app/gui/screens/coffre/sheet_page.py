"""The recovery sheet on paper: one page, large, made in memory."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextOption

from desktop_app import i18n
from desktop_app.core.pdf import Pdf

_MARGIN_MM = 20
_TITLE, _TEXT = 22, 14  # points on paper: nothing to do with the screen's zoom
_FAMILY = "Atkinson Hyperlegible"


def sheet_pdf(words: tuple[str, ...]) -> Pdf:
    """Return the sheet: what it opens, the words with their numbers, where to keep it."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(i18n.text("Feuille de secours"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margin = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margin, QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    line = writer.resolution() / 72 * 1.6
    area = QRectF(0, 0, writer.width(), writer.height())
    top = _write(painter, area, i18n.text("Feuille de secours"), _TITLE, line)
    told = i18n.text(
        "Ces douze mots, dans l’ordre, ouvrent le coffre de Papier libre à la place de la phrase. "
        "Gardez cette feuille en lieu sûr. Ne la photographiez pas."
    )
    top = _write(painter, area.adjusted(0, top, 0, 0), told, _TEXT, line) + top
    for number, word in enumerate(words, 1):
        rest = area.adjusted(0, top, 0, 0)
        top += _write(painter, rest, f"{number}.  {word}", _TITLE, line)
    painter.end()
    buffer.close()
    return Pdf(bytes(data.data()), 1)


def _write(painter: QPainter, area: QRectF, text: str, points: int, line: float) -> float:
    """Write a text at the top of an area; return the height it takes."""
    painter.setFont(QFont(_FAMILY, points))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    height = painter.boundingRect(area, text, option).height()
    painter.drawText(area, text, option)
    return height + line * points / 3
