"""The model in the making: what each gesture does to it, and what is kept aside; no window."""

import pytest

from desktop_app.core.authoring import asking
from desktop_app.core.authoring.boxes import millimetres, set_millimetres
from desktop_app.core.authoring.edited import EditedForm, edited
from desktop_app.core.authoring.expected import EMPTY, KNOWN, expect, expected, repeatable
from desktop_app.core.authoring.history import History
from desktop_app.core.authoring.links import known_data
from desktop_app.core.authoring.tokens import UnknownWords
from desktop_app.pages import own_letter
from desktop_app.sentences import box_words
from desktop_app.wiring import RealTools
from desktop_app.workflow.packs import editing_letter
from desktop_app.workflow.packs.editing_form import Editing
from desktop_app.workflow.packs.editing_letter import OpenLetter

CATALOGUE = RealTools().catalogue
LETTER = "cada"


@pytest.fixture
def form() -> EditedForm:
    one = next(one for one in CATALOGUE.search(kind="form") if not one.prepared)
    return edited(CATALOGUE.form(one.id), CATALOGUE.field_map(one.id))


def test_undo_takes_the_box_that_differs_in_hand(form: EditedForm) -> None:
    hand = Editing(b"", History(form), selected=1)
    hand.change(lambda one, index: asking.set_label(one, index, "Autre nom"), "label")
    hand.change(lambda one, index: asking.set_label(one, index, "Autre nom encore"), "label")
    hand.select(4)
    hand.undo()
    assert (hand.form, hand.selected, hand.touched) == (form, 1, False)
    hand.redo()
    assert hand.form.places[1].label == "Autre nom encore"


def test_the_last_box_taken_away_leaves_none_in_hand(form: EditedForm) -> None:
    hand = Editing(b"", History(form), selected=99_999)
    assert hand.selected == len(form.places) - 1
    for _ in form.places:
        hand.remove()
    assert (hand.place, hand.selected) == (None, -1)
    hand.add(1, box_words.new_label(hand.form))
    assert hand.place is not None
    assert (hand.place.label, expected(hand.form, 0)) == ("Case 1", "text")


def test_a_length_that_is_not_changed_stays_exact(form: EditedForm) -> None:
    left, top, wide, high = millimetres(form, 0)
    moved = set_millimetres(form, 0, (left + 1, top, wide, high))
    assert moved.places[0].box[1:] == pytest.approx(form.places[0].box[1:], abs=0.01)
    assert millimetres(moved, 0)[0] == pytest.approx(left + 1, abs=0.1)


def test_a_box_waits_for_nothing_or_for_what_is_known(form: EditedForm) -> None:
    known = known_data(CATALOGUE.groups)
    index = next(n for n, place in enumerate(form.places) if place.kind == "text")
    empty = expect(form, index, EMPTY, known)
    assert expected(empty, index) == EMPTY
    again = expect(empty, index, KNOWN, known)
    assert expected(again, index) == KNOWN
    links = list(repeatable(again, index, known))
    assert set(box_words.answers(again, links)) == {one.key for one in links}


def test_words_that_cannot_stand_are_kept_aside_until_they_can() -> None:
    editing = editing_letter.begin(CATALOGUE, LETTER, "{title} (ma version)")
    hand = OpenLetter(editing)
    before, hand.open = hand.letter, 0
    signs = own_letter.row(hand, 0).signs
    assert not hand.take_text("Bonjour [personne]", signs)
    assert (hand.letter, hand.open, editing.unsaved) == (before, 0, True)
    (fault,) = hand.faults[0]
    assert isinstance(fault, UnknownWords)
    row = own_letter.row(OpenLetter(editing), 0)
    assert row.source == "Bonjour [personne]"
    assert row.source[slice(*row.mark)] == "[personne]"
    assert row.wrong.startswith("Erreur : « [personne] » n’est pas une réponse")
    assert hand.take_text("Bonjour.", signs)
    assert (hand.letter.paragraphs[0].text, editing.typing, hand.faults) == ("Bonjour.", None, {})
    hand.undo()
    assert hand.letter == before
