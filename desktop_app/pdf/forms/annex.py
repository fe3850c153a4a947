"""The annex: whole texts of the boxes that were too small for them, on A4 pages of ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.wrapping import wrap

WIDE, HIGH = lettering.A4
MARGIN = 56.7  # 20 mm
TITLE_SIZE, HEADING_SIZE, TEXT_SIZE = 16.0, 11.0, 11.0
LEADING = 1.4


@dataclass(frozen=True, slots=True)
class AnnexEntry:
    """One text: its number, its field's index, the page of its box, the text."""

    number: int
    field: int
    page: int
    text: str


def draw_annex(canvas: Any, entries: Sequence[AnnexEntry], labels: Mapping[int, str]) -> int:
    """Draw every entry on as many pages as needed; returns how many."""
    sheet = _Sheet(canvas)
    sheet.write("Annexe", TITLE_SIZE, after=4)
    sheet.write(
        "Suite des réponses qui ne tiennent pas dans les cases du formulaire.", TEXT_SIZE, after=14
    )
    for entry in entries:
        heading = f"Annexe {entry.number} — page {entry.page}"
        if label := _printable(labels.get(entry.field, "")):
            heading += f" — {label}"
        sheet.keep_together(3)
        sheet.write(heading, HEADING_SIZE, after=3)
        sheet.rule()
        sheet.write(entry.text, TEXT_SIZE, after=18)
    return sheet.end()


def _printable(label: str) -> str:
    label = lettering.clean(label).replace("\n", " ")
    return "" if lettering.missing(label) else label


class _Sheet:
    """Lines from the top of a page to its bottom, then the next page."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._pages = 0
        self._start()

    def _start(self) -> None:
        self._canvas.setPageSize((WIDE, HIGH))
        self._y = HIGH - MARGIN
        self._pages += 1
        self._canvas.setFont(lettering.FONT, 9)
        self._canvas.drawRightString(WIDE - MARGIN, MARGIN / 2, f"Annexe, page {self._pages}")

    def write(self, text: str, size: float, *, after: float) -> None:
        for line in wrap(text, size, WIDE - 2 * MARGIN):
            if self._y - size * LEADING < MARGIN:
                self._turn()
            self._y -= size * LEADING
            self._canvas.setFont(lettering.FONT, size)
            self._canvas.drawString(MARGIN, self._y, line)
        self._y -= after

    def keep_together(self, lines: int) -> None:
        if self._y - lines * TEXT_SIZE * LEADING < MARGIN:
            self._turn()

    def rule(self) -> None:
        self._canvas.setLineWidth(0.5)
        self._canvas.line(MARGIN, self._y, WIDE - MARGIN, self._y)

    def _turn(self) -> None:
        self._canvas.showPage()
        self._start()

    def end(self) -> int:
        self._canvas.showPage()
        return self._pages
