"""A school says no: the mayor, the academic director or the head, and a place without delay."""

import pytest

from tests.helpers.shipped import Shipped

REFUSED = Shipped("scolarite", "1-ecole-refusee-a-l-hotel.toml")
CANTEEN = Shipped("scolarite", "2-cantine-refusee.toml")
AID = Shipped("scolarite", "3-aesh-absente.toml")


@pytest.mark.parametrize(
    ("who", "first", "call"),
    [
        ("maire", "Madame, Monsieur le maire", "Monsieur le Maire"),
        ("dasen", "Madame, Monsieur le directeur", "Directeur académique"),
        ("chef", "Madame, Monsieur le chef", "Madame, Monsieur"),
    ],
)
def test_who_decides_is_written_to_and_called_so(who: str, first: str, call: str) -> None:
    given = {"ecole_qui": who, "departement_de": "de la Loire", "dest_nom": "Lycée des Tilleuls"}
    if who != "maire":
        given["ecole_commune"] = None
    document = CANTEEN.compose(**given)
    assert document.recipient[0].startswith(first[:15])
    assert call in document.call
    assert call in document.closing


def test_the_canteen_of_a_primary_school_is_open_to_every_child() -> None:
    """Code de l'éducation L.131-13: primary schools only, which the town hall runs."""
    assert "L.131-13" in CANTEEN.text("cantine")
    assert "leur absence de travail" not in CANTEEN.text("cantine", ecole_situation=())
    assert "cantine" not in CANTEEN.ids(ecole_qui="chef", dest_nom="Collège", ecole_commune=None)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("fille", "le refus d'inscrire à l'école ma fille, Awa Traoré"),
        ("fils", "le refus d'inscrire à l'école mon fils, Awa Traoré"),
        ("confie", "Awa Traoré, dont j'ai la responsabilité légale"),
    ],
)
def test_the_pupil_is_named_by_who_signs(link: str, words: str) -> None:
    assert words in REFUSED.text("contestation", eleve_lien=link)


def test_a_pupil_of_age_writes_for_herself() -> None:
    said = REFUSED.text(eleve_lien="moi", eleve_nom=None)
    assert "le refus de m'inscrire" in said
    assert "enfant de trois à seize ans" not in said


def test_a_permit_is_never_needed_to_be_enrolled() -> None:
    """L.131-5: whatever the residence status."""
    assert "ne compte pas" in REFUSED.text("papiers")
    assert "papiers" not in REFUSED.ids(ecole_situation=())


def test_a_refusal_never_written_is_asked_for_and_starts_no_delay() -> None:
    assert "réponse écrite" in REFUSED.text("sans-ecrit")
    assert REFUSED.rule() is None
    assert CANTEEN.rule() == ("scolarite", "lettre-simple", "date_decision", "")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "J'ai reçu ce refus le 5 novembre 2026."),
        ({"comment_recue": "recommande-retire", "date_retrait": "09/11/2026"}, "recommandé le 9"),
        (
            {"comment_recue": "recommande-non-retire", "date_presentation": "06/11/2026"},
            "je n'ai pas pu le retirer",
        ),
    ],
)
def test_a_refusal_without_a_date_is_told_by_how_it_came(given: dict[str, str], said: str) -> None:
    assert said in CANTEEN.text("decision", **{"date_decision": None, **given})


def test_an_aid_is_a_request_and_not_a_contest() -> None:
    assert AID.text("contestation").startswith("Je demande l'aide humaine")
    assert "conteste" not in AID.text()


def test_a_punishment_has_its_own_letter_of_eight_days() -> None:
    assert CANTEEN.warned("huit jours")
