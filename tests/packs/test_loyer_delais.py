"""A plan offered to the landlord: paying is never made to recognise a wrong sum."""

import pytest

from tests.helpers.shipped import Shipped

HLM = Shipped("loyer-delais", "1-hlm-apres-une-perte-d-emploi.toml")
AGENCY = Shipped("loyer-delais", "2-somme-contestee-commandement.toml")


@pytest.mark.parametrize(
    ("agreed", "owes"), [("oui", True), ("non", False), ("ne-sait-pas", False)]
)
def test_a_debt_is_recognised_only_by_who_agrees(agreed: str, owes: bool) -> None:
    said = HLM.text(loyer_accord=agreed)
    assert ("Je vous dois" in said) is owes
    assert ("ne vaut pas reconnaissance" in said) is not owes


def test_the_detail_is_asked_without_a_reproach_when_nothing_is_known() -> None:
    said = AGENCY.text("desaccord", loyer_accord="ne-sait-pas")
    assert "n'est pas juste" not in said
    assert "décompte, mois par mois" in said


def test_the_current_rent_comes_first_in_the_offer() -> None:
    assert "que je paie de nouveau depuis" in HLM.text("offre")
    assert "que je paierai de nouveau à partir du" in AGENCY.text("offre")


def test_an_order_to_pay_changes_what_is_asked() -> None:
    assert "ne pas saisir le juge" in AGENCY.text("commandement")
    assert AGENCY.warned("six semaines")
    assert "commandement" not in HLM.ids()
    assert not HLM.warned("six semaines")


@pytest.mark.parametrize(("who", "stands"), [("hlm", True), ("agence", False), ("prive", False)])
def test_only_social_landlords_have_someone_to_meet(who: str, stands: bool) -> None:
    assert ("rendez-vous" in HLM.ids(bailleur_genre=who)) is stands


def test_a_landlord_is_no_office() -> None:
    assert "L.114-2" not in HLM.text()
    assert HLM.recipient()[0] == "Loire Habitat"
    assert HLM.rule() is None
