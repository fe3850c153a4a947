"""An announced penalty: a deliberate fault is for France Travail to prove, within two years."""

import pytest

from tests.helpers.shipped import Shipped

HONEST = Shipped("ft-penalite", "1-oubli-corrige.toml")
DENIED = Shipped("ft-penalite", "2-faux-et-ancien.toml")
UNCLEAR = Shipped("ft-penalite", "3-reproche-pas-compris.toml")


def test_it_asks_at_once_that_nothing_be_decided() -> None:
    for letter in (HONEST, DENIED, UNCLEAR):
        assert letter.text().startswith("Je vous demande de ne pas prononcer la pénalité")


@pytest.mark.parametrize("told", ["sans"])
def test_good_faith_is_never_claimed_for_the_person(told: str) -> None:
    said = HONEST.text(intention=told)
    assert "tromper" not in said
    assert "pas une fraude" not in said
    assert "premiere-erreur" not in HONEST.ids(intention=told)
    assert HONEST.warned("bonne foi", intention=told)


@pytest.mark.parametrize(
    ("changes", "stands"),
    [({}, True), ({"corrige": "non"}, False), ({"premiere_fois": "non"}, False)],
    ids=["first and corrected", "not corrected", "not the first"],
)
def test_a_first_error_must_be_corrected(changes: dict[str, str], stands: bool) -> None:
    """CRPA L.123-1."""
    assert ("premiere-erreur" in HONEST.ids(**changes)) is stands


@pytest.mark.parametrize(
    ("day", "stands"), [("24/11/2024", True), ("25/11/2024", False), ("31/03/2026", False)]
)
def test_no_penalty_after_two_years(day: str, stands: bool) -> None:
    """Code du travail L.5426-7."""
    assert ("deux-ans" in DENIED.ids(faits_date=day)) is stands


@pytest.mark.parametrize(("amount", "stands"), [("3000", False), ("3000,01", True), (None, False)])
def test_the_limit_is_three_thousand_euros(amount: str | None, stands: bool) -> None:
    """Code du travail L.5426-5."""
    assert ("plafond" in DENIED.ids(penalite_montant=amount)) is stands


def test_an_acquittal_counts_when_it_sets_the_facts_aside() -> None:
    """Code du travail L.5426-7: a discharge for another reason does not."""
    assert "Si cette décision écarte ces faits" in DENIED.text("juge")
    assert "m'a donné raison" not in UNCLEAR.text("juge")
    assert "juge" not in HONEST.ids()


def test_the_debt_is_another_matter() -> None:
    assert "Je ne reconnais pas" in DENIED.text("dette")
    assert DENIED.warned("contestez la dette à part")
    assert "dette" not in HONEST.ids()


def test_a_month_from_the_notice() -> None:
    assert HONEST.rule() == ("ft-penalite", "lettre-simple", "date_decision", "")
    assert UNCLEAR.rule() == ("ft-penalite", "lrar-non-retiree", "date_presentation", "")
