"""What is read of a form, however badly it is tied together."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from desktop_app.untrusted.model import Field, Form
from tests.helpers.forms import COMB, MULTI_LINE, RADIO, FormPdf, every_type, read_here


def read(form: FormPdf) -> Form:
    return read_here(form.data())


def named(form: Form) -> dict[str, Field]:
    return {one.name: one for one in form.fields}


def test_every_type_is_told() -> None:
    form = read(every_type())
    assert (form.kind, form.encrypted, len(form.pages)) == ("acroform", False, 2)
    assert {one.name: one.type for one in form.fields} == {
        "nom": "text", "nir": "text", "avis": "text", "somme": "text", "imposé": "text",
        "accord": "tick", "civilité": "one_of", "niveau": "one_of", "logement": "choice",
        "aides": "choice", "signature": "signature", "imprimer": "button", "commun": "text",
    }  # fmt: skip
    fields = named(form)
    assert (fields["nir"].comb, fields["nir"].max_length) == (True, 15)
    assert fields["avis"].multi_line
    assert fields["somme"].align == "right"
    assert fields["imposé"].read_only
    assert fields["nom"].size == 10
    assert fields["aides"].several
    assert [widget.page for widget in fields["commun"].widgets] == [1, 2]


def test_a_tick_field_with_several_states_is_one_choice_with_raw_states() -> None:
    field = named(read(every_type()))["niveau"]
    assert [option.id for option in field.options] == ["Sup\\x8erieur", "A"]
    assert [widget.state for widget in field.widgets] == [b"Sup\x8erieur", b"A"]


def test_options_have_ids_and_words() -> None:
    field = named(read(every_type()))["logement"]
    assert [(o.id, o.label) for o in field.options] == [
        ("loc", "Locataire"),
        ("hébergé", "hébergé"),
    ]


def test_the_same_state_on_two_sheets_is_one_tick() -> None:
    form = FormPdf("a", "b")
    boxes = form.box(1, (9, 9, 19, 19)), form.box(2, (9, 9, 19, 19))
    form.field(*boxes, FT=Name.Btn, T=String("copie"))
    field = named(read(form))["copie"]
    assert (field.type, len(field.widgets)) == ("tick", 2)


def test_round_boxes_that_the_form_never_drew_are_answers_of_their_own() -> None:
    form = FormPdf()
    boxes = form.widget(1, (9, 9, 19, 19)), form.widget(1, (30, 9, 40, 19))
    words = Array([String("Oui"), String("Non")])
    form.field(*boxes, FT=Name.Btn, Ff=RADIO, T=String("accord"), Opt=words)
    field = named(read(form))["accord"]
    assert [(one.id, one.label, one.widgets) for one in field.options] == [
        ("0", "Oui", (0,)),
        ("1", "Non", (1,)),
    ]


def test_names_are_joined_and_kids_without_names_belong_to_their_parent() -> None:
    form = FormPdf()
    deep = form.widget(1, (9, 9, 60, 20))
    kid = form.pdf.make_indirect(Dictionary(T=String("nom.é"), FT=Name.Tx, Kids=Array([deep])))
    top = form.pdf.make_indirect(Dictionary(T=String("page"), Kids=Array([kid]), MaxLen=7))
    deep["/Parent"], kid["/Parent"] = kid, top
    form.form["/Fields"].append(top)
    field = named(read(form))["page.nom.é"]
    assert (field.max_length, len(field.widgets)) == (7, 1)


def grouped(form: FormPdf, *kids: pikepdf.Object, name: str = "") -> pikepdf.Object:
    """A group above these fields, or pieces of them; it may have no name of its own."""
    group = form.pdf.make_indirect(Dictionary(Kids=Array(kids)))
    if name:
        group["/T"] = String(name)
    for kid in kids:
        kid["/Parent"] = group
    return group


@pytest.mark.parametrize("levels", [1, 2, 5])
@pytest.mark.parametrize("listed", [True, False], ids=["listed", "not listed"])
def test_fields_under_a_group_without_name_stay_several(levels: int, listed: bool) -> None:
    form = FormPdf()
    group = grouped(
        form,
        form.widget(1, (9, 9, 60, 20), FT=Name.Tx, T=String("nom")),
        form.widget(1, (9, 30, 60, 50), FT=Name.Tx, T=String("rue")),
        form.widget(1, (9, 60, 60, 80)),
    )
    for _ in range(levels - 1):
        group = grouped(form, group)
    page = grouped(form, group, name="page")
    if listed:
        form.form["/Fields"].append(page)
    assert [one.name for one in read(form).fields] == ["page.nom", "page.rue", "page"]


def test_a_group_that_holds_itself_ends() -> None:
    form = FormPdf()
    form.text("nom", (9, 9, 60, 20))
    group = form.pdf.make_indirect(Dictionary(Kids=Array()))
    other = form.pdf.make_indirect(Dictionary(Kids=Array([group] * 50)))
    group["/Kids"] = Array([other] * 50)
    form.form["/Fields"].append(group)
    assert [one.name for one in read(form).fields] == ["nom"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        pytest.param(b"\xfe\xff\x00\xe9\x20\xac", "é€", id="UTF-16"),
        pytest.param(b"\xef\xbb\xbf\xc3\xa9", "é", id="UTF-8 with its mark"),
        pytest.param(b"\xe9\xa0", "é€", id="PDFDocEncoding"),
        pytest.param(b"a\x9fb\xad", "a\\x9fb\\xad", id="bytes of no encoding"),
    ],
)
def test_names_of_any_bytes(title: bytes, name: str) -> None:
    form = FormPdf()
    form.text("x", (9, 9, 60, 20))["/T"] = pikepdf.Object.parse(b"<" + title.hex().encode() + b">")
    assert [one.name for one in read(form).fields] == [name]


def test_a_second_field_of_the_same_name_gets_a_number() -> None:
    form = FormPdf()
    for x in (10, 100, 200):
        form.text("nom", (x, 9, x + 60, 20))
    assert [one.name for one in read(form).fields] == ["nom", "nom#2", "nom#3"]


def test_widgets_that_no_field_reaches() -> None:
    form = FormPdf("a", "b")
    form.widget(1, (9, 9, 60, 20), FT=Name.Tx)
    form.widget(2, (9, 9, 60, 20), FT=Name.Tx)
    form.widget(2, (9, 50, 60, 70), FT=Name.Tx, T=String("nommé"))
    assert [one.name for one in read(form).fields] == ["1/1", "2/1", "nommé"]


def test_a_widget_missing_in_kids_joins_its_field() -> None:
    form = FormPdf()
    first, second = form.widget(1, (9, 9, 60, 20)), form.widget(1, (9, 30, 60, 50))
    field = form.field(first, second, FT=Name.Tx, T=String("a"))
    field["/Kids"] = Array([first])
    assert len(named(read(form))["a"].widgets) == 2


def test_fields_that_are_not_an_array_are_found_by_the_pages() -> None:
    form = every_type()
    form.form["/Fields"] = Dictionary()
    assert {one.name for one in read(form).fields} == {
        one.name for one in read(every_type()).fields
    }


def test_a_direct_annotation_counts() -> None:
    form = FormPdf()
    form.pdf.pages[0].obj["/Annots"] = Array(
        [Dictionary(Subtype=Name.Widget, Rect=Array([9, 9, 60, 20]), FT=Name.Tx, T=String("a"))]
    )
    assert [one.name for one in read(form).fields] == ["a"]


@pytest.mark.parametrize(
    ("turn", "rect", "size"),
    [
        (0, (40, 20, 140, 40), (380, 290)),
        (90, (20, 240, 40, 340), (290, 380)),
        (180, (240, 250, 340, 270), (380, 290)),
        (270, (250, 40, 270, 140), (290, 380)),
        (-90, (250, 40, 270, 140), (290, 380)),
        (360, (40, 20, 140, 40), (380, 290)),
    ],
)
def test_rectangles_are_those_of_the_page_as_seen(
    turn: int, rect: tuple[float, ...], size: tuple[float, float]
) -> None:
    form = FormPdf(turn=turn)
    form.pdf.pages[0].obj["/CropBox"] = Array([20, 10, 600, 900])  # clipped by the paper's edge
    form.text("a", (60, 30, 160, 50))
    found = read(form)
    assert found.fields[0].widgets[0].rect == rect
    assert (found.pages[0].width, found.pages[0].height) == size


def test_labels_tooltip_then_words_beside_or_above_then_name() -> None:
    form = FormPdf("x")
    page = form.pdf.pages[0]
    page.contents_add(
        b"BT /F1 10 Tf 1 0 0 1 20 203 Tm (Votre adresse :......) Tj "
        b"1 0 0 1 200 170 Tm (Ville) Tj 1 0 0 1 75 103 Tm (J'accepte) Tj ET"
    )
    form.text("t1", (150, 230, 300, 245), TU=String("Nom de naissance"))
    form.text("t2", (150, 200, 300, 215))
    form.text("t3", (200, 150, 300, 165))
    form.tick("t4", (60, 100, 70, 110))
    form.text("Ville", (300, 20, 380, 35), TU=String("ville"))
    assert [one.label for one in read(form).fields] == [
        "Nom de naissance", "Votre adresse", "Ville", "J'accepte", "Ville",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        pytest.param(lambda form: None, "acroform", id="fields"),
        pytest.param(
            lambda form: form.form.__setitem__("/XFA", String("x")), "xfa-hybrid",
            id="fields and XFA",
        ),
        pytest.param(
            lambda form: form.pdf.Root.__setitem__("/NeedsRendering", True), "xfa-only",
            id="to be rendered by XFA",
        ),
        pytest.param(
            lambda form: form.pdf.Root.__delitem__("/AcroForm"), "flat", id="boxes without a form"
        ),
    ],
)  # fmt: skip
def test_kinds(change: object, kind: str) -> None:
    form = every_type()
    change(form)  # type: ignore[operator]
    assert read(form).kind == kind


def test_xfa_without_any_field_is_xfa_only() -> None:
    form = FormPdf()
    form.form["/XFA"] = String("x")
    assert read(form).kind == "xfa-only"


def test_flags_and_sizes_are_inherited() -> None:
    form = FormPdf()
    form.form["/DA"] = String("//Helvetica 9 Tf")  # malformed, as some are
    kid = form.widget(1, (9, 9, 60, 20), T=String("b"))
    top = form.pdf.make_indirect(
        Dictionary(
            T=String("a"), Kids=Array([kid]), FT=Name.Tx, Ff=COMB | MULTI_LINE, MaxLen=4, Q=1
        )
    )
    kid["/Parent"] = top
    form.form["/Fields"].append(top)
    field = named(read(form))["a.b"]
    assert (field.comb, field.max_length, field.align, field.size) == (True, 4, "center", 9)


def test_a_radio_group_of_one_box_is_a_choice() -> None:
    form = FormPdf()
    form.field(form.box(1, (9, 9, 19, 19)), FT=Name.Btn, T=String("r"), Ff=RADIO)
    assert named(read(form))["r"].type == "one_of"
