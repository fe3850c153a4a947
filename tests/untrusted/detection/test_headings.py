"""Titles of the parts of a page, and what only looks like one."""

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection.layout.headings import headings
from desktop_app.untrusted.detection.layout.runs import runs
from desktop_app.untrusted.detection.sheet import Sheet, Word

BODY = 8.0
WIDE = 5.0  # points of a letter


def row(text: str, y: float, x: float = 40.0, high: float = BODY) -> list[Word]:
    words = []
    for word in text.split():
        end = x + WIDE * len(word)
        words.append(Word(word, (x, y, end, y + high)))
        x = end + 3.0
    return words


PLAIN = [word for y in (500, 480, 460) for word in row("quelques mots de la page", y)]


def titles(*rows: list[Word], boxes: tuple[Rect, ...] = (), **more: object) -> list[str]:
    words = (*(word for one in rows for word in one), *PLAIN)
    sheet = Sheet(595.0, 842.0, words=words, **more)  # type: ignore[arg-type]
    return [one.text for one in headings(sheet, runs(sheet), boxes)]


def test_capitals_larger_letters_and_numbers_make_a_title() -> None:
    assert titles(row("LE BÉNÉFICIAIRE", 700)) == ["LE BÉNÉFICIAIRE"]
    assert titles(row("Votre famille", 700, high=14.0)) == ["Votre famille"]
    assert titles(row("3. Régime des vols", 700)) == ["3. Régime des vols"]


def test_words_on_a_dark_bar_are_a_title() -> None:
    assert titles(row("Votre logement", 700)) == []
    bar = (30.0, 695.0, 560.0, 712.0)
    assert titles(row("Votre logement", 700), inked=(bar,)) == ["Votre logement"]


def test_what_leads_to_a_box_or_names_a_square_is_no_title() -> None:
    (*_, last) = row("CODE POSTAL", 700)
    box = (last.rect[2] + 4, 698.0, 300.0, 712.0)
    assert titles(row("CODE POSTAL", 700), boxes=(box,)) == []
    square = (28.0, 700.0, 38.0, 710.0)
    assert titles(row("1. Le domicile", 700), boxes=(square,)) == []


def test_words_of_one_height_are_one_title_unless_white_parts_them() -> None:
    assert titles(row("LA STRUCTURE", 700), row("D’ACCUEIL", 701, x=106.0)) == [
        "LA STRUCTURE D’ACCUEIL"
    ]
    assert titles(row("LE CONTRAT", 700), row("LA FORMATION", 700, x=300.0)) == [
        "LE CONTRAT",
        "LA FORMATION",
    ]
