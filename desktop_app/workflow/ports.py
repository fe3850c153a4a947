"""The tools a workflow needs, as Protocols: real ones are built by ``wiring.py``.

Those of the safe are in ``safes/ports.py``.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from desktop_app.core.deadlines.bodies import Bodies
from desktop_app.core.definitions.generic.facts import FormFacts
from desktop_app.core.definitions.model import (
    Blank,
    FieldMap,
    FormDefinition,
    LetterDefinition,
    QuestionGroup,
)
from desktop_app.core.documents.abbreviations import Abbreviations
from desktop_app.core.documents.kit import KitWords
from desktop_app.core.documents.model import FilledForm, LetterDocument, PrintedPicture
from desktop_app.core.editions.boxes import PrintedNumber
from desktop_app.core.editions.identity import NOTHING, Sight
from desktop_app.core.errors import Notice, Problem


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of a document that can be printed by themselves: first and last, from 1.

    ``name``: letter, bordereau, checklist, copy, counter, address.
    """

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF, in memory; ``parts`` are known when we set it, in the order of its pages."""

    data: bytes
    pages: int
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class FillProblem:
    """A value that did not reach the page: the box, its page from 1, and why, as a code."""

    field: str
    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class Overflow:
    """A value continued on the annex: ``annex`` is its number there."""

    field: str
    page: int
    annex: int


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A value that does not fit in its box, and how it would be written there.

    Attributes:
        field, page: of its box; ``label`` is what the paper says there.
        value: the whole text. ``proposal``: the same, abbreviated, which fits.
        answers: the answers (question, text) that the person would agree to.
        agreed: she did: the proposal stands in the box.
        refused: the box itself limits its length, so that the whole would not even be annexed.
    """

    field: str
    page: int
    label: str
    value: str
    proposal: str
    answers: tuple[tuple[str, str], ...]
    agreed: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """The read-back of a finished document: ``verified`` of ``total`` values were found on it."""

    verified: int
    total: int
    problems: tuple[FillProblem, ...] = ()
    overflow: tuple[Overflow, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    annex_pages: int = 0
    notices: tuple[Notice, ...] = ()


class TextReader(Protocol):
    """Reads the words of a foreign PDF, for an index."""

    def __call__(self, data: bytes) -> tuple[int, str]:
        """Return how many pages it has and their text, a form feed between two.

        Raises AppError when it is refused.
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


class PageRenderer(Protocol):
    """Draws one page of a PDF, its fields too, in a child process."""

    def __call__(self, data: bytes, page: int, dpi: float) -> Picture:
        """Return a page (from 1); raise AppError when the file is refused."""
        ...


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


class PictureRenderer(Protocol):
    """Draws a photo (JPEG or PNG), upright, in a child process."""

    def __call__(self, data: bytes, side: int) -> Picture:
        """Return it within a square of ``side`` pixels; raise AppError when it is refused."""
        ...


class PictureCleaner(Protocol):
    """Draws a picture (JPEG or PNG) anew for paper, in a child process."""

    def __call__(self, data: bytes) -> PrintedPicture:
        """Return its pixels alone; raise AppError when it is refused."""
        ...


class Clock(Protocol):
    """Today's date is an input, never read by the core."""

    def today(self) -> dt.date: ...


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """One row of the catalogue; ``score`` is 0-100, 100 without a search.

    ``seen_on`` is an ISO day; ``edition``, ``withdrawn``, ``successor`` and ``instead`` (the packs
    in use about the same right) are those of a form.
    ``own``: the person made it.
    """

    id: str
    kind: str
    title: str
    plain_title: str
    family: str
    procedure: str
    situations: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    score: float = 100.0
    edition: str = ""
    seen_on: str = ""
    withdrawn: bool = False
    successor: str = ""
    instead: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class BrokenPack:
    """A pack that cannot be listed, and why."""

    id: str
    path: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PackTexts:
    """The texts of one pack and of the groups it may include, unread.

    ``problems`` are those met while opening the files; ``pictures`` the names of those beside them.
    """

    id: str
    path: str
    texts: Mapping[str, bytes]
    groups: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    pictures: frozenset[str] = frozenset()


class Catalogue(Protocol):
    """The packs at hand. Definitions are resolved: groups and enclosure questions are in them."""

    @property
    def broken(self) -> tuple[BrokenPack, ...]: ...
    def search(self, text: str = "", kind: str = "") -> Sequence[CatalogueItem]: ...
    def letter(self, pack: str) -> LetterDefinition: ...
    def form(self, pack: str) -> FormDefinition: ...
    def field_map(self, pack: str, edition: str = "", *, file: str = "") -> FieldMap: ...
    def field_maps(self, pack: str) -> tuple[FieldMap, ...]: ...
    def known_blank(
        self, data: bytes, seen: Sight = NOTHING
    ) -> tuple[FormDefinition, Blank] | None:
        """Return which form a PDF is a blank of: by its whole file, else by all that is seen."""
        ...

    def recognise(
        self, data: bytes, seen: Sight = NOTHING
    ) -> tuple[FormDefinition, str] | None: ...
    @property
    def groups(self) -> Mapping[str, QuestionGroup]: ...
    @property
    def abbreviations(self) -> Abbreviations:
        """The words that may be abbreviated in a box too small, if the person agrees."""
        ...

    @property
    def bodies(self) -> Bodies: ...
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


@dataclass(frozen=True, slots=True)
class ListedDate:
    """A date of the printed agenda: the day to act, then what, for whom and until when at last."""

    when: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """Dates of the printed agenda under one heading."""

    title: str
    dates: tuple[ListedDate, ...]


@dataclass(frozen=True, slots=True)
class ListedAgenda:
    """The printed agenda in words; ``language``: of these words, ``fr`` or another code."""

    title: str
    say: str
    use: str
    groups: tuple[ListedGroup, ...]
    language: str = "fr"


class LetterWriter(Protocol):
    """Letters and their kit, set by typst."""

    def moved(self, dx_mm: float, dy_mm: float) -> "LetterWriter":
        """Return a writer that sets the address so much further right and down.

        Raises:
            WindowShiftTooFar.
        """
        ...

    def letter(self, document: LetterDocument) -> Pdf: ...
    def kit(self, document: LetterDocument, words: KitWords) -> Pdf:
        """Set the letter and its sheets, with what is said of its deadline and of silence."""
        ...

    def proof(self, document: LetterDocument, pdf: Pdf) -> Proof: ...
    def copy_sheet(self, form: FilledForm) -> Pdf: ...
    def window_test_page(self) -> Pdf: ...
    def agenda(self, agenda: ListedAgenda, day: dt.date) -> Pdf:
        """Set the dates that are awaited, as they stand on that day."""


class Merger(Protocol):
    """Puts pages of our own one behind the other; never a file from elsewhere."""

    def __call__(self, title: str, parts: Sequence[tuple[str, Pdf]]) -> Pdf:
        """Return one document, with a bookmark for each part."""
        ...


@dataclass(frozen=True, slots=True)
class InspectedForm:
    """A PDF as a form. ``fields`` are those of the command line's contract, ready for JSON.

    ``sight`` tells which blank it is. Boxes found on the pages of
    a PDF without fields are ``detected``, with their ``confidence`` from 0 to 1. ``numbers``
    are the Cerfa numbers printed on its first pages; ``page_sizes`` in points, as seen.
    """

    kind: str
    pages: int
    encrypted: bool
    active_content: tuple[str, ...]
    fields: tuple[Mapping[str, Any], ...]
    sight: Sight
    notices: tuple[Notice, ...] = ()
    numbers: tuple[PrintedNumber, ...] = ()
    page_sizes: tuple[tuple[float, float], ...] = ()


class FormWriter(Protocol):
    """Official forms: any blank, a known blank, or the paper itself."""

    def inspect(self, data: bytes, password: str = "") -> InspectedForm: ...
    def facts(
        self, data: bytes, password: str = "", *, even_empty: bool = False
    ) -> tuple[FormFacts, tuple[Notice, ...]]:
        """Return what questions can be made of, and what must be said of the boxes found."""
        ...

    def sight(self, data: bytes, password: str = "") -> Sight: ...
    def fill(
        self, form: FilledForm, blank: bytes, *, editable: bool = False, password: str = ""
    ) -> tuple[Pdf, Proof]: ...
    def fill_values(
        self, values: Mapping[str, Any], blank: bytes, *, editable: bool = False, password: str = ""
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

    def sketch(self, form: FilledForm) -> Pdf:
        """Draw the answers at their places, without the blank: to be looked at only."""
        ...

    def test_page(
        self, form: FilledForm, *, dx_mm: float = 0, dy_mm: float = 0, ruler_mm: float = 100
    ) -> Pdf: ...
