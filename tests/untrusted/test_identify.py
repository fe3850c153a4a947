"""By what a blank is recognised."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.untrusted.identify import words_mark
from tests.helpers.forms import read_here


def flat(*lines: str, size: tuple[float, float] = (595, 842)) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for number, line in enumerate(lines):
        canvas.drawString(20, 700 - 20 * number, line)
    canvas.save()
    return out.getvalue()


WORDS = ("Demande d'aide au logement 10840*05", "Date de la demande 12/09/2014")
KNOWN = words_mark(read_here(flat(*WORDS)))


def test_a_form_is_known_by_its_words() -> None:
    assert KNOWN.startswith("pages:")
    assert words_mark(read_here(flat(*WORDS))) == KNOWN


def test_the_day_stamped_on_a_copy_does_not_matter() -> None:
    again = read_here(flat(WORDS[0], "Date de la demande 25/11/2026"))
    assert words_mark(again) == KNOWN
    assert again.spreads == read_here(flat(*WORDS)).spreads, "nor where it is stamped"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(flat("Demande d'aide au logement 10840*06", WORDS[1]), id="another edition"),
        pytest.param(flat(*WORDS, size=(595, 800)), id="another paper"),
        pytest.param(flat(*WORDS, "Votre adresse"), id="a line more"),
    ],
)
def test_another_form_is_not_taken_for_it(other: bytes) -> None:
    assert words_mark(read_here(other)) != KNOWN


def test_where_the_letters_stand_is_told_of_the_page_as_it_is_seen() -> None:
    (spread,) = read_here(flat("Nom", "Prénom")).spreads
    assert spread is not None
    x0, y0, x1, y1, x, y = spread
    assert (x0, y0, y1) == (20, 680, 700)
    assert x0 < x < x1
    assert y0 < y < y1
    assert read_here(flat("…")).spreads == (None,)
