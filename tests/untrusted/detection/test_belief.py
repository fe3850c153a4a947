"""What was found on a page is a question only where it can be believed."""

import io

import pytest
from PIL import Image, ImageDraw

from desktop_app.core.rect import Rect
from desktop_app.pdf.forms.found import find_boxes
from desktop_app.untrusted.detection.belief import can_be_believed
from desktop_app.untrusted.detection.sheet import Mark, Sheet, Word
from desktop_app.untrusted.errors import PdfNotUnderstood
from tests.helpers.paper import detect_here

CELLS: tuple[Rect, ...] = tuple((50.0 + 14 * n, 500, 60.0 + 14 * n, 514) for n in range(20))


def sheet(words: tuple[Word, ...] = (), tinted: tuple[Rect, ...] = ()) -> Sheet:
    return Sheet(595, 842, words=words, tinted=tinted, is_picture=True)


def test_a_comb_over_its_cells_is_believed_and_a_box_beside_them_is_not() -> None:
    name = (Word("", (20.0, 500, 45, 510)),)
    comb = Mark("comb", (50, 500, 326, 514), cells=20)
    assert can_be_believed(sheet(name, CELLS), [comb])
    assert not can_be_believed(sheet(name, CELLS), [Mark("text", (50, 300, 200, 312))])


def test_boxes_far_from_every_word_are_not_believed() -> None:
    marks = [Mark("text", (100, 100.0 + 40 * n, 300, 112.0 + 40 * n)) for n in range(4)]
    words = tuple(Word("", (60.0, 100.0 + 40 * n, 95, 110.0 + 40 * n)) for n in range(4))
    assert can_be_believed(sheet(words), marks)
    assert not can_be_believed(sheet(words[:1]), marks)


def test_a_page_without_anything_found_is_no_page_that_was_misread() -> None:
    assert can_be_believed(sheet(tinted=CELLS), [])


def drawing() -> bytes:
    """A plan: rooms without a word, which look like boxes."""
    picture = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(picture)
    for x in range(150, 1050, 300):
        for y in range(200, 1500, 220):
            draw.rectangle((x, y, x + 260, y + 160), outline=0, width=3)
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=150)
    return out.getvalue()


def test_an_unread_page_asks_nothing_and_says_so() -> None:
    detected = detect_here(drawing())
    assert (detected.unread, detected.fields, detected.pictures) == ((1,), (), ())


@pytest.mark.slow
def test_a_file_of_unread_pages_says_why_it_asks_nothing() -> None:
    found = find_boxes(drawing())
    assert not found.can_be_filled
    assert [one.code for one in found.notices] == ["form-pages-unread"]
    assert isinstance(found.nothing, PdfNotUnderstood)
