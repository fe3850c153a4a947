"""Asking a conciliator: an attempt before the judge, which stops no delay by itself."""

import pytest

from tests.helpers.shipped import Shipped

CRAFTSMAN = Shipped("conciliateur", "1-artisan.toml")
HEDGE = Shipped("conciliateur", "2-haie-du-voisin.toml")


@pytest.mark.parametrize("letter", [CRAFTSMAN, HEDGE])
def test_one_thing_is_asked_money_or_an_act(letter: Shipped) -> None:
    assert len({"somme", "acte"} & letter.ids()) == 1


@pytest.mark.parametrize("letter", [CRAFTSMAN, HEDGE])
def test_what_would_lose_the_case_is_said(letter: Shipped) -> None:
    """CPC 750-1; Civil code 2238."""
    assert letter.warned("n'est pas une tentative")
    assert letter.warned("n'arrête pas le temps")
    assert letter.warned("dans les trois mois")


def test_a_proof_of_failure_is_asked() -> None:
    assert "attestation d'échec" in CRAFTSMAN.text("suite")


def test_a_letter_already_sent_is_told_only_when_dated() -> None:
    assert "2 novembre 2026" in CRAFTSMAN.text("ecrit")
    assert "ecrit" not in HEDGE.ids()


def test_who_is_afraid_does_not_go_to_a_meeting() -> None:
    assert HEDGE.warned("N'allez pas à une rencontre")
    assert not CRAFTSMAN.warned("N'allez pas à une rencontre")


def test_a_landlord_is_not_called_a_tenant() -> None:
    assert "mon locataire" not in HEDGE.text("demande", conc_lien="bailleur")
    assert "mon propriétaire" not in HEDGE.text("demande", conc_lien="locataire")
    assert HEDGE.warned("N'allez pas à une rencontre", conc_lien="locataire")


def test_the_attempt_is_not_said_compulsory_for_any_sum() -> None:
    """CPC 750-1: up to 5,000 euros only."""
    assert "peut m'être demandée" in CRAFTSMAN.text("suite", conc_somme="7000")
