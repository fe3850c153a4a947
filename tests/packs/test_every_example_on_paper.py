"""Every example of every letter is set for real, and its pages keep the rules of layout.

`python -m tests.packs.on_paper` prints the count.
"""

import dataclasses

import pytest

from desktop_app.core.packs.model import LetterDefinition
from desktop_app.datafiles import data_root
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.layout import faults
from tests.helpers.pages import PrintedPage, printed_pages
from tests.packs.on_paper import examples, letters, on_paper, total

FORMS = data_root("forms")
LETTERS = letters(FORMS)
WRITER = TypstLetters()


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.id)
def test_its_examples_reach_every_paragraph_and_their_pages_keep_every_rule(
    letter: LetterDefinition,
) -> None:
    found = on_paper(FORMS, letter, WRITER)
    assert found.examples
    assert found.pages >= found.examples
    assert found.unreached == frozenset()
    assert found.broken == ()


def test_the_count_tells_what_was_set_and_reached() -> None:
    one = on_paper(FORMS, LETTERS[0], WRITER)
    lost = dataclasses.replace(one, reached=frozenset())
    paragraphs = len(one.conditional)
    assert f"{paragraphs} of {paragraphs} conditional" in total([one])
    assert f"{paragraphs} of {2 * paragraphs} conditional" in total([one, lost])


# ---------------------------------------------------------------------- sabotage: each rule is seen


@pytest.fixture(scope="module")
def pages() -> list[PrintedPage]:
    _, document = next(examples(FORMS, LETTERS[0]))
    return printed_pages(WRITER.letter(document).data)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"subject": "une autre chose"}, "not on the page: Objet"),
        ({"call": "Madame la Ministre"}, "does not repeat"),
        ({"recipient": ("Ailleurs", "1 rue X", "75001 Paris")}, "the window shows"),
        ({"recipient": ("A" * 39, "1 rue X", "75001 Paris")}, "39 characters"),
        ({"recipient": ("A", "B", "C", "Rue d'Été", "75001 PARIS")}, "not in capitals"),
        ({"enclosures": ()}, "papers enclosed, 0"),
        ({"signature": ("Quelqu'un d'autre",)}, "the name is not under the closing"),
    ],
)
def test_a_page_that_says_something_else_is_seen(
    pages: list[PrintedPage], change: dict[str, object], said: str
) -> None:
    _, document = next(examples(FORMS, LETTERS[0]))
    assert faults(document, pages) == []
    changed = dataclasses.replace(document, **change)  # type: ignore[arg-type]
    assert any(said in fault for fault in faults(changed, pages)), faults(changed, pages)


@pytest.mark.parametrize("words", ["vraiment ?", "\n; ainsi", "« ainsi"])
def test_an_ordinary_space_before_a_sign_is_seen(pages: list[PrintedPage], words: str) -> None:
    _, document = next(examples(FORMS, LETTERS[0]))
    page = dataclasses.replace(pages[0], text=f"{pages[0].text} {words}")
    assert any("ordinary space" in fault for fault in faults(document, [page, *pages[1:]]))


def test_a_missing_page_is_seen(pages: list[PrintedPage]) -> None:
    document = next(
        document
        for letter in LETTERS
        for _, document in examples(FORMS, letter)
        if len(printed_pages(WRITER.letter(document).data)) > 1
    )
    whole = printed_pages(WRITER.letter(document).data)
    assert faults(document, whole) == []
    assert any("says" in fault for fault in faults(document, whole[:1]))
