"""Asking the prefect for an appointment: dated attempts, and each text for its own case."""

import pytest

from tests.helpers.shipped import Shipped

RENEWAL = Shipped("pref-rdv", "1-renouvellement-aucun-creneau.toml")
FIRST = Shipped("pref-rdv", "2-premiere-demande-compte-bloque.toml")


def test_the_time_to_ask_is_that_of_a_renewal() -> None:
    """CESEDA R.431-5 1° counts back from the end of the permit."""
    assert "R.431-5" in RENEWAL.text("delai")
    assert "delai" not in FIRST.ids()
    assert RENEWAL.rule() == ("titre-rdv", "expiration-du-titre", "titre_fin", "")
    assert FIRST.rule() is None


@pytest.mark.parametrize(
    ("blocked", "stands"), [("compte", True), ("creneau", False), ("guichet", False)]
)
def test_support_and_a_substitute_are_due_for_an_online_request(blocked: str, stands: bool) -> None:
    """CESEDA R.431-2 and CE 3 June 2022: about the site, not about appointments."""
    assert ("substitution" in RENEWAL.ids(rdv_blocage=(blocked,))) is stands


@pytest.mark.parametrize(
    ("end", "words"),
    [("24/11/2026", "a pris fin le"), ("25/11/2026", "prend fin le"), ("10/03/2027", "prend fin")],
)
def test_a_permit_has_ended_from_the_day_after(end: str, words: str) -> None:
    assert words in RENEWAL.text("demande", titre_fin=end)


def test_what_was_not_told_is_not_written() -> None:
    said = RENEWAL.text(rdv_blocage=(), sejour_risques=(), rdv_complet="non")
    assert "Je n'y arrive pas." in said
    assert "risque" not in said
    assert "Il est prêt" not in said


def test_the_attempts_stay_a_blank_rather_than_vanish() -> None:
    document = RENEWAL.compose(unknown=("rdv_essais",))
    assert "rdv_essais" in {one.question for one in document.missing}


def test_the_prefect_is_written_to_and_called_so() -> None:
    document = RENEWAL.compose()
    assert RENEWAL.recipient()[:2] == ["Madame, Monsieur le préfet", "de la Loire"]
    assert "Madame la Préfète, Monsieur le Préfet" in document.call
    assert "Madame la Préfète, Monsieur le Préfet" in document.closing


def test_an_order_to_leave_is_not_for_this_letter() -> None:
    assert RENEWAL.warned("OQTF")
