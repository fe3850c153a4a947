"""Asking the prefect to change a refusal: not against an order to leave, only what is told."""

import pytest

from tests.helpers.shipped import Shipped

FAMILY = Shipped("pref-gracieux", "1-famille-et-enfants.toml")
TEN_YEARS = Shipped("pref-gracieux", "2-dix-ans-travail-association.toml")
CARE = Shipped("pref-gracieux", "3-retrait-soins-etudes.toml")


def test_an_order_to_leave_is_for_a_lawyer_today() -> None:
    """CESEDA L.614-1: one month for all, which this appeal does not keep."""
    assert FAMILY.warned("n'arrête pas son délai")
    assert not FAMILY.warned("n'arrête aucun délai")


def test_the_delay_is_that_of_a_refusal_without_an_order() -> None:
    assert FAMILY.rule() == ("titre-refus", "lrar-retiree", "date_presentation", "")


@pytest.mark.parametrize(
    ("since", "summoned", "stands"),
    [
        ("10/11/2016", "non", True),
        ("11/11/2016", "non", False),
        ("01/03/2014", "oui", False),
        ("01/03/2014", "ne-sait-pas", False),
    ],
)
def test_the_commission_is_for_ten_years_and_no_summons(
    since: str, summoned: str, stands: bool
) -> None:
    """CESEDA L.435-1 and L.432-13, counted to the day of the decision."""
    assert ("commission" in TEN_YEARS.ids(sejour_depuis=since, commission_titre=summoned)) is stands


def test_family_life_rests_on_a_family_told() -> None:
    assert "vie-privee" in FAMILY.ids()
    assert "vie-privee" not in TEN_YEARS.ids()


def test_no_illness_is_told() -> None:
    said = CARE.text("sante")
    assert "médecin" in said
    assert "maladie" not in said


def test_years_unknown_are_not_told() -> None:
    assert "presence" not in CARE.ids()


def test_papers_are_said_enclosed_only_when_they_are() -> None:
    assert "sont jointes" in FAMILY.text("presence")
    assert "sont jointes" not in FAMILY.text("presence", piece_presence="non")
