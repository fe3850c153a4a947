"""Letters, kits, sheets and test pages: the ``LetterWriter`` of ``workflow/ports.py``."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from desktop_app.core.documents.addresses import MAX_LINES_ABROAD
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.documents.trial import EnvelopeTrial
from desktop_app.core.pdf import Pdf, Proof
from desktop_app.pdf.letters.errors import AddressTooTall
from desktop_app.pdf.letters.letter_data import letter_data
from desktop_app.pdf.letters.proof import compare
from desktop_app.pdf.letters.settings import LetterSettings
from desktop_app.pdf.letters.typesetter import Typesetter
from desktop_app.pdf.letters.window_page import window_page_data

UNDATED = dt.date(2026, 1, 1)
"""Creation date written in pages that have no day of their own: same input, same bytes."""


class TypstLetters:
    """Sets every page of our own; the compiler is made at the first one and kept."""

    def __init__(self, settings: LetterSettings | None = None) -> None:
        self._settings = settings or LetterSettings()

    @cached_property
    def _typesetter(self) -> Typesetter:
        return Typesetter()

    def moved(self, dx_mm: float, dy_mm: float) -> "TypstLetters":
        """Return a writer for a printer or envelopes that need the address elsewhere.

        Raises:
            WindowShiftTooFar.
        """
        other = TypstLetters(replace(self._settings, dx_mm=dx_mm, dy_mm=dy_mm))
        other._typesetter = self._typesetter  # fonts and templates are parsed once
        return other

    def letter(self, document: LetterDocument) -> Pdf:
        """Set a letter.

        Raises:
            MissingGlyphs: a character that no font draws, named.
            AddressTooWide: a line of the recipient to shorten.
            AddressTooTall: more lines than the window shows.
        """
        _check_height(document)
        data = letter_data(document, self._settings)
        return self._typesetter.set("letter", data, document.day)

    def word(self, document: LetterDocument) -> bytes:
        """Return the letter for a word processor (DOCX), for a colleague to change."""
        from desktop_app.pdf.letters.word import docx

        return docx(document, self._settings)

    def kit(self, document: LetterDocument, sheets: Sequence[Sheet]) -> Pdf:
        """Set the letter and the sheets that go with it, as one tagged document."""
        _check_height(document)
        data = {
            **letter_data(document, self._settings),
            "words": sheets[0].words,
            "sheets": [sheet.data for sheet in sheets],
        }
        return self._typesetter.set("kit", data, document.day)

    def sheet(self, sheet: Sheet, day: dt.date | None = None) -> Pdf:
        """Set a sheet by itself, of that day when it has one."""
        data = {"title": sheet.title, "lang": sheet.language, "words": sheet.words}
        return self._typesetter.set("sheet", {**data, "sheet": sheet.data}, day or UNDATED)

    def window_test_page(self, words: EnvelopeTrial, day: dt.date = UNDATED) -> Pdf:
        """Set the page to lay over one's own window envelope."""
        return self._typesetter.set("window-test", window_page_data(self._settings, words), day)

    def proof(self, document: LetterDocument, pdf: Pdf) -> Proof:
        """Read a letter or a kit back with a second engine, in the child process.

        Raises:
            PdfRefused: our own file could not be read; nothing is proved then.
        """
        from desktop_app.untrusted.documents import read_text

        return compare(document, read_text(pdf.data).texts)


def _check_height(document: LetterDocument) -> None:
    if len(document.recipient) > MAX_LINES_ABROAD:
        raise AddressTooTall(n=len(document.recipient), limit=MAX_LINES_ABROAD)
