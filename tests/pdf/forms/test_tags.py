"""A tagged form stays tagged: flat, its answers take their boxes' places in the structure tree."""

import io
import subprocess
from collections import Counter
from pathlib import Path
from shutil import which
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.pdf.forms.writer import OfficialForms
from tests.helpers.forms import MULTI_LINE, FormPdf
from tests.helpers.tags import elements, faults, kids
from tests.pdf.forms.test_corpus import HARD, value_of

START = HARD[:6]
XFA_ONLY = ("cerfa-12818-02-vae-recevabilite-xfa-seul", "canada-imm1344e-xfa-filled")
BOTH = pytest.mark.parametrize("editable", [False, True], ids=["flat", "editable"])
SMALL = (  # tagged in five ways
    "french/attestation-deplacement-17-champs",  # one element a box
    "french/cerfa-13757-03-mandat-immatriculation-xfa",  # words only: no box has an element
    "french/cerfa-16030-01-attestation-election-domicile",  # some boxes have one
    "world/pdfjs-annotation-text-widget",  # boxes only
    "world/pymupdf-2333-owner-encrypted-xfa",  # an owner's lock
)


class Tagged(FormPdf):
    """A page with a paragraph, and boxes each of which has its own element."""

    def __init__(self) -> None:
        super().__init__("")
        pdf, page = self.pdf, self.pdf.pages[0]
        page.obj["/Contents"] = pdf.make_stream(
            b"/P <</MCID 0>> BDC BT /F1 10 Tf 20 280 Td (Formulaire) Tj ET EMC"
        )
        page.obj["/StructParents"], page.obj["/Tabs"] = 0, Name.S
        self.document = self.element("/Document")
        self.paragraph = self.element("/P", self.document)
        self.paragraph["/Pg"], self.paragraph["/K"] = page.obj, 0
        self.numbers = Array([0, Array([self.paragraph])])
        pdf.Root["/StructTreeRoot"] = pdf.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=self.document,
                ParentTree=pdf.make_indirect(Dictionary(Nums=self.numbers)),
                ParentTreeNextKey=1,
            )
        )
        self.document["/P"] = pdf.Root["/StructTreeRoot"]
        pdf.Root["/MarkInfo"], pdf.Root["/Lang"] = Dictionary(Marked=True), String("fr-FR")

    def element(self, kind: str, parent: pikepdf.Object | None = None) -> pikepdf.Object:
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), K=Array()))
        if parent is not None:
            made["/P"] = parent
            parent["/K"].append(made)
        return made

    def tie(self, box: pikepdf.Object) -> pikepdf.Object:
        """Give a box, or a link, its element."""
        made = self.element("/Form", self.document)
        made["/K"] = Dictionary(Type=Name.OBJR, Obj=box, Pg=self.pdf.pages[0].obj)
        number = len(self.numbers) // 2
        box["/StructParent"] = number
        self.numbers.append(number)
        self.numbers.append(made)
        return made


def tagged_form() -> Tagged:
    form = Tagged()
    form.tie(form.text("nom", (60, 240, 380, 256), TU=String("Votre nom")))["/Alt"] = String("Nom")
    form.tie(form.tick("oui", (60, 210, 70, 220)))
    form.tie(form.tick("non", (90, 210, 100, 220)))
    ancien = form.text("ancien", (60, 180, 200, 196), V=String("déjà là"))
    ancien["/AP"] = Dictionary(N=form.look(b"/Tx BMC q 0 0 3 3 re f Q EMC", (60, 180, 200, 196)))
    form.tie(ancien)
    form.text("sans", (60, 120, 380, 160), Ff=MULTI_LINE)  # no element of its own
    address = Dictionary(S=Name.URI, URI=String("https://exemple.fr"))
    for place, action in ((10, address), (40, Dictionary(S=Name.JavaScript, JS=String("x")))):
        link = form.widget(1, (place, 10, place + 20, 20), A=action, Contents=String("Aide"))
        link["/Subtype"] = Name.Link
        form.tie(link)
    return form


VALUES = {"nom": "Éloïse Martin", "oui": True, "non": False, "sans": "Une réponse"}


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def filled(values: dict[str, Any], *, editable: bool) -> pikepdf.Pdf:
    pdf, proof = OfficialForms().fill_values(values, tagged_form().data(), editable=editable)
    assert (proof.verified, proof.problems) == (len(values), ())
    return opened(pdf.data)


def test_the_form_itself_is_tagged_without_fault() -> None:
    assert faults(opened(tagged_form().data())) == []


def test_a_flat_form_stays_tagged_and_says_what_each_answer_answers() -> None:
    with filled(VALUES, editable=False) as flat:
        assert faults(flat) == []
        assert flat.Root["/MarkInfo"]["/Marked"] is True
        assert str(flat.Root["/Lang"]) == "fr-FR"
        assert flat.pages[0].obj["/Tabs"] == "/S"
        found = [one for one in elements(flat) if one["/S"] == "/Form"]
        name, yes, no, old, link, script, added = found
        said = [(one.get("/A") or {}).get("/Role") for one in found]
        assert said == ["/tv", "/cb", "/cb", "/tv", None, None, "/tv"]
        assert str(name["/A"]["/Desc"]) == "Votre nom"
        assert "/Alt" not in name, "it would be read in place of the answer"
        assert (yes["/A"]["/checked"], no["/A"]["/checked"]) == ("/on", "/off")
        assert [len(kids(one)) for one in (name, yes, no, old, added)] == [1, 1, 0, 1, 1]
        assert link["/K"]["/Obj"]["/A"]["/URI"] == "https://exemple.fr"
        assert str(link["/K"]["/Obj"]["/Contents"]) == "Aide"
        assert kids(script) == []


def test_boxes_of_ours_on_a_tagged_paper_say_what_they_ask() -> None:
    """A tagged form without fields: the places of its map become elements, with their questions."""
    paper = Tagged()
    del paper.pdf.Root["/AcroForm"]
    values = (
        PlacedValue("Votre nom", 1, (60, 240, 300, 16), text="Éloïse Martin"),
        PlacedValue("Seule", 1, (60, 200, 10, 10), tick=True, kind="tick"),
        PlacedValue("En couple", 1, (90, 200, 10, 10), kind="tick"),
    )
    form = FilledForm("pack", "Titre", "1", "1*01", ((400.0, 300.0),), values)
    pdf, proof = OfficialForms().fill(form, paper.data())
    assert (proof.verified, proof.problems) == (2, ())
    with opened(pdf.data) as flat:
        assert faults(flat) == []
        name, alone = [one for one in elements(flat) if one["/S"] == "/Form"]
        assert [str(one["/A"]["/Desc"]) for one in (name, alone)] == ["Votre nom", "Seule"]
        assert (name["/A"]["/Role"], alone["/A"]["/checked"]) == ("/tv", "/on")


def test_nothing_in_the_tags_of_a_flat_form_leads_to_a_box() -> None:
    form = tagged_form()
    boxes = {str(one["/T"]): one for one in form.form["/Fields"]}
    boxes["nom"]["/V"] = String("ZKANARI")
    form.paragraph["/Ref"] = Array([boxes["nom"]])  # by a way that nobody walks
    form.document["/K"].append(Dictionary(Type=Name.OBJR, Obj=boxes["sans"]))
    form.document["/K"].append(form.document)  # a loop
    form.document["/K"].append(Dictionary(Type=Name.MCR, Stm=boxes["ancien"]["/AP"]["/N"], MCID=0))
    root = form.pdf.Root["/StructTreeRoot"]
    root["/K"] = Array([form.document, Dictionary(Type=Name.OBJR, Obj=boxes["nom"])])
    root["/IDTree"], form.paragraph["/ID"] = Dictionary(Names=Array([boxes["nom"]])), 3
    pdf, _ = OfficialForms().fill_values(VALUES, form.data())
    assert b"/Widget" not in pdf.data
    assert b"ZKANARI" not in pdf.data
    with opened(pdf.data) as flat:
        assert faults(flat) == []


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(Dictionary(), id="nothing"),
        pytest.param(Dictionary(K=3, ParentTree=3), id="numbers"),
        pytest.param(Dictionary(K=Array([None, 3]), ParentTree=Array()), id="no elements"),
        pytest.param(
            Dictionary(ParentTree=Dictionary(Kids=Array([Dictionary(Nums=Array([0]))])), IDTree=1),
            id="half a pair",
        ),
    ],
)
@BOTH
def test_rubbish_for_tags_stops_nothing(tree: pikepdf.Object, editable: bool) -> None:
    form = tagged_form()
    form.pdf.Root["/StructTreeRoot"] = tree
    values = {**VALUES, "sans": "mot " * 500}
    pdf, proof = OfficialForms().fill_values(values, form.data(), editable=editable)
    assert (proof.verified, proof.problems) == (4, ())
    assert pdf.pages == 2


@BOTH
def test_the_annex_is_tagged_too(editable: bool) -> None:
    with filled({**VALUES, "sans": "mot " * 500}, editable=editable) as written:
        assert faults(written) == []
        last = written.pages[-1].obj
        paragraphs = [one for one in elements(written) if one.get("/Pg") == last]
        assert [str(one["/S"]) for one in paragraphs] == ["/P"] * 4
        assert all(one["/P"]["/S"] == "/Document" for one in paragraphs)


def test_an_editable_form_keeps_its_tags_its_tooltips_and_its_order() -> None:
    before = opened(tagged_form().data())
    with filled(VALUES, editable=True) as after:
        assert faults(after) == []
        elements_of = accessibility(after).pop("elements")
        assert accessibility(after) == accessibility(before) | {"elements": elements_of}
        new = elements_of - accessibility(before)["elements"]
        assert new == {"/Form": 1}, "the one box that had none"


def accessibility(pdf: pikepdf.Pdf, pages: int | None = None) -> dict[str, Any]:
    """What a screen reader and a keyboard use of a form's own pages, besides their words."""
    sheets = [page.obj for page in list(pdf.pages)[:pages]]
    return {
        "language": str(pdf.Root.get("/Lang")),
        "marked": str(pdf.Root.get("/MarkInfo", {}).get("/Marked")),
        "elements": Counter(str(one["/S"]) for one in elements(pdf)),
        "tabs": [str(page.get("/Tabs")) for page in sheets],
        "boxes": [boxes(page) for page in sheets],
    }


def boxes(page: pikepdf.Object, tabs: str = "") -> list[tuple[str, ...]]:
    """Place and tooltip of each box, in the order in which a keyboard goes to them.

    Where that is the order of the tags (/Tabs /S), the page's own list says nothing of it. That
    each box and its element know one another, ``faults`` tells.
    """
    found = [
        tuple(str(one.get(key)) for key in ("/Rect", "/TU")) for one in page.get("/Annots", Array())
    ]
    return sorted(found) if "/S" in (tabs, page.get("/Tabs")) else found


def real_values(data: bytes) -> dict[str, Any]:
    from desktop_app.pdf.forms.engine import FormFile

    with FormFile().open(data) as file:
        fields = [one for one in file.form.fields if one.fillable and not one.read_only]
        return {
            one.name: value_of(index, one)
            for index, one in enumerate(fields)
            if any(widget.page for widget in one.widgets)
        }


@pytest.mark.parametrize("name", SMALL)
def test_real_tagged_forms(corpus: Path, name: str, tmp_path: Path) -> None:
    assert not lost((corpus / f"{name}.pdf").read_bytes(), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["french", "world"])
def test_every_tagged_form_of_the_corpus(corpus: Path, folder: str, tmp_path: Path) -> None:
    tried = 0
    for path in sorted((corpus / folder).glob("*.pdf")):
        data = path.read_bytes()
        with opened(data) as pdf:
            is_tagged = "/StructTreeRoot" in pdf.Root and "/AcroForm" in pdf.Root
        if is_tagged and path.stem not in XFA_ONLY:
            tried += 1
            assert not lost(data, tmp_path), path.stem
    assert tried >= 9


def lost(data: bytes, folder: Path) -> list[str]:
    """What a filled form, flat or editable, no longer has of its blank's accessibility."""
    values, before = real_values(data), opened(data)
    own = faults(before)  # some forms were cut out of larger ones, tags and all
    told = []
    for editable in (False, True):
        pdf, proof = OfficialForms().fill_values(values, data, editable=editable)
        assert len(proof.problems) <= 1
        after = opened(pdf.data)
        told += [fault for fault in set(faults(after)) if fault not in own]
        one, other = accessibility(before), accessibility(after, len(before.pages))
        if not one["elements"] <= other["elements"]:
            told.append("elements")
        if one["tabs"] != other["tabs"]:  # boxes that had no tags are all gone through by theirs
            other["boxes"] = [boxes(page.obj, "/S") for page in after.pages][: len(before.pages)]
            one["boxes"] = [boxes(page.obj, "/S") for page in before.pages]
            added = zip(one["tabs"], other["tabs"], strict=True)
            one["tabs"] = [new if (old, new) == ("None", "/S") else old for old, new in added]
        for key in ("language", "marked") if not editable else other.keys() - {"elements"}:
            if one[key] != other[key]:
                told.append(key)
        if not editable:
            asked = sum(str(value).startswith(START) for value in values.values())
            if struct_text(pdf.data, folder).count(START) < asked - len(proof.problems):
                told.append("answers are not read by their tags")
    return told


def struct_text(data: bytes, folder: Path) -> str:
    """The words of a document as its tags give them, by poppler."""
    if which("pdfinfo") is None:
        pytest.skip("needs poppler's tools")
    (folder / "a.pdf").write_bytes(data)
    done = subprocess.run(
        ["pdfinfo", "-struct-text", folder / "a.pdf"], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8", "replace")


class TestBoxesThatStay:
    """In an editable file, each box is named and the tags lead to it."""

    def known(self, *, tagged: bool, pack: str = "essai") -> pikepdf.Pdf:
        """Fill a form that a map of ours calls "Vos nom et prénom" and so on."""
        form = tagged_form() if tagged else FormPdf("")
        if not tagged:
            form.text("nom", (60, 240, 380, 256))
        places = [("nom", "Vos nom et prénom", "Éloïse"), ("sans", "Votre demande", "")]
        placed = tuple(
            PlacedValue(field=name, label=label, page=1, box=(60, 120, 380, 160), text=text)
            for name, label, text in places
        )
        paper = FilledForm(pack, "Essai", "", "", ((400.0, 300.0),), placed)
        return opened(OfficialForms().fill(paper, form.data(), editable=True)[0].data)

    def boxes(self, pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
        annotations = list(pdf.pages[0].obj["/Annots"])
        return {str(one["/T"]): one for one in annotations if "/T" in one}

    def test_the_tags_lead_to_each_box(self) -> None:
        with self.known(tagged=True) as pdf:
            assert faults(pdf) == []
            led = {
                kid["/Obj"].objgen
                for one in elements(pdf)
                for kid in kids(one)
                if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
            }
            assert {one.objgen for one in self.boxes(pdf).values()} <= led
            assert pdf.pages[0].obj["/Tabs"] == "/S"

    def test_a_field_without_words_has_those_of_our_map_and_the_others_keep_theirs(self) -> None:
        with self.known(tagged=True) as pdf:
            found = self.boxes(pdf)
            assert str(found["nom"]["/TU"]) == "Votre nom"
            assert str(found["sans"]["/TU"]) == "Votre demande"
            assert "/TU" not in found["ancien"], "we do not know this one"

    def test_the_language_of_a_form_that_we_know_is_said(self) -> None:
        with self.known(tagged=False) as known, self.known(tagged=False, pack="pdf-12") as other:
            assert str(known.Root["/Lang"]) == "fr-FR"
            assert "/Lang" not in other.Root, "it may be in any language"
            assert "/StructTreeRoot" not in known.Root, "what is not tagged stays so"
