"""A page whose words cannot be read is looked at again with those that were recognised on it."""

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from desktop_app.core.generic.facts import FormFacts
from desktop_app.pdf.forms import read_pages
from desktop_app.pdf.forms.facts import read_file
from desktop_app.untrusted.operations import recognised
from desktop_app.untrusted.operations.subject import Asked, Subject
from desktop_app.untrusted.written import WrittenWord
from tests.helpers import recognition
from tests.helpers.paper import detect_here, paper
from tests.untrusted.detection.test_scans import SIZE, scanned

TITLE, NAME, ADDRESS, TENANT = "DEMANDE", "Nom de naissance :", "Adresse :", "Je suis locataire"
WIDE = round(SIZE[0] * recognised.DPI / 72)


def form(page: Canvas) -> None:
    page.setFont("Helvetica-Bold", 30)
    page.drawString(200, 760, TITLE)
    page.setFont("Helvetica", 11)
    page.drawString(40, 700, NAME)
    page.line(150, 698, 400, 698)
    page.drawString(40, 660, ADDRESS)
    page.drawString(95, 660, "." * 100)
    page.rect(40, 619, 9, 9)
    page.drawString(56, 620, TENANT)


def read(*, square: str = "") -> list[tuple[str, tuple[float, ...]]]:
    """Those words and where they stand, as an engine tells them: in pixels."""
    said = [
        (TITLE, (200, 760, 350, 782)),
        (NAME, (40, 698, 140, 709)),
        (ADDRESS, (40, 658, 90, 669)),
        (TENANT, (56, 618, 145, 629)),
        *([(square, (40, 619, 49, 628))] if square else []),
    ]
    return [(text, tuple(one * WIDE / SIZE[0] for one in box)) for text, box in said]


def test_boxes_of_a_picture_are_named_by_the_words_recognised_there_and_none_is_in_a_title() -> (
    None
):
    picture = scanned(paper(form, size=SIZE))
    found = detect_here(picture, words=[(1, WIDE, read(square="C]"))])
    assert [(one.type, one.label.rstrip(" :")) for one in found.fields] == [
        ("text", "Nom de naissance"),
        ("text", "Adresse"),
        ("tick", "Je suis locataire"),
    ]
    assert len(found.paths) == 3
    assert [one.text for one in found.titles] == [TITLE]


def test_pages_without_new_words_are_not_looked_at_again() -> None:
    found = detect_here(paper(form, form, size=SIZE), words=[(2, WIDE, read())])
    assert {one.page for one in found.fields} == {2}


def test_what_is_recognised_has_no_rules_no_rows_of_dots_and_no_squares_on_it() -> None:
    size, (pixels,) = recognised.straight(
        Subject(paper(form, size=SIZE), "", {}), Asked({"page": 1})
    )
    drawn = Image.frombytes("L", (size["width"], size["height"]), bytes(pixels))
    scale = size["width"] / SIZE[0]

    def ink(*box: float) -> int:
        x0, y0, x1, y1 = (round(one * scale) for one in box)
        crop = drawn.crop((x0, drawn.height - y1, x1, drawn.height - y0))
        return sum(crop.histogram()[:128])

    assert ink(40, 698, 140, 709) > 0
    assert ink(150, 694, 400, 702) == ink(120, 656, 300, 664) == ink(38, 617, 51, 630) == 0


def test_without_an_engine_nothing_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_pages, "can_recognise", lambda: False)
    assert read_pages.read_pages(b"", [1]) == ()


def test_a_line_badly_read_is_none_but_for_its_sure_words() -> None:
    def word(text: str, sure: float) -> WrittenWord:
        return WrittenWord(text=text, box=(0, 0, 9, 9), sure=sure)

    def kept(*line: WrittenWord) -> list[str]:
        return [one.text for one in read_pages._words(line)]

    assert kept(word("Nom", 0.9), word("prénom", 0.3), word(":", 0.9)) == ["Nom", "prénom", ":"]
    glued = (word("N°etrue:", 0.9), word("de", 0.9), word("La", 0.9))
    assert kept(*glued) == ["N° et rue:", "de", "la"]
    assert kept(word("....", 0.9), word("sn", 0.1), word("Dote", 0.2)) == []


@pytest.mark.slow
def test_a_scanned_form_is_asked_by_its_own_words() -> None:
    recognition.needed()
    found, notices = facts_of(scanned(paper(form, size=SIZE)))
    assert [box.spots[0].words.rstrip(" :") for box in found.boxes] == [
        *("Nom de naissance", "Adresse", "Je suis locataire"),
    ]
    assert not found.unseen
    assert "form-pages-recognised" in notices


def facts_of(data: bytes) -> tuple[FormFacts, list[str]]:
    found, notices = read_file(data).facts()
    return found, [one.code for one in notices]
