"""What every letter promises on paper: room for a longer address, and the right desk."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.datafiles import data_root
from tests.helpers.faults import assert_none
from tests.helpers.rsa import plain, text

TO_A_COMPANY = (
    "deces-banque",
    "deces-employeur",
    "dette-ancienne",
    "eau-coupure",
    "energie-reclamation",
    "frais-bancaires",
    "fraude-contestation",
    "fraude-relance",
    "fraude-virement-ordonne",
    "saisie-sbi-banque",
    "saisie-sommes-insaisissables",
    "salaire-mise-en-demeure",
    "fin-contrat-papiers",
    "solde-denonciation",
    "succession-dettes",
)
TO_A_LANDLORD = (
    "charges-contestation",
    "conge-locataire",
    "conge-locataire-reduit",
    "deces-bailleur",
    "depot-garantie-mise-en-demeure",
    "loyer-delais",
    "loyer-hausse",
)
FORMS = data_root("forms")
CATALOGUE = FolderCatalogue(FORMS)
LETTERS = sorted(folder.name for folder in (FORMS / "letters").iterdir() if folder.is_dir())
TO_A_COURT = (
    "aj-demande",
    "aj-recours",
    "amende-exoneration",
    "amende-majoree",
    "caf-amende-rsa",
    "caf-contrainte",
    "caf-penalite-tj",
    "cma",
    "conciliateur",
    "dalo-injonction",
    "dalo-refus",
    "depot-garantie-conciliateur",
    "depot-garantie-requete",
    "expulsion-delais",
    "fps-majore",
    "fps-tsp",
    "ft-contrainte",
    "injonction-payer-opposition",
    "msa-contrainte-opposition",
    "parcoursup-ta",
    "pole-social-requete",
    "refere-mesures-utiles",
    "ta-refere-suspension",
    "ta-requete-social",
    "titre-executoire",
    "titre-refus-ta",
    "tj-requete-5000",
    "urssaf-contrainte-opposition",
)
"""Letters to a court, its bureau or its prosecutor: no office, CRPA L.114-2 does not bind them."""
EXAMPLES = [
    (pack, file.name)
    for pack in LETTERS
    for file in sorted((FORMS / "letters" / pack / "examples").iterdir(), key=lambda f: f.name)
]


def composed(pack: str, example: str) -> tuple[LetterDocument, dict[str, Any]]:
    said = tomllib.loads((FORMS / "letters" / pack / "examples" / example).read_text("utf-8"))
    letter = CATALOGUE.letter(pack)
    asked = {question.id for section in letter.section for question in section.question}
    longer = {"dest_ligne_2": "CS 12345"} if "dest_ligne_2" in asked else {}
    given = {**said["answers"], **longer}
    draft = Draft(
        pack,
        given,
        frozenset(said.get("je_ne_sais_pas", ())),
        frozenset(said.get("confirmes", ())),
    )
    return compose_letter(letter, validate(letter, draft, said["today"]), said["today"]), said


def faults(pack: str, example: str) -> Iterator[str]:
    """Yield what an example of a letter breaks."""
    document, said = composed(pack, example)
    lines = plain(document.recipient)
    if not 2 <= len(lines) <= 6 or any(len(line) > 38 for line in lines):
        yield f"an address that the post does not accept: {lines}"
    binds = is_bound(pack, said["answers"])
    # An argument may tell what became of an earlier letter, or of papers got elsewhere (L.114-21).
    own = [one.text for one in document.paragraphs if not one.id.startswith("moyen-")]
    if any("L.114-2" in one for one in own) is not binds:
        yield f"the wrong office is {'not ' if binds else ''}asked to hand it on"


def is_bound(pack: str, answers: Mapping[str, Any]) -> bool:
    """Tell whether CRPA L.114-2 binds the recipient: neither companies, landlords nor courts."""
    company = "entreprise" in (answers.get("rgpd_qui"), answers.get("libre_qui"))
    company = company or pack in TO_A_COMPANY or answers.get("relance_a") == "autre"
    company = company or CATALOGUE.letter(pack).family == "consommation"
    company = company or answers.get("dm_chez") in ("clinique", "medecin")
    court = pack in TO_A_COURT and answers.get("dg_qui") != "commission"
    court = court or answers.get("ec_a") == "procureur"
    landlord = pack in TO_A_LANDLORD or answers.get("indecent_qui") == "bailleur"
    return not (company or landlord or court)


@pytest.mark.timeout(1200)
def test_the_post_accepts_every_address_and_the_wrong_office_hands_on() -> None:
    found = [f"{p}, {e}: {fault}" for p, e in EXAMPLES for fault in faults(p, e)]
    assert_none(found)


def test_an_address_too_long_and_an_office_not_asked_are_seen() -> None:
    pack, example = next(one for one in EXAMPLES if one[0] == "cada")
    document, said = composed(pack, example)
    assert is_bound(pack, said["answers"])
    assert not is_bound("aj-demande", {})
    assert "L.114-2" in text(document)
