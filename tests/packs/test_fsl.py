"""The housing solidarity fund: a request or an appeal, never both in one letter."""

import pytest

from tests.helpers.shipped import Shipped

BILL = Shipped("fsl", "1-facture-d-electricite.toml")
REFUSED = Shipped("fsl", "2-refus-loyer-metropole.toml")


def test_one_letter_asks_or_contests() -> None:
    assert BILL.ids().isdisjoint({"contestation", "contre-refus", "voies-delais"})
    assert "demande" not in REFUSED.ids()
    assert "recours contre un refus" in REFUSED.compose().subject
    assert "demande d'aide" in BILL.compose().subject.replace("’", "'")


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("loyer", "des loyers en retard"),
        ("energie", "une facture d'énergie"),
        ("eau", "une facture d'eau"),
        ("entree", "mon entrée dans un logement"),
    ],
)
def test_what_is_to_be_paid_is_named(what: str, words: str) -> None:
    assert words in BILL.text("demande", fsl_objet=what)
    assert words in REFUSED.text("contestation", fsl_objet=what)


def test_only_an_appeal_has_a_last_day() -> None:
    assert BILL.rule() is None
    assert REFUSED.rule() == ("fsl-demande", "lettre-simple", "date_decision", "")


def test_a_refusal_without_remedies_is_counted_otherwise_once_two_months_have_passed() -> None:
    late = {"date_decision": "01/09/2026", "date_reception": "03/09/2026"}
    assert REFUSED.rescue(**late) == "secours-un-an"


def test_a_debt_of_nothing_is_not_listed() -> None:
    assert "autres dettes" not in BILL.text("budget")
    assert "autres dettes : 40 €" in REFUSED.text("budget")


def test_the_department_or_a_metropolis_is_written_to() -> None:
    assert BILL.recipient()[:3] == [
        "Madame, Monsieur le président",
        "du conseil départemental",
        "de la Loire",
    ]
    assert REFUSED.recipient()[1] == "de la métropole de Lyon"
