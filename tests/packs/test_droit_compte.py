"""The right to an account: a bank refused, or said nothing for fifteen days."""

import pytest

from tests.helpers.shipped import Shipped

REFUSED = Shipped("droit-compte", "1-attestation-de-refus.toml")
SILENT = Shipped("droit-compte", "2-banque-silencieuse.toml")


def test_fifteen_days_of_silence_are_a_refusal() -> None:
    """CMF R.312-6-1."""
    assert "R.312-6-1" in SILENT.text("silence")
    assert "silence" not in REFUSED.ids()


@pytest.mark.parametrize(("received", "early"), [("09/11/2026", False), ("10/11/2026", True)])
def test_one_day_early_is_told(received: str, early: bool) -> None:
    """Fifteen whole days: received on the 9th, the bank had until the 24th."""
    assert SILENT.warned("pas encore passés", compte_demande=received) is early


def test_a_single_account_that_closes_is_no_account() -> None:
    """CMF R.312-6."""
    assert "va être fermé" in SILENT.text("compte-ferme", compte_fermeture="15/01/2027")
    assert "a été fermé" in SILENT.text("compte-ferme")


def test_a_certificate_is_due_and_its_lack_is_said() -> None:
    said = REFUSED.text("refus", compte_reponse="sans-attestation")
    assert "elle la doit gratuitement" in said
    assert "est jointe" not in said


def test_without_a_bank_asked_first_the_letter_waits() -> None:
    assert REFUSED.warned("Demandez d'abord", compte_reponse="rien", compte_refus=None)
    assert not {"refus", "silence"} & REFUSED.ids(compte_reponse="rien", compte_refus=None)


def test_an_account_that_works_gives_no_right_to_another() -> None:
    assert REFUSED.warned("n'est pas pour vous", compte_situation="oui")
    assert "aucun compte" not in REFUSED.text(compte_situation="oui")


def test_mail_at_an_association_and_no_identity_card_are_no_obstacle() -> None:
    assert {"domiciliation", "sans-piece"} <= SILENT.ids()
    assert not {"domiciliation", "sans-piece"} & REFUSED.ids()
