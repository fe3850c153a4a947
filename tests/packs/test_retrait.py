"""Withdrawing an illegal decision: each kind has its article; the person says what is illegal."""

import pytest

from tests.helpers.shipped import Shipped

TAKEN = Shipped("retrait", "1-droit-repris-apres-quatre-mois.toml")
SANCTION = Shipped("retrait", "2-sanction-sans-raisons.toml")
REFUSED = Shipped("retrait", "3-refus-urgent.toml")
BETTER = Shipped("retrait", "4-mieux.toml")


@pytest.mark.parametrize(
    ("granted", "passed"), [("08/07/2026", True), ("09/07/2026", False), ("10/09/2026", False)]
)
def test_a_right_stands_after_four_months(granted: str, passed: bool) -> None:
    """CRPA L.242-1. The decision of the example is of 9 November 2026."""
    ids = TAKEN.ids(accord_date=granted)
    assert ("quatre-mois" in ids) is passed
    assert ("droit-regulier" in ids) is not passed


@pytest.mark.parametrize(
    "changes",
    [{"conditions_remplies": "non"}, {"conditions_remplies": None}, {"fraude_mot": "oui"}],
    ids=["no longer entitled", "unknown", "fraud is alleged"],
)
def test_not_for_who_may_have_lost_it(changes: dict[str, str | None]) -> None:
    """CRPA L.242-2 and L.241-2."""
    assert not {"quatre-mois", "droit-regulier"} & TAKEN.ids(**changes)
    assert TAKEN.warned("ne parle donc pas des quatre mois", **changes)


def test_a_sanction_may_always_be_withdrawn() -> None:
    """CRPA L.243-4."""
    assert "toujours" in SANCTION.text("sanction")
    assert "L.242" not in SANCTION.text()


@pytest.mark.parametrize(
    ("day", "stands"), [("05/10/2026", True), ("25/07/2026", True), ("24/07/2026", False)]
)
def test_a_refusal_only_in_the_four_months_that_follow_it(day: str, stands: bool) -> None:
    """CRPA L.243-3."""
    assert ("refus" in REFUSED.ids(date_decision=day)) is stands
    assert REFUSED.warned("Plus de quatre mois", date_decision=day) is not stands


def test_what_was_granted_is_never_given_up_for_nothing() -> None:
    said = BETTER.text()
    assert said.startswith("Je vous demande de remplacer")
    assert "retirer votre décision" not in said
    assert "que si une autre la remplace" in BETTER.text("a-ma-demande")


def test_nothing_is_illegal_but_what_the_person_ticks() -> None:
    said = TAKEN.text(illegal=())
    assert "pas légale" not in said
    assert TAKEN.warned("aucune raison", illegal=())


def test_two_months_and_no_compulsory_appeal_is_replaced() -> None:
    assert TAKEN.rule() == ("retrait-decision", "lettre-simple", "date_decision", "")
    assert TAKEN.warned("un recours spécial est obligatoire")
