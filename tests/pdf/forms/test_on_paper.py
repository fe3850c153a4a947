"""Onto the paper form: only the answers, at their places, to the tenth of a millimetre."""

import io

import pypdf
import pypdfium2 as pdfium
import pytest

from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.core.rect import POINTS_A_MM as MM
from desktop_app.pages.trial import printer_trial
from desktop_app.pdf.forms.placed import boxes
from desktop_app.pdf.forms.writer import OfficialForms

A4 = (595.0, 842.0)
VALUES = (
    PlacedValue(label="Nom", page=1, box=(100, 700, 200, 20), text="Éloïse Đặng", size=10),
    PlacedValue(label="Cases", page=2, box=(100, 520, 150, 15), text="75011", comb=5),
    PlacedValue(label="Mme", page=1, box=(50, 700, 10, 10), tick=True),
    PlacedValue(label="M.", page=1, box=(70, 700, 10, 10)),
    PlacedValue(label="Vide", page=1, box=(100, 650, 200, 20)),
    PlacedValue(label="Récit", page=2, box=(50, 400, 300, 100), text="ligne\nautre ligne", lines=8),
)


def form(*values: PlacedValue) -> FilledForm:
    return FilledForm("pack", "Titre", "1", "1*01", (A4, (842.0, 595.0)), values or VALUES)


def inks(data: bytes, page: int) -> list[tuple[float, float, float, float]]:
    with pdfium.PdfDocument(data) as document:
        shown = document[page - 1]
        found = [one.get_bounds() for one in shown.get_objects()]
        shown.close()
    return found


def test_only_the_answers_are_printed_and_all_are_proved() -> None:
    pdf, proof = OfficialForms().on_paper(form())
    assert (proof.verified, proof.total, proof.problems) == (4, 4, ())
    pages = pypdf.PdfReader(io.BytesIO(pdf.data)).pages
    assert [tuple(map(float, page.mediabox[2:])) for page in pages] == [A4, (842.0, 595.0)]
    assert "".join(pages[0].extract_text().split()) == "ÉloïseĐặng"
    assert "".join(pages[1].extract_text().split()) == "75011ligneautreligne"


@pytest.mark.parametrize(("dx", "dy"), [(0.0, 0.0), (2.0, -1.5), (-3.0, 4.0)])
def test_offsets_move_everything_by_exactly_that(dx: float, dy: float) -> None:
    still = inks(OfficialForms().on_paper(form())[0].data, 1)
    pdf, proof = OfficialForms().on_paper(form(), dx_mm=dx, dy_mm=dy)
    assert proof.problems == ()
    for before, after in zip(still, inks(pdf.data, 1), strict=True):
        moved = [(new - old) / MM for old, new in zip(before, after, strict=True)]
        assert moved == pytest.approx([dx, dy, dx, dy], abs=0.02)


@pytest.mark.parametrize("ruler", [97.0, 104.0])
def test_a_printer_that_shrinks_or_enlarges_is_made_up_for(ruler: float) -> None:
    still = inks(OfficialForms().on_paper(form())[0].data, 1)
    pdf, proof = OfficialForms().on_paper(form(), ruler_mm=ruler)
    assert proof.problems == ()
    for before, after in zip(still, inks(pdf.data, 1), strict=True):
        printed = after[0] * ruler / 100  # the left edge of each answer, as it leaves the printer
        assert printed == pytest.approx(before[0], abs=0.5)


def test_the_ruler_of_the_test_page_is_made_up_for_too() -> None:
    def widest(ruler: float) -> float:
        pdf = OfficialForms().test_page(form(), printer_trial(), ruler_mm=ruler)
        return max(right - left for left, _, right, _ in inks(pdf.data, 1)) / MM

    assert widest(97) == pytest.approx(widest(100) * 100 / 97, rel=0.01)


def test_letters_stand_on_the_lines_of_the_paper() -> None:
    value = PlacedValue(
        label="Organisme", page=1, box=(40, 460, 245, 45), text="Crous\nLyon", lines=3, indent=180
    )
    with pdfium.PdfDocument(OfficialForms().on_paper(form(value))[0].data) as document:
        page = document[0]
        words = page.get_textpage()
        first, second = (words.get_charbox(words.get_text_range().index(x)) for x in "CL")
        words.close()
        page.close()
    assert (first[0], second[0]) == pytest.approx((222, 42), abs=1.5)
    assert (first[1] - second[1]) / MM == pytest.approx(15 / MM, abs=0.1)
    assert 475 + 1.5 <= second[1] <= 475 + 2.5, "the tail of y goes down to the line"


def test_a_box_that_must_stay_empty_is_looked_at_too() -> None:
    """A stray cross on a flat form would be a wrong answer: the proof sees it."""
    yes = PlacedValue("oui", 1, (100, 700, 10, 10), tick=True, kind="tick")
    no = PlacedValue("non", 1, (130, 700, 10, 10), kind="tick")
    long = PlacedValue("Motif", 1, (20, 695, 200, 20), text="trop à droite " * 2, size=10)
    fields, values = boxes((yes, no, long), 1)
    assert [one.name for one in fields] == ["oui", "non", "Motif"]
    assert set(values) == {"oui", "Motif"}


def test_what_is_too_long_goes_to_an_annex_and_what_has_no_page_is_told() -> None:
    long = PlacedValue(label="Motif", page=1, box=(100, 700, 60, 12), text="pourquoi " * 30)
    lost = PlacedValue(label="Perdu", page=9, box=(100, 700, 60, 12), text="x")
    pdf, proof = OfficialForms().on_paper(form(long, lost))
    assert [(o.field, o.annex) for o in proof.overflow] == [("Motif", 1)]
    assert [(p.field, p.reason) for p in proof.problems] == [("Perdu", "not-drawn")]
    assert (proof.verified, proof.total, pdf.pages) == (1, 2, 3)


def test_the_test_page_is_exact() -> None:
    pdf = OfficialForms().test_page(form(), printer_trial(), dx_mm=1, dy_mm=0)
    with pdfium.PdfDocument(pdf.data) as document:
        page = document[0]
        lines = [one.get_bounds() for one in page.get_objects() if one.type == 2]
        page.close()
    long_ones = [max(x1 - x0, y1 - y0) / MM for x0, y0, x1, y1 in lines]
    assert sum(99.5 < length < 101 for length in long_ones) == 2, "two rulers of 100 mm"
    left = min(x0 for x0, _, _, _ in lines) / MM
    assert left == pytest.approx(11, abs=0.2), "corner at 10 mm, moved by 1"


def test_boxes_of_a_flat_blank_are_filled_where_the_map_says() -> None:
    """A pack whose official PDF has no field: the map's boxes are drawn on it, and proved."""
    from tests.helpers.forms import FormPdf

    blank = FormPdf("Formulaire plat", "Deuxième", size=A4).data()
    pdf, proof = OfficialForms().fill(form(), blank)
    assert (proof.verified, proof.total, proof.problems) == (4, 4, ())
    words = pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0].extract_text()
    assert "Formulaire plat" in words
    assert "Éloïse Đặng" in words


def test_a_box_left_empty_without_field_does_not_move_what_an_editable_file_draws() -> None:
    """The drawing of a field fills its own rectangle, wherever the paper has its lines."""
    from tests.helpers.forms import FormPdf

    paper = FormPdf("Formulaire", size=A4)
    paper.text("nom", (100, 700, 300, 730))
    name = PlacedValue("Nom", 1, (100, 700, 200, 13), text="Éloïse Đặng", field="nom", size=10)
    reserved = PlacedValue("Réservé au bureau", 1, (100, 100, 200, 200))
    pdf, proof = OfficialForms().fill(form(name, reserved), paper.data(), editable=True)
    assert (proof.verified, proof.total, proof.problems) == (1, 1, ())
    (widget,) = pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0]["/Annots"]
    left, low, right, high = map(float, widget.get_object()["/AP"]["/N"]["/BBox"])
    assert (right - left, high - low) == pytest.approx((200, 30))
