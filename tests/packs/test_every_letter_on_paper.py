"""What every letter promises on paper: a longer address, whole sentences, the right desk."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.definitions.model import LetterDefinition
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.datafiles import data_root
from tests.helpers.rsa import plain, text

TO_A_COMPANY = ("energie-reclamation", "frais-bancaires")
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
    "dalo-injonction",
    "dalo-refus",
    "expulsion-delais",
    "ft-contrainte",
    "pole-social-requete",
    "refere-mesures-utiles",
    "ta-refere-suspension",
    "ta-requete-social",
    "titre-executoire",
)
"""Letters to a court, its bureau or its prosecutor: no office, CRPA L.114-2 does not bind them."""
EXAMPLES = [
    pytest.param(pack, file.name, id=f"{pack}, {file.name}")
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


def said_on_screen(letter: LetterDefinition) -> Iterator[str]:
    for section in letter.section:
        for question in section.question:
            yield from (question.label, question.hint, question.why)
            for choice in question.choices:
                yield from (choice.label, choice.hint)
    yield from (paragraph.meaning for paragraph in letter.paragraph)
    yield from (paper.help for paper in letter.enclosure)


@pytest.mark.parametrize("pack", LETTERS)
def test_its_words_are_plain_and_polite(pack: str) -> None:
    for words in said_on_screen(CATALOGUE.letter(pack)):
        assert "veuillez" not in words.lower()
        assert "!" not in words


@pytest.mark.parametrize("pack", LETTERS)
def test_originals_stay_with_the_person(pack: str) -> None:
    letter = CATALOGUE.letter(pack)
    kept = any("Gardez tous les originaux" in warning.text for warning in letter.warning)
    assert kept or not letter.enclosure


@pytest.mark.parametrize("pack", LETTERS)
def test_a_letter_about_a_permit_sends_to_a_lawyer_or_an_association_first(pack: str) -> None:
    letter = CATALOGUE.letter(pack)
    if letter.family == "etrangers":
        assert "un avocat ou une association" in letter.warning[0].text
        assert not letter.warning[0].when


@pytest.mark.parametrize(("pack", "example"), EXAMPLES)
def test_the_address_is_one_the_post_accepts(pack: str, example: str) -> None:
    document, _ = composed(pack, example)
    lines = plain(document.recipient)
    assert 2 <= len(lines) <= 6
    assert all(len(line) <= 38 for line in lines)


@pytest.mark.parametrize(("pack", "example"), EXAMPLES)
def test_the_wrong_office_is_asked_to_hand_it_on(pack: str, example: str) -> None:
    """CRPA L.114-2 binds administrations: neither companies, landlords nor courts."""
    document, said = composed(pack, example)
    answers = said["answers"]
    company = "entreprise" in (answers.get("rgpd_qui"), answers.get("libre_qui"))
    company = company or pack in TO_A_COMPANY or answers.get("relance_a") == "autre"
    landlord = pack == "loyer-delais" or answers.get("indecent_qui") == "bailleur"
    assert ("L.114-2" in text(document)) is not (company or landlord or pack in TO_A_COURT)


@pytest.mark.parametrize(("pack", "example"), EXAMPLES)
def test_nothing_is_written_twice_nor_left_half_said(pack: str, example: str) -> None:
    document, _ = composed(pack, example)
    said = re.sub(r"\.{5,}", "BLANC", text(document))
    assert not re.search(r"\b(?!nous|vous)(\w+) \1\b", said)
    assert not re.search(r"  | ,| \.|,\.|\.\.(?!\.)(?<!\.\.\.)", said)
