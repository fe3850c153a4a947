"""How a person is called where somebody may see the screen: initials, three letters, a number."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.initials import first_letters, initials
from desktop_app.sentences.person_words import discreet, glimpse, told_apart

NAMES = {
    "Fatou Diallo": "F. D.",
    "Fatou Da Silva": "F. D.",  # "Da" begins her name
    "Charles de Gaulle": "C. G.",  # no French list sorts him under D
    "Jean de La Fontaine": "J. L.",
    "Jeanne d’Arc": "J. A.",
    "Yann L’Hostis": "Y. H.",
    "Jean-Pierre Martin": "J.-P. M.",
    "Anne-Marie Dupont-Durand": "A.-M. D.-D.",
    "Marie Anne Dupont": "M. D.",
    "DIALLO Fatou": "F. D.",  # the family name in capitals, written first
    "DA SILVA Fatou": "F. D.",
    "FATOU DIALLO": "F. D.",
    "Mme Diallo": "D.",
    "M. Traoré": "T.",
    "Fatou": "F.",
    "m": "M.",
    "Mohamed El Amrani": "M. E.",
    "Ali Ben Ahmed": "A. B.",
    "élodie œuvré": "É. Œ.",
    "e\u0301lodie martin": "É. M.",
    "straße ßen": "S. ß.",  # a letter without a capital stays
    "Иван Петров": "И. П.",
    "فاطمة الزهراء": "ف. ز.",  # the article tells nobody from another
    "王小明": "王",
    "王 小明": "王",
    "김 민수": "김",
    "🙂 Ali Traoré": "A. T.",
    "": "",
    "?": "",
}


@pytest.mark.parametrize(("name", "seen"), NAMES.items())
def test_initials(name: str, seen: str) -> None:
    assert initials(name) == seen


def test_the_number_says_which_one() -> None:
    assert discreet("Fatou Da Silva", 27) == "F. D. · n° 27"
    assert discreet("Fatou Da Silva", None) == "F. D."
    assert discreet("?", 27) == "n° 27"
    assert discreet(" ", None) == "sans nom"


def test_a_number_stays_after_letters_written_from_the_right() -> None:
    seen = discreet("فاطمة الزهراء", 27)
    assert seen == "\u2068ف. ز.\u2069 · n° 27"  # isolated: what follows keeps its place


def test_three_letters_and_a_year_tell_whether_it_is_she() -> None:
    assert glimpse("Fatou Diallo", "1982-03-14", 27) == "Fat… · 1982 · n° 27"
    assert glimpse("Mme Fatou Diallo", "", None) == "Fat…"
    assert glimpse("Ali", "1982-03-14", None) == "Al… · 1982"  # never the whole name
    assert glimpse("王小明", "", 3) == "王… · n° 3"


def test_two_of_one_name_are_told_apart() -> None:
    assert told_apart("Fatou Diallo", "1982-03-14", 27) == "Fatou Diallo (1982, n° 27)"
    assert told_apart("Fatou Diallo", "", None) == "Fatou Diallo"


@given(st.text(max_size=60))
def test_nothing_more_than_initials_is_ever_shown(name: str) -> None:
    letters = [sign for sign in initials(name) if sign.isalnum()]
    assert len(letters) <= 4
    assert len(first_letters(name, 3)) <= 3
    shown = unicodedata.normalize("NFC", name).casefold()
    assert all(sign.casefold() in shown for sign in letters)
