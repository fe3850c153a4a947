"""A character that no font draws is named before printing; every other one is drawn."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.documents.model import LetterDocument
from desktop_app.pdf.letters.errors import AddressTooWide, MissingGlyphs
from desktop_app.pdf.letters.glyphs import missing_glyphs, printable
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.letters import letter
from tests.helpers.pages import printed_pages

WRITER = TypstLetters()


def saying(text: str) -> LetterDocument:
    paragraph = dataclasses.replace(letter().paragraphs[0], text=text)
    return dataclasses.replace(letter(), paragraphs=(paragraph,))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Je m’appelle 漢字.", "漢 字"),
        ("Merci 😀", "😀"),
        ("La famille 👩‍👩‍👧 est là", "👩 👧"),
        ("Une flèche → ici", "→"),
    ],
)
def test_missing_characters_are_named_and_nothing_else(text: str, named: str) -> None:
    with pytest.raises(MissingGlyphs) as refused:
        WRITER.letter(saying(text))
    assert refused.value.parameters == {"characters": named, "n": len(named.split())}
    assert refused.value.code == "missing-glyph"


@pytest.mark.parametrize(
    "text",
    [
        "Đặng Łukasz Şahin Œuvré € Ñandú ß ẞ ﬁ",
        "محمد يسكن في غرونوبل",
        "Αθήνα Київ Ğalip Ţară",
        "Prix : 1\u202f842\u00a0€ … – « oui » ’ “ ”",
        "joint\u200d coupe\u00ad invisible\u200b fin\u2060",
    ],
)
def test_alphabets_of_our_fonts_are_drawn(text: str) -> None:
    assert WRITER.letter(saying(text)).pages == 1


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\x0bb\x1bc", "\ufeffa", "a\r\nb\rc", "a\tb", "\ue000a"]
)
def test_control_characters_are_dropped_and_not_an_error(text: str) -> None:
    assert "a" in printed_pages(WRITER.letter(saying(f"Mot {text}")).data)[0].text


def test_phones_and_dates_keep_their_order_among_arabic() -> None:
    page = printed_pages(
        WRITER.letter(saying("رقمي 01\u00a099\u00a000\u00a012\u00a034 شكرا")).data
    )[0]
    digits = [char for char in page.chars if char.text.isdigit() and 125 < char.box.top < 145]
    assert "".join(c.text for c in sorted(digits, key=lambda c: c.box.left)) == "0199001234"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_makes_a_letter_or_names_its_characters(text: str) -> None:
    try:
        WRITER.letter(saying(f"Bonjour {text}"))
    except MissingGlyphs as refused:
        named = set(str(refused.parameters["characters"]).split())
        assert named <= set(printable(text))
        assert named == {c for c in missing_glyphs([printable(text)]) if not c.isspace()}


def test_an_address_wider_than_the_window_names_its_line() -> None:
    wide = dataclasses.replace(letter(), recipient=("Mairie", "W" * 38, "38000 GRENOBLE"))
    with pytest.raises(AddressTooWide) as refused:
        WRITER.letter(wide)
    assert dict(refused.value.parameters) == {"line": 2}


def test_a_wide_address_is_set_smaller_as_a_whole_and_never_under_nine_points() -> None:
    lines = ("M" * 28, "Service du courrier", "38000 GRENOBLE")
    page = printed_pages(WRITER.letter(dataclasses.replace(letter(), recipient=lines)).data)[0]
    block = [c for c in page.chars if c.box.left > 105 and 45 < c.box.top < 79]
    assert len({c.size for c in block}) == 1
    assert 9 <= block[0].size < 10
    assert max(c.box.right for c in block) <= 190.05
