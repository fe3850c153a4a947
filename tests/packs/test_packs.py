"""Every pack that we ship passes every check, and its examples give what they say."""

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.definitions.model import LetterDefinition
from desktop_app.core.definitions.parse import parse_pack
from desktop_app.datafiles import data_root
from desktop_app.i18n import sentence
from desktop_app.workflow.packs import check_texts

CATALOGUE = FolderCatalogue(data_root("forms"))
PACKS = {texts.id: texts for texts in CATALOGUE.all_texts()}


@pytest.mark.parametrize("pack", sorted(PACKS))
def test_nothing_is_to_be_corrected(pack):
    checked = check_texts(PACKS[pack], FolderLaw())

    assert [
        f"{problem.place} : {sentence(problem.code, problem.parameters)}"
        for problem in checked.problems
    ] == []


@pytest.mark.parametrize("pack", sorted(PACKS))
def test_examples_say_something(pack):
    examples = parse_pack(PACKS[pack].texts).examples

    assert examples
    for example, _ in examples.values():
        expected = example.expected
        assert expected.paragraphs or expected.values or expected.ticks, "an example proves nothing"


def test_there_are_a_letter_and_two_forms():
    kinds = [parse_pack(texts.texts).kind for texts in PACKS.values()]

    assert kinds.count("letter") >= 1
    assert kinds.count("form") >= 2


def test_a_letter_has_paragraphs_that_a_person_may_take_out():
    letter = CATALOGUE.letter("caf-indu-rsa")

    assert isinstance(letter, LetterDefinition)
    assert any(paragraph.optional for paragraph in letter.paragraph)
    assert not all(paragraph.optional for paragraph in letter.paragraph)
