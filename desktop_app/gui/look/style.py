"""Ticks and radio buttons drawn by us: an edge that shows, a mark that is not only a colour."""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from desktop_app.gui.look import tokens

INDICATOR = 24


class Style(QProxyStyle):
    """Fusion, with our own marks. ``colours`` is None for the system's theme."""

    _SIZES: ClassVar[frozenset[QStyle.PixelMetric]] = frozenset(
        {
            QStyle.PixelMetric.PM_IndicatorWidth,
            QStyle.PixelMetric.PM_IndicatorHeight,
            QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
            QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
        }
    )

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.colours: tokens.Colours | None = None
        self.zoom = 1.0

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in self._SIZES:
            return round(INDICATOR * self.zoom)
        if metric in (
            QStyle.PixelMetric.PM_CheckBoxLabelSpacing,
            QStyle.PixelMetric.PM_RadioButtonLabelSpacing,
        ):
            return round(tokens.SPACE * 1.5 * self.zoom)
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        kind = QStyle.PrimitiveElement
        if element == kind.PE_FrameFocusRect:
            return  # our own ring says it better
        if element in (kind.PE_IndicatorCheckBox, kind.PE_IndicatorRadioButton):
            self._mark(element == kind.PE_IndicatorRadioButton, option, painter)
            return
        super().drawPrimitive(element, option, painter, widget)

    def _mark(self, is_round: bool, option: QStyleOption, painter: QPainter) -> None:
        palette = option.palette
        edge = QColor(self.colours.edge) if self.colours else palette.windowText().color()
        ink = QColor(self.colours.primary) if self.colours else palette.windowText().color()
        width = tokens.EDGE * self.zoom
        frame = QRectF(option.rect).adjusted(width, width, -width, -width)
        checked = bool(option.state & QStyle.StateFlag.State_On)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink if checked else edge, width))
        painter.setBrush(palette.base())
        if is_round:
            painter.drawEllipse(frame)
        else:
            painter.drawRoundedRect(frame, 3 * self.zoom, 3 * self.zoom)
        if checked:
            _dot(painter, frame, ink) if is_round else _check(painter, frame, ink)
        painter.restore()


def _dot(painter: QPainter, frame: QRectF, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    radius = frame.width() * 0.28
    painter.drawEllipse(frame.center(), radius, radius)


def _check(painter: QPainter, frame: QRectF, ink: QColor) -> None:
    pen = QPen(ink, frame.width() * 0.16)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    places = ((0.22, 0.52), (0.42, 0.74), (0.80, 0.26))
    painter.drawPolyline(
        [QPointF(frame.x() + x * frame.width(), frame.y() + y * frame.height()) for x, y in places]
    )
