"""Asking the prefect why a permit is refused by silence: not too early, and in time."""

import pytest

from tests.helpers.shipped import Shipped

RENEWAL = Shipped("pref-motifs", "1-renouvellement-cinq-mois.toml")
FIRST = Shipped("pref-motifs", "2-premier-titre-association.toml")


def test_the_two_months_run_from_the_silence_of_a_permit() -> None:
    """CESEDA R.432-2, then CRPA L.232-4."""
    rule = ("demande-motifs", "rejet-implicite", "demande_reception", "titre-silence")
    assert RENEWAL.rule() == rule
    assert RENEWAL.rule(demande_reception=None) == (
        "demande-motifs",
        "rejet-implicite",
        "demande_envoi",
        "titre-silence",
    )


@pytest.mark.parametrize(("received", "early"), [("25/07/2026", False), ("26/07/2026", True)])
def test_too_early_is_told_at_four_months(received: str, early: bool) -> None:
    assert RENEWAL.warned("trop tôt", demande_reception=received) is early


def test_a_provisional_paper_does_not_stop_the_refusal() -> None:
    """CE 6 May 2025 n° 499904."""
    assert "499904" in RENEWAL.text("refus")
    assert "499904" not in FIRST.text("refus")


def test_reasons_are_asked_and_nothing_is_contested() -> None:
    said = RENEWAL.text()
    assert "L.232-4" in said
    assert "conteste" not in said.replace("contester", "")


@pytest.mark.parametrize("told", ["oui", "ne-sait-pas", None])
def test_missing_remedies_are_never_supposed(told: str | None) -> None:
    assert "voies-delais" not in RENEWAL.ids(demande_accuse=told)


def test_a_file_that_is_not_complete_is_completed_first() -> None:
    assert RENEWAL.warned("donnez-le d'abord", motifs_manque="oui")
    assert not RENEWAL.warned("donnez-le d'abord")
