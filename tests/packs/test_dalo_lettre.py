"""The letter to the DALO commission: only the situations ticked, each in its own words."""

import pytest

from tests.helpers.shipped import Shipped

FAMILY = Shipped("dalo-lettre", "1-attente-trop-longue.toml")
EVICTED = Shipped("dalo-lettre", "2-expulsion-seul.toml")
SHELTERED = Shipped("dalo-lettre", "3-hebergee-sans-demande-hlm.toml")

SITUATIONS = ("sans", "expulsion", "structure", "indigne", "petit", "attente")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_situation_has_its_paragraph(situation: str) -> None:
    found = FAMILY.ids(dalo_situations=(situation,)) & set(SITUATIONS)
    assert found == {situation}


def test_a_long_wait_is_not_claimed_without_a_request() -> None:
    assert "attente" not in SHELTERED.ids()
    assert SHELTERED.warned("Faites-la d'abord")


@pytest.mark.parametrize(
    ("people", "children", "words"),
    [
        ("1", None, "Mon foyer ne compte que moi."),
        ("2", "1", "dont 1 enfant mineur."),
        ("5", "3", "dont 3 enfants mineurs."),
        ("2", "0", "Nous sommes 2 personnes."),
    ],
)
def test_the_household_agrees_in_number(people: str, children: str | None, words: str) -> None:
    said = FAMILY.text("foyer", foyer_personnes=people, foyer_enfants=children)
    assert words in said


def test_a_small_home_says_which_child_or_handicap_only_if_there_is_one() -> None:
    assert "au moins un enfant mineur" in FAMILY.text("petit")
    alone = {"foyer_personnes": "2", "foyer_enfants": "0"}
    assert "handicap" not in FAMILY.text("petit", **alone)
    assert "vit avec un handicap" in FAMILY.text("petit", **alone, foyer_fragile=("handicap",))


def test_the_order_to_leave_is_told_only_when_it_came() -> None:
    assert "commandement" in EVICTED.text("expulsion")
    assert "commandement" not in EVICTED.text("expulsion", expulsion_commandement=None)


def test_the_appeal_has_no_last_day_but_says_what_silence_means() -> None:
    assert FAMILY.rule() is None
    assert FAMILY.warned("trois mois après l'accusé de réception (six mois outre-mer)")
    assert EVICTED.warned("n'arrête pas une expulsion")
    assert not FAMILY.warned("n'arrête pas une expulsion")
