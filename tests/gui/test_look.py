"""One number zooms everything; the system's theme imposes nothing."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Item, Words, laid_out


@pytest.fixture
def app() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


def test_zoom_scales_text_space_and_targets_together(app: QApplication) -> None:
    look = Look(app)
    before = look.font().pointSizeF(), look.space(), look.target()
    look.set_zoom(2.0)
    assert (look.font().pointSizeF(), look.space(), look.target()) == tuple(2 * v for v in before)


def test_a_title_is_larger_than_the_text_and_leaves_room_for_it(app: QApplication) -> None:
    look = Look(app)
    for zoom in (1.0, 2.0, 3.0, 4.0):
        look.set_zoom(zoom)
        text, title = look.font().pointSizeF(), look.font("heading").pointSizeF()
        assert text < title
        assert title - text == pytest.approx((22 - 14) * min(zoom, 2))


def test_the_first_line_of_an_item_stands_beside_its_mark_however_high_it_is(
    app: QApplication,
) -> None:
    item = Item(Look(app), "–", "–")
    item.resize(200, 90)
    image = item.grab().toImage()
    ground = image.pixelColor(199, 89)
    drawn = {y for y in range(90) for x in range(200) if image.pixelColor(x, y) != ground}
    assert max(drawn) - min(drawn) < 6


def test_zoom_stops_at_its_ends(app: QApplication) -> None:
    look = Look(app)
    for _ in range(20):
        look.zoom_in()
    assert look.zoom == 4.0
    for _ in range(20):
        look.zoom_out()
    assert look.zoom == 1.0


def test_the_systems_theme_sets_no_colour_and_no_font_but_the_size_of_targets(
    app: QApplication,
) -> None:
    look = Look(app)
    look.set_theme("systeme")
    assert set(re.findall(r"[a-z-]+(?=:)", app.styleSheet())) == {"min-height", "min-width"}
    assert app.palette() == app.style().standardPalette()


def test_our_fonts_are_found(app: QApplication) -> None:
    look = Look(app)
    label = QLabel("é")
    label.setFont(look.font())
    assert label.fontInfo().family() == "Atkinson Hyperlegible"


def test_a_long_word_goes_on_with_the_next_line(app: QApplication) -> None:
    address = "karim.belkacem-dubois@association.example.org"
    words = Words(Look(app, "clair", 3.0), f"Écrivez à {address}")
    whole = words.fontMetrics().horizontalAdvance(address)
    assert words.minimumSizeHint().width() < 0.6 * whole
    assert words.text() == f"Écrivez à {address}"


@pytest.mark.parametrize(
    "text", ["Qui vous a écrit ?", "« Et maintenant » : dites-le", "Il reste 20 € ; 5 % ; fini !"]
)
def test_no_line_begins_with_a_mark_of_punctuation(text: str) -> None:
    pieces = laid_out(text).split(" ")
    assert not [piece for piece in pieces if piece in set("?!:;»«%€")]
    told = laid_out(text).replace("\N{WORD JOINER}", "")
    assert told.replace("\N{NO-BREAK SPACE}", " ") == text


def test_no_line_ends_between_a_number_and_what_says_that_it_is_one() -> None:
    text = "F. D. · n° 27, Pièce n° 3 : N° 16146*03, au nord"
    pieces = laid_out(text).replace("\N{NO-BREAK SPACE}", "_").split(" ")
    assert pieces == ["F.", "D.", "·", "n°_27,", "Pièce", "n°_3_:", "N°_16146*03,", "au", "nord"]


@pytest.mark.parametrize("text", ["Que vous arrive-t-il ?", "Dites-le, écrivez-vous, est-ce vrai"])
def test_no_line_ends_inside_a_question(text: str) -> None:
    joined = laid_out(text)
    assert joined.count("-\N{WORD JOINER}") == joined.count("-")
    assert joined.replace("\N{WORD JOINER}", "").replace("\N{NO-BREAK SPACE}", " ") == text
    assert laid_out("Villeneuve-la-Garenne").count("\N{WORD JOINER}") <= 1


def test_the_words_of_a_button_go_to_the_next_line(app: QApplication) -> None:
    button = Button(Look(app, "clair", 1.0), "Essayer l’enveloppe à fenêtre & la suite", bool)
    natural = button.sizeHint()
    assert button.heightForWidth(natural.width()) == natural.height()
    half = button.heightForWidth(natural.width() * 2 // 3)
    assert half == natural.height() + button.fontMetrics().lineSpacing()
    assert button.minimumSizeHint().width() < natural.width() / 2
