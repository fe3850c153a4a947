"""What a PDF/UA or PDF/A validator would begin with, and that data is only ever data.

No full validator could be had: the standards are declared, and checked here in part.
"""

import dataclasses
import io
import json
import socket
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.core.pdf import Pdf
from desktop_app.datafiles import data_root
from desktop_app.pages.copying import copy_sheet
from desktop_app.pages.trial import envelope_trial
from desktop_app.pdf.letters.errors import PageNotSet
from desktop_app.pdf.letters.settings import LetterSettings
from desktop_app.pdf.letters.typesetter import Typesetter
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.letters import kit_of, letter
from tests.helpers.pages import printed_pages

WRITER = TypstLetters()
FORM = FilledForm(
    pack="essai",
    title="Demande d’aide",
    number="00000",
    edition="01",
    page_sizes=((595, 842),),
    values=(PlacedValue("Nom", 1, (0, 0, 10, 10), text="MARTIN", comb=10),),
)
MADE: dict[str, Callable[[], Pdf]] = {
    "letter": lambda: WRITER.letter(letter(papers=4, later=1)),
    "large letter": lambda: TypstLetters(LetterSettings(size=16)).letter(letter(paragraphs=20)),
    "kit": lambda: kit_of(WRITER, letter(papers=4, later=1, missing=True)),
    "copy sheet": lambda: WRITER.sheet(copy_sheet(FORM)),
    "window test page": lambda: WRITER.window_test_page(envelope_trial()),
}


@pytest.fixture(params=MADE)
def made(request: pytest.FixtureRequest) -> Pdf:
    return MADE[request.param]()


@pytest.fixture
def opened(made: Pdf) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        yield pdf


def tags(node: Any) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from tags(node.K)


def test_standards_title_and_language_are_declared(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["dc:title"]
    assert str(opened.Root.Lang).startswith("fr")
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert "/OutputIntents" in opened.Root


def test_every_page_is_tagged_in_order(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        assert page.Tabs == "/S"
        assert "/StructParents" in page


def test_every_font_is_embedded(opened: pikepdf.Pdf) -> None:
    descriptors = [
        found
        for found in opened.objects
        if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor"
    ]
    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(found.keys()) for found in descriptors)


def test_every_picture_has_words_and_every_table_its_heads(opened: pikepdf.Pdf) -> None:
    found = list(tags(opened.Root.StructTreeRoot.K))
    assert all(str(tag.get("/Alt", "")) for tag in found if tag.S == "/Figure")
    tables = [tag for tag in found if tag.S == "/Table"]
    assert all(any(cell.S == "/TH" for cell in tags(table.K)) for table in tables)


def test_headings_start_at_one_and_skip_no_level(opened: pikepdf.Pdf) -> None:
    levels = [int(str(t.S)[2:]) for t in tags(opened.Root.StructTreeRoot.K) if str(t.S)[1] == "H"]
    assert levels
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_nothing_runs_and_nothing_points_outside(opened: pikepdf.Pdf) -> None:
    for name in ("/OpenAction", "/AA", "/AcroForm"):
        assert name not in opened.Root
    assert "/JavaScript" not in opened.Root.get("/Names", {})
    assert not [found for page in opened.pages for found in page.get("/Annots", [])]


def test_the_number_of_pages_is_true(made: Pdf) -> None:
    assert made.pages == len(printed_pages(made.data))


def test_same_input_same_bytes() -> None:
    for make in MADE.values():
        assert make().data == make().data
    other = TypstLetters()
    assert kit_of(other, letter()).data == kit_of(WRITER, letter()).data


def test_metadata_tells_nothing_of_anyone() -> None:
    with pikepdf.open(io.BytesIO(kit_of(WRITER, letter()).data)) as pdf:
        with pdf.open_metadata() as metadata:
            told = str(metadata) + str(dict(pdf.docinfo))
        created = str(pdf.docinfo["/CreationDate"])
    assert "MARTIN" not in told
    assert "dc:creator" not in told
    assert "/Author" not in told
    assert created.startswith("D:20261124")


def test_a_kit_has_one_bookmark_for_each_sheet() -> None:
    made = kit_of(WRITER, letter(papers=4))
    with pikepdf.open(io.BytesIO(made.data)) as pdf, pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles[0].startswith("Objet")
    assert titles[1:] == [
        "Bordereau des pièces jointes",
        "Ce qu’il faut faire",
        "Gardez cette feuille",
        "Feuille pour le guichet",
        "L’adresse à écrire sur l’enveloppe",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "#import \"@preview/x:1.0.0\": *",
        "#read(\"/etc/passwd\")",
        "#strong[gras] *gras* _penché_ `code` $x^2$ = titre",
        "</data> \\u0041 \\ { } [ ] @label <label> // note /* note */",
        '{"paragraphs": []}',
    ],
)  # fmt: skip
def test_what_a_person_types_is_shown_as_it_is(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "create_connection", refused)
    paragraph = dataclasses.replace(letter().paragraphs[0], text=typed)
    document = dataclasses.replace(letter(), paragraphs=(paragraph,), request=typed)
    text = "".join(page.text for page in printed_pages(WRITER.letter(document).data))
    assert "".join(typed.split()) in "".join(text.split())


def test_the_templates_ask_for_no_package_and_read_no_file() -> None:
    for source in (data_root("resources") / "typst").iterdir():
        text = source.read_text("utf-8").replace("image(bytes(", "")  # given to it, never a path
        assert "@preview" not in text
        for word in ("read(", "image(", "plugin(", "eval(", "csv(", "toml(", "yaml("):
            assert word not in text, f"{source.name}: {word}"


def test_json_of_another_shape_is_an_error_of_ours() -> None:
    with pytest.raises(PageNotSet) as refused:
        Typesetter().set("letter", json.loads('{"title": "MARTIN"}'), letter().day)
    assert "MARTIN" not in str(refused.value) + str(dict(refused.value.parameters))
