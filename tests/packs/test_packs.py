"""Every pack that we ship passes every check, and its examples give what they say."""

import datetime as dt

import pytest

from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.parse import parse_pack
from desktop_app.i18n import sentence
from desktop_app.workflow.packs.checking import check_texts
from tests.helpers.faults import assert_none
from tests.helpers.ours import CATALOGUE, LAW

TODAY = dt.date(2026, 11, 30)
PACKS = {texts.id: texts for texts in CATALOGUE.all_texts()}


@pytest.mark.timeout(1200)
def test_nothing_is_to_be_corrected():
    """As ``pack check`` says it, which is all that a pack's author is asked to run."""
    assert_none(
        [
            f"{name}, {problem.place}: {sentence(problem.code, problem.parameters)}"
            for name, texts in PACKS.items()
            for problem in check_texts(texts, LAW, TODAY, for_others=True).problems
        ]
    )


def test_there_are_a_letter_and_two_forms():
    kinds = [parse_pack(texts.texts).kind for texts in PACKS.values()]

    assert kinds.count("letter") >= 1
    assert kinds.count("form") >= 2


def test_a_letter_has_paragraphs_that_a_person_may_take_out():
    letter = CATALOGUE.letter("caf-indu-rsa")

    assert isinstance(letter, LetterDefinition)
    assert any(paragraph.optional for paragraph in letter.paragraph)
    assert not all(paragraph.optional for paragraph in letter.paragraph)
