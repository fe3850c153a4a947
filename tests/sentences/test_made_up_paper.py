"""Paper in a made-up language: what goes to an office is French, what stays at home is not.

A letter, its kit, a form's sheets are the same bytes in every language. A page of emergency and
the agenda are in the person's: each of their texts stands in a catalogue, or is law that has no
translation, in French, marked for the eye and for whoever has the PDF read aloud.
"""

import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from desktop_app import i18n
from desktop_app.core.documents.sheet import Sheet
from desktop_app.pages import destinations as to
from desktop_app.pages import reading, trial, urgent
from desktop_app.untrusted.documents import read_text
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.rendering import (
    Made,
    make_copy_sheet,
    make_letter,
    make_on_paper,
    trial_page,
)
from desktop_app.workflow.guidance.urgent import page_of
from tests.helpers import pseudo
from tests.helpers.sheets import sheet_texts
from tests.helpers.words import tool

TODAY = dt.date(2026, 11, 24)
DATE = re.compile(r"\d{1,2}(?:er)? (?:\w+) \d{4}")
PLACE = re.compile(r"\{\w+\}")
LETTER = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture(scope="module")
def tools() -> RealTools:
    return RealTools()


@pytest.fixture(scope="module")
def french(tools: RealTools) -> dict[str, bytes]:
    """The papers that go to an office, made in French."""
    return office(tools)


@pytest.fixture
def made_up(french: dict[str, bytes], tmp_path: Path) -> Iterator[None]:
    """The language of these tests, once the French papers are made."""
    assert french
    with pseudo.made_up(tmp_path, tool()):
        yield


def office(tools: RealTools) -> dict[str, bytes]:
    demo = tools.demo
    made: dict[str, Made] = {
        "letter and kit": make_letter(tools, demo.letter, TODAY),
        "paper form": make_on_paper(tools, demo.form, TODAY),
        "copy sheet": make_copy_sheet(tools, demo.form, TODAY),
    }
    return {name: one.pdf.data for name, one in made.items()}


def forgotten(sheet: Sheet) -> list[str]:
    said = (*sheet_texts(sheet), *(PLACE.sub("", words) for words in sheet.words.values()))
    outside = (pseudo.not_translated(DATE.sub("", told)) for told in said)
    return [words for words in outside if LETTER.search(words)]


@pytest.mark.usefixtures("made_up")
def test_what_goes_to_an_office_is_the_same_in_every_language(
    tools: RealTools, french: dict[str, bytes]
) -> None:
    now = office(tools)
    assert {name for name in french if now[name] != french[name]} == set()


@pytest.mark.usefixtures("made_up")
def test_every_page_of_emergency_is_translated_or_marked(tools: RealTools) -> None:
    law, catalogue = tools.law, tools.catalogue
    pages = [page_of(law, catalogue, one.id) for one in law.emergencies]
    sheets = {page.told.id: urgent.printed(page, TODAY) for page in pages}
    assert {name: found for name, sheet in sheets.items() if (found := forgotten(sheet))} == {}
    lines = [
        line for page in pages for line in reading.lines(urgent.today(page, to.Urgent(), TODAY))
    ]
    outside = (pseudo.not_translated(DATE.sub("", line)) for line in lines)
    assert [words for words in outside if LETTER.search(words)] == []
    assert any("(fr) " in line for line in lines), "some of the law has no translation here"


@pytest.mark.usefixtures("made_up")
def test_the_head_and_the_foot_of_its_pages_are_translated(tools: RealTools) -> None:
    """Words that stood in the templates: a page of emergency runs over two sheets."""
    page = page_of(tools.law, tools.catalogue, "expulsion")
    made = tools.letters.sheet(urgent.printed(page, TODAY), TODAY)
    said = " ".join(read_text(made.data).texts)
    assert made.pages > 1
    for words in (" sur 2", ", suite"):
        assert words not in said
        assert pseudo.pseudo(words.removesuffix("2").strip()) in " ".join(said.split())


@pytest.mark.usefixtures("made_up")
def test_what_stayed_french_is_read_aloud_in_french(tools: RealTools) -> None:
    page = page_of(tools.law, tools.catalogue, "expulsion")
    sheet = urgent.printed(page, TODAY)
    with pikepdf.open(io.BytesIO(tools.letters.sheet(sheet, TODAY).data)) as pdf:
        assert str(pdf.Root.Lang) == i18n.current()
        inside = b"".join(one.Contents.read_bytes() for one in pdf.pages)
        tagged = [str(one.Lang) for one in pdf.objects if is_element(one) and "/Lang" in one]
    runs = [run for told in sheet_texts(sheet) for run in i18n.runs(told) if run.language == "fr"]
    assert runs
    assert len(re.findall(rb"/Lang ?\(fr\)", inside)) + tagged.count("fr") >= len(runs)


@pytest.mark.usefixtures("made_up")
def test_the_pages_to_try_a_printer_are_translated(tools: RealTools) -> None:
    envelope, printer = trial.envelope_trial(), trial.printer_trial()
    told = (envelope.title, envelope.envelope, envelope.fold, *envelope.steps, envelope.ruler)
    told += (printer.title, *printer.paragraphs, printer.already)
    outside = (pseudo.not_translated(PLACE.sub("", one)) for one in told)
    assert [words for words in outside if LETTER.search(words)] == []
    made = (
        make_letter(tools, tools.demo.letter, TODAY),
        make_on_paper(tools, tools.demo.form, TODAY),
    )
    for one, words in zip(made, (envelope.steps[0], printer.title), strict=True):
        said = " ".join(read_text(trial_page(tools, one, 1, 0).data).texts)
        assert words in " ".join(said.split())


def is_element(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"
