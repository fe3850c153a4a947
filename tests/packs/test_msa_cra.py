"""Contesting the MSA on family benefits: its commission, and one request."""

import pytest

from tests.helpers.shipped import Shipped

FARM = Shipped("msa-cra", "1-revenus-agricoles.toml")
STOPPED = Shipped("msa-cra", "2-arret-sans-raison.toml")
DEBT = Shipped("msa-cra", "3-une-dette-incomprise.toml")


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


def test_a_debt_is_contested_and_a_remission_is_another_letter() -> None:
    assert "d'annuler cette dette" in DEBT.text("demande")
    assert "remise" not in DEBT.text()
    assert DEBT.warned("Faire effacer ou baisser ma dette")
    assert not FARM.warned("Faire effacer ou baisser ma dette")


def test_only_what_is_ticked_is_contested() -> None:
    grounds = {"agricole", "revenus", "foyer", "declare", "incompris"}
    assert grounds & FARM.ids() == {"agricole"}
    assert grounds & STOPPED.ids() == {"revenus", "foyer", "declare"}
    assert grounds & DEBT.ids() == {"incompris"}


def test_reasons_are_owed_by_the_article_of_the_decision() -> None:
    """CRPA L.211-7 for a refusal, L.211-8 for a sum claimed back."""
    assert "L.211-7" in STOPPED.text("motivation")
    assert "L.211-8" in STOPPED.text("motivation", msa_effet="dette", montant="900")


def test_what_was_never_read_is_not_said_to_lack_anything() -> None:
    found = DEBT.ids(manque_lettre=["raisons", "voies-delais"])
    assert not {"motivation", "voies-delais"} & found


def test_remedies_missing_after_two_months_leave_no_last_day() -> None:
    assert STOPPED.rule() == ("caf-cra-pf", "lrar-retiree", "date_presentation", "")
    late = STOPPED.rule(
        date_decision="01/07/2026", date_presentation="02/07/2026", date_retrait="03/07/2026"
    )
    assert late == ("caf-cra-pf", "sans-voies-et-delais", "date_retrait", "")
