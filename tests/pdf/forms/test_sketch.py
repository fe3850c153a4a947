"""What is looked at while one answers: the answers at their places, over the form's own drawing."""

import pytest

from desktop_app.core.documents.model import PlacedValue
from desktop_app.pdf.forms.sketch import draw_sketch
from desktop_app.untrusted.viewer import Viewer
from desktop_app.workflow.drawing import LaidOver
from tests.helpers.demo_blank import demo_blank
from tests.helpers.examples import composed
from tests.helpers.pages import MM, printed_pages

ANSWERED = composed("exemple-aide-exceptionnelle", "1")
COMBS = [one for one in ANSWERED.values if one.comb and one.text]
WIDE, LINE = 595, 595 * 4


@pytest.fixture(scope="module")
def alone() -> bytes:
    return draw_sketch(ANSWERED, boxes=False).data


@pytest.mark.parametrize("comb", COMBS, ids=lambda one: one.label)
def test_each_sign_stands_in_its_own_cell(alone: bytes, comb: PlacedValue) -> None:
    left, low, wide, high = comb.box
    top = ANSWERED.page_sizes[comb.page - 1][1] - low - high
    signs = [
        (one.text, ((one.box.left + one.box.right) / 2 / MM - left) / wide * comb.comb)
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
