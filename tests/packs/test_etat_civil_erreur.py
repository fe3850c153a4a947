"""A mistake in a civil record: the town hall or the prosecutor, never a change of name."""

from tests.helpers.shipped import Shipped

TOWN = Shipped("etat-civil-erreur", "1-mairie.toml")
PROSECUTOR = Shipped("etat-civil-erreur", "2-procureur.toml")


def test_each_office_has_its_law() -> None:
    """Civil code 99-1; CPC 1046, 1047, 1051."""
    assert "1047" in TOWN.text("mairie")
    assert "1051" in PROSECUTOR.text("procureur")
    assert "procureur" not in TOWN.ids()
    assert "mairie" not in PROSECUTOR.ids()


def test_another_proof_is_for_the_prosecutor() -> None:
    assert TOWN.warned("Écrivez-lui plutôt", ec_preuve="autre")
    assert not TOWN.warned("Écrivez-lui plutôt")


def test_a_refusal_is_told_only_when_there_was_one() -> None:
    assert "La mairie a refusé" in PROSECUTOR.text("procureur")
    assert "a refusé" not in PROSECUTOR.text("procureur", ec_refus="non")


def test_a_refugee_never_goes_to_a_consulate_and_no_name_is_changed() -> None:
    for letter in (TOWN, PROSECUTOR):
        assert letter.warned("N'allez jamais à votre consulat")
        assert letter.warned("c'est une autre demande")
