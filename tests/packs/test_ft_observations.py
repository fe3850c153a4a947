"""Answering an announced sanction of France Travail: ten days, received, before it is decided."""

import datetime as dt

import pytest

from tests.helpers.shipped import Shipped

DAY = dt.date(2026, 11, 10)
MISSED = Shipped("ft-observations", "1-rendez-vous-manque.toml", DAY)
YOUTH = Shipped("ft-observations", "2-mission-locale.toml", DAY)


def test_nothing_is_contested_yet() -> None:
    """Code du travail R.5412-7: observations come before the decision."""
    said = MISSED.text()
    assert said.startswith("Je réponds à votre courrier")
    assert "R.5412-7" in said
    assert "conteste" not in said
    assert "ne pas prononcer cette sanction" in said


def test_the_ten_days_are_those_of_reception_and_it_is_said() -> None:
    assert MISSED.rule() == ("ft-observations", "lettre-simple", "date_decision", "")
    assert MISSED.warned("dix jours, et la réponse doit être arrivée")


@pytest.mark.parametrize(
    ("letter", "first", "second"),
    [
        (MISSED, "Madame, Monsieur le directeur régional", "France Travail Auvergne-Rhône-Alpes"),
        (YOUTH, "Madame, Monsieur le directeur", "Mission locale du Forez"),
    ],
    ids=["France Travail", "mission locale"],
)
def test_who_wrote_is_answered(letter: Shipped, first: str, second: str) -> None:
    assert letter.recipient()[:2] == [first, second]
    assert "Madame la Directrice, Monsieur le Directeur" in letter.compose().closing


@pytest.mark.parametrize("told", ["oui", None])
def test_no_summons_is_never_supposed(told: str | None) -> None:
    assert "convocation" not in MISSED.ids(ft_convocation=told)


def test_a_reason_and_being_in_order_are_what_she_says() -> None:
    assert {"legitime", "en-regle"} <= MISSED.ids()
    assert not {"legitime", "en-regle"} & MISSED.ids(ft_legitime=(), ft_regle="non")
    assert "en-regle" not in MISSED.ids(ft_regle=None)


def test_violence_needs_no_details() -> None:
    assert MISSED.warned("3919", ft_legitime=("violences",))
    assert not MISSED.warned("3919")


def test_a_decided_sanction_has_another_letter() -> None:
    assert MISSED.warned("contestez-la dans les deux mois")
