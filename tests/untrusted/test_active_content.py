"""Family P2: no action, script, attachment or metadata leaves with a filled copy.

Checked with pypdf, which wrote none of it.
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from desktop_app.pdf.forms.writer import OfficialForms
from desktop_app.untrusted.documents import inspect_form
from tests.helpers.forms import FormPdf

FORBIDDEN_KEYS = {"/AA", "/JS", "/OpenAction", "/XFA", "/EF", "/Perms", "/Metadata", "/JavaScript",
                  "/EmbeddedFiles", "/RichMediaContent"}  # fmt: skip
FORBIDDEN_ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/ResetForm",
    "/Named",
    "/Hide",
    "/Sound",
    "/Movie",
    "/Rendition",
    "/SetOCGState",
    "/Thread",
    "/Trans",
    "/GoTo3DView",
    "/RichMediaExecute",
}
FORBIDDEN_ANNOTATIONS = {"/RichMedia", "/Screen", "/Movie", "/Sound", "/FileAttachment", "/3D"}
CANARY = "ZKANARI-Martin"


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))


def loaded(**options: Any) -> bytes:
    """A form with every action at every place, and an on-state named like an action."""
    form = FormPdf("Page")
    nom = form.text("nom", (60, 240, 380, 256))
    nom["/AA"] = Dictionary(K=script(), F=script(), C=script())
    nom["/A"] = Dictionary(S=Name.Launch, F=String("/bin/sh"))
    form.field(form.box(1, (60, 70, 70, 80), b"A"), FT=Name.Btn, T=String("lettre"))
    form.field(form.box(1, (90, 70, 99, 80), b"AA"), FT=Name.Btn, T=String("deux"))
    form.field(form.box(1, (120, 70, 129, 80), b"JS"), FT=Name.Btn, T=String("script"))
    root, pdf = form.pdf.Root, form.pdf
    root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=pdf.make_stream(b"x"), Next=script())
    root["/AA"] = Dictionary(WC=script())
    root["/Metadata"] = pdf.make_stream(CANARY.encode())
    root["/PieceInfo"] = Dictionary(X=Dictionary(A=script()))
    root["/URI"] = Dictionary(Base=String("http://example.org"))
    file = pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F=String("a"), EF=Dictionary(F=pdf.make_stream(b"x")))
    )
    root["/AF"] = Array([file])
    root["/Names"] = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(script())])),
        EmbeddedFiles=Dictionary(Names=Array([String("a"), file])),
    )
    outline = pdf.make_indirect(Dictionary(Title=String("x"), A=script()))
    outline["/Parent"] = root["/Outlines"] = pdf.make_indirect(
        Dictionary(First=outline, Last=outline, Count=1)
    )
    form.form["/XFA"] = pdf.make_stream(b"<xdp/>")
    form.form["/CO"] = Array([nom])
    page = pdf.pages[0].obj
    page["/AA"] = Dictionary(O=script())
    page["/Weird"] = Dictionary(Deep=Array([Dictionary(Deeper=script())]))
    for kind, action in (
        ("Link", Dictionary(S=Name.URI, URI=String("http://example.org"))),
        ("Link", Dictionary(S=Name.GoToR, F=file)),
        ("Link", Dictionary(S=Name.GoTo, D=Array([page, Name.Fit]), Next=Array([script()]))),
        ("Link", Dictionary(S=Name.URI, URI=String("https://service-public.fr"))),
        ("Screen", Dictionary(S=Name.Rendition, JS=String("x"))),
        ("FileAttachment", Dictionary(S=Name.SubmitForm, F=file)),
    ):
        page["/Annots"].append(
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([1, 1, 9, 9]), A=action
                )
            )
        )
    pdf.docinfo["/Author"] = CANARY
    return form.data(**options)


VALUES = {"nom": "Éloïse", "lettre": True, "deux": True, "script": True}
KINDS = [
    pytest.param({}, id="plain objects"),
    pytest.param({"object_stream_mode": pikepdf.ObjectStreamMode.generate}, id="in object streams"),
]


@pytest.mark.parametrize("options", KINDS)
@pytest.mark.parametrize("editable", [False, True], ids=["flat", "editable"])
def test_nothing_active_is_left(options: dict[str, Any], editable: bool) -> None:
    pdf, proof = OfficialForms().fill_values(VALUES, loaded(**options), editable=editable)
    assert (proof.verified, proof.problems) == (4, ())
    assert list(forbidden(pdf.data)) == []
    assert CANARY.encode() not in pdf.data
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    assert not reader.metadata
    assert reader.xmp_metadata is None


def test_what_was_there_is_named() -> None:
    assert set(inspect_form(loaded()).active_content) >= {
        "JavaScript", "Launch", "XFA", "EmbeddedFiles", "OpenAction", "AA", "URI", "GoToR",
        "SubmitForm", "RichMedia",
    }  # fmt: skip


def test_the_second_library_does_see_them_in_the_blank() -> None:
    """The test of the test: the same search finds everything in the form as it came."""
    assert len(list(forbidden(loaded()))) > 20


def test_states_named_like_actions_stay() -> None:
    pdf, _ = OfficialForms().fill_values(VALUES, loaded(), editable=True)
    fields = pypdf.PdfReader(io.BytesIO(pdf.data)).get_fields() or {}
    assert [fields[name]["/V"] for name in ("lettre", "deux", "script")] == ["/A", "/AA", "/JS"]


def test_only_the_web_link_survives_on_the_flat_copy() -> None:
    pdf, _ = OfficialForms().fill_values(VALUES, loaded())
    page = pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0]
    links = [one.get_object() for one in page["/Annots"]]
    assert [one["/A"]["/URI"] for one in links] == ["https://service-public.fr"]


def forbidden(data: bytes) -> Iterator[str]:
    """Every active thing of a document, found by walking all its objects with pypdf."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    for number in {n for table in reader.xref.values() for n in table} | set(reader.xref_objStm):
        try:
            top = reader.get_object(IndirectObject(number, 0, reader))
        except pypdf.errors.PyPdfError:
            continue
        yield from _inside(top)


def _inside(node: Any) -> Iterator[str]:
    if isinstance(node, DictionaryObject):
        for key, value in node.items():
            # An appearance may be named like an action: it is a stream that draws.
            if key in FORBIDDEN_KEYS and not (
                isinstance(value.get_object(), StreamObject) and "/BBox" in value.get_object()
            ):
                yield key
            if not isinstance(value, IndirectObject):
                yield from _inside(value)
        kind = node.get("/S")
        if kind in FORBIDDEN_ACTIONS or (
            kind == "/URI" and not str(node.get("/URI")).startswith("https://")
        ):
            yield str(kind)
        if node.get("/Subtype") in FORBIDDEN_ANNOTATIONS:
            yield str(node["/Subtype"])
    elif isinstance(node, ArrayObject):
        for item in node:
            if not isinstance(item, IndirectObject):
                yield from _inside(item)
