"""Rent and charges: only what the person ticked, the rent goes on, a fixed sum is not settled."""

import pytest

from tests.helpers.shipped import Shipped

RISE = Shipped("loyer-hausse", "1-sans-clause-rappel.toml")
ENERGY = Shipped("loyer-hausse", "2-dpe-calcul-paye.toml")
SOCIAL = Shipped("loyer-hausse", "3-hlm-detail.toml")
LATE = Shipped("charges-contestation", "1-immeuble-tardif.toml")
FIXED = Shipped("charges-contestation", "2-forfait-paye.toml")
DETAIL = Shipped("charges-contestation", "3-detail-recu.toml")
COMMISSION = Shipped("cdc-saisine", "1-loyer-silence.toml")
GROUNDS = {"clause", "dpe", "rappel", "an", "deux-fois", "calcul"}


@pytest.mark.parametrize("ground", sorted(GROUNDS - {"dpe", "calcul"}))
def test_only_the_ground_that_was_ticked_is_written(ground: str) -> None:
    assert RISE.ids(lh_motifs=[ground]) & GROUNDS == {ground}


def test_an_f_or_g_home_only_for_a_lease_of_after_the_law() -> None:
    assert "dpe" in ENERGY.ids()
    assert "dpe" not in ENERGY.ids(lh_depuis="non")
    assert ENERGY.warned("n'est pas invoquée", lh_depuis="non")


def test_where_no_rise_is_allowed_the_computation_only_comes_second() -> None:
    assert ENERGY.text("calcul").startswith("Même si une hausse était permise")
    assert "que l'ancien loyer reste dû" in ENERGY.text("demande")
    assert "le bon loyer" in ENERGY.text("demande", lh_motifs=["calcul"])


def test_without_a_ground_nothing_is_claimed() -> None:
    alone = {"lh_motifs": ["dpe"], "lh_depuis": "non"}
    assert "detail" in ENERGY.ids(**alone)
    assert "que l'ancien loyer reste dû" not in ENERGY.text("demande", **alone)
    assert "que l'ancien loyer reste dû" not in RISE.text("demande", lh_bail="autre")
    assert "Je conteste" not in RISE.text("contestation", lh_bail="autre")


def test_another_regime_has_none_of_these_grounds() -> None:
    ticked = RISE.ids(lh_bail="autre")
    assert ticked & GROUNDS == set()
    assert "detail" in SOCIAL.ids()


@pytest.mark.parametrize("letter", [RISE, ENERGY, LATE, FIXED, COMMISSION])
def test_the_rent_goes_on_being_paid(letter: Shipped) -> None:
    words = ("Payez toujours", "Continuez de payer")
    assert any(letter.warned(said) for said in words)


def test_nobody_says_she_pays_who_did_not_say_so() -> None:
    assert "Je continue de payer" in LATE.text("suite")
    assert "Je continue de payer" not in DETAIL.text("suite")
    assert "Je continue de payer" not in LATE.text("suite", ch_loyer=None)


def test_a_fixed_sum_asks_for_no_account() -> None:
    assert {"justificatifs", "douziemes", "preuve"}.isdisjoint(FIXED.ids(ch_tard="oui"))


def test_what_came_is_not_asked_again() -> None:
    assert "décompte par nature" not in DETAIL.text("justificatifs")
    assert "mode de répartition" not in LATE.text("justificatifs", ch_recu=["partage"])
    assert "douziemes" not in LATE.ids(ch_tard=None)


def test_the_commission_stops_nothing() -> None:
    assert COMMISSION.warned("ne les arrête pas")
    assert COMMISSION.warned("conciliateur de justice et pas la commission")
