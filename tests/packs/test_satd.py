"""Contesting a seizure by the Treasury: the act and not the debt, with all proofs at once."""

import pytest

from tests.helpers.shipped import Shipped

ACCOUNT = Shipped("satd", "1-compte-saisi-deja-paye.toml")
WAGES = Shipped("satd", "2-salaire-accord-et-dette-ancienne.toml")
FINE = Shipped("satd", "3-amende-la-forme-seule.toml")


def test_whether_the_debt_is_right_is_never_argued() -> None:
    """LPF L.281."""
    assert ACCOUNT.warned("ce n'est pas ici qu'on le juge")
    assert "je ne dois pas" not in ACCOUNT.text().lower()


@pytest.mark.parametrize("reason", ["paye", "delais", "ancien"])
def test_for_a_fine_only_the_form_is_contested(reason: str) -> None:
    """LPF L.281: for fines only the regularity of the act."""
    assert reason not in FINE.ids(satd_raisons=("forme", reason))
    assert reason in FINE.ids(satd_raisons=("forme", reason), satd_dette="impot")
    assert FINE.warned("Mon amende a augmenté")


@pytest.mark.parametrize(
    ("act", "left", "stands"),
    [
        ("banque", "non", True),
        ("banque", "oui", False),
        ("banque", "ne-sait-pas", False),
        ("salaire", "non", False),
    ],
)
def test_the_sum_to_live_on_is_for_an_account_left_without_it(
    act: str, left: str, stands: bool
) -> None:
    assert ("minimum" in ACCOUNT.ids(satd_acte=act, satd_minimum=left)) is stands


def test_the_sum_to_live_on_has_its_articles_and_the_bank_is_told_first() -> None:
    """CPCE L.162-2, R.162-2, R.162-4, R.162-6; LPF L.262: automatic, and the bank acts."""
    said = ACCOUNT.text("minimum", satd_minimum="non")
    assert all(article in said for article in ("L.162-2", "R.162-2", "L.262"))
    assert "aucune demande n'est nécessaire" in said
    assert ACCOUNT.warned("c'est la banque qui doit agir")
    assert ACCOUNT.warned("651,69 €")
    assert ACCOUNT.warned("avant que le Trésor soit payé")
    assert not WAGES.warned("651,69 €")


def test_the_fees_of_the_bank_have_a_limit() -> None:
    """LPF L.262, 5."""
    assert "10 % de la dette (article L.262" in ACCOUNT.text("demande")
    assert "10 %" not in WAGES.text("demande")


def test_the_two_months_run_from_the_day_she_knew() -> None:
    """LPF R.*281-3-1; the date written on the act is the earliest that could be pleaded."""
    for letter in (ACCOUNT, FINE):
        assert letter.rule() == ("recouvrement-opposition", "lettre-simple", "satd_acte_date", "")
    assert ACCOUNT.letter.deadline[0].received == "satd_recu"


def test_all_the_proofs_go_now() -> None:
    """LPF R.*281-5."""
    assert ACCOUNT.warned("Joignez toutes vos preuves maintenant")


def test_money_is_asked_back_only_when_it_was_taken() -> None:
    assert "rendre l'argent" in WAGES.text("demande")
    assert "rendre l'argent" not in FINE.text("demande")
    assert "frais" not in WAGES.text("demande")
