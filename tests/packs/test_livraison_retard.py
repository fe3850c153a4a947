"""Not delivered: a formal notice comes before the end of the contract, but for two cases."""

import pytest

from tests.helpers.rsa import text
from tests.helpers.shipped import Shipped

FIRST = Shipped("livraison-retard", "1-premiere-lettre.toml")
SECOND = Shipped("livraison-retard", "2-colis-dit-livre.toml")
WEDDING = Shipped("livraison-retard", "3-date-essentielle.toml")


def test_a_first_letter_demands_and_does_not_end() -> None:
    """Consumer code L.216-6, I."""
    assert not {"fin-apres", "fin-tout-de-suite", "rembourser"} & FIRST.ids()
    assert FIRST.warned("seconde lettre")


@pytest.mark.parametrize("letter", [SECOND, WEDDING])
def test_a_contract_is_ended_once_and_the_money_asked_back(letter: Shipped) -> None:
    assert len({"demeure", "fin-apres", "fin-tout-de-suite"} & letter.ids()) == 1
    assert "quatorze jours" in letter.text("rembourser")


def test_ending_at_once_is_weak_and_said_so() -> None:
    """Consumer code L.216-6, II."""
    assert WEDDING.warned("est fragile")
    assert not SECOND.warned("est fragile")


def test_without_a_promised_day_the_law_gives_thirty_days() -> None:
    """Consumer code L.216-1."""
    assert "trente jours" in SECOND.text("retard")
    assert "trente jours" not in FIRST.text("retard")


def test_the_risk_is_the_sellers_unless_the_buyer_chose_the_carrier() -> None:
    """Consumer code L.216-2, L.216-3."""
    assert "colis" in SECOND.ids()
    assert "colis" not in SECOND.ids(liv_colis="mien")
    assert SECOND.warned("L.216-3", liv_colis="mien")


def test_no_promise_is_alleged_when_the_day_is_not_known() -> None:
    """Consumer code L.216-1: the thirty days are said as the law's, not as what was agreed."""
    said = SECOND.text("retard")
    assert "Aucune date" not in said
    assert "À défaut d'une date convenue" in said
    essential = text(WEDDING.compose(unknown=("liv_promise",)), "retard")
    assert "trente jours" not in essential


def test_a_sum_not_known_is_asked_back_without_a_figure() -> None:
    """Consumer code L.216-7."""
    paper = SECOND.compose(unknown=("achat_prix",))
    assert "toutes les sommes que j'ai versées" in text(paper, "rembourser")
    assert "J'ai payé" not in text(paper, "retard")
    assert "payé" not in SECOND.text("retard", achat_prix="0")


def test_too_early_is_said() -> None:
    """Consumer code L.216-1, L.216-6: thirty days, and the first letter."""
    assert SECOND.warned("encore en cours", liv_lettre="2026-11-20")
    assert not SECOND.warned("encore en cours", liv_lettre="2026-11-03")
    assert SECOND.warned("trente jours ne sont pas passés", achat_date="2026-11-10")
    assert not SECOND.warned("trente jours ne sont pas passés")
    assert not FIRST.warned("trente jours ne sont pas passés", achat_date="2026-11-10")
    refused = {"liv_etape": "refus", "liv_pourquoi": "Il a dit non", "achat_date": "2026-11-10"}
    assert not SECOND.warned("trente jours ne sont pas passés", **refused)
