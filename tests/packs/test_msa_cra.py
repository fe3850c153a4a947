"""Contesting the MSA on family benefits: its commission, and one request."""

import pytest

from tests.helpers.shipped import Shipped

FARM = Shipped("msa-cra", "1-revenus-agricoles.toml")
STOPPED = Shipped("msa-cra", "2-arret-sans-raison.toml")
UNCLEAR = Shipped("msa-cra", "3-un-refus-incompris.toml")


def test_the_commission_of_that_msa_is_written_to() -> None:
    """A MSA covers several départements: its own name is asked, not the département's."""
    assert FARM.recipient()[:3] == [
        "Madame, Monsieur le président",
        "de la commission de recours amiable",
        "MSA Ardèche Drôme Loire",
    ]
    assert "Caf" not in FARM.text()


@pytest.mark.parametrize(
    ("effect", "asked"),
    [
        ("refus", "d'annuler ce refus"),
        ("fin", "de rétablir l'aide depuis son arrêt"),
        ("calcul", "de refaire le calcul"),
    ],
)
def test_what_is_asked_follows_from_the_decision(effect: str, asked: str) -> None:
    assert asked in FARM.text("demande", msa_effet=effect)


def test_a_debt_has_its_own_letter_which_is_named_before_the_answer() -> None:
    asked = {q.id: q for section in FARM.letter.section for q in section.question}
    assert "La Caf me réclame de l'argent des allocations" in asked["msa_effet"].hint
    assert {choice.id for choice in asked["msa_effet"].choices} == {"refus", "fin", "calcul"}


def test_only_what_is_ticked_is_contested() -> None:
    grounds = {"agricole", "revenus", "foyer", "declare", "incompris"}
    assert grounds & FARM.ids() == {"agricole"}
    assert grounds & STOPPED.ids() == {"revenus", "foyer", "declare"}
    assert grounds & UNCLEAR.ids() == {"incompris"}


def test_what_was_never_read_is_not_said_to_lack_anything() -> None:
    found = UNCLEAR.ids(manque_lettre=["raisons", "voies-delais"])
    assert not {"motivation", "voies-delais"} & found


def test_remedies_missing_after_two_months_leave_no_last_day() -> None:
    assert STOPPED.rule() == ("caf-cra-pf", "lrar-retiree", "date_presentation", "")
    late = {"date_decision": "01/07/2026", "date_presentation": "02/07/2026"}
    assert STOPPED.rescue(**late, date_retrait="03/07/2026") == "inopposable"
