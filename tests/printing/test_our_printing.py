"""What leaves our program for a real queue: its real size, whatever the queue would rather do."""

import io
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter

from desktop_app.core.pdf import Pdf
from desktop_app.pdf.forms.lettering import new_canvas
from desktop_app.printing.cups import Cups as Ours
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.rendering import Made, move, trial_page
from desktop_app.workflow.printing import (
    Order,
    PrinterMissing,
    PrinterRefuses,
    PrintingAbsent,
    PrintingSilent,
    PrintingStopped,
    Standing,
)
from tests.helpers.pages import Box, PrintedPage, printed_pages
from tests.printing.geometry import MOST_MM, distance
from tests.printing.queue import Cups, Printer, until

MM = 72 / 25.4
A4 = (595.276, 841.89)


@pytest.fixture
def ours() -> Ours:
    return Ours()


def only_pages(pdf: Pdf, first: int, last: int) -> bytes:
    reader, writer, out = PdfReader(io.BytesIO(pdf.data)), PdfWriter(), io.BytesIO()
    for page in reader.pages[first - 1 : last]:
        writer.add_page(page)
    writer.write(out)
    return out.getvalue()


@pytest.fixture(params=["letter", "form", "on_paper"])
def paper(request: pytest.FixtureRequest) -> Made:
    made: Made = request.getfixturevalue(request.param)
    return made


class TestRealSize:
    """Nothing on paper is further than 0.1 mm from where the document has it."""

    def test_each_kind_of_paper(
        self, service: Cups, ours: Ours, paper: Made, request: pytest.FixtureRequest
    ) -> None:
        printer = service.add_printer(f"Sorte-{request.node.callspec.params['paper']}")
        ours.send(paper.pdf, Order(printer.name))
        measured = distance(paper.pdf.data, printer.printed()[0])
        assert measured.mm <= MOST_MM
        assert measured.pages == paper.pdf.pages

    @pytest.mark.parametrize(("margin_mm", "default"), [(25.0, "A4"), (4.2, "Letter")])
    def test_large_margins_and_american_paper(
        self, service: Cups, ours: Ours, letter: Made, margin_mm: float, default: str
    ) -> None:
        printer = service.add_printer(f"Marges-{default}", margin_mm=margin_mm, paper=default)  # type: ignore[arg-type]
        ours.send(letter.pdf, Order(printer.name))
        measured = distance(letter.pdf.data, printer.printed()[0])
        assert (measured.mm <= MOST_MM, measured.sheet_mm <= MOST_MM + 0.01) == (True, True)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("fit-to-page", "true"),
            ("fitplot", "true"),
            ("print-scaling", "fill"),
            ("natural-scaling", "50"),
            ("scaling", "50"),
            ("number-up", "2"),
            ("sides", "two-sided-long-edge"),
            ("orientation-requested", "4"),
            ("landscape", "true"),
            ("mirror", "true"),
            ("page-border", "single"),
            ("page-set", "even"),
            ("page-ranges", "1"),
            ("page-top", "72"),
            ("outputorder", "reverse"),
            ("copies", "3"),
            ("media", "Letter"),
            ("PageSize", "Letter"),
            ("Duplex", "DuplexNoTumble"),
        ],
    )
    def test_what_the_queue_or_the_person_set_otherwise_does_not_hold(
        self,
        service: Cups,
        ours: Ours,
        letter: Made,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        name: str,
        value: str,
    ) -> None:
        """Once as the queue's own default, once in the person's ``lpoptions``."""
        queue = service.add_printer(f"File-{name}-{value}", options={name: value})
        own = service.add_printer(f"Perso-{name}-{value}")
        (tmp_path / ".cups").mkdir()
        (tmp_path / ".cups" / "lpoptions").write_text(f"Dest {own.name} {name}={value}\n", "ascii")
        monkeypatch.setenv("HOME", str(tmp_path))
        for printer in (queue, own):
            ours.send(letter.pdf, Order(printer.name))
            assert distance(letter.pdf.data, printer.printed()[0]).mm <= MOST_MM
            copies, options = printer.options()[0].split(" ", 1)
            assert copies == "1"
            assert "sides=one-sided" in options
            assert "Duplex=DuplexNoTumble" not in options

    def test_pages_that_lie_down_or_are_turned_keep_their_size(
        self, service: Cups, ours: Ours
    ) -> None:
        """A line of 100 mm is 100 mm long on each page, whichever way the sheet is fed."""
        printer = service.add_printer("Couchees")
        pdf = mixed_pages()
        ours.send(pdf, Order(printer.name))
        pages = printed_pages(printer.printed()[0])
        assert len(pages) == pdf.pages
        for page in pages:
            box = page.paths[0]
            longest = max(box.right - box.left, box.bottom - box.top)
            assert longest == pytest.approx(100, abs=0.5), "with the thickness of the line"


def mixed_pages() -> Pdf:
    """A4 upright, lying, turned by a quarter or a half, and a smaller sheet."""
    writer, out = PdfWriter(), io.BytesIO()
    for size, turn in ((A4, 0), (A4[::-1], 0), (A4[::-1], 90), (A4, 180), ((397.0, 573.0), 0)):
        page = io.BytesIO()
        canvas = new_canvas(page, size)
        canvas.setLineWidth(0.4)
        canvas.line(50, 200, 50 + 100 * MM, 200)
        canvas.drawString(60, 210, "essai")
        canvas.showPage()
        canvas.save()
        writer.add_page(PdfReader(io.BytesIO(page.getvalue())).pages[0].rotate(turn))
    writer.write(out)
    return Pdf(out.getvalue(), 5)


class TestWhatIsPrinted:
    def test_so_many_copies(self, service: Cups, ours: Ours, on_paper: Made) -> None:
        printer = service.add_printer("Trois")
        ours.send(on_paper.pdf, Order(printer.name, copies=3))
        assert printer.printed()
        assert printer.options()[0].startswith("3 ")

    def test_one_sheet_of_the_kit(self, service: Cups, ours: Ours, letter: Made) -> None:
        own = next(part for part in letter.pdf.parts if part.name == "copy")
        printer = service.add_printer("Copie")
        ours.send(letter.pdf, Order(printer.name, pages=(own.first, own.last)))
        expected = only_pages(letter.pdf, own.first, own.last)
        measured = distance(expected, printer.printed()[0])
        assert (measured.pages, measured.mm <= MOST_MM) == (own.last - own.first + 1, True)

    def test_pages_past_the_end_are_those_that_exist(
        self, service: Cups, ours: Ours, letter: Made
    ) -> None:
        printer = service.add_printer("Apres")
        ours.send(letter.pdf, Order(printer.name, pages=(letter.pdf.pages, 99)))
        assert len(pypdfium2.PdfDocument(printer.printed()[0])) == 1


class TestOffsets:
    """What a printer misses, in millimetres to the right and down, moves the answers by that."""

    @pytest.mark.parametrize(("right", "down"), [(2.0, -1.5), (-3.0, 4.0)])
    def test_the_answers_on_a_paper_form(
        self,
        service: Cups,
        ours: Ours,
        tools: RealTools,
        on_paper: Made,
        right: float,
        down: float,
    ) -> None:
        printer = service.add_printer(f"Decale{right}{down}")
        moved = move(tools, on_paper, right, down)
        assert moved.proved
        ours.send(moved.pdf, Order(printer.name))
        assert shift(on_paper.pdf.data, printer) == pytest.approx((right, down), abs=MOST_MM)

    def test_the_page_that_is_measured(
        self, service: Cups, ours: Ours, tools: RealTools, on_paper: Made
    ) -> None:
        """Its corners are at 10 mm; a printer that misses brings them there once it is known."""
        printer = service.add_printer("Essai-papier")
        ours.send(trial_page(tools, on_paper, 0, 0), Order(printer.name))
        ours.send(trial_page(tools, on_paper, 2.0, -1.5), Order(printer.name))
        straight, moved = (printed_pages(one)[0] for one in printer.printed(2))
        lefts = [min((b.left + b.right) / 2 for b in thin(page)) for page in (straight, moved)]
        tops = [min((b.top + b.bottom) / 2 for b in flat(page)) for page in (straight, moved)]
        assert lefts == pytest.approx([10, 12], abs=MOST_MM)
        assert tops == pytest.approx([10, 8.5], abs=MOST_MM)

    def test_only_the_address_of_a_letter(
        self, service: Cups, ours: Ours, tools: RealTools, letter: Made
    ) -> None:
        printer = service.add_printer("Essai-fenetre")
        moved = move(tools, letter, 4.0, -2.0)
        assert moved.proved
        ours.send(moved.pdf, Order(printer.name, pages=(1, 1)))
        before, after = printed_pages(letter.pdf.data)[0], printed_pages(printer.printed()[0])[0]
        steps = {
            (round(new.box.left - old.box.left, 1), round(new.box.top - old.box.top, 1))
            for old, new in zip(before.chars, after.chars, strict=True)
        }
        near = {(round(x / 2) * 2, round(y / 2) * 2) for x, y in steps}
        assert near == {(0, 0), (4, -2)}

    def test_nothing_else_moves(self, tools: RealTools, form: Made) -> None:
        assert move(tools, form, 5.0, 5.0) is form


def thin(page: PrintedPage) -> list[Box]:
    return [box for box in page.paths if box.right - box.left < 0.5]


def flat(page: PrintedPage) -> list[Box]:
    return [box for box in page.paths if box.bottom - box.top < 0.5]


def shift(sent: bytes, printer: Printer) -> tuple[float, float]:
    """Return by how much every character moved, which must be the same for all."""
    right, down = [], []
    for one, other in zip(printed_pages(sent), printed_pages(printer.printed()[0]), strict=True):
        for old, new in zip(one.chars, other.chars, strict=True):
            assert old.text == new.text
            right.append(new.box.left - old.box.left)
            down.append(new.box.top - old.box.top)
    assert max(right) - min(right) <= MOST_MM
    assert max(down) - min(down) <= MOST_MM
    return sum(right) / len(right), sum(down) / len(down)


class TestWhatIsTold:
    def test_the_queue_says_nothing_of_the_person(
        self, service: Cups, ours: Ours, letter: Made
    ) -> None:
        service.add_printer("Discrete")
        service.command("cupsdisable", "Discrete")
        ticket = ours.send(letter.pdf, Order("Discrete"))
        service.stop()  # what it knows of its jobs is written then
        control = service.folder / "spool" / f"c{int(ticket.rpartition('-')[2]):05}"
        told = control.read_bytes()
        service.start()
        assert b"papier-libre" in told
        for word in ("Karim", "Belkacem", "RSA", "Caf", "lettre", "Contester"):
            assert word.encode() not in told

    def test_its_copy_is_erased_once_printed(self, service: Cups, ours: Ours, letter: Made) -> None:
        printer = service.add_printer("Effacee")
        ticket = ours.send(letter.pdf, Order(printer.name))
        until(lambda: ours.progress(ticket) == "done", "printed")
        assert kept(service, ticket), "CUPS keeps what it printed"
        ours.forget(ticket)
        until(lambda: not kept(service, ticket), "erased")

    def test_the_printers_and_the_usual_one_first(self, service: Cups, ours: Ours) -> None:
        service.add_printer("Autre")
        service.add_printer("Usuelle", default=True)
        assert ours.printers()[0] == "Usuelle"
        assert "Autre" in ours.printers()

    def test_how_a_printer_stands(self, service: Cups, ours: Ours) -> None:
        service.add_printer("Etat")
        assert ours.standing("Etat") == Standing("ready")
        service.command("cupsdisable", "Etat")
        assert ours.standing("Etat") == Standing("stopped")
        service.command("cupsreject", "Etat")
        assert ours.standing("Etat") == Standing("refuses")
        assert ours.standing("Inconnue") == Standing("missing")

    def test_a_description_cannot_pretend(self, service: Cups, ours: Ours) -> None:
        service.add_printer("Trompeuse")
        description = "printer-state=5 'media-empty"
        service.command("lpadmin", "-p", "Trompeuse", "-D", description)
        assert ours.standing("Trompeuse") == Standing("ready")

    def test_without_paper_then_with(self, service: Cups, ours: Ours, letter: Made) -> None:
        printer = service.add_printer("Sans-papier")
        printer.be("empty")
        ticket = ours.send(letter.pdf, Order(printer.name))
        until(lambda: ours.standing(printer.name).trouble == "no-paper", "said")
        assert ours.progress(ticket) == "printing"
        printer.be("ready")
        until(lambda: ours.progress(ticket) == "done", "printed")

    @pytest.mark.parametrize(
        ("policy", "progress", "state"),
        [
            ("retry-job", "waiting", "ready"),
            ("stop-printer", "waiting", "stopped"),
            ("abort-job", "failed", "ready"),
        ],
    )
    def test_a_printer_that_gives_up(
        self, service: Cups, ours: Ours, letter: Made, policy: str, progress: str, state: str
    ) -> None:
        printer = service.add_printer(f"Panne-{policy}")
        service.command("lpadmin", "-p", printer.name, "-o", f"printer-error-policy={policy}")
        printer.be("broken")
        ticket = ours.send(letter.pdf, Order(printer.name))
        until(lambda: ours.progress(ticket) == progress, progress)
        until(lambda: ours.standing(printer.name).state == state, state)

    def test_cancelled_at_work_nothing_is_kept(
        self, service: Cups, ours: Ours, letter: Made
    ) -> None:
        printer = service.add_printer("Annulee")
        printer.be("slow")
        ticket = ours.send(letter.pdf, Order(printer.name))
        until(lambda: ours.progress(ticket) == "printing", "printing")
        ours.cancel(ticket)
        until(lambda: ours.progress(ticket) in ("gone", "cancelled"), "cancelled")
        until(lambda: not kept(service, ticket), "erased")
        ours.cancel(ticket)  # too late is no error


def kept(service: Cups, ticket: str) -> list[Path]:
    return list((service.folder / "spool").glob(f"d{int(ticket.rpartition('-')[2]):05}-*"))


class TestRefusals:
    def test_a_printer_taken_away(self, service: Cups, ours: Ours, letter: Made) -> None:
        service.add_printer("Partie")
        assert "Partie" in ours.printers()
        service.command("lpadmin", "-x", "Partie")
        with pytest.raises(PrinterMissing):
            ours.send(letter.pdf, Order("Partie"))

    def test_a_printer_that_accepts_nothing(self, service: Cups, ours: Ours, letter: Made) -> None:
        service.add_printer("Fermee")
        service.command("cupsreject", "Fermee")
        with pytest.raises(PrinterRefuses):
            ours.send(letter.pdf, Order("Fermee"))

    def test_no_service(self, service: Cups, ours: Ours, letter: Made) -> None:
        service.add_printer("Seule")
        service.stop()
        try:
            for ask in (
                ours.printers,
                lambda: ours.standing("Seule"),
                lambda: ours.progress("Seule-1"),
                lambda: ours.send(letter.pdf, Order("Seule")),
                lambda: ours.cancel("Seule-1"),
            ):
                with pytest.raises(PrintingStopped):
                    ask()
        finally:
            service.start()

    def test_a_silent_service_is_waited_for_so_long_and_no_longer(
        self, service: Cups, ours: Ours, letter: Made, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        service.add_printer("Muette")
        for limit in ("SECONDS", "LISTING_SECONDS", "SENDING_SECONDS"):
            monkeypatch.setattr(f"desktop_app.printing.cups.{limit}", 0.3)
        with service.silent():
            for ask in (ours.printers, lambda: ours.send(letter.pdf, Order("Muette"))):
                with pytest.raises(PrintingSilent):
                    ask()

    def test_nothing_installed(
        self, ours: Ours, letter: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(PrintingAbsent):
            ours.printers()
        with pytest.raises(PrintingAbsent):
            ours.send(letter.pdf, Order("Bureau"))


def test_an_accent_in_a_printers_name(service: Cups, ours: Ours, on_paper: Made) -> None:
    printer = service.add_printer("Accent")
    subprocess.run(
        [
            *("lpadmin", "-p", "Salle_é", "-v", f"papier-essai:{printer.folder}", "-E"),
            *("-P", str(service.folder / "Accent.ppd")),
        ],
        capture_output=True,
        check=True,
    )
    assert "Salle_é" in ours.printers()
    ticket = ours.send(on_paper.pdf, Order("Salle_é"))
    assert ticket.startswith("Salle_é-")
    until(lambda: ours.progress(ticket) == "done", "printed")
