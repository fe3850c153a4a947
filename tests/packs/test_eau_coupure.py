"""Water cut for unpaid bills: forbidden in the main home only; the debt is not admitted."""

import pytest

from tests.helpers.rsa import text
from tests.helpers.shipped import Shipped

CUT = Shipped("eau-coupure", "1-coupee-avec-un-bebe.toml")
SECOND_HOME = Shipped("eau-coupure", "2-residence-secondaire.toml")


@pytest.mark.parametrize("home", ["oui", "non"])
def test_the_ban_is_for_the_main_home(home: str) -> None:
    """CASF L.115-3."""
    assert ("interdit" in CUT.ids(eau_logement=home)) is (home == "oui")
    assert ("juge" in CUT.ids(eau_logement=home)) is (home == "oui")


def test_a_reduced_flow_is_spoken_of_only_when_it_is() -> None:
    assert "débit" in CUT.text("interdit", eau_etat="reduite")
    assert "débit" not in CUT.text("interdit")


def test_an_offer_to_pay_admits_nothing() -> None:
    assert "ne veut pas dire que je reconnais" in CUT.text("payer")
    assert "payer" not in SECOND_HOME.ids()


def test_a_threat_asks_for_no_reopening() -> None:
    assert "vingt-quatre heures" not in CUT.text("demande", eau_etat="menace")


def test_a_seal_is_never_broken_and_the_judge_is_the_judicial_one() -> None:
    assert CUT.warned("Ne cassez pas le scellé")
    assert CUT.warned("N'allez pas au tribunal administratif")


def test_the_bill_is_the_firms_word_and_never_a_debt_admitted() -> None:
    assert "que vous chiffrez à 214" in CUT.text("fait")
    assert "facture" not in text(CUT.compose(unknown=("eau_somme",)), "fait")
