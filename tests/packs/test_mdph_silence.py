"""Four months of silence of the MDPH are a refusal (CASF R.241-33), contested by this letter."""

import pytest

from tests.helpers.shipped import Shipped

SILENT = Shipped("mdph-silence", "1-cinq-mois-sans-reponse.toml")
CHILD = Shipped("mdph-silence", "2-enfant-urgence.toml")


@pytest.mark.parametrize(
    ("received", "early"),
    [("25/07/2026", False), ("26/07/2026", True)],
    ids=["four months, to the day", "a day before"],
)
def test_too_early_is_said(received: str, early: bool) -> None:
    assert SILENT.warned("trop tôt", demande_reception=received) is early


def test_it_is_the_compulsory_appeal_against_a_silence() -> None:
    said = SILENT.text("refus")
    assert "R.241-33" in said
    assert "recours administratif préalable" in said


@pytest.mark.parametrize(
    ("changes", "date"),
    [({}, "demande_reception"), ({"demande_reception": None}, "demande_envoi")],
)
def test_the_delay_runs_from_the_end_of_the_four_months(
    changes: dict[str, None], date: str
) -> None:
    assert SILENT.rule(**changes) == ("mdph-rapo", "rejet-implicite", date, "mdph-rapo")


@pytest.mark.parametrize(("told", "stands"), [("non", True), ("oui", False), (None, False)])
def test_a_missing_acknowledgment_only_when_the_person_says_so(
    told: str | None, stands: bool
) -> None:
    assert ("accuse-reception" in SILENT.ids(demande_accuse=told)) is stands


def test_provisional_measures_only_in_an_urgency() -> None:
    assert "mesures provisoires" in CHILD.text()
    assert "mesures provisoires" not in CHILD.text(urgent="non")


def test_nothing_ticked_still_makes_a_sentence() -> None:
    said = SILENT.text("rappel", mdph_droits=())
    assert "J'ai demandé" not in said
    assert "Je n'ai pas reçu de décision." in said
