"""A score at France Travail: asked for, never said to exist; the right to object is never used."""

import pytest

from tests.helpers.shipped import Shipped

CONTROL = Shipped("ft-algorithme", "1-controle-et-tiers.toml")


@pytest.mark.parametrize("what", ["controle", "sanction", "orientation", "rien"])
def test_the_right_to_object_is_never_used(what: str) -> None:
    """Code du travail R.5312-45 sets it aside."""
    said = CONTROL.text(fa_quoi=what).lower()
    assert "oppose" not in said
    assert "opposition" not in said
    assert CONTROL.warned("la loi écarte ce droit", fa_quoi=what)


def test_no_score_is_said_to_exist() -> None:
    assert CONTROL.text("noms").startswith("Si l'un de ces traitements")
    assert CONTROL.text("quatre-informations").startswith("Si un traitement")


def test_a_control_is_answered_first() -> None:
    assert CONTROL.warned("Répondez d'abord au contrôle")
    assert not CONTROL.warned("Répondez d'abord", fa_quoi="rien")


def test_papers_of_others_only_when_the_letter_speaks_of_them() -> None:
    assert "tiers" in CONTROL.ids()
    assert "tiers" not in CONTROL.ids(fa_tiers="non")
