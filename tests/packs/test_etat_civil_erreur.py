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


def test_who_asks_is_said_and_a_stranger_is_sent_to_the_prosecutor() -> None:
    """CPC 1047: the person, who represents it or who protects it."""
    assert "Cet acte me nomme" in TOWN.text("lien")
    assert "mineur" in TOWN.text("lien", ec_lien="enfant")
    assert "ma mère" in TOWN.text("lien", ec_lien="autre", ec_lien_mots="ma mère, qui est morte")
    assert TOWN.warned("à la demande de la personne", ec_lien="autre", ec_lien_mots="sa fille")
    assert not PROSECUTOR.warned("à la demande de la personne", ec_lien="autre")
    assert "lien" not in TOWN.ids(ec_lien=None)


def test_a_record_kept_in_nantes_is_not_asked_of_a_mayor() -> None:
    """CPC 1046, 1047; Civil code 99-1: who keeps the record."""
    service = "Service central d'état civil"
    said = TOWN.recipient(ec_a="nantes", dest_nom=service)
    assert any(service in line for line in said)
    assert not any("maire" in line.lower() for line in said)
    assert {"mairie", "transmission"} <= TOWN.ids(ec_a="nantes", dest_nom=service)


def test_another_paper_is_named() -> None:
    said = TOWN.text("preuve", ec_preuve="autre", ec_preuve_mots="mon acte de baptême")
    assert "mon acte de baptême" in said
    assert "un autre papier" not in said
