"""The letter beside an over-indebtedness file: the story, the budget, good faith as told."""

import pytest

from tests.helpers.shipped import Shipped

WITH = Shipped("surendettement-lettre", "1-avec-le-dossier.toml")
SENT = Shipped("surendettement-lettre", "2-expulsion-et-saisies.toml")


def test_it_goes_with_the_file_or_follows_it() -> None:
    assert "qui est joint à cette lettre" in WITH.text("demande")
    assert "que j'ai déjà déposé" in SENT.text("demande")
    assert WITH.warned("Cette lettre ne suffit pas")


def test_good_faith_is_said_only_in_what_was_ticked() -> None:
    """Code de la consommation L.711-1."""
    assert "bonne-foi" not in SENT.ids()
    assert "prévenu" not in WITH.text("bonne-foi")
    assert "bonne foi" not in WITH.text(surend_foi=())


@pytest.mark.parametrize("wish", ["plan", "effacer", "saisies", "expulsion"])
def test_each_wish_is_a_paragraph(wish: str) -> None:
    wishes = {"plan", "effacer", "saisies", "expulsion"}
    given = {
        "mensualite": "50,00" if wish == "plan" else None,
        "surend_expulsion": "un commandement du 12 novembre 2026" if wish == "expulsion" else None,
    }
    assert wishes & WITH.ids(surend_demandes=(wish,), **given) == {wish}


def test_an_eviction_is_suspended_by_the_judge_whom_the_commission_asks() -> None:
    """L.722-6; the file alone stops nothing."""
    assert "saisir le juge" in SENT.text("expulsion")
    assert SENT.warned("Le dépôt seul n'arrête rien")
    assert not WITH.warned("Le dépôt seul n'arrête rien")


def test_one_person_speaks_for_herself() -> None:
    assert "ce que je reçois" in WITH.text("budget")
    assert "ce que nous recevons" in SENT.text("budget")


def test_a_refused_file_has_fifteen_days_and_its_own_letter() -> None:
    assert WITH.rule() is None
    assert WITH.warned("quinze jours")
