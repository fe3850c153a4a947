"""Printing a PDF from memory: no copy on disk. On Linux the PDF itself goes to CUPS at 100 %."""

import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop_app.core.errors import AppError
from desktop_app.workflow.ports import Pdf, Picture

DPI = 300
LP_SECONDS = 20
POINTS_PER_INCH = 72
Render = Callable[[bytes, int, float], Picture]


class PrinterMissing(AppError):
    """No printer, or not that one any more."""

    code = "printer-missing"


class PrinterRefuses(AppError):
    """The printing service does not accept the document."""

    code = "printer-refuses"


def printers() -> list[str]:
    """Return the names of the printers, the default one first."""
    default = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != default, name.casefold()))


def print_pdf(
    pdf: Pdf, printer: str, *, copies: int = 1, pages: tuple[int, int] | None = None, render: Render
) -> None:
    """Send a document to a printer, at its real size.

    Args:
        pages: first and last, from 1; None prints all.
        render: draws a page, where the PDF itself cannot be sent.

    Raises:
        PrinterMissing, PrinterRefuses: nothing was sent.
    """
    if printer not in QPrinterInfo.availablePrinterNames():
        raise PrinterMissing
    if sys.platform.startswith("linux"):
        _send_to_cups(pdf, printer, copies, pages)
    else:
        _draw(pdf, printer, copies, pages or (1, pdf.pages), render)


def _send_to_cups(pdf: Pdf, printer: str, copies: int, pages: tuple[int, int] | None) -> None:
    command = ["lp", "-s", "-d", printer, "-n", str(copies), "-t", "papier-libre"]
    command += ["-o", "media=A4", "-o", "print-scaling=none"]
    if pages:
        command += ["-P", f"{pages[0]}-{pages[1]}"]
    try:
        done = subprocess.run(  # noqa: S603 (no shell; the printer's name is one of the system's)
            [*command, "-"], input=pdf.data, capture_output=True, timeout=LP_SECONDS, check=False
        )
    except FileNotFoundError as missing:
        raise PrinterMissing from missing
    except subprocess.TimeoutExpired as silent:
        raise PrinterRefuses from silent
    if done.returncode:
        raise PrinterRefuses


def _draw(pdf: Pdf, printer: str, copies: int, pages: tuple[int, int], render: Render) -> None:
    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setFullPage(True)
    device.setCopyCount(copies)
    device.setDocName("papier-libre")
    painter = QPainter()
    if not painter.begin(device):
        raise PrinterRefuses
    try:
        for number in range(pages[0], pages[1] + 1):
            if number > pages[0]:
                device.newPage()
            picture = render(pdf.data, number, DPI)
            size = QSizeF(picture.width, picture.height) * (device.resolution() / DPI)
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), image_of(picture))
    finally:
        painter.end()


def image_of(picture: Picture) -> QImage:
    """Return a picture as an image that owns its pixels."""
    return QImage(
        bytes(picture.pixels),
        picture.width,
        picture.height,
        picture.width * 4,
        QImage.Format.Format_RGB32,
    ).copy()
