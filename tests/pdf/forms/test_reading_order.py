"""The order of letters on paper: as Unicode says, but for our own numbers."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.pdf.forms.reading_order import is_right_to_left, runs

LETTERS = "אבמ" + "محلا" + "abcé" + "()[]{}  .,-+/:€%'!" + "١٢٣۱۲²" + "\u0650\u05b0"


def on_paper(line: str) -> str:
    return "".join(text[::-1] if backwards else text for text, backwards in runs(line))


@given(st.text(st.sampled_from(LETTERS), max_size=20))
def test_the_order_is_that_of_unicode(line: str) -> None:
    """Another implementation (a Rust one) says the same of every line without our digits."""
    base = "R" if is_right_to_left(line) else "L"
    assert on_paper(line) == get_display(line, base_dir=base)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("abc", "abc", id="Latin"),
        pytest.param("אבג", "גבא", id="Hebrew"),
        pytest.param("אב 01 99 00 12 34 גד", "דג 01 99 00 12 34 בא", id="a telephone"),
        pytest.param("אב +33 6 12", "+33 6 12 בא", id="from abroad"),
        pytest.param("אב 01-02-1980", "01-02-1980 בא", id="a date with hyphens"),
        pytest.param("אב 01/02/1980.", ".01/02/1980 בא", id="a date, then the end of the line"),
        pytest.param("אב 1 240,50 € גד", "דג 1 240,50 € בא", id="an amount"),
        pytest.param("12 rue אב", "12 rue בא", id="a street"),
        pytest.param("אב 12 rue du Port", "12 rue du Port בא", id="a street among Hebrew"),
        pytest.param("م 01-02-1980، 500 €", "500 € ،01-02-1980 م", id="two numbers, a comma apart"),
        pytest.param("م ١٢،٥", "١٢،٥ م", id="a comma within an Arabic number"),
        pytest.param("Mme אב (Lyon)", "Mme בא (Lyon)", id="a Latin line"),
        pytest.param("אב (Lyon)", ")Lyon( בא", id="brackets turn with their line"),
    ],
)
def test_numbers_are_read_as_a_clerk_reads_them(typed: str, shown: str) -> None:
    assert on_paper(typed) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc אב", False),
        ("אב abc", True),
        ("12 אב", True),
        ("12", False),
        ("", False),
        ("— م", True),
    ],
)
def test_the_first_letter_says_where_a_text_begins(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected
