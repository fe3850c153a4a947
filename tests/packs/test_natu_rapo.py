"""Contesting a decision on naturalisation: the minister alone, within two months, only once."""

import pytest

from tests.helpers.shipped import Shipped

PUT_OFF = Shipped("natu-rapo", "1-ajournement-ressources.toml")
INADMISSIBLE = Shipped("natu-rapo", "2-irrecevabilite-langue-association.toml")


def test_the_minister_is_written_to_not_the_prefect() -> None:
    """Décret 93-1362, art. 45."""
    assert PUT_OFF.recipient()[0] == "Ministère de l'Intérieur, DGEF"
    assert "Monsieur le Ministre" in PUT_OFF.compose().call
    assert "Monsieur le Ministre" in PUT_OFF.compose().closing
    assert PUT_OFF.warned("Un recours au préfet ne compte pas")


def test_the_address_nobody_checked_is_said_to_be_checked() -> None:
    assert PUT_OFF.warned("comparez l'adresse de Rezé")


@pytest.mark.parametrize(
    ("what", "words", "asked"),
    [
        ("ajournement", "ajourne ma demande", "réduire le temps d'attente"),
        ("irrecevabilite", "déclare irrecevable", "d'examiner ma demande"),
        ("rejet", "rejette ma demande", "m'accorder la nationalité"),
    ],
)
def test_each_decision_has_its_demand(what: str, words: str, asked: str) -> None:
    assert words in PUT_OFF.text("recours", natu_objet=what)
    assert asked in PUT_OFF.text("demande", natu_objet=what)


def test_the_two_months_are_its_own() -> None:
    assert PUT_OFF.rule() == ("naturalisation-rapo", "compte-en-ligne", "date_depot", "")
    assert INADMISSIBLE.rule() == ("naturalisation-rapo", "lrar-retiree", "date_presentation", "")


def test_only_points_ticked_are_answered() -> None:
    points = {"travail", "langue", "impots", "integration", "nouveau"}
    assert PUT_OFF.ids() & points == {"travail"}
    assert not PUT_OFF.ids(natu_points=()) & points


def test_nantes_judges_and_the_minister_s_answer() -> None:
    assert PUT_OFF.warned("tribunal administratif de Nantes")
    assert PUT_OFF.warned("quatre mois")
