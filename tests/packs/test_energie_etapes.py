"""A cut of power: what an energy voucher gives is said only by who has one."""

import pytest

from tests.helpers.shipped import Shipped

SUMMER = Shipped("energie-reclamation", "7-coupure-hors-hiver.toml")
WINTER = Shipped("energie-reclamation", "4-coupe-en-hiver.toml")


@pytest.mark.parametrize(
    "change",
    [
        {"cheque_energie": "non", "energie_compteur": None, "energie_frais": []},
        {"energie_compteur": "non"},
        {"energie_compteur": None},
        {"energie_genre": "gaz", "energie_compteur": None},
    ],
)
def test_the_sixty_days_are_of_who_has_the_voucher_and_the_meter(
    change: dict[str, str | list[str] | None],
) -> None:
    assert "etapes" in SUMMER.ids()
    assert "etapes" not in SUMMER.ids(**change)


def test_in_winter_no_cut_at_all() -> None:
    """CASF L.115-3."""
    assert "hiver" in WINTER.ids()
    assert "etapes" not in WINTER.ids()


def test_costs_are_contested_only_where_they_were_counted() -> None:
    """Consumer code L.224-13; energy code R.124-16."""
    assert "frais" not in SUMMER.ids(energie_frais=[])
    assert "L.224-13" not in SUMMER.text("frais", energie_frais=["deplacement"])
    assert SUMMER.warned("Ne résiliez pas")
