"""Printing where the PDF itself cannot be sent (Windows, macOS): each page is drawn on a QPrinter.

The page is drawn at its own size from the paper's upper left corner, whatever the printer's
margins. What becomes of it afterwards is the system's: it cannot be followed from here.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop_app.core.pdf import Pdf
from desktop_app.gui.picture import image_of
from desktop_app.workflow.ports import Picture
from desktop_app.workflow.printing import (
    TITLE,
    Order,
    PrinterMissing,
    PrinterRefuses,
    Progress,
    Standing,
)

# Five dots a point: pages of whole points are whole dots wide, A4 to half a dot (0.04 mm). Another
# number stretches the page to the next dot: up to 0.09 mm at 300.
DPI = 360
Render = Callable[[bytes, int, float], Picture]


class Drawn:
    """Implements ``Printing``; ``render`` draws a page in the child process."""

    def __init__(self, render: Render) -> None:
        self._render = render

    def printers(self) -> tuple[str, ...]:
        default = QPrinterInfo.defaultPrinterName()
        names = QPrinterInfo.availablePrinterNames()
        return tuple(sorted(names, key=lambda name: (name != default, name.casefold())))

    def standing(self, printer: str) -> Standing:
        found = QPrinterInfo.printerInfo(printer)
        if found.isNull():
            return Standing("missing")
        stopped = found.state() == QPrinter.PrinterState.Error
        both = QPrinter.DuplexMode.DuplexLongSide in found.supportedDuplexModes()
        return Standing("stopped" if stopped else "ready", both_sides=both)

    def send(self, pdf: Pdf, order: Order) -> str:
        found = QPrinterInfo.printerInfo(order.printer)
        if found.isNull():
            raise PrinterMissing
        draw_on(QPrinter(found, QPrinter.PrinterMode.HighResolution), pdf, order, self._render)
        return ""

    def stop_sending(self) -> None:
        """A page that is drawn goes to its end."""

    def progress(self, ticket: str) -> Progress:
        return "gone"

    def cancel(self, ticket: str) -> None:
        """Nothing of ours is left to cancel: the system has it."""

    def forget(self, ticket: str) -> None:
        """Nothing of ours is kept."""


def draw_on(device: QPrinter, pdf: Pdf, order: Order, render: Render) -> None:
    """Draw the pages of an order, each at its real size, each on a sheet of its own.

    Raises:
        PrinterRefuses: the device takes nothing.
    """
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setFullPage(True)
    both = QPrinter.DuplexMode.DuplexLongSide
    device.setDuplex(both if order.both_sides else QPrinter.DuplexMode.DuplexNone)
    device.setCopyCount(order.copies)
    device.setDocName(TITLE)
    painter = QPainter()
    first, last = order.range_of(pdf)
    try:
        for number in range(first, last + 1):
            picture = render(pdf.data, number, DPI)
            _turn(device, wide=picture.width > picture.height)
            begun = painter.begin(device) if number == first else device.newPage()
            if not begun:
                raise PrinterRefuses
            size = QSizeF(picture.width, picture.height) * (device.resolution() / DPI)
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), image_of(picture))
    finally:
        if painter.isActive():
            painter.end()


def _turn(device: QPrinter, *, wide: bool) -> None:
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    device.setPageOrientation(way)
