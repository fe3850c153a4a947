"""A complaint to an energy supplier: old energy, a meter, a home left, a cut, or time to pay."""

import pytest

from tests.helpers.shipped import Shipped

OLD = Shipped("energie-reclamation", "1-rattrapage.toml")
LEFT = Shipped("energie-reclamation", "3-logement-quitte.toml")
CUT = Shipped("energie-reclamation", "4-coupe-en-hiver.toml")
REDUCED = Shipped("energie-reclamation", "5-puissance-reduite.toml")
TIME = Shipped("energie-reclamation", "6-payer-peu-a-peu.toml")


@pytest.mark.parametrize(
    ("since", "useless"), [("29/08/2025", False), ("30/08/2025", True), ("01/09/2025", True)]
)
def test_fourteen_months_before_the_last_reading(since: str, useless: bool) -> None:
    """Code de la consommation L.224-11: the last reading is of 30 October 2026."""
    assert OLD.warned("ne retire rien", conso_debut=since) is useless


def test_contesting_and_asking_for_time_stay_apart() -> None:
    assert OLD.text("delai").startswith("Si je dois quand même payer")
    assert "contestation" not in TIME.ids()
    assert "delai" not in TIME.ids()


@pytest.mark.parametrize("state", ["coupee", "annoncee"])
def test_in_winter_a_main_home_is_not_cut(state: str) -> None:
    """CASF L.115-3."""
    assert "hiver" in CUT.ids(coupure_genre=state)
    assert "hiver" not in CUT.ids(coupure_genre=state, coupure_hiver="non")


def test_power_may_be_reduced_except_with_an_energy_voucher() -> None:
    assert "cheque-energie" in REDUCED.ids()
    without = {"cheque_energie": "non", "piece_cheque": None, "piece_cheque_pages": None}
    assert not {"cheque-energie", "hiver"} & REDUCED.ids(**without)
    assert REDUCED.warned("peut être réduite", **without)


def test_aid_that_is_asked_for_waits_or_is_told() -> None:
    assert "ne pas couper" not in CUT.text("fsl")
    assert "ne pas couper" in TIME.text("fsl", energie_fsl="oui")


def test_a_home_left_is_dated_by_the_day_and_the_meter() -> None:
    assert "le 31 août 2026" in LEFT.text("demenagement")
    assert "10 210 kWh" in LEFT.text("demenagement").replace("\N{NO-BREAK SPACE}", " ")


def test_the_mediator_comes_after_two_months_within_a_year() -> None:
    assert "R.122-1" in OLD.text("mediateur")
    assert OLD.warned("un an à partir de cette lettre")
    assert "L.114-2" not in OLD.text()
