"""The demo form has every kind of field, looks as one paper, and pretends nothing official."""

import io
from itertools import combinations

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from tests.demo_form.build import build_demo_form
from tests.demo_form.fields import FIELDS, PAGE_HEIGHT, PAGE_WIDTH, Box, Field
from tests.helpers.demo_blank import demo_blank

MULTILINE, READ_ONLY, RADIO, PUSH, COMBO, SEVERAL, COMB = 12, 0, 15, 16, 17, 21, 24


@pytest.fixture(scope="module")
def blank() -> bytes:
    return demo_blank()


@pytest.fixture(scope="module")
def fields(blank: bytes) -> dict[str, DictionaryObject]:
    found = PdfReader(io.BytesIO(blank)).get_fields()
    assert found
    return {name: field.indirect_reference.get_object() for name, field in found.items()}


def has(field: DictionaryObject, bit: int) -> bool:
    return bool(int(field.get("/Ff", 0)) >> bit & 1)


def said(part: object, seen: frozenset[int] = frozenset()) -> object:
    """Return what a part of a PDF says, streams opened: how zlib packed them does not count."""
    if isinstance(part, IndirectObject):
        if part.idnum in seen:
            return "above"
        return said(part.get_object(), seen | {part.idnum})
    if isinstance(part, DictionaryObject):
        left_out = {"/Length", "/Filter", "/DecodeParms", "/Parent", "/P"}
        inside = {key: said(part.raw_get(key), seen) for key in part if key not in left_out}
        return (inside, part.get_data()) if isinstance(part, StreamObject) else inside
    if isinstance(part, ArrayObject):
        return [said(one, seen) for one in list.__iter__(part)]
    return str(part)


def test_the_blank_that_is_shipped_is_what_is_drawn(blank: bytes) -> None:
    """Fields, places, words, fonts: after a change, ``python -m tests.demo_form.build``."""
    shipped, drawn = PdfReader(io.BytesIO(blank)), PdfReader(io.BytesIO(build_demo_form()))
    for key in ("/Root", "/Info"):
        assert said(shipped.trailer.raw_get(key)) == said(drawn.trailer.raw_get(key))
    assert len(blank) < 70_000


def test_a_word_that_differs_is_seen(blank: bytes) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(blank)))
    again = said(writer.root_object)
    assert again == said(PdfReader(io.BytesIO(blank)).trailer["/Root"])
    form = writer.root_object["/AcroForm"]
    form["/Fields"][0].get_object()[NameObject("/T")] = TextStringObject("demandeuse")
    assert said(writer.root_object) != again


def test_each_page_says_that_it_is_an_example_and_names_no_cerfa(blank: bytes) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(blank)).pages]
    assert len(pages) == 2
    for text in pages:
        assert "FORMULAIRE D’EXEMPLE – sans valeur officielle" in text
        assert "cerfa" not in text.casefold()


def test_fonts_of_the_paper_are_embedded(blank: bytes) -> None:
    for page in PdfReader(io.BytesIO(blank)).pages:
        used = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        ours = [font for font in used if "AtkinsonHyperlegible" in font["/BaseFont"]]
        assert len(ours) == 2
        assert all("/FontFile2" in font["/FontDescriptor"] for font in ours)


@pytest.mark.parametrize(
    ("name", "kind", "bit"),
    [
        ("demandeur.adresse", "/Tx", None),
        ("demandeur.code_postal", "/Tx", COMB),
        ("demande.motif", "/Tx", MULTILINE),
        ("pieces.rib", "/Btn", None),
        ("demandeur.civilite", "/Btn", RADIO),
        ("foyer.situation", "/Btn", None),
        ("foyer.logement", "/Ch", COMBO),
        ("demande.aides", "/Ch", SEVERAL),
        ("service.dossier", "/Tx", READ_ONLY),
        ("engagement.signature", "/Sig", None),
        ("effacer", "/Btn", PUSH),
    ],
)
def test_a_field_of_every_kind(
    fields: dict[str, DictionaryObject], name: str, kind: str, bit: int | None
) -> None:
    assert fields[name]["/FT"] == kind
    if bit is None:
        assert not int(fields[name].get("/Ff", 0))
    else:
        assert has(fields[name], bit)


def test_every_row_of_the_table_is_a_field(fields: dict[str, DictionaryObject]) -> None:
    groups = {field.name.rpartition(".")[0] for field in FIELDS}
    groups |= {group.rpartition(".")[0] for group in groups}
    assert set(fields) == {field.name for field in FIELDS} | (groups - {""})
    assert all(fields[field.name]["/TU"] for field in FIELDS)


def test_a_check_box_can_have_several_states(fields: dict[str, DictionaryObject]) -> None:
    kids = [kid.get_object() for kid in fields["foyer.situation"]["/Kids"]]
    states = [next(state for state in kid["/AP"]["/N"] if state != "/Off") for kid in kids]
    assert states == ["/seul", "/couple", "/separe", "/veuf"]
    assert all(kid["/AS"] == "/Off" for kid in kids)


def test_the_name_shows_on_both_pages(blank: bytes, fields: dict[str, DictionaryObject]) -> None:
    pages = [page.indirect_reference.idnum for page in PdfReader(io.BytesIO(blank)).pages]
    kids = [kid.get_object() for kid in fields["demandeur.nom"]["/Kids"]]
    assert [pages.index(kid.raw_get("/P").idnum) for kid in kids] == [0, 1]


def test_limits_and_alignment_are_in_the_fields(fields: dict[str, DictionaryObject]) -> None:
    assert fields["versement.iban"]["/MaxLen"] == 27
    assert fields["demandeur.allocataire"]["/MaxLen"] == 8
    assert fields["demande.montant"]["/Q"] == 2
    assert fields["service.dossier"]["/V"] == "EXEMPLE"


def overlap(one: Box, other: Box) -> bool:
    (ax, ay, aw, ah), (bx, by, bw, bh) = one, other
    return ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah


def boxes(page: int) -> list[tuple[Field, Box]]:
    return [(field, spot.box) for field in FIELDS for spot in field.spots if spot.page == page]


@pytest.mark.parametrize("page", [1, 2])
def test_boxes_stay_on_the_page_and_apart(page: int) -> None:
    placed = boxes(page)
    for field, (x, y, width, height) in placed:
        assert x >= 36, field.name
        assert y >= 36, field.name
        assert x + width <= PAGE_WIDTH - 36, field.name
        assert y + height <= PAGE_HEIGHT - 36, field.name
    for (one, first), (other, second) in combinations(placed, 2):
        assert not overlap(first, second), f"{one.name} over {other.name}"
