"""Parking before its court: its form is never replaced, the right month, no stop promised."""

import pytest

from tests.helpers.shipped import Shipped

REFUSED = Shipped("fps-tsp", "1-refus-paye.toml")
SILENT = Shipped("fps-tsp", "2-silence-carte.toml")
SOLD = Shipped("fps-majore", "1-vendue-jamais-recu.toml")
SEIZED = Shipped("fps-majore", "2-saisie-payee.toml")


@pytest.mark.parametrize("letter", [REFUSED, SILENT, SOLD, SEIZED])
def test_the_courts_own_form_is_never_replaced(letter: Shipped) -> None:
    """CGCT R.2333-120-31."""
    assert "accompagne le formulaire" in letter.text("requete")
    assert letter.warned("Cette feuille ne suffit pas")
    assert letter.warned("n'arrête pas le paiement")
    assert letter.recipient()[0] == "Tribunal du stationnement payant"


def test_the_month_is_of_the_refusal_or_of_the_silence() -> None:
    assert REFUSED.rule() == ("fps-tsp", "rejet-expres", "tsp_refus", "fps-rapo")
    assert SILENT.rule() == ("fps-tsp", "rejet-implicite", "tsp_recu", "fps-rapo")
    assert SOLD.rule() == ("fps-majore-tsp", "notification", "maj_date", "")


def test_a_silence_of_less_than_a_month_is_no_refusal_yet() -> None:
    assert SILENT.warned("attendez ce jour", tsp_recu="26/10/2026", tsp_recours="24/10/2026")
    assert not SILENT.warned("attendez ce jour")


def test_the_increased_charge_is_open_without_the_first_appeal() -> None:
    """CE 10 June 2020, 427155: said only by who made none."""
    assert "sans-recours" in SOLD.ids()
    assert "sans-recours" not in SOLD.ids(maj_recours="oui")
    assert "sans-recours" not in SOLD.ids(maj_recours=None)


def test_nobody_claims_a_right_address_who_did_not_say_so() -> None:
    assert "la mienne" in SOLD.text("jamais-recu")
    assert "la mienne" not in SOLD.text("jamais-recu", maj_adresse="non")
    assert "la mienne" not in SOLD.text("jamais-recu", maj_adresse=None)
    assert "jamais-recu" not in SEIZED.ids()


def test_a_payment_is_asked_back_only_by_who_paid() -> None:
    assert "remboursement" in REFUSED.text("demande")
    assert "remboursement" not in REFUSED.text("demande", tsp_paye=None)
    assert "saisi" not in SOLD.text("demande")
