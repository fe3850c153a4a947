"""Where one is led from a question, and what the safe has of an interview; no window."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.datafiles import data_root
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.store import Safe
from tests.helpers.example_answers import answers_of
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)
CATALOGUE = FolderCatalogue(data_root("forms"))
LETTER, EXAMPLE = "caf-indu-rsa", "2-je-ne-comprends-pas.toml"


@pytest.fixture
def hand() -> InHand:
    return InHand(saving.begin(CATALOGUE, LETTER, TODAY), person="")


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


def test_an_empty_answer_keeps_one_at_its_question(hand: InHand) -> None:
    first = hand.question
    assert hand.go_on(first, "") == "stay"
    assert hand.question == first


def test_one_goes_on_then_back_with_what_was_typed(hand: InHand) -> None:
    first = hand.step()
    assert first is not None
    choice = first.question.choices[0].id
    assert hand.go_on(first.question.id, choice) == "question"
    second = hand.step()
    assert second is not None
    assert second.number == first.number + 1
    assert hand.go_back(second.question, "à moitié") == "question"
    assert hand.question == first.question.id
    assert hand.interview.draft.answers[second.question.id] == "à moitié"
    assert hand.go_back(first.question, choice) == "back"


def test_the_last_question_leads_to_all_answers_and_a_correction_back_to_them() -> None:
    said = answers_of(LETTER, EXAMPLE)
    hand = InHand(Interview(CATALOGUE.letter(LETTER), Draft(LETTER, said), TODAY), person="")
    last = hand.interview.steps[-1].question.id
    assert hand.go_on(last, said.get(last, "")) == "verify"
    assert hand.question == ""
    while (left := hand.interview.to_do()) is not None:
        hand.say_otherwise(left.question.id, Interview.pass_by)
    hand.correcting = hand.question = last
    assert hand.go_on(last, said.get(last, "")) == "back"


def test_what_is_saved_tells_what_changed_and_comes_back_as_the_safe_has_it(
    hand: InHand, safe: Safe
) -> None:
    first = hand.step()
    assert first is not None
    hand.say(first.question.id, first.question.choices[0].id)
    assert hand.unsaved
    saved = hand.saving(safe)()
    assert saved is not None
    assert (saved.same, hand.unsaved, bool(hand.draft_id)) == (False, False, True)
    assert hand.saving(safe)() is None, "only another question is shown"
    kept = saving.still_there(safe, hand.draft_id)
    assert hand.take_again(kept) is None, "nothing is another"
    hand.say(first.question.id, first.question.choices[-1].id)
    assert hand.take_again(kept) is False
    assert hand.interview.draft.answers[first.question.id] == first.question.choices[0].id
    assert not hand.unsaved
