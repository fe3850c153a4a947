"""Pages of our own, one behind the other."""

import io
from pathlib import Path

from pypdf import PdfReader

from desktop_app.cli.main import run
from desktop_app.core.pdf import Pdf
from desktop_app.pages.trial import printer_trial
from desktop_app.pdf.forms.sheet_test import draw_test_page
from desktop_app.pdf.merge import merge
from desktop_app.wiring import RealTools

PROJECT = Path(__file__).parents[2]
A4 = (595.0, 842.0)


def test_pages_follow_each_other_with_a_bookmark_each() -> None:
    parts = [
        ("Un", Pdf(draw_test_page(A4, printer_trial()), 1)),
        ("Deux", Pdf(draw_test_page((400, 500), printer_trial()), 1)),
    ]
    made = merge("Un titre", parts)
    read = PdfReader(io.BytesIO(made.data))
    assert made.pages == len(read.pages) == 2
    assert [round(float(page.mediabox.width)) for page in read.pages] == [595, 400]
    assert [(item.title, read.get_destination_page_number(item)) for item in read.outline] == [
        ("Un", 0),
        ("Deux", 1),
    ]
    assert read.metadata is not None
    assert read.metadata.title == "Un titre"


def test_the_same_parts_give_the_same_bytes() -> None:
    parts = [("Un", Pdf(draw_test_page(A4, printer_trial()), 1))]
    assert merge("t", parts).data == merge("t", parts).data


def test_the_kit_of_a_paper_form_is_one_file(tmp_path) -> None:
    out = tmp_path / "kit.pdf"
    answers = PROJECT / "forms/official/exemple-aide-exceptionnelle/examples/1-chaudiere.toml"
    command = ["form", "on-paper", "exemple-aide-exceptionnelle", "--answers", str(answers)]
    assert run([*command, "--out", str(out), "--kit"], RealTools) == 0
    read = PdfReader(out)
    starts = [read.get_destination_page_number(item) for item in read.outline]
    assert starts == [0, 1, 3], "a test page, two pages of answers, then the sheet to copy"
    assert "Vidal" in read.pages[1].extract_text()
    assert "À recopier" in read.pages[3].extract_text()
