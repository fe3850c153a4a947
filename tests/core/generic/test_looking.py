"""What a person says of the boxes of a PDF before its questions: each gesture is a new value."""

import pytest

from desktop_app.core.generic.facts import Box, FormFacts, Spot
from desktop_app.core.generic.looking import Looked, looked_at

SIZE = (595.0, 842.0)


def box(page: int, number: int) -> Box:
    return Box(f"{page}/{number}", "text", (Spot(page, (0, 0, 90, 9)),))


@pytest.fixture
def looked() -> Looked:
    """Boxes on the second and the fourth of four pages."""
    boxes = (box(2, 1), box(2, 2), box(4, 1))
    return looked_at(FormFacts("", (SIZE,) * 4, boxes), {one.name: "Nom" for one in boxes})


def test_it_begins_at_the_first_page_that_has_a_box_and_goes_round(looked: Looked) -> None:
    assert looked.page == 2
    assert looked.turn_on().page == 4
    assert looked.turn_on().turn_on().page == 2
    assert [one.name for one in looked.turn_on().here] == ["4/1"]


def test_what_is_no_box_is_not_asked_until_it_is_one_again(looked: Looked) -> None:
    without = looked.choose("2/1").remove("2/1")
    assert (without.count, without.chosen) == (2, "")
    assert len(without.here) == 2, "it can be put back"
    assert without.put_back("2/1").changes == looked.changes


def test_a_box_is_left_by_choosing_it_again(looked: Looked) -> None:
    assert looked.choose("2/1").choose("2/1") == looked
    assert looked.choose("2/1").choose("2/2").chosen == "2/2"


@pytest.mark.parametrize("words", ["", "Nom"])
def test_our_words_are_no_change(looked: Looked, words: str) -> None:
    renamed = looked.rename("2/1", "Nom de jeune fille")
    assert renamed.changes.renamed == {"2/1": "Nom de jeune fille"}
    assert renamed.rename("2/1", words).changes == looked.changes
