"""In the first twenty days of a debt, an appeal and a correction: two requests, and never one lost.

CSS L.133-4-1, R.133-9-2: the correction is asked of the director, the appeal of the commission. One
letter for both may be treated as the first alone: the commission is then never seized (III, IV).
"""

import datetime as dt

import pytest

from tests.helpers.rsa import plain, text
from tests.helpers.shipped import Shipped

FAMILY = Shipped("caf-indu-cra-pf", "1-un-enfant-chez-moi.toml")
LETTERS = [
    FAMILY,
    Shipped("caf-indu-apl", "1-demenagement.toml"),
    Shipped("cpam-indu", "1-deux-arrets-comptes-en-double.toml"),
    Shipped("retraite-indu", "1-erreur-de-la-caisse.toml"),
]
each = pytest.mark.parametrize("letter", LETTERS, ids=lambda one: one.letter.id)


@each
def test_one_letter_for_both_seizes_the_one_and_asks_the_other(letter: Shipped) -> None:
    made = letter.prepared(rectification="ici")
    said = text(made, "rectification")
    assert "Je fais ce recours, et je demande aussi au directeur de rectifier" in said
    assert "L.133-4-1 et R.133-9-2" in said
    assert any("Deux lettres séparées" in one for one in plain(made.warnings))


@each
def test_beside_a_letter_of_its_own_the_appeal_stands_alone(letter: Shipped) -> None:
    said = letter.text("rectification", rectification="a-part")
    assert "indépendamment de ma demande de rectification" in said
    assert "R.133-9-2, III" in said


@each
def test_what_is_not_chosen_is_not_said_but_told(letter: Shipped) -> None:
    for answer in ("non", None):
        made = letter.prepared(rectification=answer)
        assert "rectifi" not in text(made)
        assert sum("demande de rectification" in one for one in plain(made.warnings)) == 1


@each
def test_after_twenty_days_nothing_is_asked_nor_told(letter: Shipped) -> None:
    made = letter.prepared(day=dt.date(2026, 12, 28), rectification=None)
    assert "rectifi" not in text(made)
    assert not any("rectification" in one for one in plain(made.warnings))


def test_nothing_is_said_of_the_text_that_it_does_not_say() -> None:
    """Withholding may begin after the answer, or two months after the month of silence."""
    said = FAMILY.text("rectification", rectification="ici")
    assert "Tant que les délais de ces articles courent, rien ne peut être retenu" in said
    assert "aucune retenue avant votre réponse" not in said
