"""Labels that ask for what everyone has, and those that speak of someone else."""

import pytest

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.checks.remember import AREAS
from desktop_app.core.generic.known import _PATTERNS, MAYBE_DATE, civility, recognise


@pytest.mark.parametrize(
    ("label", "kind", "remember"),
    [
        ("Nom de naissance", "name", "identite.nom_naissance"),
        ("Nom de jeune fille :", "name", "identite.nom_naissance"),
        ("Nom d’usage du bénéficiaire", "name", "identite.nom"),
        ("Votre nom", "name", "identite.nom"),
        ("Prénom(s)", "name", "identite.prenom"),
        ("Né(e) le", "date", "identite.date_naissance"),
        ("NÉE LE", "date", "identite.date_naissance"),
        ("Date de naissance", "date", "identite.date_naissance"),
        ("Né(e) à", "text", "identite.lieu_naissance"),
        ("Courrier électronique", "email", "contact.courriel"),
        ("Lieu de naissance", "text", "identite.lieu_naissance"),
        ("N° de Sécurité sociale", "nir", "sante.nir"),
        ("NIR", "nir", "sante.nir"),
        ("Code postal", "postal_code", "adresse.code_postal"),
        ("Commune", "text", "adresse.commune"),
        ("Code postal et commune", "text", "adresse.code_postal adresse.commune"),
        ("Vendeur (nom, SIRET, adresse)", "text", ""),
        ("Adresse", "text", "adresse.voie"),
        ("Adresse électronique", "email", "contact.courriel"),
        ("Courriel", "email", "contact.courriel"),
        ("Téléphone portable", "phone", "contact.telephone"),
        ("IBAN", "iban", "banque.iban"),
        ("N° SIRET", "siret", ""),
        ("Numéro d’allocataire", "text", "caf.numero_allocataire"),
        ("Nom et prénom", "text", "identite.nom identite.prenom"),
        ("Prénom et nom", "text", "identite.prenom identite.nom"),
        ("Nom, prénom", "text", "identite.nom identite.prenom"),
        ("Adresse postale", "text", "adresse.voie adresse.code_postal adresse.commune"),
        ("Numéro fiscal", "nif", "impots.numero_fiscal"),
        ("Date d’inscription", "date", ""),
    ],
)
def test_a_label_is_recognised(label: str, kind: str, remember: str) -> None:
    found = recognise(label)
    assert (found.kind, found.remember) == (kind, remember)


def test_the_kind_of_answer_is_whoever_s_it_is() -> None:
    """An employer has a postal code too; that it is not the person's, the role says."""
    assert recognise("Code postal de l’employeur").kind == "postal_code"


@pytest.mark.parametrize(
    "label", ["Date et lieu de naissance", "Montant du loyer", "Observations", "Nom du projet"]
)
def test_what_asks_for_two_things_or_for_none_is_a_text(label: str) -> None:
    assert recognise(label).kind == "text"
    assert recognise(label).remember == ""


def test_every_rule_gives_a_kind_and_a_key_that_exist() -> None:
    for _pattern, known in _PATTERNS:
        assert known.kind in {*KINDS, MAYBE_DATE}
        assert not known.remember or all(
            key.split(".")[0] in AREAS for key in known.remember.split()
        )


def test_madame_and_monsieur_are_the_shared_question() -> None:
    assert civility(("Madame", "Monsieur")) == ("mme", "m")
    assert civility(("M.", "Mme")) == ("m", "mme")
    assert civility(("Oui", "Non")) == ()
