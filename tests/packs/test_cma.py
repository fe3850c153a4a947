"""The request against OFII: seven days, registered at the court, and help called for first."""

import pytest

from tests.helpers.shipped import Shipped

STOPPED = Shipped("cma", "1-ada-coupee-sans-prevenir.toml")
REFUSED = Shipped("cma", "2-refus-sans-raisons-association.toml")


def test_seven_days_registered_and_never_the_post_alone() -> None:
    """CESEDA L.921-1."""
    assert STOPPED.rule() == ("cma-ofii", "notification", "date_reception", "")
    assert STOPPED.letter.registered is False
    assert STOPPED.warned("enregistrée au tribunal")
    assert STOPPED.warned("Appelez aujourd'hui un avocat")


def test_the_former_appeal_is_gone_and_it_is_said() -> None:
    assert STOPPED.warned("17 juillet 2024")


def test_it_has_the_parts_of_a_request() -> None:
    headings = [p.heading for p in STOPPED.compose().paragraphs if p.heading]
    assert headings == [
        "Les parties",
        "La décision attaquée",
        "Les faits",
        "Mes raisons",
        "Ce que je demande",
    ]
    assert "Par ces motifs" in STOPPED.text("conclusions")


@pytest.mark.parametrize(
    ("what", "told", "stands"),
    [
        ("fin", "non", True),
        ("partie", "non", True),
        ("fin", "ne-sait-pas", False),
        ("refus", "non", False),
    ],
)
def test_fifteen_days_to_answer_are_due_before_a_stop(what: str, told: str, stands: bool) -> None:
    """CESEDA D.551-18."""
    assert ("observations" in STOPPED.ids(cma_objet=what, cma_observations=told)) is stands


@pytest.mark.parametrize("told", ["oui", "ne-sait-pas"])
def test_a_missing_interview_is_never_supposed(told: str) -> None:
    assert "entretien" not in STOPPED.ids(cma_entretien=told)


def test_a_lawyer_and_an_interpreter_are_asked_for_if_wanted() -> None:
    assert "commis d'office" in STOPPED.text("conclusions")
    assert "interprète en bambara" in STOPPED.text("conclusions")
    assert "commis d'office" not in REFUSED.text("conclusions")
