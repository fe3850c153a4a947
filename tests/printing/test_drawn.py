"""The other systems' way, pages drawn on a QPrinter, tried on its PDF output without a display.

No real printer of Windows or macOS takes part: what their drivers do afterwards is not known here.
"""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop_app.gui.printing.drawn import Drawn, draw_on
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.printing import Order, PrinterMissing, PrinterRefuses, Standing
from tests.printing.geometry import MOST_MM
from tests.printing.test_our_printing import mixed_pages

DPI = 600
MM = 25.4 / DPI


@pytest.fixture
def device(qt: QApplication, tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "imprime.pdf"))
    return printer


def ink(data: bytes, page: int) -> tuple[float, float, float, float]:
    """Return where the ink of a page begins and ends, in millimetres from the upper left corner."""
    with pypdfium2.PdfDocument(data) as document:
        image: Image.Image = document[page - 1].render(scale=DPI / 72).to_pil().convert("L")
    dark = image.point(lambda value: 255 if value < 128 else 0)
    box = dark.getbbox()
    assert box is not None, "nothing is printed"
    return tuple(side * MM for side in box)  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["letter", "form", "on_paper"])
def test_pages_at_their_real_size(
    device: QPrinter, tools: RealTools, name: str, request: pytest.FixtureRequest
) -> None:
    """Where the ink of a page begins and ends, on each side."""
    made: Made = request.getfixturevalue(name)
    draw_on(device, made.pdf, Order("-", pages=(1, 1)), tools.render_page)
    printed = Path(device.outputFileName()).read_bytes()
    assert ink(printed, 1) == pytest.approx(ink(made.pdf.data, 1), abs=MOST_MM)


def test_pages_that_lie_down(device: QPrinter, tools: RealTools) -> None:
    """Each page keeps its own way up, and a line of 100 mm its length."""
    pdf = mixed_pages()
    draw_on(device, pdf, Order("-"), tools.render_page)
    printed = Path(device.outputFileName()).read_bytes()
    for number in range(1, pdf.pages + 1):
        left, top, right, bottom = ink(printed, number)
        assert max(right - left, bottom - top) == pytest.approx(100, abs=0.5)


def test_only_the_pages_that_are_asked(device: QPrinter, tools: RealTools, letter: Made) -> None:
    draw_on(device, letter.pdf, Order("-", pages=(2, 3)), tools.render_page)
    printed = Path(device.outputFileName()).read_bytes()
    assert len(pypdfium2.PdfDocument(printed)) == 2
    assert ink(printed, 1) == pytest.approx(ink(letter.pdf.data, 2), abs=MOST_MM)


def test_copies_on_one_side(device: QPrinter, tools: RealTools, on_paper: Made) -> None:
    draw_on(device, on_paper.pdf, Order("-", copies=3), tools.render_page)
    assert device.copyCount() == 3
    assert device.duplex() == QPrinter.DuplexMode.DuplexNone
    assert device.docName() == "papier-libre"


def test_a_device_that_takes_nothing(
    device: QPrinter, tools: RealTools, on_paper: Made, tmp_path: Path
) -> None:
    device.setOutputFileName(str(tmp_path / "nulle" / "part.pdf"))
    with pytest.raises(PrinterRefuses):
        draw_on(device, on_paper.pdf, Order("-"), tools.render_page)


def test_a_printer_that_is_not_there(qt: QApplication, tools: RealTools, on_paper: Made) -> None:
    drawn = Drawn(tools.render_page)
    assert drawn.standing("Inconnue") == Standing("missing")
    with pytest.raises(PrinterMissing):
        drawn.send(on_paper.pdf, Order("Inconnue"))
