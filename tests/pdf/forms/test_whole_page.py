"""What a page shows beside our ink: colours, words under an answer, lists left empty, squares."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.pdf.forms.drawing import draw
from desktop_app.pdf.forms.engine import FormFile
from desktop_app.pdf.forms.plan import make_plan
from tests.helpers.forms import FormPdf

RED, GREEN = "0.8 0.2 0.2", "0.2 0.5 0.29"  # to one grey: 0.299, 0.587, 0.114


def _coloured(canvas: Canvas) -> None:
    canvas.addLiteral(f"{RED} rg 20 20 200 30 re f 0 g")


def _worded(words: str) -> Callable[[Canvas], None]:
    return lambda canvas: canvas.drawString(64, 104, words)


def test_a_colour_that_became_another_as_light_is_told() -> None:
    form = FormPdf(_coloured)
    form.text("nom", (60, 100, 300, 120))
    values = {"nom": "Éloïse"}
    with FormFile().open(form.data()) as file:
        filled, proof = file.fill(values, editable=False)
        assert proof.problems == ()
        changed = io.BytesIO()
        with pikepdf.open(io.BytesIO(filled.data)) as pdf:
            pdf.pages[0].contents_coalesce()
            content = pdf.pages[0].obj["/Contents"]
            before = content.read_bytes()
            content.write(before.replace(RED.encode(), GREEN.encode()))
            assert before != content.read_bytes()
            pdf.save(changed)
        plan = make_plan(file.form, values)
        drawing = draw(file.form, plan.tasks, lambda _: dict, editable=False)
        proof = file.prove(plan, drawing, changed.getvalue(), editable=False)
    assert [(one.page, one.reason) for one in proof.problems] == [(1, "page-changed")]


@pytest.mark.parametrize(
    ("words", "told"),
    [("Écrire en lettres", True), ("JJ/MM/AAAA", False), ("jjmmaaaa", False), ("......", False)],
)
def test_an_answer_over_printed_words_is_told_unless_they_are_a_mask(
    words: str, told: bool
) -> None:
    form = FormPdf(_worded(words))
    form.text("date", (60, 100, 300, 116))
    with FormFile().open(form.data()) as file:
        _, proof = file.fill({"date": "12/11/2026 à Lille"}, editable=False)
    assert [one.reason for one in proof.problems] == ["covers-print"] * told


def test_words_that_the_ground_of_a_box_hides_are_not_under_its_answer() -> None:
    box = (60.0, 100.0, 300.0, 116.0)
    form = FormPdf(_worded("____ District of ____"))
    ground = form.look(b"1 1 1 rg 0 0 240 16 re f", box)
    ways = pikepdf.Dictionary(BG=pikepdf.Array([1, 1, 1]))
    form.text("lieu", box, AP=pikepdf.Dictionary(N=ground), MK=ways)
    with FormFile().open(form.data()) as file:
        _, proof = file.fill({"lieu": "Middle District"}, editable=False)
    assert proof.problems == ()


def test_what_a_form_gives_at_first_to_an_empty_box_is_no_other_value() -> None:
    form = FormPdf()
    form.text("nom", (60, 100, 300, 120))
    form.text("code", (60, 200, 300, 220), DV="Code à barres", Ff=1 << 25)
    with FormFile().open(form.data()) as file:
        _, proof = file.fill({"nom": "Éloïse"}, editable=True)
    assert proof.problems == ()


def test_a_field_left_over_on_no_page_holds_what_its_namesake_holds() -> None:
    form = FormPdf()
    form.text("nom", (60, 100, 300, 120))
    left_over = form.pdf.make_indirect(
        pikepdf.Dictionary(
            FT=pikepdf.Name.Tx, T="nom", V="", Rect=[60, 100, 300, 120], Subtype=pikepdf.Name.Widget
        )
    )
    form.form["/Fields"].insert(0, left_over)  # readers take the first one of a name
    with FormFile().open(form.data()) as file:
        filled, proof = file.fill({"nom": "Éloïse"}, editable=True)
    assert proof.problems == ()
    with pikepdf.open(io.BytesIO(filled.data)) as pdf:
        assert [str(one.V) for one in pdf.Root.AcroForm.Fields] == ["Éloïse"] * 2


@pytest.mark.parametrize(("top", "told"), [(102.0, False), (110.0, True)])
def test_a_comment_that_only_touches_an_answer_is_beside_it(top: float, *, told: bool) -> None:
    form = FormPdf()
    form.text("nom", (60, 100, 300, 116))
    box = (60.0, top - 10, 200.0, top)
    black = form.look(b"0 0 140 10 re f", box)
    comment = form.widget(1, box, AP=pikepdf.Dictionary(N=black))
    comment.Subtype = pikepdf.Name.FreeText
    with FormFile().open(form.data()) as file:
        _, proof = file.fill({"nom": "gygygy"}, editable=False)
    assert [one.reason for one in proof.problems] == ["foreign-ink"] * told
