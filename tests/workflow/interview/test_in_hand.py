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


def test_an_empty_answer_keeps_one_at_its_page(hand: InHand) -> None:
    first = hand.question
    assert hand.go_on({}) == "stay"
    assert hand.question == first


def test_what_an_answer_opens_on_the_page_is_asked_before_one_goes_on(hand: InHand) -> None:
    said = {"organisme": "caf", "date_decision": "3/11/2026", "comment_recue": "compte-en-ligne"}
    assert hand.go_on(said) == "stay"
    assert hand.question == "date_depot"
    assert hand.go_on(said | {"date_depot": "", "date_ouverture": ""}) == "question"
    assert {"date_depot", "date_ouverture"} <= hand.interview.draft.unknown
    first = hand.interview.page("organisme")
    assert first is not None
    assert not first.has(hand.question)


def test_one_goes_back_with_what_was_typed(hand: InHand) -> None:
    hand.interview = hand.interview.answer("comment_recue", "ne-sait-plus")
    said = {"organisme": "caf", "date_decision": "3/11/2026", "date_reception": "6/11/2026"}
    first = hand.page()
    assert hand.go_on(said | {"comment_recue": "ne-sait-plus"}) == "question"
    second = hand.page()
    assert first is not None
    assert second is not None
    assert hand.go_back({"montant": "à moitié"}) == "question"
    assert first.has(hand.question)
    assert hand.interview.draft.answers["montant"] == "à moitié"
    assert hand.go_back({}) == "back"


def test_a_necessary_answer_can_wait(hand: InHand) -> None:
    said = {"date_decision": "3/11/2026", "comment_recue": "ne-sait-plus", "date_reception": ""}
    assert hand.go_on(said) == "stay"
    assert hand.go_on(said, {"organisme"}) == "question"


def test_the_last_page_leads_to_all_answers_and_a_correction_back_to_them() -> None:
    said = answers_of(LETTER, EXAMPLE)
    hand = InHand(Interview(CATALOGUE.letter(LETTER), Draft(LETTER, said), TODAY), person="")
    last = hand.question = hand.interview.pages[-1].all[0].id
    assert hand.go_on({}) == "verify"
    assert hand.question == ""
    while (left := hand.interview.to_do()) is not None:
        hand.say_otherwise(left.question.id, Interview.pass_by)
    hand.correcting = hand.question = last
    assert hand.go_on({}) == "back"


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
