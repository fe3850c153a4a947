"""A Crous decision on a grant: to the recteur, through the Crous, within two months."""

import pytest

from tests.helpers.shipped import Shipped

REFUSED = Shipped("bourse", "1-refus-revenus-en-baisse.toml")
LOW = Shipped("bourse", "2-echelon-parents-separes.toml")
STOPPED = Shipped("bourse", "3-bourse-arretee-refugiee.toml")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("refus", "m'accorder une bourse"),
        ("echelon", "l'échelon qui correspond à ma situation"),
        ("arret", "depuis le jour où elle s'est arrêtée"),
        ("rembourser", "renoncer à ce remboursement"),
    ],
)
def test_what_is_asked_answers_what_was_decided(said: str, asked: str) -> None:
    assert asked in REFUSED.text("demande", bourse_decision=said)


def test_a_sum_asked_back_is_named() -> None:
    said = REFUSED.text("contestation", bourse_decision="rembourser", montant="1 842,00")
    assert "rembourser 1 842 €" in said.replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_the_recteur_is_called_and_the_crous_hands_on() -> None:
    assert REFUSED.recipient()[:3] == [
        "Madame, Monsieur le recteur",
        "de l'académie de Lyon",
        "sous couvert du directeur du Crous",
    ]
    assert REFUSED.warned("l'adresse du Crous")
    assert "Madame la Rectrice, Monsieur le Recteur" in REFUSED.compose().closing


def test_only_what_is_ticked_is_claimed() -> None:
    reasons = {"revenus", "separation", "seul", "refugie", "reprise", "assiduite"}
    assert not reasons & REFUSED.ids(bourse_situation=())
    assert reasons & STOPPED.ids() == {"seul", "refugie", "assiduite"}


def test_the_parent_is_named_only_when_known() -> None:
    assert "à la charge de ma mère" in LOW.text("separation")
    unknown = LOW.text("separation", bourse_parent=None, unknown=("bourse_parent",))
    assert "du parent dont je suis à la charge" in unknown


def test_two_months_and_a_year_when_remedies_are_missing() -> None:
    assert LOW.rule() == ("bourse-crous", "lettre-simple", "date_decision", "")
    assert LOW.rescue(date_decision="01/07/2026", date_reception="03/07/2026") == "secours-un-an"


def test_a_registered_letter_counts_from_the_counter() -> None:
    rule = STOPPED.rule()
    assert rule is not None
    assert rule[1:3] == ("lrar-retiree", "date_presentation")
