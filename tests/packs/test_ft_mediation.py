"""The regional mediator of France Travail: compulsory for what R.5312-47 lists, for it only."""

import pytest

from tests.helpers.shipped import Shipped

STRUCK_OFF = Shipped("ft-mediation", "1-radiation.toml")
CUT = Shipped("ft-mediation", "2-allocation-supprimee.toml")
ALLOWANCE = Shipped("ft-mediation", "3-are-par-erreur.toml")


@pytest.mark.parametrize(
    "decision", ["radiation", "allocation", "ass", "aide", "penalite", "categorie"]
)
def test_it_is_compulsory_before_the_administrative_judge(decision: str) -> None:
    """CJA L.213-11; code du travail R.5312-47."""
    changes = {"ft_convocation": None, "ft_legitime": None}
    assert "R.5312-47" in STRUCK_OFF.text("mediation", ft_decision=decision, **changes)
    assert STRUCK_OFF.rule(ft_decision=decision, **changes) == (
        "ft-mpo",
        "lettre-simple",
        "date_decision",
        "",
    )


def test_the_unemployment_allowance_is_not_on_the_list() -> None:
    assert "R.5312-47" not in ALLOWANCE.text()
    assert ALLOWANCE.rule() is None
    assert ALLOWANCE.warned("n'est pas la bonne")
    assert "préalable" not in ALLOWANCE.compose().subject


def test_a_decision_that_names_no_mediator_opens_no_delay() -> None:
    """CJA R.213-10."""
    assert "R.213-10" in CUT.text("voies-delais")
    assert "voies-delais" not in STRUCK_OFF.ids()
    assert CUT.rescue(date_decision="01/07/2026", date_reception="03/07/2026") == "inopposable"


@pytest.mark.parametrize(
    ("told", "words"),
    [("non", "ni convocation ni avertissement"), ("internet", "que sur mon compte internet")],
)
def test_no_summons_is_what_the_person_says(told: str, words: str) -> None:
    assert words in STRUCK_OFF.text("convocation", ft_convocation=told)


@pytest.mark.parametrize("told", ["oui", None])
def test_and_never_supposed(told: str | None) -> None:
    assert "convocation" not in STRUCK_OFF.ids(ft_convocation=told)


def test_a_reason_is_legitimate_only_when_ticked() -> None:
    assert "legitime" in STRUCK_OFF.ids()
    assert "legitime" not in STRUCK_OFF.ids(ft_legitime=())


def test_rights_are_restored_where_they_were_cut() -> None:
    assert "rétablis" in CUT.text("demande")
    assert "rétablis" not in CUT.text("demande", ft_decision="aide", ft_convocation=None)


def test_the_decision_is_always_to_be_enclosed() -> None:
    paper = next(paper for paper in CUT.letter.enclosure if paper.id == "notification")
    assert paper.recommended
    assert not paper.when


def test_no_second_extension_after_the_mediation() -> None:
    """CJA R.213-13."""
    assert CUT.warned("ne prolonge plus rien")
