"""Contesting a pension: one subject at a time, and the commission first."""

import pytest

from tests.helpers.shipped import Shipped

YEARS = Shipped("retraite-cra", "1-trimestres-oublies.toml")
WIDOWED = Shipped("retraite-cra", "2-reversion-sans-raison.toml")
UNREAD = Shipped("retraite-cra", "3-montant-non-retire.toml")
SUBJECTS = {"trimestres", "bulletins", "sans-bulletins", "calcul", "date", "points"}


def test_the_commission_of_the_fund_is_written_to() -> None:
    """CSS R.142-1: compulsory before the judge."""
    assert YEARS.recipient()[:3] == [
        "Madame, Monsieur le président",
        "de la commission de recours amiable",
        "Carsat Rhône-Alpes",
    ]
    assert "Je saisis votre commission" in YEARS.text("contestation")


def test_each_letter_speaks_of_one_subject() -> None:
    assert SUBJECTS & YEARS.ids() == {"trimestres", "bulletins"}
    assert SUBJECTS & WIDOWED.ids() == {"points"}
    assert SUBJECTS & UNREAD.ids() == {"calcul"}


@pytest.mark.parametrize(
    ("subject", "asked"),
    [("refus", "de m'accorder ma retraite"), ("aspa", "mon droit à l'Aspa")],
)
def test_what_is_asked_follows_from_the_subject(subject: str, asked: str) -> None:
    changes = {"retraite_periodes": None, "retraite_bulletins": None}
    pieces = {"piece_bulletins": None, "piece_bulletins_pages": None}
    said = YEARS.text("demande", retraite_sujet=subject, **changes, **pieces)
    assert asked in said


class TestPayslips:
    def test_they_are_said_to_be_enclosed_only_when_they_are(self) -> None:
        assert "que je joins" in YEARS.text("bulletins")
        later = YEARS.text("bulletins", piece_bulletins="non", piece_bulletins_pages=None)
        assert "joins" not in later

    def test_lost_ones_make_the_fund_search(self) -> None:
        assert "sans-bulletins" in YEARS.ids(retraite_bulletins="non")
        unknown = YEARS.ids(unknown=("retraite_bulletins",))
        assert not {"bulletins", "sans-bulletins"} & unknown


def test_a_reason_is_quoted_or_missed_never_both() -> None:
    assert "J'y lis cette raison" in YEARS.text("contestation")
    assert "motivation" not in YEARS.ids()
    assert "motivation" in WIDOWED.ids()
    assert "J'y lis cette raison" not in WIDOWED.text("contestation")


def test_what_was_never_read_is_not_said_to_lack_anything() -> None:
    assert not {"motivation", "voies-delais"} & UNREAD.ids(manque_lettre=["raisons"])


def test_two_months_of_silence_are_told_and_another_pension_goes_elsewhere() -> None:
    assert YEARS.warned("Sans réponse deux mois")
    assert YEARS.warned("Agirc-Arrco")
    assert YEARS.rule() == ("retraite-cra", "lettre-simple", "date_decision", "")
