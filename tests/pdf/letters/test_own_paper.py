"""A letter on an association's paper, signed by an image: nothing moves, the window is clear."""

import dataclasses
import io
from typing import Any

import pikepdf
import pytest

from desktop_app.core.checks.letterhead import MOST_CHARACTERS, MOST_LINES
from desktop_app.core.documents.model import LetterDocument, Pictures
from desktop_app.core.language.typography import french
from desktop_app.pdf.letters.proof import compare
from desktop_app.pdf.letters.settings import LetterSettings
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.layout import MAY_BE_VISIBLE, faults, squeezed
from tests.helpers.letters import kit_of, letter, letters
from tests.helpers.pages import Box, PrintedPage, printed_pages
from tests.helpers.pictures import logo_file, printed, signature_file

HEAD = Box(92, 15, 190, MAY_BE_VISIBLE.top)
"""Where the head of an association stands: above all that a window may show."""
LINES = (
    "Association Les Tilleuls",
    "12 bis rue de l’Église, bâtiment B",
    "38000 Grenoble",
    french("Téléphone : 01 99 00 12 34"),
    "accueil@example.org",
)
LONGEST = (
    "Œuvre départementale d’accueil et de solidarité".ljust(MOST_CHARACTERS, "W"),
) * MOST_LINES
LOGO, WIDE_LOGO = printed(logo_file()), printed(logo_file(600, 100))
SIGNATURE = printed(signature_file())
WRITERS = {size: TypstLetters(LetterSettings(size=size)) for size in (11, 12, 16)}


def on_own_paper(
    document: LetterDocument, lines: tuple[str, ...] = LINES, **pictures: Any
) -> LetterDocument:
    return dataclasses.replace(document, letterhead=lines, pictures=Pictures(**pictures))


def in_head(page: PrintedPage) -> str:
    return squeezed("".join(char.text for char in page.chars if char.box.inside(HEAD)))


@pytest.mark.parametrize("rank", range(0, len(letters()), 3))
def test_every_rule_of_layout_holds_with_a_head_a_logo_and_a_signature(rank: int) -> None:
    document = on_own_paper(letters()[rank], logo=LOGO, signature=SIGNATURE)
    pages = printed_pages(WRITERS[(11, 12, 16)[rank % 3]].letter(document).data)
    assert faults(document, pages) == []
    assert in_head(pages[0]) == squeezed("".join(LINES))
    assert [one.inside(HEAD) for one in pages[0].pictures[:1]] == [True]


@pytest.mark.parametrize("lines", [(), LINES[:1], LINES, LONGEST], ids=["0", "1", "5", "longest"])
@pytest.mark.parametrize("logo", [None, LOGO, WIDE_LOGO], ids=["no logo", "round", "wide"])
def test_a_head_of_any_size_stays_above_the_window(lines: tuple[str, ...], logo: Any) -> None:
    document = on_own_paper(letter(lines=6), lines, logo=logo)
    pages = printed_pages(WRITERS[11].letter(document).data)
    assert faults(document, pages) == []
    assert in_head(pages[0]) == squeezed("".join(lines))


def test_the_recipient_and_the_sender_do_not_move() -> None:
    plain, headed = (
        printed_pages(WRITERS[11].letter(one).data)[0]
        for one in (letter(), on_own_paper(letter(), logo=LOGO, signature=SIGNATURE))
    )
    kept = [char for char in headed.chars if not char.box.inside(HEAD)]
    assert kept == list(plain.chars), "the head and the signature took no one's place"


def test_the_signature_lies_in_the_room_to_sign() -> None:
    document = on_own_paper(letter(paragraphs=2, papers=0), (), signature=SIGNATURE)
    (page,) = printed_pages(WRITERS[11].letter(document).data)
    (drawn,) = page.pictures
    text = "".join(char.text for char in page.chars)
    name = page.chars[text.rindex(squeezed(document.signature[-1])[:6])].box
    closing = page.chars[text.index(squeezed(document.closing[-12:]))].box
    assert drawn.left == pytest.approx(110, abs=1)
    assert closing.bottom < drawn.top
    assert drawn.bottom < name.top
    assert drawn.right - drawn.left <= 60.1


@pytest.mark.parametrize("view", ["letter", "kit"])
def test_a_reader_hears_what_each_picture_is_and_the_standards_stay(view: str) -> None:
    document = on_own_paper(letter(), logo=LOGO, signature=SIGNATURE)
    writer = WRITERS[11]
    pdf = writer.letter(document) if view == "letter" else kit_of(writer, document)
    with pikepdf.open(io.BytesIO(pdf.data)) as opened:
        with opened.open_metadata() as metadata:
            assert (metadata["pdfuaid:part"], metadata["pdfaid:part"]) == ("1", "2")
        said = [str(one.Alt) for one in opened.objects if _is_figure(one)]
    assert f"Signature de {document.signature[-1]}" in said
    assert "Logo d’Association Les Tilleuls" in said


def _is_figure(one: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one


def test_the_read_back_finds_the_head_and_misses_it_when_it_is_not_there() -> None:
    document = on_own_paper(letter(), logo=LOGO, signature=SIGNATURE)
    pages = [page.text for page in printed_pages(WRITERS[11].letter(document).data)]
    proof = compare(document, pages)
    assert proof.verified == proof.total
    lost = compare(on_own_paper(letter(), ("Une autre association",)), pages)
    assert [one.field for one in lost.problems] == ["letterhead-1"]


def test_the_same_letter_gives_the_same_bytes() -> None:
    document = on_own_paper(letter(), logo=LOGO, signature=SIGNATURE)
    assert WRITERS[11].letter(document) == WRITERS[11].letter(document)
