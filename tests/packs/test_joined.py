"""What a letter says to be joined is in its list of papers: every example, and every letter."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.datafiles import data_root
from tests.helpers.faults import assert_none
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import plain

LETTERS = data_root("forms") / "letters"
NAMES = sorted(folder.name for folder in LETTERS.iterdir())
SAYS_JOINED = re.compile(r"(?<!compte )\b(?:ci-)?(?:jointe?s?|joins|joignons)\b", re.IGNORECASE)
OWN_WORDS = ("faits", "requete_moyens", "urgence_faits", "motif_copie")
"""What a person wrote herself is hers: she may name a paper."""


def composed(letter: LetterDefinition, **changes: object) -> Iterator[tuple[str, LetterDocument]]:
    """Yield each example composed, with some answers changed; None takes one away."""
    for file in sorted((LETTERS / letter.id / "examples").iterdir(), key=lambda one: one.name):
        said = tomllib.loads(file.read_text("utf-8"))
        given = {k: v for k, v in {**said["answers"], **changes}.items() if v is not None}
        answers = {k: v for k, v in given.items() if k not in OWN_WORDS}
        unknown = frozenset(said.get("je_ne_sais_pas", ())) - answers.keys()
        today: dt.date = said["today"]
        typed = validate(letter, Draft(letter.id, answers, unknown), today, blanks=True)
        yield file.name, compose_letter(letter, typed, today)


def claims(document: LetterDocument) -> list[str]:
    return [one.text for one in document.paragraphs if SAYS_JOINED.search(one.text)]


@pytest.mark.timeout(1200)
def test_whenever_the_letter_says_so_a_paper_is_listed() -> None:
    assert_none(
        [
            (name, example, claims(document))
            for name in NAMES
            for example, document in composed(CATALOGUE.letter(name))
            if claims(document) and all(paper.later for paper in document.enclosures)
        ]
    )


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("answer", ["non", "suivra"])
def test_without_any_paper_nothing_is_said_to_be_joined(answer: str) -> None:
    found = []
    for name in NAMES:
        letter = CATALOGUE.letter(name)
        papers = {f"piece_{paper.id}": answer for paper in letter.enclosure}
        pages = {f"piece_{paper.id}_pages": None for paper in letter.enclosure}
        made = composed(letter, **papers, **pages)
        found += [(name, example, claims(one)) for example, one in made if claims(one)]
    assert_none(found)


WITH_MANDATE = [
    name for name in NAMES if any(one.id == "mandat" for one in CATALOGUE.letter(name).enclosure)
]
SIGNED = {
    "qui_ecrit": "association",
    "representant_association": "Droits ensemble",
    "representant_nom": "Ada Lorin",
    "mandat_date": "01/06/2026",
    "piece_mandat_pages": None,
}


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("answer", ["jointe", "non"])
def test_a_mandate_is_said_only_when_joined_and_its_lack_is_told(answer: str) -> None:
    """CSS R.847-2, L.142-9: what an association asks without its mandate is not heard."""
    found = []
    for name in WITH_MANDATE:
        _, document = next(composed(CATALOGUE.letter(name), **SIGNED, piece_mandat=answer))
        said = " ".join(one.text for one in document.paragraphs)
        told = [one for one in plain(document.warnings) if "refusé sans être lu" in one]
        if ("mandat écrit" in said, len(told)) != (answer == "jointe", answer != "jointe"):
            found.append((name, told))
    assert WITH_MANDATE
    assert_none(found)
