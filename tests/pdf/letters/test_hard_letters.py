"""Letters nobody expects: nothing leaves the page, nothing is lost, nothing breaks."""

import dataclasses
import re
from typing import Any

import pytest

from desktop_app.core.documents.model import ComposedParagraph, EnclosedPaper, LetterDocument
from desktop_app.pdf.letters.errors import AddressTooTall
from desktop_app.pdf.letters.proof import compare
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.letters import kit_of, letter
from tests.helpers.pages import Box, printed_pages

WRITER = TypstLetters()
PAPER = Box(15, 10, 195, 290)


def saying(*texts: str, **changes: Any) -> LetterDocument:
    paragraphs = tuple(ComposedParagraph(f"p{n}", text, "") for n, text in enumerate(texts))
    return dataclasses.replace(letter(), paragraphs=paragraphs, **changes)


HARD = {
    "no paragraph": saying(),
    "an empty paragraph": saying("", "Je conteste."),
    "a word of two hundred letters": saying("Voir https://exemple.fr/" + "a" * 200, "Merci."),
    "a paragraph of four pages": saying("Je vous écris encore une fois. " * 500),
    "a last paragraph of two pages after a short one": saying("Bref.", "Voici les faits. " * 300),
    "two hundred short lines": saying("\n".join(f"- le {n} mai" for n in range(200))),
    "no sender": saying("Je conteste.", sender=()),
    "no signature": saying("Je conteste.", signature=()),
    "no place, no reference": saying("Je conteste.", place="", references=()),
    "no recipient": saying("Je conteste.", recipient=()),
    "sixteen lines of sender": saying("Je conteste.", sender=("Jeanne MARTIN",) * 16),
    "a long subject": saying("Je conteste.", subject="contestation de la décision " * 8),
    "ninety papers": saying(
        "Je conteste.",
        enclosures=tuple(EnclosedPaper(f"e{n}", f"Relevé n° {n} " * 6, 2) for n in range(90)),
    ),
    "a name of one letter": saying("Je conteste.", signature=("O",), sender=("O",)),
    "braces and quotes": saying('{{ nom }} {% if %} "x" \\ #let'),
}  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_the_letter_is_whole_and_inside_the_paper(name: str) -> None:
    document = HARD[name]
    pages = printed_pages(WRITER.letter(document).data)
    assert compare(document, [page.text for page in pages]).problems == ()
    assert not [c for page in pages for c in page.chars if not c.box.inside(PAPER)]


@pytest.mark.parametrize("name", HARD)
def test_its_kit_is_whole_and_inside_the_paper(name: str) -> None:
    pages = printed_pages(kit_of(WRITER, HARD[name]).data)
    assert not [c for page in pages for c in page.chars if not c.box.inside(PAPER)]


@pytest.mark.parametrize("name", ["a paragraph of four pages", "two hundred short lines"])
def test_a_long_end_leaves_two_lines_with_the_signature(name: str) -> None:
    document = HARD[name]
    pages = printed_pages(WRITER.letter(document).data)
    signed = next(page for page in pages if "salutations distinguées" in page.text)
    above = "".join(signed.text).split("Je vous prie")[0]
    lines = [line for line in above.splitlines() if re.search("écris|mai", line)]
    assert len(lines) >= 2


@pytest.mark.parametrize("count", range(1, 40))
def test_the_signature_is_never_alone_wherever_the_page_ends(count: int) -> None:
    document = saying(*(f"Ligne {n} du corps de la lettre." for n in range(count)))
    pages = printed_pages(WRITER.letter(document).data)
    signed = next(page for page in pages if "salutations distinguées" in page.text)
    assert len(re.findall(r"Ligne \d+", signed.text)) >= min(2, count)
    assert "MARTIN" in signed.text.split("salutations distinguées")[1]


def test_too_many_lines_of_address_are_refused_before_printing() -> None:
    with pytest.raises(AddressTooTall) as refused:
        WRITER.letter(saying("Je conteste.", recipient=("a",) * 8))
    assert dict(refused.value.parameters) == {"n": 8, "limit": 7}
