"""What is looked at while one answers: the answers at their places, over the form's own drawing."""

import datetime as dt

import pytest
from pikepdf import String

from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import PlacedValue
from desktop_app.pdf.forms.sketch import draw_sketch
from desktop_app.untrusted.viewer import Viewer
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.generic import begin_generic, make_form, open_pdf
from desktop_app.workflow.documents.own_blank import own_blank
from desktop_app.workflow.documents.preview import glimpse
from desktop_app.workflow.drawing import LaidOver
from tests.helpers.demo_blank import demo_blank
from tests.helpers.examples import composed
from tests.helpers.forms import COMB, FormPdf
from tests.helpers.pages import MM, Char, printed_pages
from tests.packs.test_examples_on_paper import BLANKS, blank_of

TOOLS = RealTools()
ANSWERED = composed("exemple-aide-exceptionnelle", "1")
COMBS = [one for one in ANSWERED.values if one.comb and one.text]
WIDE, LINE = 595, 595 * 4
TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def alone() -> bytes:
    return draw_sketch(ANSWERED, boxes=False).data


@pytest.mark.parametrize("comb", COMBS, ids=lambda one: one.label)
def test_each_sign_stands_in_its_own_cell(alone: bytes, comb: PlacedValue) -> None:
    left, low, wide, high = comb.box
    top = ANSWERED.page_sizes[comb.page - 1][1] - low - high
    signs = [
        (one.text, _cell(one, comb.box, comb.comb))
        for one in printed_pages(alone)[comb.page - 1].chars
        if left <= one.box.left / MM <= left + wide and top <= one.box.top / MM <= top + high
    ]
    assert "".join(text for text, _cell in signs) == comb.text
    first = int(signs[0][1])
    assert [int(cell) for _text, cell in signs] == [*range(first, first + len(comb.text))]


def test_answers_are_laid_over_what_the_form_prints(alone: bytes) -> None:
    """What either has is seen, and nothing where both are white."""
    ours, under = Viewer(drafts=True), Viewer()
    laid = LaidOver(Viewer(drafts=True), Viewer(), demo_blank())
    try:
        parts = [
            bytes(ours.draw(alone, 1, WIDE).pixels),
            bytes(under.draw(demo_blank(), 1, WIDE).pixels),
        ]
        both = laid.draw(alone, 1, WIDE)
        again = laid.draw(draw_sketch(ANSWERED, boxes=True).data, 1, WIDE)
    finally:
        for one in (ours, under, laid):
            one.close()
    found = bytes(both.pixels)
    assert (both.width, len(found)) == (WIDE, both.height * LINE)
    dark = [{at for at in range(0, len(one), 4) if one[at] < 128} for one in (*parts, found)]
    assert dark[0]
    assert dark[1]
    assert dark[2] == dark[0] | dark[1]
    assert bytes(again.pixels) != found


EACH_TIME = ("14952-procuration-vote", "15548-domiciliation")
"""A flat form and one with fields; the others are slow."""


@pytest.mark.parametrize(
    "pack",
    [pytest.param(one, marks=[] if one in EACH_TIME else [pytest.mark.slow]) for one in BLANKS],
)
def test_over_a_real_form_answers_stand_in_its_boxes_and_nowhere_else(
    pack: str, request: pytest.FixtureRequest
) -> None:
    blank = blank_of(pack, request)
    draft = Draft(pack)
    own = own_blank(TOOLS.forms, TOOLS.catalogue, draft, blank)
    form = composed(pack, "1", own.field_map.edition)
    written = [one for one in form.values if one.text or one.tick]
    page = written[0].page
    under = Viewer()
    laid = LaidOver(Viewer(drafts=True), under, blank)
    try:
        after = laid.draw(draw_sketch(form, boxes=False).data, page, WIDE)
        before = under.draw(blank, page, WIDE)
    finally:
        laid.close()
    wide, high = form.page_sizes[page - 1]
    assert abs(after.height - WIDE * high / wide) < 2, "its pages are of another shape"
    scale = WIDE / wide
    boxes = [_pixels(one, high, scale) for one in written if one.page == page]
    new = {
        divmod(at // 4, WIDE)
        for at in range(0, len(after.pixels), 4)
        if after.pixels[at] + 64 < before.pixels[at]
    }
    assert new
    astray = [one for one in new if not any(_holds(box, one) for box in boxes)]
    assert len(astray) < len(new) / 50, "an answer stands elsewhere"
    empty = [box for box in boxes if not any(_holds(box, one) for one in new)]
    assert len(empty) < len(boxes) / 4, "a box has nothing in it"


def _pixels(one: PlacedValue, high: float, scale: float) -> tuple[float, float, float, float]:
    """Return rows and columns of a box, with what a letter may be larger than it."""
    left, low, wide, tall = one.box
    top = (high - low - tall) * scale
    return top - 4, left * scale - 4, top + tall * scale + 4, (left + wide) * scale + 4


def _holds(box: tuple[float, float, float, float], at: tuple[int, int]) -> bool:
    return box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]


def test_a_pdf_that_no_pack_knows_shows_its_combs_too() -> None:
    """Its cells are those of its own fields; what has more signs than cells is not squeezed in."""
    pdf = FormPdf("Formulaire")
    pdf.text("dossier", (60, 210, 300, 226), Ff=COMB, MaxLen=8, TU=String("Numéro de dossier"))
    pdf.text("code", (60, 150, 120, 166), Ff=COMB, MaxLen=4, TU=String("Code"))
    opened = open_pdf(TOOLS.forms, TOOLS.catalogue, pdf.data(), "essai.pdf")
    interview = begin_generic(make_form(opened, TODAY), TODAY)
    names = [one.question.id for one in interview.steps]
    for name, typed in zip(names, ("AB12", "1234567890123"), strict=True):
        interview = interview.answer(name, typed)
    own = own_blank(TOOLS.forms, TOOLS.catalogue, interview.draft, opened.blank)
    seen = glimpse(TOOLS, interview.definition, interview.draft, TODAY, own=own)
    first, second = own.field_map.place
    signs = printed_pages(seen.pdf.data)[0].chars
    cells = [_cell(one, first.box, first.comb) for one in signs if one.text in "AB12"]
    assert [int(cell) for cell in cells[:4]] == [0, 1, 2, 3]
    assert not [one for one in signs if one.text == "9"], "thirteen signs in four cells"
    assert second.comb == 4


def _cell(one: Char, box: tuple[float, float, float, float], comb: int) -> float:
    left, _low, wide, _tall = box
    return ((one.box.left + one.box.right) / 2 / MM - left) / wide * comb
