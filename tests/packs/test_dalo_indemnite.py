"""Money asked of the State after a DALO decision: from the end of the prefect's time."""

import pytest

from tests.helpers.shipped import Shipped

WAITING = Shipped("dalo-indemnite", "1-famille-toujours-a-l-hotel.toml")
HOUSED = Shipped("dalo-indemnite", "2-relogee-tard.toml")


@pytest.mark.parametrize(
    ("delay", "words"),
    [
        ("six", "six mois pour me loger, jusqu'au 5 septembre 2024"),
        ("trois", "trois mois pour me loger, jusqu'au 5 juin 2024"),
    ],
)
def test_the_end_of_the_prefects_time_is_told(delay: str, words: str) -> None:
    assert words in WAITING.text("decision", ind_delai=delay)
    assert "Vous aviez" not in WAITING.text("decision", ind_delai="ne-sait-pas")


def test_a_home_at_last_ends_the_wait() -> None:
    assert "toujours pas" in WAITING.text("attente")
    assert "que le 1er octobre 2026" in HOUSED.text("attente")
    assert WAITING.warned("pas un logement")
    assert not HOUSED.warned("pas un logement")


def test_each_person_counts() -> None:
    assert "chacune d'elles" in WAITING.text("foyer")
    assert "chacune" not in HOUSED.text("foyer")


def test_too_early_is_told() -> None:
    assert not WAITING.warned("trop tôt")
    assert WAITING.warned("trop tôt", ind_decision="01/09/2026", ind_jugement=None)


def test_a_judgment_is_told_only_if_there_was_one() -> None:
    assert "le tribunal vous a ordonné" in WAITING.text("decision")
    assert "tribunal" not in HOUSED.text("decision")


def test_no_sum_is_invented() -> None:
    assert "montant" in {one.question for one in HOUSED.compose(unknown=("montant",)).missing}
