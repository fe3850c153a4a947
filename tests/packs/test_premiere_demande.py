"""A first claim on plain paper: each right has its own day, and no text is made to promise more."""

import pytest

from tests.helpers.shipped import Shipped

BASE = Shipped("premiere-demande", "1-rsa.toml")
EARLIER = Shipped("premiere-demande", "7-prime-deja-demandee.toml")
PENSION = Shipped("premiere-demande", "11-retraite.toml")
ARTICLE = {
    "rsa": "R.262-33",
    "prime": "R.846-2",
    "logement": "R.823-10",
    "famille": "L.553-1",
    "aah": "R.821-7",
    "aspa": "R.815-33",
    "retraite": "R.351-37",
}


@pytest.mark.parametrize("right", ARTICLE)
def test_each_right_has_its_own_day_and_no_other(right: str) -> None:
    said = BASE.text(premiere_droit=right)
    assert [one for one in ARTICLE if ARTICLE[one] in said] == [right]


def test_the_day_of_receipt_counts_and_the_postmark_is_never_claimed() -> None:
    assert "le jour où vous la recevez" in BASE.text("demande")
    assert "cachet" not in BASE.text()
    assert BASE.warned("et non celui de la poste")


def test_a_missing_paper_stops_nothing() -> None:
    """CRPA L.114-5-1."""
    assert "L.114-5-1" in BASE.text("papiers")
    assert "L.113-12" in BASE.text("papiers")


def test_an_earlier_contact_is_told_only_when_there_was_one() -> None:
    assert "21 octobre 2026" in EARLIER.text("contact")
    assert "contact" not in BASE.ids()


def test_who_is_afraid_of_the_other_parent_is_told_before_posting() -> None:
    assert BASE.warned("peur de lui", premiere_droit="asf")
    assert not BASE.warned("peur de lui")


def test_a_pension_never_starts_before_it_is_asked_for() -> None:
    assert "plus tôt possible" in PENSION.text("retraite", retraite_depart=None)
