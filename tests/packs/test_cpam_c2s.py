"""The C2S: silence is a yes (CSS L.861-5), a refusal goes to the commission; never both."""

import pytest

from tests.helpers.shipped import Shipped

SILENT = Shipped("cpam-c2s", "1-silence-deux-mois.toml")
REFUSED = Shipped("cpam-c2s", "2-refus-ressources.toml")
OF_SILENCE = {"rappel", "accord", "piece-manquante"}
OF_REFUSAL = {"contestation", "faits", "motivation", "voies-delais", "demande"}


def test_the_two_letters_never_mix() -> None:
    assert not OF_REFUSAL & SILENT.ids()
    assert not OF_SILENCE & REFUSED.ids()


def test_each_has_its_recipient_and_its_title() -> None:
    assert SILENT.recipient()[:2] == ["Madame, Monsieur le directeur", "CPAM de la Loire"]
    assert "Madame la Directrice, Monsieur le Directeur" in SILENT.compose().closing
    assert REFUSED.recipient()[1] == "de la commission de recours amiable"
    assert "Madame la Présidente, Monsieur le Président" in REFUSED.compose().closing


@pytest.mark.parametrize(
    ("received", "early"), [("25/09/2026", False), ("26/09/2026", True)], ids=["to the day", "less"]
)
def test_too_early_is_said(received: str, early: bool) -> None:
    """CSS R.861-16-1 II: two months from the complete file."""
    assert SILENT.warned("trop tôt", demande_reception=received) is early


@pytest.mark.parametrize("complete", ["non", None])
def test_a_file_is_complete_only_when_the_person_says_so(complete: str | None) -> None:
    assert "piece-manquante" in SILENT.ids(c2s_complet=complete)
    assert "complet" not in SILENT.text("rappel", c2s_complet=complete)
    assert "Si le mien est complet" in SILENT.text("accord", c2s_complet=complete)


def test_a_yes_has_no_last_day_and_a_refusal_has_one() -> None:
    assert SILENT.rule() is None
    assert REFUSED.rule() == ("cpam-c2s", "lettre-simple", "date_decision", "")


def test_paper_is_a_right() -> None:
    """CSS R.861-16."""
    assert SILENT.warned("R.861-16")


@pytest.mark.parametrize(("told", "stands"), [("oui", True), ("non", False), (None, False)])
def test_the_rsa_is_named_by_who_has_it(told: str | None, stands: bool) -> None:
    assert ("rsa" in SILENT.ids(c2s_rsa=told)) is stands
