"""The tools a workflow needs, as Protocols: real ones are built by ``wiring.py``.

Those of the safe are in ``store.py``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.pdf import Pdf

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.arguments.model import Bank
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.model import Deadline
    from desktop_app.core.deadlines.procedures import Silence
    from desktop_app.core.deadlines.road import Following
    from desktop_app.core.delivery import Installed, PackDelivery, ProgramDelivery
    from desktop_app.core.documents.abbreviations import Abbreviations
    from desktop_app.core.documents.model import FieldValue, FilledForm, LetterDocument
    from desktop_app.core.documents.sheet import Sheet
    from desktop_app.core.documents.trial import EnvelopeTrial, PrinterTrial
    from desktop_app.core.editions.identity import Sight
    from desktop_app.core.editions.inspected import InspectedForm
    from desktop_app.core.errors import Notice
    from desktop_app.core.generic.facts import FormFacts, Printed
    from desktop_app.core.machine import Mode
    from desktop_app.core.moment import Now
    from desktop_app.core.packs.bodies import Bodies
    from desktop_app.core.packs.listed import BrokenPack, CatalogueItem, PackTexts
    from desktop_app.core.packs.model import (
        Blank,
        FieldMap,
        FormDefinition,
        LetterDefinition,
        QuestionGroup,
    )
    from desktop_app.core.packs.often import Often
    from desktop_app.core.pdf import Abbreviation, Proof
    from desktop_app.core.received.model import LetterWords
    from desktop_app.core.rect import Rect
    from desktop_app.core.table import Table
    from desktop_app.core.terminal import Terminal
    from desktop_app.core.terminal_trial import Found
    from desktop_app.core.updates import Updates

TextReader = Callable[[bytes], tuple[int, str]]
"""Reads a foreign PDF, for an index: how many pages it has and their text, a form feed between two.

Raises AppError when it is refused, as all that opens a foreign file does here.
"""


class LetterReader(Protocol):
    """Reads the words of a letter received, a PDF or a picture."""

    def __call__(
        self, data: bytes, progress: Callable[[int, int], object], turn: int | None = None
    ) -> LetterWords:
        """Return them.

        Args:
            progress: told how many pages are read, of how many; gives up when it raises.
            turn: how many degrees to the left its pictures are turned; None: it is looked for.

        Raises:
            AppError: the file cannot be opened, or its words not recognised.
        """
        ...


class Picture(Protocol):
    """A page as pixels: BGRX, four bytes a pixel, rows from the top without padding."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def pixels(self) -> bytes | bytearray: ...


PageRenderer = Callable[[bytes, int, float], Picture]
"""Draws a page (from 1) of a PDF, its fields too, at so many dots an inch, in a child process."""


class PageViewer(Protocol):
    """Draws pages for the screen in a child process that stays ready; to be closed."""

    def prepare(self) -> None:
        """Have the child wait for the first document."""
        ...

    def draw(self, data: bytes, page: int, wide: int) -> Picture:
        """Return a page (from 1), ``wide`` pixels wide; raise AppError when it is refused."""
        ...

    def close(self) -> None: ...


class ViewerMaker(Protocol):
    """Makes a viewer: of one document, or of ``drafts`` of ours, one after the other."""

    def __call__(self, *, drafts: bool = False, password: str = "") -> PageViewer: ...


PictureRenderer = Callable[[bytes, int], Picture]
"""Draws a photo (JPEG or PNG), upright, within a square of so many pixels, in a child process."""
TableReader = Callable[[bytes], "Table"]
"""Reads a list of people, of a spreadsheet (XLSX) or a text (CSV), in a child process."""
PdfLocker = Callable[[bytes, str], bytes]
"""Puts a PDF under a phrase (AES-256), in a child process."""
TableKind = Literal["csv", "xlsx"]
TableWriter = Callable[[Sequence[str], Sequence[Sequence[str]], TableKind], bytes]
"""Writes a list for a spreadsheet: what stands above the columns, then a row a person."""
PictureCleaner = Callable[[bytes], PrintedPicture]
"""Draws a picture (JPEG or PNG) anew for paper, its pixels alone, in a child process."""


class LayersReader(Protocol):
    """Tells what holds, on this computer, the process that opens what comes from elsewhere."""

    def __call__(self) -> Mapping[str, str]:
        """Return each layer: "on", or why it is absent.

        Raises:
            AppError: no such process can be started.
        """


class UpdatesReader(Protocol):
    """Sets a PDF beside what it was when it was first written, in a child process."""

    def __call__(self, data: bytes, password: str = "") -> Updates:
        """Return what became of it; that it cannot be compared is said there."""
        ...


class PageMaker(Protocol):
    """Makes pages of photos and scans of papers, in child processes."""

    def page(self, data: bytes) -> PrintedPicture:
        """Return a photo straight, upright and level: its pixels alone, without place or date.

        Raises:
            What the child refuses of a picture.
        """
        ...

    def document(self, pages: Sequence[PrintedPicture]) -> bytes:
        """Return a PDF, each of these a page."""
        ...


class Readers(Protocol):
    """What looks at a paper from elsewhere, in child processes, when it is filed."""

    @property
    def read_text(self) -> TextReader: ...
    @property
    def updates(self) -> UpdatesReader: ...
    @property
    def show_picture(self) -> PictureRenderer: ...


class Scanner(Protocol):
    """Asks a scanner on USB for a page, as a picture; no connection is ever opened."""

    def can_scan(self) -> bool:
        """Tell whether scanning can be offered here."""
        ...

    def scan(self, waiting: Callable[[], object]) -> bytes:
        """Return a page as a PNG; give up when ``waiting`` raises, which is called meanwhile.

        Raises:
            AppError: no scanner answers, or it gives no page.
        """
        ...


class Clock(Protocol):
    """Today's date and this moment are inputs, never read by the core."""

    def today(self) -> dt.date: ...
    def now(self) -> Now: ...


class Catalogue(Protocol):
    """The packs at hand. Definitions are resolved: groups and enclosure questions are in them."""

    @property
    def broken(self) -> tuple[BrokenPack, ...]: ...
    def search(self, text: str = "", kind: str = "") -> Sequence[CatalogueItem]: ...
    def outside(self, text: str) -> str | None:
        """Return the matter that these words are about when no pack is; None when one answers."""
        ...

    def letter(self, pack: str) -> LetterDefinition: ...
    def form(self, pack: str) -> FormDefinition: ...
    def field_map(self, pack: str, edition: str = "", *, file: str = "") -> FieldMap: ...
    def field_maps(self, pack: str) -> tuple[FieldMap, ...]: ...
    def known_blank(self, data: bytes, seen: Sight = ...) -> tuple[FormDefinition, Blank] | None:
        """Return which form a PDF is a blank of: by its whole file, else by all that is seen."""
        ...

    def recognise(self, data: bytes, seen: Sight = ...) -> tuple[FormDefinition, str] | None: ...
    def may_resemble(
        self, numbers: Collection[str], words: str, names: Collection[str]
    ) -> Sequence[str]:
        """Return the forms that a blank may be another edition of: no other has to be read.

        Args:
            numbers: printed on it, without their editions.
            words: the mark of its words.
            names: of its fields.
        """
        ...

    @property
    def groups(self) -> Mapping[str, QuestionGroup]: ...
    @property
    def abbreviations(self) -> Abbreviations:
        """The words that may be abbreviated in a box too small, if the person agrees."""
        ...

    @property
    def often(self) -> Often:
        """Return in which order cases are listed: the most usual first."""

    @property
    def bodies(self) -> Bodies: ...
    @property
    def bank(self) -> Bank:
        """Return the arguments that letters may plead; read when first asked for."""

    def is_own(self, pack: str) -> bool: ...
    def keep_pack(self, pack: str, texts: Mapping[str, bytes]) -> str:
        """Save a pack of the person's own, whole or not at all; return its folder."""
        ...

    @property
    def group_texts(self) -> Mapping[str, bytes]: ...
    def texts(self, pack: str) -> PackTexts: ...
    def picture(self, pack: str, name: str) -> PrintedPicture:
        """Return a picture of a pack, drawn anew by the child process."""
        ...

    def texts_under(self, path: str) -> Sequence[PackTexts]: ...
    def all_texts(self) -> Sequence[PackTexts]: ...


class LetterWriter(Protocol):
    """Letters and their kit, set by typst."""

    def moved(self, dx_mm: float, dy_mm: float) -> LetterWriter:
        """Return a writer that sets the address so much further right and down.

        Raises:
            WindowShiftTooFar.
        """
        ...

    def letter(self, document: LetterDocument) -> Pdf: ...
    def word(self, document: LetterDocument) -> bytes:
        """Return the letter for a word processor (DOCX): the same words, without pictures."""
        ...

    def kit(self, document: LetterDocument, sheets: Sequence[Sheet]) -> Pdf:
        """Set the letter and its sheets, in one document."""
        ...

    def proof(self, document: LetterDocument, pdf: Pdf) -> Proof: ...
    def window_test_page(self, words: EnvelopeTrial) -> Pdf: ...
    def sheet(self, sheet: Sheet, day: dt.date | None = None) -> Pdf:
        """Set a sheet by itself, of that day when it has one."""
        ...


class SheetMaker(Protocol):
    """What is said around a paper: pages of ours, as they are printed."""

    def kit(
        self,
        document: LetterDocument,
        deadline: Deadline | None,
        silence: Silence | None,
        steps: Sequence[Following] = (),
    ) -> Sequence[Sheet]:
        """Return the sheets that go with a letter, as things stand on its day."""
        ...

    def copy_sheet(self, form: FilledForm) -> Sheet:
        """Return what to copy by hand onto a paper form."""
        ...

    def explanation(
        self,
        document: LetterDocument,
        deadline: Deadline | None,
        silence: Silence | None,
        steps: Sequence[Following] = (),
    ) -> Sheet:
        """Return what a letter says, in the language spoken now beside the French."""
        ...

    def to_do(self, document: LetterDocument, deadline: Deadline | None) -> Sheet:
        """Return what to do with a letter, in the language spoken now, beside the French."""
        ...

    def form_to_do(
        self, form: FilledForm, way: Literal["blank", "paper", "hand"], *, registry: bool
    ) -> Sheet:
        """Return what to do with a form, in the language spoken now, beside the French.

        ``registry``: a court takes it.
        """
        ...

    def terminal_kit(self, terminal: Terminal) -> Sheet:
        """Return what the manager of a public terminal sets on the computer."""
        ...

    def terminal_traces(self, found: Found, day: dt.date) -> Sheet:
        """Return what the test of a public terminal found."""
        ...

    def envelope_trial(self) -> EnvelopeTrial: ...
    def printer_trial(self) -> PrinterTrial: ...


Merger = Callable[[str, Sequence[tuple[str, Pdf]]], Pdf]
"""Puts pages of our own one behind the other, never a file from elsewhere: one document of that
title, with a bookmark for each part."""


class ReadForm(Protocol):
    """A PDF that was read once."""

    @property
    def sight(self) -> Sight:
        """By what a blank is recognised, besides the hash of its file."""
        ...

    def facts(self, *, even_empty: bool = False) -> tuple[FormFacts, tuple[Notice, ...]]:
        """Return what questions can be made of, and what must be told.

        Args:
            even_empty: a PDF without any box will do: they will be drawn on it.

        Raises:
            PdfRefused: it is XFA only, or asks for nothing.
        """
        ...


class FormWriter(Protocol):
    """Official forms: any blank, a known blank, or the paper itself."""

    def get_ready(self) -> None:
        """Prepare what reads a form, which is about to be opened: for a worker."""
        ...

    def as_pdf(self, data: bytes) -> bytes:
        """Return a photo or a scan (JPEG or PNG) of a form as a PDF; any other file as it is.

        Raises:
            PictureRefused: it cannot be drawn anew, and why.
        """
        ...

    def inspect(self, data: bytes, password: str = "") -> InspectedForm: ...
    def read(self, data: bytes, password: str = "") -> ReadForm:
        """Read a PDF once, for all that is asked of it before it is filled.

        Raises:
            PdfRefused: it cannot be opened, and why.
        """
        ...

    def unlocked(self, data: bytes, password: str) -> bytes:
        """Return the same PDF without the password that was given for it.

        Raises:
            PdfRefused: it cannot be opened, and why.
        """
        ...

    def printed(
        self, data: bytes, page: int, boxes: Sequence[tuple[str, Rect]], password: str = ""
    ) -> tuple[tuple[Printed, ...], tuple[str, ...]]:
        """Return the words of a page (from 1), and what they call these boxes of it: "" for none.

        Args:
            boxes: kind (``text``, ``comb``, ``tick``) and rectangle.

        Raises:
            PdfRefused: it cannot be opened, and why.
        """
        ...

    def fill(
        self, form: FilledForm, blank: bytes, *, editable: bool = False, password: str = ""
    ) -> tuple[Pdf, Proof]: ...
    def fill_values(
        self,
        values: Mapping[str, FieldValue],
        blank: bytes,
        *,
        editable: bool = False,
        password: str = "",
    ) -> tuple[Pdf, Proof]:
        """Fill any blank; values are by field name: text, tick, an option's id or ids."""
        ...

    def empty(self, blank: bytes, password: str = "") -> Pdf: ...
    def on_paper(
        self, form: FilledForm, *, dx_mm: float = 0, dy_mm: float = 0, ruler_mm: float = 100
    ) -> tuple[Pdf, Proof]:
        """Print the answers alone, for a printer that misses by so much.

        ``ruler_mm`` is how long it prints 100 mm.
        """
        ...

    def abbreviations(self, form: FilledForm) -> tuple[Abbreviation, ...]:
        """Measure the paper form alone: which answers are, or would be, abbreviated there."""
        ...

    def sketch(self, form: FilledForm, *, boxes: bool = True) -> Pdf:
        """Draw the answers at their places, without the blank: to be looked at only.

        ``boxes``: those of the paper too; without them it is laid over the blank.
        """
        ...

    def test_page(
        self,
        form: FilledForm,
        words: PrinterTrial,
        *,
        dx_mm: float = 0,
        dy_mm: float = 0,
        ruler_mm: float = 100,
    ) -> Pdf: ...


LawReader = Callable[[str], "Law"]
"""Reads the law of a folder shaped like ``forms/``."""


class Deliveries(Protocol):
    """Deliveries of packs: verified, put in place, undone (``delivered/store.py``)."""

    @property
    def may_change(self) -> bool:
        """Whether who uses the program may put any in place on this computer."""
        ...

    def read(self, path: str) -> PackDelivery: ...
    def stage(self, delivery: PackDelivery, progress: Callable[[int, int], object]) -> str: ...
    def give_up(self, staged: str) -> None: ...
    def put(self, delivery: PackDelivery, staged: str) -> None: ...
    def undo(self, name: str) -> None: ...
    def installed(self) -> tuple[Installed, ...]: ...


class Programs(Protocol):
    """Packages of the program itself (``delivered/program.py``)."""

    @property
    def replaces(self) -> bool:
        """Whether this program is a folder that it can replace by itself."""
        ...

    def is_program(self, path: str) -> bool: ...
    def read(self, path: str, progress: Callable[[int, int], object]) -> ProgramDelivery: ...
    def replace(self, found: ProgramDelivery, progress: Callable[[int, int], object]) -> str: ...
    def undo(self) -> str: ...


class Installation(Protocol):
    """The file by which this computer's manager chooses the mode (``mode.py``)."""

    @property
    def file(self) -> Path:
        """Where the manager's file is, there or not."""
        ...

    @property
    def nearer(self) -> Path | None:
        """A file that is read before the manager's, if any."""
        ...

    @property
    def mode(self) -> Mode:
        """What the program does today."""
        ...

    def write(self, text: str) -> None: ...
