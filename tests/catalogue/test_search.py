"""Finding a pack from a person's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.search import Index
from desktop_app.catalogue.words import Spelling, read_speech, words_of
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.datafiles import data_root


def header(name: str, plain_title: str, *keywords: str, family: str = "caf") -> CatalogueItem:
    return CatalogueItem(name, "letter", plain_title, plain_title, family, "", keywords=keywords)


# Titles and keywords in the manner of those that the project will have.
PACKS = (
    header(
        "caf-indu-rsa",
        "La Caf me réclame de l'argent du RSA",
        "indu",
        "trop-perçu",
        "rembourser",
        "dette",
    ),
    header(
        "caf-indu-apl",
        "La Caf me réclame de l'argent de l'aide au logement",
        "indu",
        "APL",
        "dette",
    ),
    header("caf-echeancier", "Payer ma dette à la Caf en plusieurs fois", "échéancier", "retenues"),
    header("mdph-recours", "La MDPH refuse mon allocation", "AAH", "handicap", family="handicap"),
    header(
        "titre-silence",
        "La préfecture ne répond pas à ma demande de titre de séjour",
        "carte de séjour",
        family="etrangers",
    ),
    header(
        "amende-forfaitaire", "Contester une amende de voiture", "PV", "radar", family="amendes"
    ),
    header(
        "15548-domiciliation",
        "Avoir une adresse pour mon courrier",
        "CCAS",
        "SDF",
        "sans domicile",
        family="social",
    ),
    header(
        "radiation-emploi",
        "France Travail m'a radié",
        "radiation",
        "Pôle emploi",
        "chômage",
        family="emploi",
    ),
)
INDEX = Index(PACKS)


def first(words: str) -> str:
    found = INDEX.search(words)
    return found[0].id if found else ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("la caf me réclame des sous rsa", "caf-indu-rsa"),
        ("LA CAF ME RECLAME DE L ARGENT DU RSA", "caf-indu-rsa"),
        pytest.param("trop percu rsa", "caf-indu-rsa", id="no accents"),
        pytest.param("trop-percus rsa", "caf-indu-rsa", id="plural"),
        pytest.param("dete du RSA", "caf-indu-rsa", id="misspelt"),
        pytest.param("alocation handicapé", "mdph-recours", id="two mistakes"),
        pytest.param("préfécture répond pas", "titre-silence", id="wrong accents"),
        pytest.param("prefecure titre de sejoure", "titre-silence", id="letters missing and added"),
        ("amende radar", "amende-forfaitaire"),
        ("je suis sans domicile", "15548-domiciliation"),
        ("pole emploi m'a radiée", "radiation-emploi"),
        ("payer en plusieurs fois la caf", "caf-echeancier"),
        ("15548", "15548-domiciliation"),
        ("aide au logement", "caf-indu-apl"),
        ("crocodile", ""),
        ("???", "caf-indu-rsa"),
    ],
)
def test_a_persons_words_find_the_right_pack_first(words, expected):
    assert first(words) == expected


def test_without_words_everything_in_order():
    assert [found.id for found in INDEX.search("")] == [pack.id for pack in PACKS]


def test_the_best_comes_first_with_a_score_of_at_most_a_hundred():
    scores = [found.score for found in INDEX.search("dette caf rsa")]

    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 100 for score in scores)


def test_words_without_accents_nor_empty_words():
    assert words_of("L'Œuvre de la Forêt, c'est à moi") == ["oeuvre", "foret", "c"]


def test_a_real_word_is_not_taken_for_a_misspelt_one():
    assert Spelling({"accident"}).right("accent") == "accident"
    speech = read_speech({"known": "accent"})
    assert Spelling({"accident", *speech.words}).right("accent") == "accent"


@given(st.text(max_size=200))
def test_any_words_are_searched(words):
    assert len(INDEX.search(words)) <= len(PACKS)


@pytest.mark.parametrize(
    "words",
    [
        "la caf me réclame des sous",
        "la caf me reclame des sou",
        "rembourser rsa",
        "indu rsa",
        "le departement dit que je dois de l'argent du rsa",
        "on m'accuse de fraude au rsa",
    ],
)
def test_our_letter_is_found(words):
    assert FolderCatalogue(data_root("forms")).search(words)[0].id == "caf-indu-rsa"


@pytest.mark.parametrize("words", ["trop perçu", "trop percus", "indu caf", "dette caf"])
def test_words_that_do_not_say_which_benefit_find_every_debt(words):
    found = {header.id for header in FolderCatalogue(data_root("forms")).search(words)}
    assert found >= {"caf-indu-rsa", "caf-indu-cra-pf", "caf-indu-prime"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("la caf veut que je rembourse les allocations familiales", "caf-indu-cra-pf"),
        ("rembourser l'aah", "caf-indu-cra-pf"),
        ("trop percu aah", "caf-indu-cra-pf"),
        ("on me reprend l'allocation de rentrée", "caf-indu-cra-pf"),
        ("dette soutien familial", "caf-indu-cra-pf"),
        ("la caf me réclame la prime d'activité", "caf-indu-prime"),
        ("rembourser prime activite", "caf-indu-prime"),
        ("ils ont mal compté mon salaire", "caf-indu-prime"),
        ("trop perçu prime d'activité", "caf-indu-prime"),
        ("dette prime", "caf-indu-prime"),
        ("la caf me réclame l'apl", "caf-indu-apl"),
        ("rembourser les apl", "caf-indu-apl"),
        ("trop perçu allocation logement", "caf-indu-apl"),
        ("dette apl", "caf-indu-apl"),
        ("indu aide au logement", "caf-indu-apl"),
        ("je ne peux pas rembourser la caf", "caf-remise"),
        ("effacer ma dette", "caf-remise"),
        ("remise de dette caf", "caf-remise"),
        ("remise gracieuse de la caf", "caf-remise"),
        ("la caf s'est trompée", "caf-indu-rectification"),
        ("j'ai 20 jours pour répondre", "caf-indu-rectification"),
        ("empêcher les retenues", "caf-indu-rectification"),
        ("corriger une erreur de la caf", "caf-indu-rectification"),
        ("erreur de calcul caf", "caf-indu-rectification"),
        ("payer la caf en plusieurs fois", "caf-echeancier"),
        ("on me retire trop chaque mois", "caf-echeancier"),
        ("baisser les retenues", "caf-echeancier"),
        ("plan de remboursement", "caf-echeancier"),
        ("échéancier caf", "caf-echeancier"),
        ("la caf a coupé mes aides", "caf-suspension"),
        ("je touche plus rien de la caf", "caf-suspension"),
        ("on m'a coupé l'apl", "caf-suspension"),
        ("mon dossier caf est bloqué", "caf-suspension"),
        ("la caf ne me paye plus", "caf-suspension"),
        ("la caf me refuse le rsa", "caf-refus-droit"),
        ("la caf a mal calculé mes droits", "caf-refus-droit"),
        ("refus apl", "caf-refus-droit"),
        ("mon aide a baissé", "caf-refus-droit"),
        ("je n'ai plus droit à rien", "caf-refus-droit"),
        ("la caf me doit de l'argent", "caf-rappel-droits"),
        ("rappel de droits", "caf-rappel-droits"),
        ("effet rétroactif", "caf-rappel-droits"),
        ("mois non payés", "caf-rappel-droits"),
        ("on m'a pas versé mes droits des mois passés", "caf-rappel-droits"),
        ("contrainte", "caf-contrainte"),
        ("l'huissier est venu", "caf-contrainte"),
        ("opposition à contrainte", "caf-contrainte"),
        ("contrainte caf huissier", "caf-contrainte"),
        ("mise en demeure caf", "caf-contrainte"),
        ("la caf m'accuse de fraude", "caf-penalite-observations"),
        ("pénalité caf", "caf-penalite-observations"),
        ("je n'ai pas voulu tricher", "caf-penalite-observations"),
        ("avertissement", "caf-penalite-observations"),
        ("amende de la caf", "caf-penalite-observations"),
        ("on veut me couper le rsa", "rsa-sanction"),
        ("rendez-vous manqué rsa", "rsa-sanction"),
        ("sanction rsa", "rsa-sanction"),
        ("15 heures rsa", "contrat-engagement"),
        ("contrat d'engagement", "contrat-engagement"),
        ("on m'a supprimé le rsa", "rsa-sanction-rapo"),
        ("contester la suspension du rsa", "rsa-sanction-rapo"),
        ("j'ai perdu mon rsa", "rsa-sanction-rapo"),
        ("rsa supprimé", "rsa-sanction-rapo"),
        ("radié du rsa", "rsa-sanction-rapo"),
        ("médiateur", "caf-mediateur"),
        ("mediateur caf", "caf-mediateur"),
        ("la caf ne répond pas", "caf-mediateur"),
        ("réclamation caf", "caf-mediateur"),
        ("trouver un arrangement avec la caf", "caf-mediateur"),
        ("remise dette rsa", "caf-remise"),
        ("j'ai pas les moyens de rembourser la caf", "caf-remise"),
    ],
)
def test_a_letter_to_the_fund_is_found_in_a_persons_words(words, expected):
    assert FolderCatalogue(data_root("forms")).search(words)[0].id == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("aide au logement", "10840-aide-logement"),
        ("apl", "10840-aide-logement"),
        ("demander l'apl", "10840-aide-logement"),
        ("une aide pour payer mon loyer", "10840-aide-logement"),
        ("allocation logement caf", "10840-aide-logement"),
        ("attestation de domicile", "16030-attestation-domicile"),
        ("attestation domiciliation", "16030-attestation-domicile"),
        ("election de domicile", "16030-attestation-domicile"),
        ("je n'ai pas d'adresse", "16029-domiciliation"),
    ],
)
def test_a_form_is_found_in_a_persons_words(words, expected):
    assert FolderCatalogue(data_root("forms")).search(words, "form")[0].id == expected


@pytest.mark.parametrize(
    ("words", "in_service", "withdrawn"),
    [
        ("aide au logement", "caf-indu-apl", "10840-aide-logement"),
        ("domiciliation", "16029-domiciliation", "15548-domiciliation"),
    ],
)
def test_a_form_no_longer_taken_comes_after_what_answers_as_well(words, in_service, withdrawn):
    found = FolderCatalogue(data_root("forms")).search(words)
    ids = [item.id for item in found]
    assert ids[0] == in_service
    assert withdrawn in ids[:3]
    assert not any(item.withdrawn for item in found[: ids.index(withdrawn)])


@pytest.mark.parametrize(
    ("words", "way", "withdrawn"),
    [
        ("la caf me demande 3200 euro de rsa", "caf-indu-rsa", "13880-rsa"),
        ("un formulaire pour la cmu", "cpam-c2s", "12504-cmuc"),
        ("rsa", "15481-rsa", "13880-rsa"),
    ],
)
def test_nor_before_a_living_way_that_answers_nearly_as_well(words, way, withdrawn):
    found = [item.id for item in FolderCatalogue(data_root("forms")).search(words)]
    assert found[0] == way
    assert withdrawn in found


def test_what_hardly_answers_is_no_way_and_does_not_hide_the_form_that_does():
    """The MDPH's form says "demander" too: it is no way to ask for a housing aid."""
    found = FolderCatalogue(data_root("forms")).search("demander l'apl", "form")
    assert found[0].id == "10840-aide-logement"


def test_without_words_the_forms_no_longer_taken_are_the_last():
    said = [item.withdrawn for item in FolderCatalogue(data_root("forms")).search()]
    assert said == sorted(said)
    assert any(said)
