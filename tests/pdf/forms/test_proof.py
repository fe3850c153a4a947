"""Sabotage: what is put wrong behind the read-back's back is caught, each with its reason."""

import io
import json
import re
import struct
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from desktop_app.pdf.forms.drawing import Drawing, draw
from desktop_app.pdf.forms.engine import FormFile
from desktop_app.pdf.forms.plan import Plan, make_plan
from desktop_app.pdf.forms.proof import not_compared
from desktop_app.pdf.forms.readers import first_pages
from desktop_app.untrusted.facts import Facts, PageFact
from tests.corpus import more_sabotages
from tests.corpus.sabotages import KINDS, Scene, scene, spoiled
from tests.helpers.forms import MULTI_LINE, FormPdf, every_type

VALUES: dict[str, Any] = {
    "nom": "Éloïse Đặng Martin",
    "nir": "185057800608436",
    "avis": "Première ligne\nseconde ligne",
    "somme": "1240,50",
    "accord": False,
    "civilité": "M",
    "commun": "ici et là",
}


@pytest.fixture(scope="module")
def file() -> Iterator[FormFile]:
    with FormFile().open(every_type().data()) as opened:
        yield opened


def drawn(file: FormFile, values: dict[str, Any]) -> tuple[Plan, Drawing]:
    plan = make_plan(file.form, values)
    return plan, draw(file.form, plan.tasks, lambda _: lambda: {0: "Votre nom"}, editable=False)


def test_two_children_that_share_the_pages_prove_as_one_does() -> None:
    values = VALUES | {"nom": "mot " * 400}  # whose annex is read too
    proofs = []
    for readers in (1, 2):
        with FormFile(readers).open(every_type().data()) as other:
            proofs.append(other.fill(values, editable=False)[1])
    assert proofs[0] == proofs[1]
    assert (proofs[1].verified, proofs[1].annex_pages) == (len(VALUES), 1)


@pytest.mark.parametrize(
    ("children", "boxes", "first"),
    [(1, [1, 2, 3], []), (2, [3, 1, 1, 3, 1, 2], [2]), (2, [4], [4]), (2, [], [])],
)
def test_pages_are_shared_by_their_boxes(children: int, boxes: list[int], first: list[int]) -> None:
    assert first_pages(boxes, children) == first


@cache
def _written(values: str, editable: bool) -> bytes:
    with FormFile().open(every_type().data()) as other:
        return other.fill(json.loads(values), editable=editable)[0].data


def written(values: dict[str, Any], *, editable: bool = False) -> bytes:
    return _written(json.dumps(values), editable)


def edited(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def over(content: bytes, page: int = 0) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: pdf.pages[page].contents_add(content)


def ours(pdf: pikepdf.Pdf) -> pikepdf.Object:
    found = pdf.pages[0].obj["/Resources"]["/XObject"]
    name = max((name for name in found.keys() if name.startswith("/PapierLibre")), key=_number)  # noqa: SIM118
    return found[name]


def _number(name: str) -> int:
    return int(name.removeprefix("/PapierLibre"))


def clip(pdf: pikepdf.Pdf, box: bytes) -> None:
    form = ours(pdf)
    form.write(b"q " + box + b" re W n\n" + form.read_bytes() + b"\nQ")


def paint_white(pdf: pikepdf.Pdf) -> None:
    form = ours(pdf)
    form.write(form.read_bytes().replace(b"0 g", b"1 g"))


def without_glyph(letter: str) -> Callable[[pikepdf.Pdf], None]:
    """The embedded font loses the outline of a letter; the text still says it."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = next(
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one
        )
        said = font["/ToUnicode"].read_bytes().decode("latin-1")
        code = re.search(rf"<([0-9A-F]{{2}})> <{ord(letter):04X}>", said)
        assert code is not None
        file = font["/FontDescriptor"]["/FontFile2"]
        file.write(without_outline(file.read_bytes(), int(code[1], 16)))

    return change


def without_outline(font: bytes, code: int) -> bytes:
    """A TrueType subset, as reportlab makes it, in which a character's glyph has no contour."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    cmap = tables[b"cmap"]
    table = cmap + struct.unpack_from(">I", font, cmap + 8)[0]
    assert struct.unpack_from(">H", font, table)[0] == 6, "a list of glyphs by code"
    first = struct.unpack_from(">H", font, table + 6)[0]
    glyph = struct.unpack_from(">H", font, table + 10 + 2 * (code - first))[0]
    long_form = struct.unpack_from(">h", font, tables[b"head"] + 50)[0]
    step, kind, unit = (4, ">I", 1) if long_form else (2, ">H", 2)
    start = struct.unpack_from(kind, font, tables[b"loca"] + glyph * step)[0] * unit
    changed = bytearray(font)
    struct.pack_into(">h", changed, tables[b"glyf"] + start, 0)
    return bytes(changed)


SABOTAGES = [
    pytest.param({}, None, {}, id="nothing: all is verified"),
    pytest.param({"nom": "Éloïse Dang Martin"}, None, {"nom": "clipped"}, id="another letter"),
    pytest.param({"nom": "Autre"}, None, {"nom": "not-drawn"}, id="another value"),
    pytest.param({"nom": None}, None, {"nom": "not-drawn"}, id="a value left out"),
    pytest.param(
        {"nom": "1240,50", "somme": "Éloïse Đặng Martin"}, None,
        {"nom": "not-drawn", "somme": "not-drawn"}, id="two values swapped",
    ),
    pytest.param({"nir": "185057800608437"}, None, {"nir": "clipped"}, id="one digit"),
    pytest.param({"avis": "Première ligne"}, None, {"avis": "clipped"}, id="a line missing"),
    pytest.param({"accord": True}, None, {"accord": "wrong-tick"}, id="a tick nobody asked"),
    pytest.param(
        {"civilité": "Mme"}, None, {"civilité": "wrong-tick|not-drawn"}, id="the other tick"
    ),
    pytest.param({"civilité": None}, None, {"civilité": "not-drawn"}, id="a tick left out"),
    pytest.param(
        {}, lambda pdf: clip(pdf, b"60 240 30 16"),
        dict.fromkeys(("nom", "nir", "avis", "somme", "civilité", "commun"), "clipped|not-drawn"),
        id="clipped: the words are read, the ink is not there",
    ),
    pytest.param(
        {}, over(b"1 g 90 235 300 30 re f"), {"nom": "clipped"}, id="half covered in white"
    ),
    pytest.param({}, without_glyph("ặ"), {"nom": "missing-glyph"}, id="a letter without outline"),
    pytest.param(
        {}, over(b"1 g 69.9 235 6.4 30 re f"), {"nom": "missing-glyph"}, id="a letter covered"
    ),
    pytest.param(
        {}, paint_white,
        dict.fromkeys(("nom", "nir", "avis", "somme", "commun"), "not-drawn"), id="white ink",
    ),
    pytest.param(
        {}, over(b"0 g 62 72 6 6 re f"), {"accord": "wrong-tick"}, id="a blot in a tick box"
    ),
    pytest.param(
        {}, over(b"1 g 0 230 400 50 re f", 1), {"commun": "not-drawn", "": "page-changed"},
        id="second sheet",
    ),
    pytest.param(
        {}, lambda pdf: pdf.pages.__delitem__(1), dict.fromkeys(VALUES, "not-drawn"),
        id="a page gone",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("values", "change", "caught"), SABOTAGES)
def test_sabotage_is_caught(
    file: FormFile,
    values: dict[str, Any],
    change: Callable[[pikepdf.Pdf], None] | None,
    caught: dict[str, str],
) -> None:
    data = written({**VALUES, **values})
    if change is not None:
        data = edited(data, change)
    plan, drawing = drawn(file, VALUES)
    proof = file.prove(plan, drawing, data, editable=False)
    found = {one.field: one.reason for one in proof.problems}
    assert found.keys() == caught.keys()
    for field, reason in found.items():
        assert reason in caught[field].split("|"), (field, reason)
    assert proof.verified == len(VALUES) - len(caught.keys() - {""})
    assert all(one.page == 2 for one in proof.problems if caught.get("commun") == "second")


TEXT = "Je certifie que ces renseignements sont exacts"


def printed_form() -> FormPdf:
    """A turned page with printed words, boxes with looks and without, one over another."""
    form = FormPdf(TEXT, TEXT)
    for page, turn in zip(form.pdf.pages, (0, 90), strict=True):
        page.obj["/Rotate"] = turn
    for page in (1, 2):
        frame = Dictionary(BC=Array([0, 0, 1]), BG=Array([0.9]))
        form.text(f"nom {page}", (60, 200, 300, 220), page, MK=frame)
        form.text(f"avis {page}", (60, 100, 300, 180), page, Ff=MULTI_LINE)
        form.tick(f"oui {page}", (60, 60, 72, 72), page)
        form.tick(f"non {page}", (70, 60, 82, 72), page)  # their edges meet
    return form


@pytest.fixture(
    scope="module",
    params=[False, pytest.param(True, marks=pytest.mark.slow)],
    ids=["flat", "editable"],
)
def printed(request: pytest.FixtureRequest) -> Iterator[tuple[FormFile, Plan, Scene, bytes]]:
    blank, values = printed_form().data(), {}
    for page in (1, 2):
        values |= {f"nom {page}": "Éloïse Martin", f"avis {page}": "première ligne\nseconde"}
        values |= {f"oui {page}": True, f"non {page}": False}
    with FormFile().open(blank) as other:
        data = other.fill(values, editable=request.param)[0].data
    with FormFile().open(blank) as opened:
        plan = make_plan(opened.form, values)
        drawing = draw(opened.form, plan.tasks, lambda _: dict, editable=request.param)
        assert opened.prove(plan, drawing, data, editable=request.param).problems == ()
        yield opened, plan, scene(opened.form, drawing, blank), data


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_sabotage_is_caught(
    printed: tuple[FormFile, Plan, Scene, bytes], kind: str
) -> None:
    opened, plan, seen, data = printed
    changed = spoiled(data, KINDS[kind], seen)
    assert changed is not None
    editable = b"/AcroForm" in data
    assert opened.prove(plan, seen.drawing, changed, editable=editable).problems != ()


@pytest.mark.parametrize("kind", sorted(more_sabotages.KINDS.keys() - more_sabotages.UNSEEN))
def test_each_kind_of_an_adversary_is_caught(
    printed: tuple[FormFile, Plan, Scene, bytes], kind: str
) -> None:
    opened, plan, seen, data = printed
    editable = b"/AcroForm" in data
    changed = spoiled(data, more_sabotages.KINDS[kind], seen)
    if changed is None:  # nothing to spoil: a flat page has no box, and each box is answered
        assert not editable or kind == "a box left empty holds a value"
    else:
        assert opened.prove(plan, seen.drawing, changed, editable=editable).problems != ()


def test_a_page_on_which_nothing_is_asked_is_looked_at_too() -> None:
    form = FormPdf(TEXT, TEXT)
    form.text("nom", (60, 100, 200, 116))
    with FormFile().open(form.data()) as other:
        plan = make_plan(other.form, {"nom": "Ana"})
        data, _ = other.fill({"nom": "Ana"}, editable=False)
    with FormFile().open(form.data()) as other:
        drawing = draw(other.form, plan.tasks, lambda _: dict, editable=False)
        changed = edited(data.data, over(b"1 g 60 278 20 8 re f", 1))
        proof = other.prove(plan, drawing, changed, editable=False)
    assert [(one.field, one.page, one.reason) for one in proof.problems] == [
        ("", 2, "page-changed")
    ]
    assert proof.verified == 1


def test_pages_for_which_there_was_no_more_time_are_told() -> None:
    """On a slow computer: nothing is asked there, and nothing is claimed of them."""
    left = PageFact(True, left=True)
    (notice,) = not_compared(Facts(pages=3, whole=[PageFact(True), left, left]))
    assert (notice.code, notice.parameters) == (
        "form-pages-not-compared",
        {"n": 2, "pages": "2, 3"},
    )


def test_a_mark_of_ours_over_printed_words_is_told() -> None:
    """The box itself reaches over them: nothing else could be written there."""
    form = FormPdf(lambda canvas: canvas.drawString(60, 112, "Éloignement maximal"))
    form.text("loin", (60, 100, 90, 130))
    with FormFile().open(form.data()) as other:
        proof = other.fill({"loin": "mot " * 99}, editable=False)[1]
    assert [(one.field, one.reason) for one in proof.problems] == [("loin", "covers-print")]


def test_a_comment_left_under_an_answer_is_told_and_stays_elsewhere() -> None:
    form = FormPdf()
    for place, box in enumerate([(60, 100, 200, 116), (60, 150, 200, 166)]):
        look = form.look(b"0 g 5 4 60 6 re f", box)
        made = form.widget(1, box, AP=Dictionary(N=look))
        made["/Subtype"] = Name.Stamp
        if place == 0:
            form.text("nom", box)
    form.text("autre", (60, 200, 200, 216))
    with FormFile().open(form.data()) as other:
        proof = other.fill({"nom": "Éloïse Martin", "autre": "Ana"}, editable=False)[1]
    assert [(one.field, one.reason) for one in proof.problems] == [("nom", "foreign-ink")]


SCRIPTS = {
    "nom": "محمد بن عبد الله (Lyon) 01 99 00 12 34",
    "somme": "דָּוִד בֶּן",
    "avis": "السلام عليكم ورحمة الله وبركاته\nحررت في باريس",
    "commun": "क्षत्रिय",
}


def without_outlines(letter: str) -> Callable[[pikepdf.Pdf], None]:
    """The glyph that shows a letter shows nothing; the text still says it."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = next(
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary)
            and one.get("/Encoding") == Name("/Identity-H")
            and letter.encode("utf-16-be").hex() in one["/ToUnicode"].read_bytes().decode()
        )
        said = font["/ToUnicode"].read_bytes().decode()
        code = re.search(rf"<([0-9A-F]{{4}})> <{letter.encode('utf-16-be').hex()}>", said)
        assert code is not None
        file = font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]
        file.write(emptied(file.read_bytes(), int(code[1], 16)))

    return change


def emptied(font: bytes, glyph: int) -> bytes:
    """A font of ours in which all the parts of a glyph are moved out of sight."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    start = struct.unpack_from(">I", font, tables[b"loca"] + 4 * glyph)[0]
    changed, place, flags = bytearray(font), tables[b"glyf"] + start + 10, 0x20
    while flags & 0x20:
        flags = struct.unpack_from(">H", font, place)[0]
        struct.pack_into(">hh", changed, place + 4, 30_000, 30_000)
        place += 8
    return bytes(changed)


SCRIPT_SABOTAGES = [
    pytest.param({}, None, {}, id="nothing: all is verified"),
    pytest.param(
        {"nom": "محمد بن عبد الله (Lyon) 01 99 00 12 35"}, None, {"nom": "clipped"},
        id="a digit",
    ),
    pytest.param(
        {"nom": "محمد بن عبد اللة (Lyon) 01 99 00 12 34"}, None, {"nom": "clipped"},
        id="a letter of the same shape but for its dots",
    ),
    pytest.param({"nom": "אחר"}, None, {"nom": "not-drawn"}, id="another value"),
    pytest.param(
        {"nom": SCRIPTS["nom"][::-1]}, None, {"nom": "clipped|not-drawn"}, id="from its end",
    ),
    pytest.param(
        {"somme": "דוד בן"}, None, {"somme": "clipped|not-drawn"}, id="its vowels gone"
    ),
    pytest.param({"somme": "דָּוֹד בֶּן"}, None, {"somme": "clipped"}, id="another vowel"),
    pytest.param(
        {"nom": SCRIPTS["somme"], "somme": SCRIPTS["nom"]}, None,
        {"nom": "not-drawn", "somme": "not-drawn|clipped"}, id="two values swapped",
    ),
    pytest.param(
        {"avis": "\n".join(reversed(SCRIPTS["avis"].split("\n")))}, None,
        {"avis": "clipped|not-drawn"}, id="two lines swapped",
    ),
    pytest.param(
        {"avis": SCRIPTS["avis"].split("\n")[0]}, None, {"avis": "clipped"}, id="a line missing"
    ),
    pytest.param(
        {"commun": "कषत्रिय"}, None, {"commun": "clipped|not-drawn"}, id="two letters not joined"
    ),
    pytest.param({}, without_outlines("ح"), {"nom": "missing-glyph"}, id="no outline"),
]  # fmt: skip


@pytest.mark.parametrize(
    "editable", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["flat", "editable"]
)
@pytest.mark.parametrize(("values", "change", "caught"), SCRIPT_SABOTAGES)
def test_sabotage_of_letters_that_change_with_their_neighbours_is_caught(
    file: FormFile,
    values: dict[str, Any],
    change: Callable[[pikepdf.Pdf], None] | None,
    caught: dict[str, str],
    editable: bool,
) -> None:
    data = written({**SCRIPTS, **values}, editable=editable)
    if change is not None:
        data = edited(data, change)
    plan = make_plan(file.form, SCRIPTS)
    drawing = draw(file.form, plan.tasks, lambda _: {}, editable=editable)
    proof = file.prove(plan, drawing, data, editable=editable)
    found = {one.field: one.reason for one in proof.problems}
    assert found.keys() == caught.keys()
    assert all(reason in caught[name].split("|") for name, reason in found.items()), found


def field(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return next(one for one in pdf.Root["/AcroForm"]["/Fields"] if str(one["/T"]) == name)


def erase(pdf: pikepdf.Pdf) -> None:
    """A field whose /V is right but whose drawing is empty prints nothing: /V proves nothing."""
    field(pdf, "nom")["/AP"]["/N"].write(b"")


def swap(pdf: pikepdf.Pdf) -> None:
    one, other = field(pdf, "nom")["/AP"], field(pdf, "somme")["/AP"]
    one["/N"], other["/N"] = other["/N"], one["/N"]


def tick_the_other(pdf: pikepdf.Pdf) -> None:
    for kid in field(pdf, "civilité")["/Kids"]:
        states = [key for key in kid["/AP"]["/N"].keys() if key != "/Off"]  # noqa: SIM118
        kid["/AS"] = Name.Off if kid["/AS"] != Name.Off else Name(states[0])


def untick(pdf: pikepdf.Pdf) -> None:
    for kid in field(pdf, "civilité")["/Kids"]:
        kid["/AS"] = Name.Off


def cut_box(pdf: pikepdf.Pdf) -> None:
    """The drawing is cut at its box's edge: its words are read whole, half of them is printed."""
    box = field(pdf, "nom")
    rect = [float(value) for value in box["/Rect"]]
    box["/AP"]["/N"]["/BBox"] = pikepdf.Array([0, 0, 40, 16])
    box["/Rect"] = pikepdf.Array([rect[0], rect[1], rect[0] + 40, rect[3]])


@pytest.fixture(scope="module")
def editable(file: FormFile) -> tuple[Plan, Drawing, bytes]:
    with FormFile().open(every_type().data()) as other:
        data = other.fill(VALUES, editable=True)[0].data
    plan = make_plan(file.form, VALUES)
    return plan, draw(file.form, plan.tasks, lambda _: dict, editable=True), data


@pytest.mark.parametrize(
    ("change", "caught"),
    [
        pytest.param(lambda pdf: None, {}, id="nothing: all is verified"),
        pytest.param(erase, {"nom": "not-drawn"}, id="a value without its drawing"),
        pytest.param(swap, {"nom": "not-drawn", "somme": "not-drawn"}, id="two drawings swapped"),
        pytest.param(
            tick_the_other, {"civilité": "foreign-ink"}, id="the other box ticked, at its edge"
        ),
        pytest.param(untick, {"civilité": "not-drawn"}, id="a tick left out"),
        pytest.param(cut_box, {"nom": "clipped"}, id="clipped at the edge of its box"),
        pytest.param(without_glyph("ặ"), {"nom": "missing-glyph"}, id="a letter without outline"),
    ],
)
def test_sabotage_of_an_editable_file_is_caught(
    file: FormFile,
    editable: tuple[Plan, Drawing, bytes],
    change: Callable[[pikepdf.Pdf], None],
    caught: dict[str, str],
) -> None:
    plan, drawing, data = editable
    proof = file.prove(plan, drawing, edited(data, change), editable=True)
    found = {one.field: one.reason for one in proof.problems}
    assert found.keys() == caught.keys()
    assert all(reason in caught[name].split("|") for name, reason in found.items()), found


def test_an_annex_that_lost_a_word_is_caught(file: FormFile) -> None:
    long = {"nom": "mot " * 400 + "fin"}
    short = {"nom": "mot " * 399 + "fin"}
    plan, drawing = drawn(file, long)
    assert file.prove(plan, drawing, written(long), editable=False).problems == ()
    proof = file.prove(plan, drawing, written(short), editable=False)
    assert [(one.field, one.reason) for one in proof.problems] == [("nom", "not-drawn")]


def test_an_annex_in_arabic_that_lost_a_word_is_caught(file: FormFile) -> None:
    long = {"nom": "كلمة 01 99 " * 300 + "نهاية"}
    short = {"nom": "كلمة 01 99 " * 299 + "نهاية"}
    plan, drawing = drawn(file, long)
    assert file.prove(plan, drawing, written(long), editable=False).problems == ()
    proof = file.prove(plan, drawing, written(short), editable=False)
    assert [(one.field, one.reason) for one in proof.problems] == [("nom", "not-drawn")]
