"""Whole fills, read back with other libraries than the one that proves them."""

import io
import subprocess
from pathlib import Path
from shutil import which
from typing import Any
from unicodedata import normalize

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageOps

from desktop_app.core.pdf import Pdf, Proof
from desktop_app.pdf.forms.annex import MARGIN
from desktop_app.pdf.forms.writer import OfficialForms
from desktop_app.untrusted.errors import (
    PdfEncrypted,
    PdfNothingToFill,
    PdfWrongPassword,
    PdfXfaOnly,
)
from tests.helpers.forms import COMB, MULTI_LINE, RADIO, FormPdf, every_type
from tests.helpers.paper import paper

VALUES: dict[str, Any] = {
    "nom": "Éloïse Đặng Łukasz Şahin — 2ᵉ",
    "nir": "185057800608436",
    "avis": "Première ligne\nseconde ligne œuvrée à 45 €",
    "somme": "1 240,50 €",
    "accord": True,
    "civilité": "M",
    "niveau": "Sup\\x8erieur",
    "logement": "loc",
    "aides": ["loyer", "santé"],
    "commun": "ici et là",
}
STATES = ((0, b"A"), (1, b"B"))
BOTH = pytest.mark.parametrize("editable", [False, True], ids=["flat", "editable"])
FLAT_FIRST = pytest.mark.parametrize(
    "editable", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["flat", "editable"]
)
"""What is written is the same on both: the copy that keeps its fields is slow."""


def fill(data: bytes, values: dict[str, Any], **options: Any) -> tuple[Pdf, Proof]:
    return OfficialForms().fill_values(values, data, **options)


@BOTH
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_every_type_is_written_and_proved(editable: bool, turn: int) -> None:
    form = every_type()
    for page in form.pdf.pages:
        page.obj["/Rotate"] = turn
    pdf, proof = fill(form.data(), VALUES, editable=editable)
    assert (proof.verified, proof.total, proof.problems) == (10, 10, ())
    assert pdf.pages == 2
    assert bool(pypdf.PdfReader(io.BytesIO(pdf.data)).get_fields()) == editable


@BOTH
@pytest.mark.skipif(which("pdftotext") is None, reason="needs pdftotext")
def test_poppler_reads_the_same_words(editable: bool, tmp_path: Path) -> None:
    pdf, _ = fill(every_type().data(), VALUES, editable=editable)
    (tmp_path / "a.pdf").write_bytes(pdf.data)
    words = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "a.pdf", "-"], capture_output=True, check=True
    ).stdout.decode()
    squeezed = "".join(words.split())
    for value in ("nom", "nir", "avis", "somme", "commun"):
        assert "".join(VALUES[value].split()) in squeezed
    assert all(words in squeezed for words in ("Locataire", "loyer", "santé"))


@BOTH
def test_no_circle_of_the_form_stands_under_our_cross(editable: bool) -> None:
    """In a printed square, circle and cross would be a black blot; the other box keeps its own."""
    form = FormPdf()
    boxes = [form.box(1, (60.0 + 40 * n, 70, 70.0 + 40 * n, 80), state) for n, state in STATES]
    for box in boxes:
        circle = b"0 G 5 0 m 8 0 10 2 10 5 c 10 8 8 10 5 10 c 0 10 0 0 5 0 c s"
        box["/AP"]["/N"]["/Off"] = form.look(circle, (0, 0, 10, 10))
    form.field(*boxes, FT=Name.Btn, T=String("choix"), Ff=RADIO)
    pdf, proof = fill(form.data(), {"choix": "B"}, editable=editable)
    with pypdfium2.PdfDocument(pdf.data) as document:
        document.init_forms()
        seen = document[0].render(scale=2, grayscale=True).to_pil()
    assert proof.proved
    foot = [seen.crop((x + 8, 456, x + 13, 461)).getextrema()[0] < 200 for x in (120, 200)]
    assert foot == [True, False]


@FLAT_FIRST
@pytest.mark.parametrize("turn", [0, 90])
def test_a_sign_for_two_letters_is_read(editable: bool, turn: int) -> None:
    form = FormPdf(turn=turn)
    form.text("rue", (60, 100, 200, 116))
    assert fill(form.data(), {"rue": "rue de la ﬁlature"}, editable=editable)[1].proved


def test_what_no_box_shows_is_annexed_by_nobody() -> None:
    form = FormPdf()
    form.text("nom", (60, 100, 200, 116))
    form.text("où", (60, 50, 90, 60), V=String("C:/un/chemin/bien/trop/long" * 9), F=2)
    proof = fill(form.data(), {"nom": "Ana"})[1]
    assert (proof.proved, proof.annex_pages) == (True, 0)


def test_a_field_that_lies_on_no_page_is_no_failure_and_is_told() -> None:
    form = FormPdf()
    form.text("nom", (60, 100, 200, 116))
    lost = form.text("interne", (60, 50, 200, 66))
    page = form.pdf.pages[0].obj
    page["/Annots"] = Array([one for one in page["/Annots"] if one.objgen != lost.objgen])
    proof = fill(form.data(), {"nom": "Ana", "interne": "x"})[1]
    assert (proof.verified, proof.total, proof.problems) == (1, 1, ())
    assert [one.code for one in proof.notices] == ["form-fields-nowhere"]


def test_a_page_that_lists_nothing_among_its_boxes_is_filled() -> None:
    form = FormPdf()
    form.tick("oui", (60, 60, 80, 80))
    form.pdf.pages[0].obj["/Annots"].append(None)
    assert fill(form.data(), {"oui": True}, editable=True)[1].proved


def test_a_ticked_square_keeps_its_frame_whatever_matrix_says_nothing() -> None:
    form = FormPdf("Formulaire")
    box = form.tick("oui", (60, 60, 80, 80))
    square = form.look(b"1 w 0.5 0.5 19 19 re S", (60, 60, 80, 80))
    square["/Matrix"] = Array([1, 0, 0, 1, 0, 0])
    square["/BBox"] = Array([0, 20, 20, 0])  # as one program writes it
    box["/AP"]["/N"]["/Off"] = square
    pdf, proof = fill(form.data(), {"oui": True}, editable=True)
    with pypdfium2.PdfDocument(pdf.data) as document:
        document.init_forms()
        seen = document[0].render(scale=1, grayscale=True).to_pil()
    assert proof.proved
    assert seen.crop((60, 225, 61, 235)).getextrema()[0] < 200  # its left side


@FLAT_FIRST
@pytest.mark.parametrize("name", ["Ελένη Παπαδοπούλου-Ἀθηναία", "Оксана Їжакевич-Ѓорѓиева"])
@pytest.mark.skipif(which("pdftotext") is None, reason="needs pdftotext")
def test_greek_and_cyrillic_names_are_written_as_they_are(
    name: str, editable: bool, tmp_path: Path
) -> None:
    pdf, proof = fill(every_type().data(), {"nom": name, "commun": name}, editable=editable)
    assert (proof.verified, proof.problems) == (2, ())
    (tmp_path / "a.pdf").write_bytes(pdf.data)
    done = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True)
    assert "".join(done.stdout.decode().split()).count("".join(name.split())) == 3


SCRIPTS = {
    "nom": "محمد بن عبد الله الأندلسي",
    "somme": "דָּוִד בֶּן־גּוּרְיוֹן",
    "commun": "هاتف 01 99 00 12 34 (Lyon)",
    "avis": "السلام عليكم، أكتب إليكم بخصوص طلبي.\nJe m’appelle فاطمة Zahra.\nहिन्दी में चिट्ठी",
}


@FLAT_FIRST
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_letters_that_change_with_their_neighbours_are_written_and_proved(
    editable: bool, turn: int
) -> None:
    form = every_type()
    for page in form.pdf.pages:
        page.obj["/Rotate"] = turn
    pdf, proof = fill(form.data(), SCRIPTS, editable=editable)
    assert (proof.verified, proof.problems, proof.annex_pages) == (4, (), 0)
    if editable:
        with pikepdf.open(io.BytesIO(pdf.data)) as written:
            said = {
                str(one["/T"]): str(one.get("/V")) for one in written.Root["/AcroForm"]["/Fields"]
            }
        assert {name: said[name] for name in SCRIPTS} == {
            name: normalize("NFC", value) for name, value in SCRIPTS.items()
        }


@FLAT_FIRST
@pytest.mark.skipif(which("pdftotext") is None, reason="needs pdftotext")
def test_poppler_reads_arabic_and_hebrew_as_they_are_read(editable: bool, tmp_path: Path) -> None:
    pdf, _ = fill(every_type().data(), SCRIPTS, editable=editable)
    (tmp_path / "a.pdf").write_bytes(pdf.data)
    done = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True)
    words = normalize("NFC", done.stdout.decode())
    told = [word for value in SCRIPTS.values() for word in normalize("NFC", value).split()]
    assert [word for word in told if word.strip("().،’") not in words] == []


@FLAT_FIRST
def test_an_annex_in_arabic_begins_at_the_right_and_is_proved(editable: bool) -> None:
    long = "أكتب إليكم بخصوص طلبي، هاتف 01 99 00 12 34 في (باريس). " * 60
    pdf, proof = fill(every_type().data(), {"nom": long}, editable=editable)
    assert (proof.verified, proof.problems, proof.annex_pages) == (1, (), 1)
    assert [one.annex for one in proof.overflow] == [1]
    page = pypdfium2.PdfDocument(pdf.data)[2]
    drawn = ImageOps.invert(page.render(grayscale=True).to_pil())
    lines = drawn.crop((0, 140, drawn.width, 400)).getbbox()
    assert lines is not None
    assert lines[2] == pytest.approx(drawn.width - MARGIN, abs=2)


def test_arabic_letters_in_cells_begin_in_the_last_one() -> None:
    form = FormPdf()
    form.text("cases", (100, 100, 300, 120), Ff=COMB, MaxLen=10)
    pdf, proof = fill(form.data(), {"cases": "محمد"})
    assert (proof.verified, proof.problems) == (1, ())
    drawn = ImageOps.invert(pypdfium2.PdfDocument(pdf.data)[0].render(grayscale=True).to_pil())
    cells = [drawn.crop((100 + 20 * n, 180, 120 + 20 * n, 200)) for n in range(10)]
    assert [cell.getbbox() is not None for cell in cells] == [False] * 6 + [True] * 4
    assert fill(form.data(), {"cases": "م" * 11})[1].problems[0].reason == "too-long"


def test_editable_fields_have_value_state_and_drawing_together() -> None:
    pdf, _ = fill(every_type().data(), VALUES, editable=True)
    with pikepdf.open(io.BytesIO(pdf.data)) as written:
        form = written.Root["/AcroForm"]
        assert form["/NeedAppearances"] is False
        fields = {str(one["/T"]): one for one in form["/Fields"]}
        assert str(fields["nom"]["/V"]) == VALUES["nom"]
        assert [str(one) for one in fields["aides"]["/V"]] == ["loyer", "santé"]
        assert str(fields["logement"]["/V"]) == "loc"
        assert fields["niveau"]["/V"].unparse() == b"/Sup#8erieur"
        states = [kid["/AS"].unparse() for kid in fields["niveau"]["/Kids"]]
        assert states == [b"/Sup#8erieur", b"/Off"]
        assert [str(kid["/AS"]) for kid in fields["civilité"]["/Kids"]] == ["/Off", "/M"]
        for widget in fields["commun"]["/Kids"]:
            assert isinstance(widget["/AP"]["/N"], pikepdf.Stream)
            assert int(widget["/F"]) & 4, "it prints"


@FLAT_FIRST
def test_a_page_whose_content_leaves_a_state_moves_no_answer(editable: bool) -> None:
    form = every_type()
    left_open = form.pdf.make_stream(b"q 0.5 0 0 0.5 90 90 cm 0 0 9 9 re W n q")
    form.pdf.pages[0].contents_add(left_open)
    _pdf, proof = fill(form.data(), {"nom": "Ada"}, editable=editable)
    assert (proof.verified, proof.problems) == (1, ())


@pytest.mark.parametrize("flag", [0, 1, 2, 32], ids=["none", "invisible", "hidden", "no view"])
def test_an_answer_shows_whatever_its_box_said(flag: int) -> None:
    form = every_type()
    layer = form.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("a")))
    switched = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    form.pdf.Root["/OCProperties"] = switched
    form.form["/Fields"][0]["/F"], form.form["/Fields"][0]["/OC"] = flag, layer
    pdf, proof = fill(form.data(), {"nom": "Ada"}, editable=True)
    assert (proof.verified, proof.problems) == (1, ())
    with pikepdf.open(io.BytesIO(pdf.data)) as written:
        box = written.Root["/AcroForm"]["/Fields"][0]
        assert (box["/F"], "/OC" in box) == (4, False)


@FLAT_FIRST
def test_round_boxes_that_the_form_never_drew_are_told_apart(editable: bool) -> None:
    form = FormPdf()
    boxes = form.widget(1, (9, 9, 19, 19)), form.widget(1, (30, 9, 40, 19))
    form.field(*boxes, FT=Name.Btn, Ff=RADIO, T=String("accord"))
    pdf, proof = fill(form.data(), {"accord": "1"}, editable=editable)
    assert (proof.verified, proof.problems) == (1, ())
    if editable:
        with pikepdf.open(io.BytesIO(pdf.data)) as written:
            states = [box["/AS"] for box in written.Root["/AcroForm"]["/Fields"][0]["/Kids"]]
            assert [str(one) for one in states] == ["/Off", "/1"]


@BOTH
def test_a_refused_value_leaves_its_field_empty_and_the_rest_is_written(editable: bool) -> None:
    form = every_type()
    form.form["/Fields"][0]["/V"] = String("ancien")
    values = {**VALUES, "nom": "名", "nir": "1" * 16, "civilité": "Dr", "inconnu": "x"}
    pdf, proof = fill(form.data(), values, editable=editable)
    assert {(one.field, one.reason) for one in proof.problems} == {
        ("nom", "missing-glyph"),
        ("nir", "too-long"),
        ("civilité", "unknown-option"),
        ("inconnu", "not-drawn"),
    }
    assert (proof.verified, proof.total) == (7, 11)
    assert b"ancien" not in pdf.data
    words = pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0].extract_text()
    assert "ancien" not in words


PROJECT = " ".join(f"Ligne {n} de mon projet de vie, à l’école et chez moi." for n in range(300))
ARABIC = " ".join(f"هذا سطر {n} من مشروعي." for n in range(500))


@FLAT_FIRST
@pytest.mark.parametrize("text", [PROJECT, ARABIC], ids=["French", "Arabic"])
def test_a_text_of_several_pages_is_whole_in_the_annex_and_said_so(
    text: str, editable: bool
) -> None:
    pdf, proof = fill(every_type().data(), {"nom": text, "commun": "ici"}, editable=editable)
    assert (proof.verified, proof.total, proof.problems) == (2, 2, ())
    assert proof.annex_pages == pdf.pages - 2 >= 3
    assert [(one.field, one.annex) for one in proof.overflow] == [("nom", 1)]


def limited() -> bytes:
    form = FormPdf("Ayants droit")
    form.text("liste", (20, 100, 380, 260), MaxLen=40, Ff=MULTI_LINE)
    form.text("code", (20, 40, 120, 60), MaxLen=5, Ff=COMB)
    return form.data()


def test_a_text_over_the_limit_of_its_field_goes_to_the_annex_on_paper() -> None:
    """The limit means nothing on paper: the text was written nowhere, not even in the annex."""
    long = "Amina, Karim, Leïla et Sami, nés à Saint-Étienne"
    pdf, proof = fill(limited(), {"liste": long, "code": "42000"})
    assert (proof.verified, proof.problems, proof.annex_pages) == (2, (), 1)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.data)).pages]
    assert "voir annexe 1" in pages[0]
    assert long in " ".join(pages[1].split())


def test_it_is_refused_in_cells_and_where_the_copy_keeps_its_fields() -> None:
    _, proof = fill(limited(), {"code": "420001"})
    assert [one.reason for one in proof.problems] == ["too-long"]
    _, proof = fill(limited(), {"liste": "x" * 41}, editable=True)
    assert [one.reason for one in proof.problems] == ["too-long"]


@BOTH
def test_a_text_too_long_for_its_box_goes_whole_to_the_annex(editable: bool) -> None:
    long = "Je vous explique ma situation. " * 30 + "Fin."
    pdf, proof = fill(every_type().data(), {"nom": long, "commun": long}, editable=editable)
    assert (proof.verified, proof.problems) == (2, ())
    assert [(o.field, o.page, o.annex) for o in proof.overflow] == [("nom", 1, 1), ("commun", 1, 2)]
    assert proof.annex_pages == pdf.pages - 2 == 1
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.data)).pages]
    annex = "".join("".join(pages[2:]).split())
    assert "".join(long.split()) in annex
    assert "Annexe1—page1—Votrenom" in annex
    if not editable:
        assert "voir annexe 1" in pages[0]
        assert "voir annexe 2" in pages[1]


@FLAT_FIRST
def test_what_the_form_already_says_stays(editable: bool) -> None:
    """A partly filled form keeps its answers; a reader that would have drawn them is not needed."""
    form = every_type()
    fields = {str(one["/T"]): one for one in form.form["/Fields"]}
    fields["nom"]["/V"] = String("Déjà écrit")
    fields["accord"]["/AS"] = fields["accord"]["/V"] = Name.Oui
    form.form["/NeedAppearances"] = True
    pdf, proof = fill(form.data(), {"somme": "3"}, editable=editable)
    assert (proof.verified, proof.total, proof.problems) == (1, 1, ())
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    if editable:
        found = reader.get_fields() or {}
        assert (found["nom"]["/V"], found["accord"]["/V"]) == ("Déjà écrit", "/Oui")
    else:
        assert "Déjà écrit" in reader.pages[0].extract_text()


def test_what_the_form_says_to_nobody_stays_unseen() -> None:
    """As in 16702: its number stands in a hidden field too, over the printed mark."""
    form = every_type()
    fields = {str(one["/T"]): one for one in form.form["/Fields"]}
    fields["nom"]["/V"], fields["nom"]["/F"] = String("16702*03"), 2 | 4
    pdf, _ = fill(form.data(), {"somme": "3"})
    assert "16702" not in pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0].extract_text()


@BOTH
def test_a_tick_can_be_taken_away(editable: bool) -> None:
    form = FormPdf()
    form.tick("a", (60, 70, 70, 80), on=True)
    form.tick("b", (90, 70, 100, 80), on=True)
    _, proof = fill(form.data(), {"a": False}, editable=editable)
    assert (proof.verified, proof.problems) == (1, ())


def test_values_stand_on_all_the_sheets() -> None:
    pdf, _ = fill(every_type().data(), {"commun": "ici et là"})
    pages = pypdf.PdfReader(io.BytesIO(pdf.data)).pages
    assert all("ici et là" in page.extract_text() for page in pages)


def test_two_widgets_of_one_field_at_one_place_are_written_once() -> None:
    form = FormPdf()
    form.field(
        form.widget(1, (60, 70, 160, 85)), form.widget(1, (61, 71, 161, 86)),
        FT=Name.Tx, T=String("a"), Ff=COMB, MaxLen=6,
    )  # fmt: skip
    _, proof = fill(form.data(), {"a": "123456"})
    assert (proof.verified, proof.problems) == (1, ())


@BOTH
def test_two_fields_at_one_place_are_told(editable: bool) -> None:
    """The first is written, the other one left out and named: printed over, neither is readable."""
    form = FormPdf()
    form.text("a", (60, 70, 160, 85), Ff=COMB, MaxLen=6)
    form.text("b", (61, 70, 161, 85), Ff=COMB, MaxLen=6)
    form.text("seul", (61, 100, 161, 115))
    pdf, proof = fill(form.data(), {"a": "123456", "b": "987654", "seul": "Ana"}, editable=editable)
    assert [(one.field, one.reason) for one in proof.problems] == [("b", "not-drawn")]
    assert proof.verified == 2
    assert [(one.code, dict(one.parameters)) for one in proof.notices] == [
        ("form-same-place", {"name": "b", "other": "a", "page": 1})
    ]
    if not editable:
        assert "987654" not in pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0].extract_text()


@FLAT_FIRST
def test_two_fields_at_one_place_may_say_the_same(editable: bool) -> None:
    form = FormPdf()
    form.text("a", (60, 70, 160, 85), Ff=COMB, MaxLen=6)
    form.text("b", (61, 70, 161, 85), Ff=COMB, MaxLen=6)
    _, proof = fill(form.data(), {"a": "123456", "b": "123456"}, editable=editable)
    assert (proof.verified, proof.problems, proof.notices) == (2, (), ())


@FLAT_FIRST
def test_a_small_box_inside_a_large_one_is_filled_where_the_words_do_not_meet(
    editable: bool,
) -> None:
    form = FormPdf()
    form.text("grand", (60, 70, 260, 170), Ff=MULTI_LINE)
    form.text("petit", (200, 72, 258, 84))
    _, proof = fill(form.data(), {"grand": "En haut", "petit": "bas"}, editable=editable)
    assert (proof.verified, proof.problems) == (2, ())


@FLAT_FIRST
def test_a_box_whose_state_has_an_empty_name_can_be_ticked(editable: bool) -> None:
    form = FormPdf()
    box = form.box(1, (60, 70, 70, 80))
    looks = form.pdf.make_indirect(pikepdf.Object.parse(b"<</ null>>"))
    looks["/Off"] = form.look(b"", (60, 70, 70, 80))
    looks["/"] = form.look(b"0 0 2 2 re f", (60, 70, 70, 80))
    box["/AP"] = Dictionary(N=looks)
    form.field(box, FT=Name.Btn, T=String("radio"), Ff=RADIO)
    [option] = OfficialForms().inspect(form.data()).fields[0]["options"]
    assert option["id"]
    _, proof = fill(form.data(), {"radio": option["id"]}, editable=editable)
    assert (proof.verified, proof.problems) == (1, ())


@pytest.mark.skipif(which("pdftotext") is None, reason="needs pdftotext")
def test_a_box_left_empty_is_not_drawn_again_by_poppler(tmp_path: Path) -> None:
    """Its reader takes a stream of no length for no drawing, and writes the value itself."""
    form = FormPdf()
    form.field(
        form.widget(1, (60, 70, 160, 85)), form.widget(1, (61, 71, 161, 86)),
        FT=Name.Tx, T=String("a"), DA=String("/Inconnue 9 Tf 0 g"),
    )  # fmt: skip
    pdf, _ = fill(form.data(), {"a": "Đặng"}, editable=True)
    (tmp_path / "a.pdf").write_bytes(pdf.data)
    done = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout.decode().count("Đặng") == 1


def test_a_content_that_leaves_its_state_changed_moves_nothing() -> None:
    form = FormPdf()
    form.text("a", (60, 70, 160, 85))
    form.pdf.pages[0].contents_add(b"q q 3 0 0 3 50 50 cm 1 0 0 rg")
    _, proof = fill(form.data(), {"a": "Ana"})
    assert (proof.verified, proof.problems) == (1, ())
    form.pdf.pages[0].contents_add(b"Q Q Q Q", prepend=True)
    _, proof = fill(form.data(), {"a": "Ana"})
    assert (proof.verified, proof.problems) == (1, ())


def test_empty_boxes_that_look_the_same_are_kept_once() -> None:
    form = FormPdf()
    for index in range(3):
        box = (60.0 + 40 * index, 70.0, 80.0 + 40 * index, 90.0)
        tick = form.tick(f"case {index}", box)
        side = b"20" if index < 2 else b"10"
        tick["/AP"]["/N"]["/Off"] = form.look(b"0 G 0 0 %s %s re s" % (side, side), box)
    pdf, _ = fill(form.data(), {})
    flat = pikepdf.open(io.BytesIO(pdf.data))
    objects = flat.pages[0].obj["/Resources"]["/XObject"]
    drawn = [objects[f"/PapierLibre{index}"] for index in range(3)]
    assert [b"20" in one.read_bytes() for one in drawn] == [True, True, False]
    assert len({one.objgen for one in drawn}) == 2


def test_boxes_without_a_form_can_be_filled_and_become_fields() -> None:
    form = every_type()
    del form.pdf.Root["/AcroForm"]
    for editable in (False, True):
        pdf, proof = fill(form.data(), {"nom": "Ana", "accord": True}, editable=editable)
        assert (proof.verified, proof.problems) == (2, ())
    assert "nom" in (pypdf.PdfReader(io.BytesIO(pdf.data)).get_fields() or {})


def test_a_flat_file_keeps_what_its_pages_need_of_the_document() -> None:
    """Language, layers, bookmarks, and what a page inherits; nothing else of the old file."""
    form = every_type()
    pdf = form.pdf
    parent, page = pdf.pages[0].obj["/Parent"], pdf.pages[0].obj
    parent["/Resources"], parent["/MediaBox"] = page["/Resources"], page["/MediaBox"]
    parent["/Rotate"] = 90
    for one in pdf.pages:
        for key in ("/Resources", "/MediaBox", "/Rotate"):
            if key in one.obj:
                del one.obj[key]
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Aide")))
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.Root["/Lang"] = String("fr-FR")
    pdf.Root["/PapierInconnu"] = pdf.make_stream(b"ZKANARI-ailleurs")
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Deuxième", 1))
    written, proof = fill(form.data(), VALUES)
    assert (proof.verified, proof.problems) == (10, ())
    with pikepdf.open(io.BytesIO(written.data)) as flat:
        assert str(flat.Root["/Lang"]) == "fr-FR"
        assert str(flat.Root["/OCProperties"]["/D"]["/OFF"][0]["/Name"]) == "Aide"
        with flat.open_outline() as outline:
            target = outline.root[0].destination
            assert isinstance(target, pikepdf.Array)
            assert target[0].objgen == flat.pages[1].obj.objgen
        assert all(int(one.obj["/Rotate"]) == 90 for one in flat.pages)
        assert b"ZKANARI" not in b"".join(
            one.read_bytes() for one in flat.objects if isinstance(one, pikepdf.Stream)
        )


@BOTH
@pytest.mark.skipif(which("pdftotext") is None, reason="needs pdftotext")
def test_a_page_without_content_is_filled_for_every_reader(editable: bool, tmp_path: Path) -> None:
    form = FormPdf()
    form.text("a", (60, 70, 160, 85))
    form.pdf.pages[0].obj["/Contents"] = form.pdf.make_stream(b"")
    pdf, _ = fill(form.data(), {"a": "Éloïse"}, editable=editable)
    (tmp_path / "a.pdf").write_bytes(pdf.data)
    done = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True)
    assert done.stdout.decode().split() == ["Éloïse"]


def test_a_letter_over_a_printed_stroke_is_no_missing_letter() -> None:
    form = FormPdf()
    form.text("a", (60, 70, 160, 85), DA=String("/Helv 10 Tf 0 g"))
    form.pdf.pages[0].contents_add(b"0 g 63 70 1.6 15 re f")  # on the first stem of the H
    _, proof = fill(form.data(), {"a": "|Hélas"})
    assert (proof.verified, proof.problems) == (1, ())


def test_locked_forms() -> None:
    locked = every_type().data(encryption=pikepdf.Encryption(owner="o", user="clé", R=6))
    with pytest.raises(PdfEncrypted):
        fill(locked, {"nom": "Ana"})
    with pytest.raises(PdfWrongPassword):
        fill(locked, {"nom": "Ana"}, password="autre")
    pdf, proof = fill(locked, {"nom": "Ana"}, password="clé")
    assert proof.verified == 1
    assert not pypdf.PdfReader(io.BytesIO(pdf.data)).is_encrypted
    owner_only = every_type().data(encryption=pikepdf.Encryption(owner="o", user="", R=6))
    assert fill(owner_only, {"nom": "Ana"})[1].verified == 1


def test_refused_forms() -> None:
    xfa = FormPdf()
    xfa.form["/XFA"] = String("x")
    with pytest.raises(PdfXfaOnly):
        fill(xfa.data(), {})
    with pytest.raises(PdfNothingToFill):
        fill(FormPdf().data(), {})


def calculated(form: FormPdf, name: str, script: str) -> None:
    fields = {str(one["/T"]): one for one in form.form["/Fields"]}
    fields[name]["/AA"] = Dictionary(C=Dictionary(S=Name.JavaScript, JS=String(script)))
    fields[name]["/Ff"] = 1  # kept for the form


def money() -> FormPdf:
    form = FormPdf()
    for place, name in enumerate(("a", "b", "c", "total", "double")):
        form.text(name, (60, 40 * place + 10, 160, 40 * place + 26))
    calculated(form, "total", 'AFSimple_Calculate("SUM", new Array ("a", "b", "c"));')
    calculated(form, "double", 'event.value = 2 * this.getField("total").value')
    return form


@BOTH
def test_a_plain_sum_is_worked_out_and_other_calculations_are_named(editable: bool) -> None:
    pdf, proof = fill(money().data(), {"a": "1 240,50 €", "b": "10"}, editable=editable)
    assert (proof.verified, proof.total, proof.problems) == (2, 2, ())
    assert [(one.code, dict(one.parameters)) for one in proof.notices] == [
        ("form-sums-worked-out", {"n": 1, "names": "total"}),
        ("form-calculations-lost", {"n": 1, "names": "double"}),
    ]
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    if editable:
        assert (reader.get_fields() or {})["total"]["/V"] == "1250,50"
    else:
        assert "1250,50" in reader.pages[0].extract_text()


@pytest.mark.parametrize(
    ("values", "total"),
    [
        pytest.param({"a": "1", "total": "7"}, "7", id="the person's own total is kept"),
        pytest.param({"a": "environ 10", "b": "1"}, "", id="what is no number adds up to nothing"),
        pytest.param({}, "", id="nothing to add"),
        pytest.param({"a": "-3.25", "c": "1,5"}, "-1,75", id="below zero"),
    ],
)
def test_totals(values: dict[str, str], total: str) -> None:
    pdf, _ = fill(money().data(), values, editable=True)
    fields = pypdf.PdfReader(io.BytesIO(pdf.data)).get_fields() or {}
    assert fields["total"].get("/V", "") == total


XFA = """<xdp><template><subform name="f"><subform name="p">
<field name="a"/><field name="b"/><field name="b"/>
<field name="t"><calculate><script>this.rawValue = this.a.rawValue
 + this.b.rawValue;</script></calculate></field>
<field name="r"><calculate><script>this.rawValue = this.a.rawValue / 2</script></calculate></field>
</subform></subform></template></xdp>"""


def xfa_form(template: str) -> FormPdf:
    form = FormPdf()
    kids = [
        form.widget(1, (60, 30 * place + 10, 160, 30 * place + 26), T=String(name), FT=Name.Tx)
        for place, name in enumerate(("a[0]", "b[0]", "b[1]", "t[0]", "r[0]"))
    ]
    page = form.pdf.make_indirect(Dictionary(T=String("p[0]"), Kids=Array(kids)))
    top = form.pdf.make_indirect(Dictionary(T=String("f[0]"), Kids=Array([page])))
    page["/Parent"] = top
    for kid in kids:
        kid["/Parent"] = page
    form.form["/Fields"].append(top)
    form.form["/XFA"] = Array([String("template"), form.pdf.make_stream(template.encode())])
    return form


def test_calculations_of_an_xfa_are_known_too() -> None:
    pdf, proof = fill(
        xfa_form(XFA).data(), {"f[0].p[0].a[0]": "2", "f[0].p[0].b[0]": "3"}, editable=True
    )
    assert [(one.code, one.parameters["names"]) for one in proof.notices] == [
        ("form-sums-worked-out", "f[0].p[0].t[0]"),
        ("form-calculations-lost", "f[0].p[0].r[0]"),
    ]
    assert b"5" in pdf.data
    entities = '<!DOCTYPE x [<!ENTITY a "b">]>' + XFA
    assert fill(xfa_form(entities).data(), {"f[0].p[0].a[0]": "2"})[1].notices == ()


def test_lost_calculations_and_signatures_are_said() -> None:
    form = every_type()
    fields = {str(one["/T"]): one for one in form.form["/Fields"]}
    fields["somme"]["/AA"] = Dictionary(C=Dictionary(S=Name.JavaScript, JS=String("x")))
    fields["signature"]["/V"] = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]))
    _, proof = fill(form.data(), {"nom": "Ana"})
    assert [(one.code, dict(one.parameters)) for one in proof.notices] == [
        ("form-calculations-lost", {"n": 1, "names": "somme"}),
        ("form-was-signed", {}),
    ]


def test_the_same_answers_give_the_same_file() -> None:
    data = every_type().data()
    assert fill(data, VALUES)[0].data == fill(data, VALUES)[0].data


def test_nothing_to_write_still_writes_the_file() -> None:
    pdf, proof = fill(every_type().data(), {})
    assert (pdf.pages, proof.verified, proof.total) == (2, 0, 0)


def test_a_paper_without_any_box_is_printed_as_it_is_with_nothing_active_left() -> None:
    pdf = pikepdf.open(io.BytesIO(paper(lambda page: page.drawString(40, 700, "Nom :"))))
    pdf.Root["/OpenAction"] = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
    )
    held = io.BytesIO()
    pdf.save(held)
    made = OfficialForms().empty(held.getvalue())
    assert made.pages == 1
    assert b"JavaScript" not in made.data
    with pikepdf.open(io.BytesIO(made.data)) as after:
        assert after.pages[0].Contents.read_bytes() == pdf.pages[0].Contents.read_bytes()
