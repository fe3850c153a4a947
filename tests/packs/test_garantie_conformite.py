"""The legal guarantee: two years, a fault presumed for less when second-hand, the money last."""

import datetime as dt

import pytest

from tests.helpers.rsa import ids, text
from tests.helpers.shipped import Shipped

NEW = Shipped("garantie-conformite", "1-lave-linge-neuf.toml")
CAR = Shipped("garantie-conformite", "2-voiture-refus.toml")
OLD = Shipped("garantie-conformite", "3-apres-deux-ans.toml")
DAY = dt.date(2028, 6, 1)


@pytest.mark.parametrize(
    ("fault", "presumed", "guaranteed"),
    [("2027-05-05", True, True), ("2027-05-06", False, True), ("2028-05-06", False, False)],
)
def test_second_hand_is_presumed_for_twelve_months(
    fault: str, presumed: bool, guaranteed: bool
) -> None:
    """Consumer code L.217-3, L.217-7: received on 5 May 2026."""
    letter = Shipped("garantie-conformite", "2-voiture-refus.toml", day=DAY)
    assert ("presume" in letter.ids(gar_panne=fault)) is presumed
    assert ("garantie" in letter.ids(gar_panne=fault)) is guaranteed


def test_new_is_presumed_for_two_years() -> None:
    assert "vingt-quatre mois" in NEW.text("presume")
    assert {"garantie", "presume", "remettre"} & OLD.ids() == set()
    assert OLD.warned("ne joue plus")


def test_money_is_asked_only_after_a_repair_was_asked() -> None:
    """Consumer code L.217-14."""
    assert "argent" not in NEW.ids()
    assert "argent" not in CAR.ids(gar_deja="rien", gar_choix="reparation")
    assert "remettre" not in CAR.ids()


def test_a_private_sale_is_another_law() -> None:
    """Civil code 1641, 1648."""
    assert all(letter.warned("vices cachés") for letter in (NEW, CAR, OLD))


def test_an_unknown_day_claims_no_guarantee() -> None:
    said = {*CAR.compose(unknown=("gar_panne",)).paragraphs}
    assert not any("presume" in str(one) and "L.217-7" in str(one) for one in said)


@pytest.mark.parametrize("lost", ["gar_panne", "gar_recu"])
def test_a_day_not_known_leaves_the_demand(lost: str) -> None:
    """Consumer code L.217-8: an unknown day never takes the request away."""
    new, car = ids(NEW.compose(unknown=(lost,))), ids(CAR.compose(unknown=(lost,)))
    assert {"garantie", "remettre"} <= set(new)
    assert {"garantie", "argent"} <= set(car)
    assert "presume" not in new
    assert "presume" not in car


def test_what_was_paid_so_far_is_not_called_the_price() -> None:
    said = CAR.text("defaut") + CAR.text("argent")
    assert "au prix de" not in said
    assert "remboursement du prix" not in said
    assert "4 200" in said.replace("\u202f", " ").replace("\u00a0", " ")
    assert "toutes les sommes" in text(CAR.compose(unknown=("achat_prix",)), "argent")


def test_after_two_years_a_hidden_defect_remains() -> None:
    """Civil code 1641, 1648: against a professional seller too."""
    assert OLD.warned("il reste les vices cachés")
