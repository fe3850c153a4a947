"""Builds the real tools and hands them to the command line or the window: objects are passed.

Each tool is imported and built when it is first asked for, so that a command pays only for what it
uses and the window paints before anything heavy is loaded.
"""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from desktop_app.datafiles import data_root, packs_index, whole_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop_app.core.answers.draft import Draft
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.documents.model import PrintedPicture
    from desktop_app.core.figures import FigureSet
    from desktop_app.core.moment import Now
    from desktop_app.core.received.rules import Rules
    from desktop_app.core.terminal import Terminal
    from desktop_app.core.word_models import Edit, WordFile
    from desktop_app.delivered.publishers import Publishers
    from desktop_app.safe.door import Door
    from desktop_app.safe.known import KnownSafes
    from desktop_app.workflow.ports import (
        Catalogue,
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
    from desktop_app.workflow.tools import DemoMaterial


class SystemClock:
    """The computer's own date; commands accept ``--today`` in its place."""

    def today(self) -> dt.date:
        return dt.date.today()  # noqa: DTZ011 (a day of the calendar where the person is)

    def now(self) -> "Now":
        """This moment, in the time zone of the computer."""
        from desktop_app.core.moment import Now

        return Now(dt.datetime.now().astimezone())


def read_foreign_text(data: bytes) -> tuple[int, str]:
    """Return the pages and the text of a PDF from elsewhere, read in a child process."""
    from desktop_app.untrusted import documents
    from desktop_app.workflow.safes.evidence import PAGE_END

    found = documents.read_text(data)
    return found.pages, PAGE_END.join(found.texts)


def plugged_in() -> "Sequence[Path]":
    """Return where the USB sticks are that are plugged in now."""
    from desktop_app.gui import plugged

    return plugged.keys_now()


def on_a_stick(folder: "Path") -> bool:
    """Tell whether a folder, there or not yet, is on what is plugged in now."""
    place = folder.absolute()
    return any(place.is_relative_to(one) for one in plugged_in())


def clean_foreign_picture(data: bytes) -> "PrintedPicture":
    """Return a picture drawn anew for paper in a child process; nothing of it is kept."""
    from desktop_app.core.documents.model import PrintedPicture
    from desktop_app.untrusted import documents

    made = documents.clean_picture(data)
    return PrintedPicture(made.data, made.width, made.height)


class PhotoPages:
    """Makes pages of photos, in child processes."""

    def page(self, data: bytes) -> "PrintedPicture":
        """Return a photo straight, its pixels alone."""
        from desktop_app.core.documents.model import PrintedPicture
        from desktop_app.untrusted import documents

        made = documents.sheet_photo(data)
        return PrintedPicture(made.data, made.width, made.height)

    def document(self, pages: "Sequence[PrintedPicture]") -> bytes:
        """Return a PDF, each of these a page."""
        from desktop_app.pdf.forms.photographed import page_of

        return page_of(*pages)


class RealTools:
    """Implements ``workflow.tools.Tools`` with the real things."""

    @cached_property
    def mode(self) -> Literal["home", "association", "public"]:
        from desktop_app.mode import read_mode

        return read_mode()

    @property
    def installation(self) -> "Installation":
        from desktop_app.mode import Installation

        return Installation()

    @cached_property
    def terminal(self) -> "Terminal":
        from desktop_app.core.terminal import Terminal
        from desktop_app.mode import read_public

        return read_public() if self.public else Terminal()

    @property
    def public(self) -> bool:
        return self.mode == "public"

    @cached_property
    def clock(self) -> SystemClock:
        return SystemClock()

    @cached_property
    def catalogue(self) -> "Catalogue":
        from desktop_app import own_folders
        from desktop_app.catalogue.catalogue import FolderCatalogue
        from desktop_app.catalogue.index import index_in

        own = own_folders.for_models()
        renewed, added = self._delivered
        ours = data_root("forms")
        written = index_in(ours, packs_index())
        if self.public:  # what a manager put there is read, and nothing is written
            return FolderCatalogue(ours, *added, own, renewed=renewed, written=written)
        return FolderCatalogue(ours, *added, own=own, renewed=renewed, written=written)

    @cached_property
    def _delivered(self) -> "tuple[list[Path], list[Path]]":
        """What came on a stick and is used from this start: what renews our packs, what adds."""
        import os
        from pathlib import Path

        if not os.access(self._deliveries_folder, os.R_OK | os.X_OK):
            return [], []  # nothing of it is imported where nothing came, or may be read

        placed = self.deliveries.installed()
        newest = sorted(placed, key=lambda one: one.made_on, reverse=True)
        ours = [Path(one.folder) for one in newest if one.ours and one.used]
        return ours, [Path(one.folder) for one in placed if not one.ours]

    @cached_property
    def _deliveries_folder(self) -> "Path":
        """Where deliveries stand: of the person, or of the computer where it has a manager."""
        if self.mode != "home":
            from desktop_app.mode import system_data_folder

            return system_data_folder() / "livraisons"
        from desktop_app import own_folders

        return own_folders.for_deliveries()

    @cached_property
    def deliveries(self) -> "Deliveries":
        from desktop_app import __made_on__
        from desktop_app.delivered.store import Deliveries

        return Deliveries(
            self._deliveries_folder,
            self._publishers,
            managed=self.mode != "home",
            program_made_on=dt.date.fromisoformat(__made_on__),
        )

    @cached_property
    def _publishers(self) -> "Publishers":
        from desktop_app.delivered.publishers import Publishers

        built = data_root("resources") / "publishers" / "publishers.toml"
        return Publishers(built, self._deliveries_folder / "publishers.json")

    @cached_property
    def programs(self) -> "Programs":
        from desktop_app import __version__
        from desktop_app.delivered.program import Programs

        return Programs(self._publishers, __version__, whole_folder())

    def sign_packs(self, folder: str, key: str, password: str, out: str) -> int:
        """Sign a folder of packs with a key of minisign; return the size of the file written."""
        from desktop_app.delivered.packs import sign_into

        return sign_into(folder, key, password, out)

    @cached_property
    def figure_sets(self) -> "Sequence[FigureSet]":
        from desktop_app.catalogue.figures import figure_sets

        return figure_sets()

    def figure_text(self, name: str) -> bytes:
        """Return the file of a definition that comes with the program."""
        from desktop_app.catalogue.figures import figure_text

        return figure_text(name)

    def read_figures(self, data: bytes) -> "FigureSet":
        """Return what a file asks to count."""
        from desktop_app.catalogue.figures import read_figures

        return read_figures(data)

    def read_model(self, data: bytes) -> "WordFile":
        """Return the paragraphs of a letter of a word processor, read in a child process."""
        from desktop_app.untrusted import word_files

        return word_files.read(data)

    def write_model(self, data: bytes, edits: "Sequence[Edit]") -> bytes:
        """Return it with these words in the place of those, written in a child process."""
        from desktop_app.untrusted import word_files

        return word_files.write(data, edits)

    @property
    def law_under(self) -> "LawReader":
        from desktop_app.catalogue.law import law_of

        return law_of

    @cached_property
    def letters(self) -> "LetterWriter":
        from desktop_app.pdf.letters.writer import TypstLetters

        return TypstLetters()

    @cached_property
    def sheets(self) -> "SheetMaker":
        from desktop_app.pages import printed

        return printed

    @cached_property
    def forms(self) -> "FormWriter":
        from desktop_app.pdf.forms.writer import OfficialForms

        return OfficialForms()

    @cached_property
    def merge(self) -> "Merger":
        from desktop_app.pdf.merge import merge

        return merge

    @cached_property
    def safes(self) -> "Door":
        from desktop_app import own_folders
        from desktop_app.safe.door import Door

        # What this computer remembers of the safes it opened: random ids and counts.
        memory = own_folders.for_memory() / "safes.json"
        return Door(
            memory=None if self.public else memory,
            travels=on_a_stick,
            names_who=self.mode == "association",
        )

    @cached_property
    def known_safes(self) -> "KnownSafes":
        from desktop_app import own_folders
        from desktop_app.safe.known import KnownSafes

        home = own_folders.for_safes()
        return KnownSafes(None if self.public else home, sticks=plugged_in)

    @cached_property
    def read_text(self) -> "TextReader":
        return read_foreign_text

    @cached_property
    def updates(self) -> "UpdatesReader":
        from desktop_app.untrusted.documents import updates_of

        return updates_of

    @cached_property
    def reader_layers(self) -> "LayersReader":
        from desktop_app.untrusted.documents import layers

        return layers

    @cached_property
    def photos(self) -> "PageMaker":
        return PhotoPages()

    @cached_property
    def read_letter(self) -> "LetterReader":
        from desktop_app.pdf.received import letter_words

        return letter_words

    @cached_property
    def received_rules(self) -> "Rules":
        from desktop_app.catalogue.received import received_rules

        return received_rules(data_root("forms") / "received")

    @cached_property
    def scanner(self) -> "Scanner":
        from desktop_app.scanning import usb, wia

        return wia if wia.can_scan() else usb

    @cached_property
    def render_page(self) -> "PageRenderer":
        from desktop_app.untrusted.documents import render_page

        return render_page

    @cached_property
    def viewer(self) -> "ViewerMaker":
        from desktop_app.untrusted.viewer import Viewer

        return Viewer

    @cached_property
    def show_picture(self) -> "PictureRenderer":
        from desktop_app.untrusted.documents import show_picture

        return show_picture

    @cached_property
    def write_table(self) -> "TableWriter":
        from desktop_app.tables import write_table

        return write_table

    @cached_property
    def read_table(self) -> "TableReader":
        from desktop_app.untrusted.tables import read_table

        return read_table

    @cached_property
    def clean_picture(self) -> "PictureCleaner":
        return clean_foreign_picture

    @cached_property
    def lock_pdf(self) -> "PdfLocker":
        from desktop_app.untrusted.documents import locked

        return locked

    @cached_property
    def law(self) -> "Law":
        from desktop_app.catalogue.law import FolderLaw, law_of

        renewed = next((one for one in self._delivered[0] if (one / "law").is_dir()), None)
        return FolderLaw() if renewed is None else law_of(str(renewed))

    @cached_property
    def demo(self) -> "DemoMaterial":
        from desktop_app.safe.door import Door
        from desktop_app.workflow.tools import DemoMaterial

        return DemoMaterial(
            letter=_example("letters", "caf-indu-rsa", "2-je-ne-comprends-pas.toml"),
            form=_example("official", "exemple-aide-exceptionnelle", "1-chaudiere.toml"),
            blank=(data_root("resources") / "demo" / "formulaire-exemple.pdf").read_bytes(),
            safes=Door(),
        )


def _example(kind: str, pack: str, name: str) -> "Draft":
    """Return the answers of an example of one of our packs."""
    from desktop_app.core.answers.answer_file import read_draft

    file = data_root("forms") / kind / pack / "examples" / name
    return read_draft(file.read_bytes(), pack, name)
