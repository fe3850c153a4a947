"""Contesting a raised fine: in thirty days, or later by who never knew of it."""

import pytest

from tests.helpers.shipped import Shipped

MOVED = Shipped("amende-majoree", "1-jamais-recu-demenagement.toml")
SEIZED = Shipped("amende-majoree", "2-saisie-sans-aucun-avis.toml")
ALREADY = Shipped("amende-majoree", "3-deja-contestee.toml")


def test_the_thirty_days_run_from_the_sending_of_the_raised_notice() -> None:
    """CPP 530."""
    assert MOVED.rule() == ("amende-majoree", "envoi", "amende_avis_date", "")


def test_who_never_had_the_notice_has_no_last_day_and_is_told_why() -> None:
    assert SEIZED.rule() is None
    assert SEIZED.rule(amende_avis_date="02/03/2026") is None
    assert SEIZED.warned("tant que l'amende n'est pas trop ancienne")


@pytest.mark.parametrize(
    ("notice", "words"),
    [("jamais-recu", "je ne l'ai jamais reçu"), ("perdu", "je l'ai perdu")],
)
def test_a_missing_notice_is_explained(notice: str, words: str) -> None:
    """Conseil constitutionnel 2015-467 QPC."""
    said = SEIZED.text("avis-absent", majoree_avis=notice)
    assert words in said
    assert "2015-467 QPC" in said
    assert "avis-absent" not in SEIZED.ids(majoree_avis="oui")


def test_a_first_notice_that_came_is_never_denied() -> None:
    said = MOVED.text(majoree_premier="oui", majoree_demenagement=None)
    assert "jamais reçu" not in said
    assert "déménagé" not in said


def test_a_first_contest_is_dated() -> None:
    assert "5 juin 2026" in ALREADY.text("deja-conteste")
    assert "n'aurait pas dû être majorée" in ALREADY.text("deja-conteste")


def test_what_falls_is_the_title_to_collect() -> None:
    assert "annuler le titre exécutoire" in MOVED.text("demande")
    assert "tribunal de police" in MOVED.text("demande")


def test_a_blocked_registration_and_an_address_changed_in_time_are_spoken_of() -> None:
    """Code de la route L.322-1, I."""
    assert all(letter.warned("L.322-1") for letter in (MOVED, SEIZED, ALREADY))
    assert MOVED.warned("sans l'augmentation")
    assert not ALREADY.warned("sans l'augmentation")


def test_the_block_falls_by_a_regular_claim_and_paying_is_instead_of_it() -> None:
    """Code de la route L.322-1, I: regular and with the new address declared, not « accepted »."""
    assert not MOVED.warned("est acceptée")
    assert MOVED.warned("à temps et dans les formes")
    assert MOVED.warned("au lieu de contester")
