"""The paper as it stands, at each moment of an interview, for every pack that we have."""

import dataclasses
import datetime as dt
import re
from types import MappingProxyType

import pytest

from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.preview import Glimpse, glimpse
from desktop_app.workflow.interview.definitions import definition_of
from tests.helpers.pages import printed_pages

TODAY = dt.date(2026, 11, 24)
TOOLS = RealTools()
LETTER, FORM = "caf-indu-rsa", "exemple-aide-exceptionnelle"
PACKS = sorted(item.id for item in TOOLS.catalogue.search())
EACH_TIME = {one for one in PACKS if one[0].isdigit()} | {*PACKS[::4]}
"""Every form, and one letter in four; the others are slow."""


def example(pack: str) -> Draft:
    kind = "letters" if (data_root("forms") / "letters" / pack).is_dir() else "official"
    folder = data_root("forms") / kind / pack / "examples"
    file = min((one for one in folder.iterdir()), key=lambda one: one.name)
    return read_draft(file.read_bytes(), pack, file.name)


def text_of(data: bytes) -> str:
    return "\n".join(page.text for page in printed_pages(data))


def look(draft: Draft) -> Glimpse:
    return glimpse(TOOLS, definition_of(TOOLS.catalogue, draft.pack), draft, TODAY)


@pytest.mark.parametrize(
    "pack",
    [pytest.param(one, marks=[] if one in EACH_TIME else [pytest.mark.slow]) for one in PACKS],
)
def test_before_anything_is_said_and_all_along_there_is_a_page(pack: str) -> None:
    whole = example(pack)
    for count in range(0, len(whole.answers) + 1, max(1, len(whole.answers) // 4)):
        said = dict(list(whole.answers.items())[:count])
        assert look(dataclasses.replace(whole, answers=MappingProxyType(said))).pdf.pages
    assert look(whole).pdf.pages


def test_what_was_answered_is_on_the_page_and_what_is_wrong_is_a_blank() -> None:
    said = {"nom": "Martin", "prenom": "Simone", "montant_reclame": "douze cents"}
    words = text_of(look(Draft(LETTER, said)).pdf.data)
    assert "Martin" in words
    assert "douze cents" not in words
    assert re.search(r"me réclame\s+de revenu", words), "the sum is a blank to fill by pen"


def test_a_form_shows_its_answers_and_names_its_empty_boxes() -> None:
    whole = example(FORM)
    words = text_of(look(whole).pdf.data)
    typed = [text for text in whole.answers.values() if isinstance(text, str)]
    assert any(text in words for text in typed)
    empty = look(Draft(FORM))
    assert "Nom" in text_of(empty.pdf.data)
