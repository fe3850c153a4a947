"""The reminder: what was asked and when, an answer by a day, nothing that is not true."""

import pytest

from tests.helpers.shipped import Shipped

REMISSION = Shipped("relance", "1-remise-sans-reponse.toml")
BANK = Shipped("relance", "2-banque-deja-relancee.toml")


def test_it_recalls_the_letter_and_asks_for_an_answer_by_a_day() -> None:
    assert "5 octobre 2026" in REMISSION.text("rappel")
    assert "avant le 16 décembre 2026" in REMISSION.text("sans-reponse")
    assert "avant" not in REMISSION.text("sans-reponse", relance_date=None)


@pytest.mark.parametrize("silence", ["inconnu", "refus", "accord"])
def test_what_silence_means_is_said_only_when_the_office_wrote_it(silence: str) -> None:
    found = REMISSION.ids(relance_silence=silence)
    assert found & {"ou-en-est", "refus", "accord"} == {
        "ou-en-est" if silence == "inconnu" else silence
    }


@pytest.mark.parametrize("silence", ["inconnu", "refus", "accord"])
@pytest.mark.parametrize("letter", [REMISSION, BANK])
def test_it_threatens_nothing_and_contests_nothing(letter: Shipped, silence: str) -> None:
    said = letter.text(relance_silence=silence)
    for word in ("tribunal", "juge", "mise en demeure", "Je conteste", "poursui", "plainte"):
        assert word not in said


def test_a_bank_is_told_no_law_of_administrations() -> None:
    assert "L.114" not in BANK.text()
    assert "transmission" not in BANK.ids()


def test_reminding_stops_no_delay_and_it_is_said() -> None:
    assert REMISSION.warned("n'arrête aucun délai")
    assert REMISSION.warned("n'attendez pas", relance_silence="refus")
    assert not REMISSION.warned("n'attendez pas")
    assert not REMISSION.letter.deadline
