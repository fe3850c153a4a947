"""What the map knows of the paper goes before what its fields say."""

import io

import msgspec
import pypdf
import pytest

from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.pdf.forms.placed import as_on_paper, values_by_field
from desktop_app.pdf.forms.writer import OfficialForms
from desktop_app.untrusted.model import Field, Form, Page, Widget
from tests.helpers.forms import FormPdf

FIELD = Field(
    name="an", type="text", widgets=(Widget(page=1, rect=(100, 200, 132, 214)),), max_length=4
)
CHILDREN = Field(name="enfants", type="text", widgets=(Widget(page=1, rect=(40, 100, 340, 150)),))
BLANK = Form(
    kind="acroform", encrypted=False, pages=(Page(width=400, height=300),), fields=(FIELD, CHILDREN)
)
FIELD_BOX = (100, 200, 32, 14)
VALUES = (
    PlacedValue("année", 1, (102, 200, 32, 14), text="1979", field="an", comb=4, size=10),
    PlacedValue("enfants", 1, (40, 100, 300, 60), text="Léa\nNoé", field="enfants", lines=3),
)


def filled(*values: PlacedValue) -> FilledForm:
    return FilledForm("pack", "Titre", "1", "1*01", ((400.0, 300.0),), values or VALUES)


@pytest.mark.parametrize("editable", [False, True])
def test_cells_and_lines_of_the_paper_are_kept(editable: bool) -> None:
    year, children = as_on_paper(filled(), BLANK, editable=editable).fields
    assert (year.comb, year.max_length, year.size) == (True, 4, 10)
    assert (children.multi_line, children.lines, children.leading) == (True, 3, 20)


def test_an_answer_goes_where_the_paper_has_its_place_or_stays_in_its_editable_field() -> None:
    flat = as_on_paper(filled(), BLANK, editable=False).fields
    assert [one.widgets[0].rect for one in flat] == [(102, 200, 134, 214), (40, 100, 340, 160)]
    kept = as_on_paper(filled(), BLANK, editable=True).fields
    assert [one.widgets for one in kept] == [FIELD.widgets, CHILDREN.widgets]


def test_a_field_shown_twice_is_left_as_it_is() -> None:
    twice = msgspec.structs.replace(FIELD, widgets=FIELD.widgets * 2)
    blank = msgspec.structs.replace(BLANK, fields=(twice,))
    assert as_on_paper(filled(), blank, editable=False) == blank


def test_a_year_alone_may_go_to_the_last_cells_of_a_whole_date() -> None:
    centred = msgspec.structs.replace(FIELD, align="center")
    blank = msgspec.structs.replace(BLANK, fields=(centred,))
    at_the_end = PlacedValue("année", 1, FIELD_BOX, text="1979", field="an", align="right")
    assert as_on_paper(filled(at_the_end), blank, editable=True).fields[0].align == "right"
    assert as_on_paper(filled(), blank, editable=True).fields[0].align == "center"


@pytest.mark.parametrize("editable", [False, True], ids=["flat", "editable"])
def test_letters_stand_on_the_lines_of_a_field_lower_than_them(editable: bool) -> None:
    made = FormPdf()
    made.text("enfants", (40, 100, 340, 150))
    pdf, proof = OfficialForms().fill(filled(VALUES[1]), made.data(), editable=editable)
    assert (proof.verified, proof.total, proof.problems) == (1, 1, ())
    if not editable:
        words: dict[str, float] = {}
        page = pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0]
        page.extract_text(
            visitor_text=lambda text, cm, tm, *_: words.setdefault(text.strip(), tm[5] + cm[5])
        )
        feet = [words[word] for word in words if word.startswith(("Léa", "Noé"))]
        assert feet[0] - feet[-1] == pytest.approx(20, abs=0.1)


def test_a_square_that_the_blank_shows_ticked_is_emptied_by_a_no() -> None:
    made = FormPdf(size=(400, 300))
    made.tick("contrat", (40, 100, 52, 112), on=True)
    form = filled(PlacedValue("contrat", 1, (40, 100, 12, 12), field="contrat", kind="tick"))
    pdf, proof = OfficialForms().fill(form, made.data(), editable=True)
    assert not proof.problems
    fields = pypdf.PdfReader(io.BytesIO(pdf.data)).get_fields() or {}
    assert fields["contrat"].value == "/Off"


SHEETS = (
    PlacedValue("volet 1", 1, (10, 20, 80, 12), text="24112026", field="jour", comb=8),
    PlacedValue("volet 2", 2, (14, 26, 80, 12), text="24112026", field="jour", comb=8),
)
ON_SHEETS = Field(
    name="jour",
    type="text",
    widgets=(Widget(page=1, rect=(8, 20, 90, 34)), Widget(page=2, rect=(8, 20, 90, 34))),
    comb=True,
    max_length=10,
)


def on_sheets(field: Field, *values: PlacedValue, editable: bool = False) -> Field:
    blank = msgspec.structs.replace(BLANK, fields=(field,), pages=BLANK.pages * 2)
    return as_on_paper(filled(*values), blank, editable=editable).fields[0]


def test_an_answer_repeated_on_several_sheets_goes_to_the_cells_of_each() -> None:
    moved = on_sheets(ON_SHEETS, *SHEETS)
    assert [one.rect for one in moved.widgets] == [(10, 20, 90, 32), (14, 26, 94, 38)]
    assert (moved.comb, moved.max_length) == (True, 8)
    kept = on_sheets(ON_SHEETS, *SHEETS, editable=True)
    assert kept.widgets == ON_SHEETS.widgets


@pytest.mark.parametrize(
    "values",
    [SHEETS[:1], (SHEETS[0], SHEETS[0])],
    ids=["a sheet is not in the map", "the map has it twice on one sheet"],
)
def test_an_answer_whose_every_sheet_is_not_known_stays_in_its_fields(
    values: tuple[PlacedValue, ...],
) -> None:
    assert on_sheets(ON_SHEETS, *values) == ON_SHEETS


def test_a_choice_ticked_on_several_sheets_is_one_choice() -> None:
    both = tuple(
        PlacedValue(f"oui {page}", page, (10, 20, 9, 9), tick=True, field="f", option="Oui")
        for page in (1, 2)
    )
    other = PlacedValue("non", 2, (30, 20, 9, 9), tick=True, field="f", option="Non")
    one_of = Field(name="f", type="one_of", widgets=())
    blank = msgspec.structs.replace(BLANK, fields=(one_of,))
    assert values_by_field(filled(*both), blank) == {"f": "Oui"}
    assert values_by_field(filled(*both, other), blank) == {"f": ["Oui", "Non"]}
