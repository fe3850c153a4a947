"""French typography: what changes, what must never change, and that twice is once."""

import datetime as dt
import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.language.typography import (
    BLANK,
    french,
    long_date,
    money,
)
from desktop_app.core.spaces import plain


def visible(text: str) -> str:
    """Show no-break spaces: ``_`` for U+00A0, ``^`` for U+202F."""
    return text.replace("\u00a0", "_").replace("\u202f", "^")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Objet : refus", "Objet_: refus"),
        ("Objet: refus", "Objet_: refus"),
        ("Pourquoi ?", "Pourquoi^?"),
        ("Pourquoi?", "Pourquoi^?"),
        ("Quoi ?!", "Quoi^?!"),
        ("un ; deux! trois", "un^; deux^! trois"),
        ("le mot « fin »", "le mot «_fin_»"),
        ("le mot «fin».", "le mot «_fin_»."),
        ("Elle dit : « Suite à votre absence. ».", "Elle dit_: «_Suite à votre absence_»."),
        ("Elle dit : « Vraiment ? ». Puis « rien. »", "Elle dit_: «_Vraiment^?_». Puis «_rien._»"),
        ("Elle dit : « le loyer, etc. ».", "Elle dit_: «_le loyer, etc._»."),
        ('le mot "fin", puis "encore"', "le mot «_fin_», puis «_encore_»"),
        ("le mot “fin”", "le mot «_fin_»"),
        ("J'ai écrit aujourd'hui à l'accueil", "J’ai écrit aujourd’hui à l’accueil"),
        ('l\'expression "vie maritale"', "l’expression «_vie maritale_»"),
        ("et puis...", "et puis…"),
        ("oui - non", "oui_–_non"),
        ("oui — non", "oui_–_non"),
        ("- un\n- deux", "–_un\n–_deux"),
        ("50 % ou 50%", "50_% ou 50_%"),
        ("12 € et 12€", "12_€ et 12_€"),
        ("n° 12, n°13, N° 4", "n°_12, n°_13, N°_4"),
        ("à 9 h 30", "à 9_h_30"),
        ("à 9h30 ou 14h", "à 9_h_30 ou 14_h"),
        ("35 h par semaine, 151,67 h par mois", "35_h par semaine, 151,67_h par mois"),
        ("12345,67 €", "12^345,67_€"),
        ("1842 euros", "1^842_euros"),
        ("1 842 €", "1^842_€"),
        ("12 345 habitants", "12^345 habitants"),
        ("le 24 novembre 2026", "le 24_novembre_2026"),
        ("le 03 novembre", "le 3_novembre"),
        ("le 1 janvier 2027, le 1er mai", "le 1er_janvier_2027, le 1er_mai"),
        ("au 01 99 00 12 34.", "au 01_99_00_12_34."),
        ("au +33 1 99 00 12 34", "au +33_1_99_00_12_34"),
        ("n° 2 95 10 99 126 111 93", "n°_2_95_10_99_126_111_93"),
        ("FR76 3000 6000 0112 3456 7890 189", "FR76_3000_6000_0112_3456_7890_189"),
        ("de\u0301cision", "décision"),
        ("deux  espaces", "deux espaces"),
        ("lettre.\n\nSuite : non", "lettre.\n\nSuite_: non"),
        ("(pourquoi ?)", "(pourquoi^?)"),
        ("« Vraiment ? »", "«_Vraiment^?_»"),
        ("hier :)", "hier_:)"),
    ],
)
def test_a_rule_of_the_table(typed: str, printed: str) -> None:
    assert visible(french(typed)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "https://www.caf.fr/allocataires?page=2;x=3",
        "www.service-public.fr/aide?a=1",
        "jean-pierre.o'neil@example.org",
        "12:30",
        "C:\\Documents",
        "Jean-Pierre de La Tour-d’Auvergne",
        "Marie-Thérèse Le Goff",
        "2024-2025",
        "L.262-46",
        "n’est-ce pas",
        "3/11/2026",
        "(?)",
        'un écran de 15" et l\'autre de 17"'.replace("'", "’"),
        "dossier 1234567A",
        "réf. 2026h30x",
        "année 2026",
        f"le {BLANK} à {BLANK}",
        "…………………………",
        "____________",
    ],
)
def test_left_alone(text: str) -> None:
    assert french(text) == text


def test_emoticons_keep_their_signs() -> None:
    assert plain(french(":-) ;) :'( :/")) == ":-) ;) :'( :/"


def test_a_sign_after_an_internet_address_keeps_its_space() -> None:
    assert visible(french("Voir https://caf.fr/a?b=1 ?")) == "Voir https://caf.fr/a?b=1^?"
    assert french("Voir https://caf.fr.") == "Voir https://caf.fr."


SIGNS = " \n\t'\"«»“”‘’:;!?%€°.…-–—,()[]/h_=&\u00a0\u202f"
WORDS = "n° 1er mai août 2026 ... ..... 9h30 euros abc é 0 1 9 L 0\u0301 a@b.fr http://a.fr/?;"
GROUPS = ["12 345", "- ", "01 99 00 12 34", "2 95 10 99 126 111 93"]
PIECES = st.sampled_from([*SIGNS, *WORDS.split(), *GROUPS])


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40))
def test_twice_is_once(text: str) -> None:
    assert french(french(text)) == french(text)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_ordinary_space_before_a_high_sign_nor_inside_quotes(text: str) -> None:
    outside = re.sub(r"(?:https?://|www\.)\S+|\S+@\S+", "X", french(text))
    assert not re.search(r"(?<=\S) [:;!?»%€]|« (?=\S)", outside)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_letters_are_never_changed(text: str) -> None:
    def letters(value: str) -> str:
        return "".join(c for c in value if c.isalpha()).replace("er", "")

    assert letters(french(text)) == letters(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        ("1842", "1^842_€"),
        ("1842.00", "1^842_€"),
        ("1234.56", "1^234,56_€"),
        ("1234567.5", "1^234^567,50_€"),
        ("0", "0_€"),
        ("0.05", "0,05_€"),
        ("0.005", "0,01_€"),
        ("-12.3", "−12,30_€"),
    ],
)
def test_money(amount: str, printed: str) -> None:
    assert visible(money(Decimal(amount))) == printed
    assert french(money(Decimal(amount))) == money(Decimal(amount))


def test_money_with_its_cents_forced() -> None:
    assert visible(money(Decimal(12), cents=True)) == "12,00_€"
    assert visible(money(Decimal("12.5"), cents=False)) == "13_€"


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (dt.date(2026, 11, 24), "24_novembre_2026"),
        (dt.date(2027, 1, 1), "1er_janvier_2027"),
        (dt.date(2028, 2, 29), "29_février_2028"),
        (dt.date(2026, 8, 3), "3_août_2026"),
    ],
)
def test_long_date(day: dt.date, printed: str) -> None:
    assert visible(long_date(day)) == printed


@given(st.text(max_size=30))
def test_boxes_of_a_form_get_ordinary_spaces(text: str) -> None:
    assert not set(plain(french(text))) & {"\u00a0", "\u202f"}
