"""What is written of a definition is read back as the same values, whatever the words."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.packs.model import FieldMap, Place
from desktop_app.core.packs.write import write_toml
from desktop_app.datafiles import data_root
from tests.helpers.packs import parse_form, parse_letter, parse_map

OURS = FolderCatalogue(data_root("forms"))
FORMS = [item.id for item in OURS.search(kind="form")]
LETTERS = ["caf-indu-rsa", "motifs"]

any_text = st.text(st.characters(exclude_categories=["Cs"]))


@given(any_text, any_text)
def test_any_words_and_any_key(key: str, words: str) -> None:
    data = {"words": words, "list": (words, key), "table": {key: words, "n": 3, "yes": True}}
    assert tomllib.loads(write_toml(data).decode()) == {**data, "list": [words, key]}


@given(st.tuples(*[st.floats(0, 2000)] * 4))
def test_a_box_to_a_hundredth_of_a_point(box: tuple[float, float, float, float]) -> None:
    place = Place(label="Nom", page=1, box=box)
    written = write_toml(FieldMap(edition="1", page_sizes=((595.0, 842.0),), place=(place,)))
    found = parse_map(written, "fields-1.toml").place[0].box
    assert found == pytest.approx(box, abs=0.00501)


@pytest.mark.parametrize("pack", FORMS)
def test_our_own_forms(pack: str) -> None:
    definition, field_map = OURS.form(pack), OURS.field_map(pack)
    assert parse_form(write_toml(definition)) == definition
    assert parse_map(write_toml(field_map), "fields.toml") == field_map


@pytest.mark.parametrize("pack", LETTERS)
def test_our_own_letters(pack: str) -> None:
    definition = OURS.letter(pack)
    assert parse_letter(write_toml(definition)) == definition


def test_a_text_of_several_lines_stands_on_several_lines() -> None:
    written = write_toml({"text": 'Une "ligne".\nDeux.'})
    assert written == b'text = """\nUne \\"ligne\\".\nDeux."""\n'
