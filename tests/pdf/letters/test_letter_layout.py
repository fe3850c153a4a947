"""The letter on paper, to the millimetre: read back from the PDF, never from the template."""

import dataclasses
import re

import pytest

from desktop_app.core.documents.addresses import MAX_CHARACTERS
from desktop_app.core.documents.model import LetterDocument
from desktop_app.pdf.letters.settings import LetterSettings
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.letters import letter, letters
from tests.helpers.pages import Box, PrintedPage, printed_pages

BLOCK = Box(110, 45, 190, 79)
MAY_BE_VISIBLE = Box(90, 34, 200, 90)
MARGINS = Box(20, 15, 190, 277)
FOLD_MARKS = Box(3, 90, 8, 200)

Case = tuple[LetterDocument, list[PrintedPage]]


def _name(case: tuple[LetterDocument, int]) -> str:
    document, size = case
    return f"{len(document.recipient)} lines-{len(document.paragraphs)} paragraphs-{size} pt"


CASES = [(document, (11, 12, 16)[rank % 3]) for rank, document in enumerate(letters())]
WRITERS = {size: TypstLetters(LetterSettings(size=size)) for size in (11, 12, 16)}


@pytest.fixture(scope="module", params=CASES, ids=_name)
def case(request: pytest.FixtureRequest) -> Case:
    document, size = request.param
    return document, printed_pages(WRITERS[size].letter(document).data)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe\x02-]|\.{5,}", "", text)


def test_thirty_letters_of_one_two_three_pages_and_more() -> None:
    pages = {WRITERS[size].letter(document).pages for document, size in CASES}
    assert len(CASES) >= 30
    assert {1, 2, 3} <= pages


def test_recipient_is_inside_what_the_window_always_shows(case: Case) -> None:
    document, pages = case
    seen = "".join(char.text for char in pages[0].chars if char.box.inside(BLOCK))
    assert squeezed(seen) == squeezed("".join(document.recipient))


def test_recipient_is_centred_and_its_lines_begin_together(case: Case) -> None:
    document, pages = case
    block = [char.box for char in pages[0].chars if char.box.inside(BLOCK)]
    assert min(box.left for box in block) == pytest.approx(110, abs=0.6)
    pitch = 12 / 72 * 25.4
    top = 62 - len(document.recipient) * pitch / 2
    assert min(box.top for box in block) >= top - 0.1
    assert max(box.bottom for box in block) <= top + len(document.recipient) * pitch + 0.1


def test_nothing_else_may_become_visible(case: Case) -> None:
    _, pages = case
    others = [
        char.text
        for char in pages[0].chars
        if char.box.touches(MAY_BE_VISIBLE) and not char.box.inside(BLOCK)
    ]
    assert others == []
    assert not [path for path in pages[0].paths if path.touches(MAY_BE_VISIBLE)]


def test_everything_is_inside_the_margins(case: Case) -> None:
    _, pages = case
    for page in pages:
        # a "j" at the start of a line hangs out of it by a quarter of a millimetre
        assert not [char for char in page.chars if not char.box.inside(MARGINS, slack=0.3)]


def test_only_the_first_page_has_fold_marks(case: Case) -> None:
    _, pages = case
    marks = [sorted(round(p.top) for p in page.paths if p.inside(FOLD_MARKS)) for page in pages]
    assert marks == [[99, 198], *([] for _ in pages[1:])]


def test_the_sender_stays_left_of_the_window_and_above_it(case: Case) -> None:
    document, pages = case
    sender = "".join(c.text for c in pages[0].chars if c.box.inside(Box(20, 15, 88, 60)))
    assert squeezed(sender) == squeezed("".join(document.sender))


def test_registered_post_place_and_date_are_below_the_window(case: Case) -> None:
    document, pages = case
    right = "".join(c.text for c in pages[0].chars if c.box.inside(Box(110, 91, 190, 97)))
    assert squeezed(right) == squeezed("Saint-Étienne, le 24 novembre 2026")
    left = "".join(c.text for c in pages[0].chars if c.box.inside(Box(20, 91, 100, 101)))
    expected = "Lettre recommandée avec avis de réception n°" if document.registered else ""
    assert squeezed(left) == squeezed(expected)


def test_address_lines_follow_the_norm(case: Case) -> None:
    document, _ = case
    assert all(len(line) <= MAX_CHARACTERS for line in document.recipient)
    abroad = document.recipient[-1] == "BELGIQUE"
    assert len(document.recipient) <= (7 if abroad else 6)
    if not abroad:
        assert all(re.fullmatch("[A-Z0-9 ]+", line) for line in document.recipient[3:])


def test_the_letter_has_all_its_parts(case: Case) -> None:
    document, pages = case
    words = squeezed("".join(page.text for page in pages))
    for part in (f"Objet : {document.subject}", document.call, *document.signature):
        assert squeezed(part) in words
    joined = [paper for paper in document.enclosures if not paper.later]
    if joined:
        assert f"P.J.:{len(joined)}" in words
        assert len(re.findall(r"Relevédecompten°\d+\(\d+pages?\)", words)) == len(joined)
    else:
        assert "P.J." not in words
    assert words.count("Quittancedeloyer") == len(document.enclosures) - len(joined)
    assert ("Suivradèsquepossible" in words) == (len(document.enclosures) > len(joined))


def test_closing_repeats_the_titles_of_the_call(case: Case) -> None:
    document, pages = case
    words = squeezed("".join(page.text for page in pages))
    assert squeezed(f"d’agréer, {document.call}") in words


def test_no_sign_is_left_alone_by_an_ordinary_space(case: Case) -> None:
    _, pages = case
    for page in pages:
        assert not re.search(r"\S [:;!?»%€]|« \S", page.text)
        assert not [line for line in page.text.splitlines() if re.match(r"\s*[:;!?»%€]", line)]


def test_the_signature_never_travels_alone(case: Case) -> None:
    document, pages = case
    holder = next(page for page in pages if squeezed(document.closing[-25:]) in squeezed(page.text))
    words = squeezed(holder.text)
    assert squeezed(document.signature[-1]) in words.split(squeezed(document.closing[-25:]))[1]
    last = [char for char in holder.chars if char.box.top > (100 if holder is pages[0] else 24)]
    closing_top = _top_of(holder, document.closing[:20])
    body_lines = {round(char.box.bottom) for char in last if char.box.bottom < closing_top}
    assert len(body_lines) >= 2, "two lines of body above the closing"


def _top_of(page: PrintedPage, words: str) -> float:
    text = "".join(char.text for char in page.chars)
    start = text.index(words.replace(" ", "").replace("\u00a0", ""))
    return min(char.box.top for char in page.chars[start : start + 5])


def test_thirty_millimetres_are_left_to_sign_or_twenty_to_save_a_page(case: Case) -> None:
    document, pages = case
    holder = next(page for page in pages if squeezed(document.closing[-25:]) in squeezed(page.text))
    text = "".join(char.text for char in holder.chars)
    above = squeezed((document.closing, *document.signature[:-1])[-1][-20:])  # "Pour …", or closing
    end = text.index(above, text.index(squeezed(document.closing[-25:]))) + len(above)
    bottom = max(char.box.bottom for char in holder.chars[end - 5 : end])
    name = holder.chars[end : end + len(squeezed(document.signature[-1]))]
    assert min(char.box.left for char in name) == pytest.approx(110, abs=1)
    assert min(char.box.top for char in name) - bottom >= (20 if len(pages) == 1 else 30)


def test_a_second_page_is_not_begun_for_a_few_lines() -> None:
    pages = {size: WRITERS[size].letter(letter(papers=4)).pages for size in WRITERS}
    assert pages == {11: 1, 12: 2, 16: 2}


def test_pages_are_numbered_when_there_are_several(case: Case) -> None:
    _, pages = case
    for number, page in enumerate(pages, start=1):
        found = re.findall(r"Page\s(\d+)\ssur\s(\d+)", page.text)
        assert found == ([(str(number), str(len(pages)))] if len(pages) > 1 else [])


def test_next_pages_recall_who_what_and_when(case: Case) -> None:
    document, pages = case
    for page in pages[1:]:
        head = squeezed("".join(c.text for c in page.chars if c.box.inside(Box(20, 15, 190, 23))))
        assert squeezed(document.sender[0]) in head
        assert squeezed("24 novembre 2026") in head
        assert "contestation" in head


def test_a_long_subject_keeps_the_head_on_one_line() -> None:
    long = dataclasses.replace(letter(paragraphs=12), subject="contestation de la décision " * 6)
    pages = printed_pages(WRITERS[11].letter(long).data)
    head = [c.box for c in pages[1].chars if c.box.bottom < 24]
    assert max(b.bottom for b in head) - min(b.top for b in head) < 4
    assert max(b.right for b in head) <= 190


def test_large_print_keeps_the_address_at_ten_points() -> None:
    heights = []
    for size in (11, 16):
        page = printed_pages(WRITERS[size].letter(letter()).data)[0]
        capitals = [c.box for c in page.chars if c.box.inside(BLOCK) and c.text == "E"]
        heights.append(capitals[0].bottom - capitals[0].top)
    assert heights[0] == pytest.approx(heights[1], abs=0.01)
