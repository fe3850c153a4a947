"""Contesting the refusal of a visa: two offices, thirty days, an address anywhere in the world."""

import pytest

from tests.helpers.rsa import plain
from tests.helpers.shipped import Shipped

HUSBAND = Shipped("visa-rapo", "1-rejoindre-sa-femme.toml")
VISIT = Shipped("visa-rapo", "2-court-sejour-visiteur.toml")
STUDY = Shipped("visa-rapo", "3-etudes.toml")


def test_a_long_stay_goes_to_the_commission_and_a_short_one_to_the_under_director() -> None:
    assert HUSBAND.recipient()[0] == "Commission de recours contre"
    assert "Monsieur le Président" in HUSBAND.compose().closing
    assert VISIT.recipient()[:2] == ["Madame, Monsieur", "le sous-directeur des visas"]
    assert "Président" not in VISIT.compose().closing


def test_the_address_nobody_checked_is_said_to_be_checked() -> None:
    assert HUSBAND.warned("comparez l'adresse de Nantes")


def test_who_lives_abroad_has_an_address_and_a_place() -> None:
    document = HUSBAND.compose()
    assert plain(document.sender)[-2:] == ["Bamako", "Mali"]
    assert document.place == "Bamako"


def test_the_thirty_days_are_those_of_reception() -> None:
    assert HUSBAND.rule() == ("visa-rapo", "notification", "date_reception", "")
    assert HUSBAND.warned("30 jours, et la lettre doit être arrivée")


@pytest.mark.parametrize(
    ("purpose", "paragraphs"),
    [
        ("famille", {"famille"}),
        ("etudes", {"etudes", "moyens"}),
        ("visiteur", {"moyens"}),
        ("travail", {"travail"}),
    ],
)
def test_each_purpose_has_its_words(purpose: str, paragraphs: set[str]) -> None:
    every = {"famille", "etudes", "moyens", "travail"}
    assert STUDY.ids(visa_motif=purpose) & every == paragraphs


def test_french_and_a_signature_are_told() -> None:
    assert HUSBAND.warned("en français, et signé")
