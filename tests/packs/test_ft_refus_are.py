"""A refusal of the ARE, its calculation, or a resignation: one request, to who decides on it."""

import pytest

from tests.helpers.shipped import Shipped

REFUSED = Shipped("ft-refus-are", "1-contrats-pas-comptes.toml")
COUNTED = Shipped("ft-refus-are", "2-calcul-trop-bas.toml")
LEFT = Shipped("ft-refus-are", "3-demission-legitime.toml")
AGAIN = Shipped("ft-refus-are", "4-reexamen-121-jours.toml")


def test_the_joint_body_is_written_to_only_for_a_new_examination() -> None:
    assert AGAIN.recipient()[0] == "Instance paritaire régionale"
    assert "membres de l'instance paritaire" in AGAIN.compose().closing.replace("’", "'")
    for agency in (REFUSED, COUNTED, LEFT):
        assert agency.recipient()[:2] == ["Madame, Monsieur le directeur", "Agence France Travail"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (("montant",), "mais le montant par jour n'est pas juste"),
        (("montant", "depart"), "le montant par jour et la date de départ ne sont pas justes"),
        ((), "mais le calcul n'est pas juste"),
    ],
)
def test_what_is_wrong_agrees_in_number(wrong: tuple[str, ...], words: str) -> None:
    assert words in COUNTED.text("demande", are_faux=wrong)


@pytest.mark.parametrize(
    ("end", "passed"), [("27/07/2026", True), ("28/07/2026", False), ("01/09/2026", False)]
)
def test_121_days_are_counted_from_the_end_of_the_contract(end: str, passed: bool) -> None:
    assert ("Plus de 121 jours" in AGAIN.text("recherches", contrat_fin=end)) is passed
    assert AGAIN.warned("ne sont pas encore passés", contrat_fin=end) is not passed


def test_a_resignation_is_called_legitimate_only_when_the_person_says_so() -> None:
    assert "legitime" in LEFT.ids()
    assert "legitime" not in AGAIN.ids()
    assert "J'avais une raison légitime de partir." in LEFT.text("legitime", demission_raisons=())


def test_remedies_are_due_on_pain_of_nullity() -> None:
    """Code du travail L.5422-4."""
    assert "à peine de nullité" in COUNTED.text("voies-delais")
    assert "voies-delais" not in COUNTED.ids(manque_lettre=())
    unread = {"comment_recue": "recommande-non-retire", "date_presentation": "29/10/2026"}
    assert "voies-delais" not in COUNTED.ids(**unread)


def test_no_date_is_promised_but_two_years_are_said() -> None:
    assert REFUSED.rule() is None
    assert REFUSED.warned("deux ans")


def test_what_was_not_read_again_is_said() -> None:
    assert LEFT.warned("À vérifier par un juriste")
    assert not REFUSED.warned("À vérifier par un juriste")
