"""The read-back: every line of the letter is found on paper, and a lost one is named."""

import dataclasses
from collections.abc import Callable

import pytest

from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.language.typography import french
from desktop_app.pdf.letters.proof import compare, letter_values
from desktop_app.pdf.letters.settings import LetterSettings
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.letters import kit_of, letter, letters
from tests.helpers.pages import printed_pages

WRITER = TypstLetters()


def pages_of(document: LetterDocument, writer: TypstLetters = WRITER) -> list[str]:
    return [page.text for page in printed_pages(writer.letter(document).data)]


@pytest.mark.parametrize("size", [11, 12, 16])
def test_every_letter_is_proved(size: int) -> None:
    writer = TypstLetters(LetterSettings(size=size))
    for document in letters():
        proof = compare(document, pages_of(document, writer))
        assert proof.problems == ()
        assert proof.verified == proof.total > 15


def test_read_back_by_the_child_process() -> None:
    document = letter(paragraphs=9, papers=4, later=1)
    for made in (WRITER.letter(document), kit_of(WRITER, document)):
        proof = WRITER.proof(document, made)
        assert proof.problems == ()
        assert proof.verified == proof.total


def test_names_of_the_world_are_proved() -> None:
    text = french("Đặng Łukasz, محمد and Κώστας 01 99 00 12 34 – « Œuvré » ; n° 12 : 1er mai 2026")
    paragraph = dataclasses.replace(letter().paragraphs[0], text=text)
    document = dataclasses.replace(letter(), paragraphs=(paragraph,), signature=("محمد",))
    assert compare(document, pages_of(document)).problems == ()


CHANGES: dict[str, Callable[[LetterDocument], LetterDocument]] = {
    "recipient-3": lambda d: dataclasses.replace(
        d, recipient=(*d.recipient[:2], "9 RUE FANTIN LATOUR", *d.recipient[3:])
    ),
    "closing": lambda d: dataclasses.replace(d, closing=d.closing + " Merci."),
    "place_date": lambda d: dataclasses.replace(d, day=d.day.replace(day=23)),
    "p1-1": lambda d: dataclasses.replace(
        d,
        paragraphs=(
            d.paragraphs[0],
            dataclasses.replace(d.paragraphs[1], text="Je conteste une autre dette."),
            *d.paragraphs[2:],
        ),
    ),
}


@pytest.mark.parametrize("lost", CHANGES)
def test_what_is_not_on_the_paper_is_named_without_its_words(lost: str) -> None:
    shown = pages_of(letter())
    proof = compare(CHANGES[lost](letter()), shown)
    assert [problem.field for problem in proof.problems] == [lost]
    assert proof.verified == proof.total - 1


def test_a_missing_page_is_seen() -> None:
    document = letter(paragraphs=18)
    assert compare(document, pages_of(document)[:-1]).problems


def test_an_amount_changed_by_one_cent_is_seen() -> None:
    shown = [page.replace("842,50", "842,51") for page in pages_of(letter())]
    assert [p.field for p in compare(letter(), shown).problems] == ["p0-1"]


def test_names_of_values_hold_no_word_of_the_letter() -> None:
    names = {name for name, _ in letter_values(letter(papers=2, later=1))}
    assert not [name for name in names if "MARTIN" in name or "Relevé" in name]
