"""What the command line and the window are given: the real tools, each built when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.answers.draft import Draft
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.figures import FigureSet
    from desktop_app.core.received.rules import Rules
    from desktop_app.core.terminal import Terminal
    from desktop_app.core.word_models import Edit, WordFile
    from desktop_app.safe.door import Door
    from desktop_app.safe.known import KnownSafes
    from desktop_app.workflow.ports import (
        Catalogue,
        Clock,
        Deliveries,
        FormWriter,
        Installation,
        LawReader,
        LayersReader,
        LetterReader,
        LetterWriter,
        Merger,
        PageMaker,
        PageRenderer,
        PdfLocker,
        PictureCleaner,
        PictureRenderer,
        Programs,
        Scanner,
        SheetMaker,
        TableReader,
        TableWriter,
        TextReader,
        UpdatesReader,
        ViewerMaker,
    )


@dataclass(frozen=True, slots=True)
class DemoMaterial:
    """Fictional answers to a letter and to a form of our own, the form's blank, and a door.

    The door remembers nothing on this computer: a demonstration leaves no trace but its folder.
    """

    letter: Draft
    form: Draft
    blank: bytes
    safes: Door


class Tools(Protocol):
    """The real tools, each built by ``wiring.py`` the first time it is asked for."""

    @property
    def mode(self) -> Literal["home", "association", "public"]:
        """Where the program is installed; decided by the machine's manager."""
        ...

    @property
    def installation(self) -> Installation:
        """The file that decides of the mode, for this computer's manager."""
        ...

    @property
    def public(self) -> bool:
        """A public terminal: no safe, no settings, nothing written."""
        ...

    @property
    def terminal(self) -> Terminal:
        """What the manager of a public terminal decided of it; elsewhere, nothing."""
        ...

    @property
    def clock(self) -> Clock: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def letters(self) -> LetterWriter: ...
    @property
    def sheets(self) -> SheetMaker: ...
    @property
    def forms(self) -> FormWriter: ...
    @property
    def merge(self) -> Merger: ...
    @property
    def safes(self) -> Door: ...
    @property
    def known_safes(self) -> KnownSafes:
        """The safes of this computer; it knows and draws none on a public terminal."""
        ...

    @property
    def read_text(self) -> TextReader: ...
    @property
    def updates(self) -> UpdatesReader: ...
    @property
    def reader_layers(self) -> LayersReader: ...
    @property
    def photos(self) -> PageMaker: ...
    @property
    def read_letter(self) -> LetterReader: ...
    @property
    def received_rules(self) -> Rules: ...
    @property
    def scanner(self) -> Scanner: ...
    @property
    def render_page(self) -> PageRenderer: ...
    @property
    def viewer(self) -> ViewerMaker: ...
    @property
    def show_picture(self) -> PictureRenderer: ...
    @property
    def clean_picture(self) -> PictureCleaner: ...
    @property
    def lock_pdf(self) -> PdfLocker: ...
    @property
    def read_table(self) -> TableReader: ...
    @property
    def write_table(self) -> TableWriter: ...
    @property
    def law(self) -> Law: ...
    @property
    def deliveries(self) -> Deliveries:
        """What came on a stick: letters, forms and law, verified and put in place."""
        ...

    @property
    def programs(self) -> Programs:
        """Packages of the program itself."""
        ...

    def sign_packs(self, folder: str, key: str, password: str, out: str) -> int:
        """Sign a folder of packs with a key of minisign; return the size of the file written."""
        ...

    @property
    def figure_sets(self) -> Sequence[FigureSet]:
        """What an office may count, as it comes with the program."""
        ...

    def figure_text(self, name: str) -> bytes:
        """Return the file of one of these; empty where none has that id."""
        ...

    def read_figures(self, data: bytes) -> FigureSet:
        """Return what a file asks to count.

        Raises:
            AppError: it cannot be counted; every problem is said, with its place.
        """
        ...

    def read_model(self, data: bytes) -> WordFile:
        """Return the paragraphs of a letter of a word processor, read in a child process.

        Raises:
            AppError: it is not opened, and why.
        """
        ...

    def write_model(self, data: bytes, edits: Sequence[Edit]) -> bytes:
        """Return it with these words in the place of those."""
        ...

    @property
    def law_under(self) -> LawReader: ...
    @property
    def demo(self) -> DemoMaterial: ...
