"""The mobility card: the president of the département, and a judge for each mention."""

import pytest

from tests.helpers.shipped import Shipped

PARKING = Shipped("cmi-rapo", "1-stationnement.toml")
TWO = Shipped("cmi-rapo", "2-deux-cartes-a-lyon.toml")


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        ("departement", ["Madame, Monsieur le président", "du conseil départemental"]),
        ("paris", ["Madame, Monsieur le maire de Paris"]),
        ("metropole-lyon", ["Madame, Monsieur le président", "de la métropole de Lyon"]),
        ("alsace", ["Madame, Monsieur le président", "de la Collectivité européenne d'Alsace"]),
        ("corse", ["Madame, Monsieur le président", "de la Collectivité de Corse"]),
        (
            "martinique",
            ["Madame, Monsieur le président", "de la collectivité territoriale", "de Martinique"],
        ),
        (
            "guyane",
            ["Madame, Monsieur le président", "de la collectivité territoriale", "de Guyane"],
        ),
    ],
)
def test_who_stands_for_the_departement(place: str, lines: list[str]) -> None:
    changes = {} if place == "departement" else {"departement_de": None}
    assert PARKING.recipient(cmi_lieu=place, **changes)[: len(lines)] == lines
    closing = PARKING.compose(cmi_lieu=place, **changes).closing
    assert ("Maire" if place == "paris" else "Président") in closing


def test_it_says_that_it_is_the_compulsory_appeal() -> None:
    """CASF R.241-17-1."""
    said = PARKING.text("contestation")
    assert "recours administratif préalable" in said
    assert "R.241-17-1" in said


def test_each_mention_is_told_its_judge_and_two_are_told_both() -> None:
    assert PARKING.warned("Pour le stationnement, c'est le tribunal administratif")
    assert TWO.warned("deux juges")
    assert not PARKING.warned("deux juges")
    assert not TWO.warned("deux juges", cmi_mentions=("priorite", "invalidite"))


def test_a_difficulty_is_written_only_when_ticked() -> None:
    assert "difficultes" in PARKING.ids()
    assert "difficultes" not in PARKING.ids(cmi_difficultes=())


@pytest.mark.parametrize(
    ("had", "words"),
    [("premiere", "me refuse la carte"), ("renouvellement", "ne renouvelle pas ma carte")],
)
def test_a_first_card_or_its_renewal(had: str, words: str) -> None:
    assert words in PARKING.text("contestation", cmi_effet=had)


def test_two_months_from_the_notice() -> None:
    assert PARKING.rule() == ("cmi-rapo", "lettre-simple", "date_decision", "")
