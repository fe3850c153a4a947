"""The annex: whole texts of the boxes that were too small for them, on A4 pages of ours."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from desktop_app.core.documents.annex import INTRODUCTION, TITLE, heading, page_number
from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.wrapping import wrap
from desktop_app.pdf.library import Canvas

WIDE, HIGH = lettering.A4
MARGIN = 56.7  # 20 mm
BODY = (0.0, MARGIN * 0.8, WIDE, HIGH)  # without the page's number
TITLE_SIZE, HEADING_SIZE, TEXT_SIZE = 16.0, 11.0, 11.0
LEADING = 1.4


@dataclass(frozen=True, slots=True)
class AnnexEntry:
    """One text: its number, its field's index, the page of its box, the text."""

    number: int
    field: int
    page: int
    text: str


def draw_annex(
    canvas: Canvas,
    entries: Sequence[AnnexEntry],
    labels: Mapping[int, str],
    *,
    tagged: bool = False,
) -> list[int]:
    """Draw every entry on as many pages as needed.

    Args:
        tagged: mark each paragraph, by its number on its page.

    Returns:
        For each page, how many of its paragraphs are marked.
    """
    sheet = _Sheet(canvas, tagged=tagged)
    sheet.write(TITLE, TITLE_SIZE, after=4)
    sheet.write(INTRODUCTION, TEXT_SIZE, after=14)
    for entry in entries:
        label = _printable(labels.get(entry.field, ""))
        sheet.keep_together(3)
        sheet.write(heading(entry.number, entry.page, label), HEADING_SIZE, after=3)
        sheet.rule()
        sheet.write(entry.text, TEXT_SIZE, after=18)
    return sheet.end()


def lines_of(text: str, size: float = TEXT_SIZE) -> Iterator[str]:
    """The lines in which a text is written."""
    return wrap(text, size, WIDE - 2 * MARGIN)


def _printable(label: str) -> str:
    label = lettering.clean(label).replace("\n", " ")
    return "" if lettering.missing(label) else label


class _Sheet:
    """Lines from the top of a page to its bottom, then the next page."""

    def __init__(self, canvas: Canvas, *, tagged: bool) -> None:
        self._canvas = canvas
        self._tagged = tagged
        self._marks: list[int] = []
        self._start()

    def _start(self) -> None:
        self._canvas.setPageSize((WIDE, HIGH))
        self._y = HIGH - MARGIN
        self._marks.append(0)
        self._canvas.setFont(lettering.FONT, 9)
        with self._aside():
            self._canvas.drawRightString(WIDE - MARGIN, MARGIN / 2, page_number(len(self._marks)))

    def write(self, text: str, size: float, *, after: float) -> None:
        """Write a paragraph; what it has on each page is a mark of its own."""
        self._open()
        for line in lines_of(text, size):
            if self._y - size * LEADING < MARGIN:
                self._close()
                self._turn()
                self._open()
            self._y -= size * LEADING
            self._write_line(line, size)
        self._close()
        self._y -= after

    def _write_line(self, line: str, size: float) -> None:
        right = WIDE - MARGIN - lettering.width(line, size)
        text = self._canvas.beginText()
        text.setFont(lettering.FONT, size)
        text.setTextOrigin(right if lettering.begins_right(line) else MARGIN, self._y)
        lettering.write(self._canvas, text, line, size)
        self._canvas.drawText(text)

    def keep_together(self, lines: int) -> None:
        if self._y - lines * TEXT_SIZE * LEADING < MARGIN:
            self._turn()

    def rule(self) -> None:
        with self._aside():
            self._canvas.setLineWidth(0.5)
            self._canvas.line(MARGIN, self._y, WIDE - MARGIN, self._y)

    def _open(self) -> None:
        if self._tagged:
            self._canvas.addLiteral(f"/P <</MCID {self._marks[-1]}>> BDC")
            self._marks[-1] += 1

    def _close(self) -> None:
        if self._tagged:
            self._canvas.addLiteral("EMC")

    @contextmanager
    def _aside(self) -> Iterator[None]:
        """What is drawn here is for the eye only."""
        if self._tagged:
            self._canvas.addLiteral("/Artifact BMC")
        yield
        self._close()

    def _turn(self) -> None:
        self._canvas.showPage()
        self._start()

    def end(self) -> list[int]:
        self._canvas.showPage()
        return self._marks
