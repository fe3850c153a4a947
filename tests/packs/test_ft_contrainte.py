"""Opposing a contrainte of France Travail: a request to the court of the debt, in fifteen days."""

import pytest

from tests.helpers.shipped import Shipped

OFFICER = Shipped("ft-contrainte", "1-huissier-sans-mise-en-demeure.toml")
STATE = Shipped("ft-contrainte", "2-ass-contestee-avant.toml")
OLD = Shipped("ft-contrainte", "3-sommes-anciennes-mois-non-attendu.toml")


@pytest.mark.parametrize(
    ("debt", "court"),
    [
        ("are", "judiciaire"),
        ("ass", "administratif"),
        ("aide", "administratif"),
        ("penalite", "administratif"),
    ],
)
def test_each_debt_has_its_court(debt: str, court: str) -> None:
    assert OFFICER.recipient(dette_ft=debt)[0] == f"Greffe du tribunal {court}"


def test_it_has_the_form_of_a_request_and_ends_by_what_is_asked() -> None:
    paragraphs = OFFICER.compose().paragraphs
    headings = [p.heading for p in paragraphs if p.heading]
    assert headings == ["Les parties", "Les faits", "Mes raisons", "Par ces motifs"]
    assert paragraphs[-1].id == "conclusions"


@pytest.mark.parametrize(
    ("told", "stands"), [("non", True), ("oui", False), ("ne-sait-pas", False), (None, False)]
)
def test_no_formal_notice_only_when_the_person_is_sure(told: str | None, stands: bool) -> None:
    assert ("mise-en-demeure" in OFFICER.ids(mise_en_demeure=told)) is stands


@pytest.mark.parametrize(
    ("received", "stands"), [("12/10/2026", False), ("13/10/2026", True), ("20/10/2026", True)]
)
def test_a_month_must_pass_after_the_notice(received: str, stands: bool) -> None:
    """Code du travail R.5426-20. The contrainte of the example is of 12 November 2026."""
    assert ("moins-d-un-mois" in OLD.ids(demeure_date=received)) is stands


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({}, True),
        ({"fraude_mot": "oui"}, False),
        ({"fraude_mot": None}, False),
        ({"mois_debut": "06/2023", "premiere_lettre": "01/06/2026"}, False),
        ({"dette_ft": "ass"}, False),
    ],
    ids=["old", "fraud is alleged", "nobody knows", "within three years", "not the ARE"],
)
def test_three_years_for_the_are_without_fraud(changes: dict[str, str], stands: bool) -> None:
    """Code du travail L.5422-5."""
    assert ("prescription" in OLD.ids(**changes)) is stands


def test_the_debt_itself_is_argued_only_when_it_was_contested() -> None:
    assert "fond" in STATE.ids()
    assert "fond" not in STATE.ids(recours_avant="non")
    assert STATE.warned("ne regarder que la contrainte", recours_avant="non")


def test_time_to_pay_recognises_nothing() -> None:
    assert "sans que je reconnaisse la dette" in OLD.text("conclusions")
    assert "reconnaisse" not in OLD.text("conclusions", mensualite=None)


def test_fifteen_days_from_the_act_or_from_the_notice() -> None:
    assert OFFICER.rule() == ("ft-contrainte", "signification", "date_acte", "")
    assert STATE.rule() == ("ft-contrainte", "lrar-retiree", "date_presentation", "")
    assert OLD.rule() == ("ft-contrainte", "lrar-non-retiree", "date_presentation", "")
