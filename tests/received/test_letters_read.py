"""From fictional letters, as PDF and as pictures: what is proposed, and where it is shown.

The whole table is ``python -m tests.received.score``.
"""

import pytest

from desktop_app.core.received.model import FACTS
from tests.received.letters import letters
from tests.received.noise import KINDS
from tests.received.scoring import INVENTED, PDF, WRONG, Score, score

SOME = ("caf-indu-rsa", "mdph-cmi", "impots-revenu", "ft-contrainte")
FACTS_TOLD = {"sender", "decision", "written_on", "sum", "delay"}


def wrong(found: Score) -> int:
    return sum(one[WRONG] + one[INVENTED] for one in found.counts.values())


@pytest.mark.parametrize("held_out", [False, True])
def test_letters_as_pdf(held_out: bool) -> None:
    found = score(letters(held_out=held_out), PDF)
    assert found.share() >= 0.97, found.unsaid
    assert not found.wrong
    assert not found.misplaced


def test_there_are_letters_of_each_kind_of_sender_and_a_third_of_them_is_held_out() -> None:
    every, held = letters(), letters(held_out=True)
    assert len(every) >= 30
    assert len(held) >= len(every) / 3
    assert {one.sender for one in every} == {one.sender for one in held} | {"banque"}
    assert {one.layout for one in held}.isdisjoint({one.layout for one in letters(held_out=False)})


@pytest.mark.usefixtures("recogniser")
def test_some_letters_scanned() -> None:
    found = score([one for one in letters() if one.id in SOME], "scan 200")
    assert found.share() >= 0.9, found.unsaid
    assert wrong(found) <= 1, found.wrong
    assert not found.misplaced


@pytest.mark.slow
@pytest.mark.usefixtures("recogniser")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_as_a_picture(kind: str) -> None:
    found = score(letters(), kind)
    assert found.share() >= 0.9, found.unsaid
    assert found.share([one for one in FACTS if one in FACTS_TOLD]) >= 0.92
    assert wrong(found) <= len(letters()) * 0.15, found.wrong
    assert len(found.misplaced) <= 2, found.misplaced
