"""What holds for every letter: its law is dated, its sentences are short, its pages are few."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.conditions import asked
from desktop_app.core.answers.draft import Answers, Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.definitions.model import LetterDefinition
from desktop_app.core.definitions.resolve import questions_of
from desktop_app.core.documents.compose import compose_letter
from desktop_app.datafiles import data_root
from tests.helpers.rsa import TODAY, plain, text

ARTICLE = r"[LRD]\.\*?\d+(?:-\d+)*"
CATALOGUE = FolderCatalogue(data_root("forms"))
NAMES = sorted(folder.name for folder in (data_root("forms") / "letters").iterdir())
PAGES_OF_ONE_GROUP = ("identite", "adresse", "contact", "destinataire", "budget")
"""Groups that a person sees as one page."""
MOST_PAGES = 29
"""25 pages for the main path, three for a subject that needs more, and the notice's own delay."""

every_letter = pytest.mark.parametrize(
    "letter", [pytest.param(CATALOGUE.letter(name), id=name) for name in NAMES]
)


def examples(letter: LetterDefinition) -> Iterator[tuple[str, Answers]]:
    """Yield the name and the answers of each example."""
    folder = data_root("forms") / "letters" / letter.id / "examples"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        example = tomllib.loads(file.read_text("utf-8"))
        draft = Draft(letter.id, example["answers"], frozenset(example.get("je_ne_sais_pas", ())))
        yield file.name, validate(letter, draft, TODAY)


@every_letter
def test_every_article_of_a_basis_is_in_a_dated_source(letter: LetterDefinition) -> None:
    known = {article for source in letter.source for article in source.articles}
    for paragraph in letter.paragraph:
        assert set(paragraph.basis) <= known, paragraph.id


@every_letter
def test_articles_written_are_those_of_the_basis(letter: LetterDefinition) -> None:
    for paragraph in letter.paragraph:
        written = set(re.findall(ARTICLE, paragraph.text))
        assert written <= set(re.findall(ARTICLE, " ".join(paragraph.basis))), paragraph.id


@every_letter
def test_sentences_are_short(letter: LetterDefinition) -> None:
    for name, answers in examples(letter):
        said = re.sub(r" \([^)]*\)", "", text(compose_letter(letter, answers, TODAY)))
        for sentence in re.split(r"(?<=[.:;!?])\s|\n", said):
            assert len(sentence.split()) <= 33, f"{name}: {sentence}"


@every_letter
def test_every_question_says_why_and_hints_stay_short(letter: LetterDefinition) -> None:
    for question in questions_of(letter):
        if question.id.startswith("piece_"):
            continue
        assert question.why, question.id
        assert len(question.label.split()) <= 16, question.id  # « ? » counts for one
        sentences = [s for s in re.split(r"(?<=[.!?]) ", question.hint) if s]
        assert len(sentences) <= 2, question.id
        assert all(len(s.split()) <= 20 for s in sentences), question.id


@every_letter
def test_every_paragraph_is_explained(letter: LetterDefinition) -> None:
    for paragraph in letter.paragraph:
        assert paragraph.meaning, paragraph.id


@every_letter
def test_people_find_it_in_their_words(letter: LetterDefinition) -> None:
    assert len(letter.keywords) >= 6


@every_letter
def test_the_shortest_path_is_short(letter: LetterDefinition) -> None:
    page = {q.id: name for name in PAGES_OF_ONE_GROUP for q in CATALOGUE.groups[name].question}
    _, answers = next(examples(letter))
    shown = [q.id for q in asked(letter, answers, TODAY) if not q.id.startswith("piece_")]
    assert len({page.get(name, name) for name in shown}) <= MOST_PAGES


@every_letter
def test_the_address_fits_what_the_post_accepts(letter: LetterDefinition) -> None:
    for name, answers in examples(letter):
        lines = plain(compose_letter(letter, answers, TODAY).recipient)
        assert 3 <= len(lines) <= 6, name
        assert all(len(line) <= 38 for line in lines), name
