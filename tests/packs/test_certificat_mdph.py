"""The medical certificate 15695*01: the person says who she is, the doctor all the rest."""

import datetime as dt
import itertools
import tomllib
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.core.packs.model import FieldMap, FormDefinition
from desktop_app.datafiles import data_root
from desktop_app.pages import reading
from desktop_app.pages.copying import copying
from desktop_app.pages.page import Box, Card
from desktop_app.pdf.forms.writer import OfficialForms
from tests.helpers.ours import CATALOGUE

TODAY = dt.date(2026, 11, 25)
PACK = "15695-certificat-medical-mdph"
REQUEST = "15692-demande-mdph"
BLANK = "cerfa-15695-01-mdph-certificat-medical.pdf"
RESERVED = "(réservé au médecin)"
EXAMPLES = data_root("forms") / "official" / PACK / "examples"


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return CATALOGUE.field_map(PACK)


def composed(example: str) -> FilledForm:
    said = tomllib.loads((EXAMPLES / example).read_text("utf-8"))
    draft = Draft(PACK, said["answers"], frozenset(said.get("je_ne_sais_pas", ())))
    form = CATALOGUE.form(PACK)
    return compose_form(form, CATALOGUE.field_map(PACK), validate(form, draft, TODAY), TODAY)


def test_every_field_is_hers_or_in_a_block_of_the_doctor(field_map: FieldMap, corpus: Path) -> None:
    hers = {place.field for place in field_map.place if place.value}
    blocks = [place for place in field_map.place if RESERVED in place.label]
    assert len(hers) == 22
    assert len(hers) + len(blocks) == len(field_map.place)
    assert not any(place.value or place.field for place in blocks)
    for one in OfficialForms().inspect((corpus / "french" / BLANK).read_bytes()).fields:
        if one["type"] == "signature" or one["name"] in hers:
            continue
        for shown in one["options"] or [one]:
            left, low, right, top = shown["rect"]
            assert any(
                block.page == shown["page"]
                and block.box[0] <= (left + right) / 2 <= block.box[0] + block.box[2]
                and block.box[1] <= (low + top) / 2 <= block.box[1] + block.box[3]
                for block in blocks
            ), one["name"]


def test_no_block_of_the_doctor_lies_on_what_is_hers(field_map: FieldMap) -> None:
    for block in field_map.place:
        for mine in field_map.place:
            if RESERVED in block.label and mine.value and block.page == mine.page:
                assert (
                    mine.box[1] >= block.box[1] + block.box[3]
                    or mine.box[1] + mine.box[3] <= block.box[1]
                ), (block.label, mine.label)


def test_each_digit_of_her_number_has_its_cell(field_map: FieldMap) -> None:
    cells = [place for place in field_map.place if place.comb]
    assert [place.comb for place in cells] == [1] * 15
    for before, after in itertools.pairwise(cells):
        assert after.box[0] == pytest.approx(before.box[0] + before.box[2], abs=0.3)


def test_the_copy_sheet_gives_her_number_whole_and_sends_her_to_the_doctor() -> None:
    sheet = copying(composed("1-adulte.toml"))
    boxes = [box for card in sheet.blocks if isinstance(card, Card) for box in card.blocks]
    numbers = [box.value for box in boxes if isinstance(box, Box) and box.done == "signs"]
    assert numbers == ["295109912611193"]
    told = reading.lines(sheet)
    assert not any("Datez et signez" in step for step in told)
    assert any("donnez-le à votre médecin" in text for text in told)


def test_a_child_s_certificate_bears_the_child_s_name() -> None:
    values = {value.label: value.text for value in composed("2-enfant.toml").values}
    assert (values["Prénom"], values["Nom de naissance"]) == ("Léa", "Martin Sow")


def test_after_the_request_only_her_needs_are_asked(form: FormDefinition) -> None:
    """The same questions have the same names: her answers to the request 15692 serve here."""
    request = CATALOGUE.form(REQUEST)
    known = {question.id for section in request.section for question in section.question}
    for who in ("moi", "enfant"):
        draft = Draft(PACK, {"mdph_pour": who, "hebergement": "chez-moi"})
        now = [one.question.id for one in asked_now(form, draft, TODAY)]
        new = [name for name in now if name not in known and not name.startswith("piece_")]
        assert new == ["certificat_besoins"]
