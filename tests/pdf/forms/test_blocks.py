"""Lines of one block stand in letters of one size; what is apart keeps its own."""

from typing import Any

import pytest

from desktop_app.pdf.forms.blocks import Lone, alike
from desktop_app.pdf.forms.drawing import draw
from desktop_app.pdf.forms.fit import SMALLEST, Box, fit
from desktop_app.pdf.forms.plan import make_plan
from tests.helpers.forms import MULTI_LINE, FormPdf, read_here

SHORT, LONG = "12 rue de l’Été", "Résidence des Tilleuls, bâtiment C"
LONGER = "Tilleuls, bâtiment C, chez Mme Martin, " * 2


def lone(text: str, x: float, y: float, *, page: int = 1, wide: float = 130, **box: Any) -> Lone:
    layout = fit(text, own := Box(wide, 16, **box))
    assert layout is not None
    return Lone(page, (x, y, x + wide, y + 16), layout, own)


def sizes(texts: list[Lone]) -> list[float]:
    layouts = dict(alike(texts))
    return [layouts.get(index, one.layout).size for index, one in enumerate(texts)]


def test_an_address_is_written_in_one_size() -> None:
    texts = [lone(text, 60, 200 - 18 * n) for n, text in enumerate((SHORT, LONG, "Paris"))]
    smallest = texts[1].layout.size
    assert SMALLEST <= smallest < texts[0].layout.size
    assert sizes(texts) == [smallest] * 3


def test_a_line_that_needs_two_rows_counts_too() -> None:
    texts = [lone(SHORT, 60, 200), lone(LONGER, 60, 182)]
    assert len(texts[1].layout.lines) == 2
    assert sizes(texts) == [texts[1].layout.size] * 2


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lone(SHORT, 300, 182), id="another column"),
        pytest.param(lone(SHORT, 60, 120), id="further down"),
        pytest.param(lone(SHORT, 60, 182, page=2), id="another page"),
        pytest.param(lone("120", 60, 182, align="right"), id="set on the right"),
        pytest.param(lone("75011", 60, 182, wide=75, cells=5), id="a comb"),
    ],
)
def test_what_is_apart_keeps_its_size(other: Lone) -> None:
    assert sizes([lone(LONG, 60, 200), other])[1] == other.layout.size


def test_a_table_is_no_block() -> None:
    texts = [lone(LONG if n == 7 else "12", 60, 700 - 18 * n) for n in range(20)]
    assert sizes(texts) == [one.layout.size for one in texts]


def test_what_is_drawn_and_looked_for_is_in_that_size_and_nothing_more_is_annexed() -> None:
    form = FormPdf()
    for n in range(3):
        form.text(f"adresse {n}", (60, 200 - 18 * n, 190, 216 - 18 * n))
    form.text("avis", (60, 40, 260, 140), Ff=MULTI_LINE)
    read = read_here(form.data())
    values = {"adresse 0": SHORT, "adresse 1": LONG, "adresse 2": LONGER * 5, "avis": SHORT}
    drawing = draw(read, make_plan(read, values).tasks, lambda _: dict, editable=False)
    high = [one.lines[0][3] - one.lines[0][1] for one in drawing.drawn]
    alone = draw(read, make_plan(read, {"adresse 0": SHORT}).tasks, lambda _: dict, editable=False)
    assert high[0] < alone.drawn[0].lines[0][3] - alone.drawn[0].lines[0][1]
    assert [(one.field, one.text) for one in drawing.annex] == [(2, LONGER * 5)]
