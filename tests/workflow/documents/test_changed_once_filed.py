"""What is changed after it was filed is offered again until it is filed anew, and never lost."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.filing import file_written
from desktop_app.workflow.documents.rendering import Made, make_letter, make_on_paper
from desktop_app.workflow.documents.with_blank import take_up
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.definitions import drafted
from desktop_app.workflow.interview.in_hand import InHand, Saved
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter.place import MAINLAND, road_of, territory_of
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 25)
TOOLS = RealTools()
PAPERS = {"letter": TOOLS.demo.letter, "form": TOOLS.demo.form}


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


def in_hand(draft: Draft) -> InHand:
    definition = drafted(TOOLS.catalogue, draft)
    return InHand(Interview(definition, draft, TODAY, TOOLS.catalogue.abbreviations), person="")


def taken_up(safe: Safe, draft: str) -> InHand:
    found = take_up(TOOLS, safe, draft)
    return InHand(found.interview, person="", draft_id=draft, dossier=found.dossier)


def made_of(hand: InHand) -> Made:
    draft = hand.interview.draft
    make = make_letter if draft.pack == TOOLS.demo.letter.pack else make_on_paper
    return make(TOOLS, draft, TODAY)


def filed(safe: Safe, hand: InHand) -> str:
    """Save the answers in hand, make their paper and file it; return the dossier."""
    hand.saving(safe)()
    draft = hand.interview.draft
    return file_written(safe, TOOLS, made_of(hand), draft, hand, person="", printed_on=TODAY)[0]


def changed(safe: Safe, hand: InHand, town: str = "Lille") -> Saved:
    """Change an answer as the window does: it is saved while it is typed."""
    question = next(one for one in hand.interview.draft.answers if one.endswith("commune"))
    hand.say(question, town)
    saved = hand.saving(safe)()
    assert saved is not None
    return saved


def offered(safe: Safe) -> list[str]:
    found, _left = saving.unfinished(safe, TOOLS.catalogue, TODAY)
    return [one.id for one in found]


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_offered_with_what_was_typed_until_it_is_filed_anew(safe: Safe, paper: str) -> None:
    hand = in_hand(PAPERS[paper])
    dossier = filed(safe, hand)
    assert offered(safe) == []
    changed(safe, hand)
    assert offered(safe) == [hand.draft_id]
    again = taken_up(safe, hand.draft_id)
    assert again.interview.draft == hand.interview.draft
    assert filed(safe, again) == dossier
    assert offered(safe) == []
    assert len(safe.dossiers.all()) == 1
    assert [one.earlier for one in safe.documents(dossier=dossier)] == [False, True]


def test_what_was_changed_since_its_paper_was_made_is_still_offered(safe: Safe) -> None:
    hand = in_hand(PAPERS["letter"])
    hand.saving(safe)()
    made, draft = made_of(hand), hand.interview.draft
    changed(safe, hand)
    file_written(safe, TOOLS, made, draft, hand, person="", printed_on=None)
    assert offered(safe) == [hand.draft_id]


def test_only_looked_at_it_is_not_offered(safe: Safe) -> None:
    hand = in_hand(PAPERS["letter"])
    filed(safe, hand)
    again = taken_up(safe, hand.draft_id)
    for step in again.interview.steps[:3]:
        again.question = step.question.id
        again.saving(safe)()
    assert offered(safe) == []


def test_undone_it_is_not_offered_any_more(safe: Safe) -> None:
    hand = in_hand(PAPERS["letter"])
    filed(safe, hand)
    safe.undo(changed(safe, hand).reverse, on=TODAY)
    assert offered(safe) == []
    assert (
        saving.resume(safe, TOOLS.catalogue, hand.draft_id, TODAY).interview.draft
        == (PAPERS["letter"])
    )


def test_meanwhile_the_dossier_still_knows_what_its_letter_says(safe: Safe) -> None:
    hand = in_hand(PAPERS["letter"])
    dossier = filed(safe, hand)
    hand.say("code_postal", "97410")
    hand.saving(safe)()
    home = road_of(safe, TOOLS.law, dossier).territory
    assert home == territory_of(TOOLS.law, "97410") != MAINLAND


def test_of_a_dossier_that_was_thrown_away_it_is_offered_as_a_new_matter(safe: Safe) -> None:
    hand = in_hand(PAPERS["letter"])
    dossier = filed(safe, hand)
    safe.bin.put(dossier, on=TODAY, kind="dossier")
    assert offered(safe) == []
    changed(safe, hand)
    assert offered(safe) == [hand.draft_id]
    assert filed(safe, taken_up(safe, hand.draft_id)) != dossier


def test_a_dossier_thrown_away_while_one_writes_is_not_filled(safe: Safe) -> None:
    hand = in_hand(PAPERS["letter"])
    dossier = filed(safe, hand)
    again = taken_up(safe, hand.draft_id)
    assert again.dossier == dossier
    safe.bin.put(dossier, on=TODAY, kind="dossier")
    assert filed(safe, again) not in ("", dossier)
