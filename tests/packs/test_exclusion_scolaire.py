"""Appealing to the recteur against a disciplinary council: eight days, received, not suspensive."""

import pytest

from tests.helpers.ours import LAW
from tests.helpers.shipped import Shipped

HEAVY = Shipped("exclusion-scolaire", "1-exclusion-trop-lourde.toml")
UNSEEN = Shipped("exclusion-scolaire", "2-defense-impossible.toml")


def test_eight_days_from_the_written_notice() -> None:
    """Code de l'éducation R.511-49: counted short, not moved by a weekend."""
    assert HEAVY.rule() == ("exclusion-scolaire", "notification", "date_reception", "")
    delay = LAW.procedure("exclusion-scolaire").delay
    assert (delay.value, delay.unit, delay.extension) == (8, "jours", False)
    assert HEAVY.warned("huit jours seulement, week-ends compris")


def test_what_matters_is_the_day_it_arrives() -> None:
    assert LAW.procedure("exclusion-scolaire").date_type == "reception"
    assert HEAVY.warned("arrivée au rectorat")


def test_a_punishment_by_the_head_alone_is_not_for_this_letter() -> None:
    assert HEAVY.warned("Cette lettre n'est pas la bonne", exclusion_qui="chef")
    assert HEAVY.rule(exclusion_qui="chef") is None
    assert not HEAVY.warned("n'est pas la bonne")


@pytest.mark.parametrize(
    ("opinion", "said"),
    [("oui", "reconnus"), ("en-partie", "inexacts en partie"), ("non", "pas passés ainsi")],
)
def test_the_facts_are_admitted_only_as_the_person_said(opinion: str, said: str) -> None:
    assert said in HEAVY.text("reproche", exclusion_avis=opinion)


def test_the_defence_is_criticised_only_for_what_was_ticked() -> None:
    assert "procedure" not in HEAVY.ids()
    assert "convocation" not in UNSEEN.text("procedure")


def test_the_punishment_applies_meanwhile() -> None:
    """R.511-50."""
    assert "R.511-50" in HEAVY.text("vite")
    assert HEAVY.warned("L'appel n'arrête pas la sanction")
    assert "Aucune autre école" not in HEAVY.text("vite", exclusion_ecole="oui")


def test_the_recteur_is_written_to_and_called_so() -> None:
    assert HEAVY.recipient()[2] == "Commission académique d'appel"
    assert "Madame la Rectrice, Monsieur le Recteur" in HEAVY.compose().closing


def test_a_pupil_of_age_appeals_alone() -> None:
    assert "contre moi (" in HEAVY.text("appel", eleve_lien="moi", eleve_nom=None)
