"""A PDF changed after it was written: what changed is told, and nobody cries wolf (attack F9)."""

import io

import pikepdf
import pytest

from desktop_app.core.updates import UNCHANGED, Reworded, Updates
from desktop_app.untrusted import writings
from desktop_app.untrusted.documents import updates_of
from tests.helpers.rewritten import (
    ASIDE,
    Change,
    filled,
    laid,
    one_page_more,
    other_words,
    pdf,
    rewritten,
    titled,
    with_an_empty_table,
)

LETTER = pdf("Je demande le RSA", "Lyon")
FORM = pdf("Formulaire", box=True)
SWAPPED = (Reworded(1, "Je demande le RSA", "Je renonce au RSA"),)


@pytest.mark.parametrize(
    ("data", "changes", "told"),
    [
        pytest.param(LETTER, (titled,), Updates(1, True), id="nothing that shows"),
        pytest.param(
            LETTER,
            (titled, other_words("Je renonce au RSA")),
            Updates(2, True, SWAPPED),
            id="words",
        ),
        pytest.param(FORM, (filled,), Updates(1, True, filled=(1,)), id="a form filled"),
        pytest.param(LETTER, (laid("/Stamp"),), Updates(1, True, covered=(1,)), id="a stamp"),
        pytest.param(
            FORM, (laid("/Widget", field="/Tx"),), Updates(1, True, covered=(1,)), id="a new box"
        ),
        pytest.param(
            LETTER,
            (laid("/Widget", ASIDE, "/Sig"),),
            Updates(1, True, signed=(1,)),
            id="a signature aside",
        ),
        pytest.param(
            LETTER,
            (laid("/Widget", field="/Sig"),),
            Updates(1, True, covered=(1,), signed=(1,)),
            id="a signature that hides words",
        ),
        pytest.param(LETTER, (one_page_more,), Updates(1, True, more=1), id="one page more"),
    ],
)
def test_what_changed(data: bytes, changes: tuple[Change, ...], told: Updates) -> None:
    assert updates_of(rewritten(data, *changes)) == told


def test_a_first_state_that_cannot_be_opened_is_not_compared() -> None:
    spoilt = rewritten(LETTER, titled).replace(b"/Pages", b"/Pagez", 1)
    spoilt = spoilt.replace(b"/Count 2", b"/Count x", 1)
    assert updates_of(spoilt).times == 1


@pytest.mark.parametrize("linear", [False, True])
def test_a_pdf_made_for_the_web_was_not_changed(linear: bool) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(LETTER)) as opened:
        opened.save(out, linearize=linear)
    assert updates_of(out.getvalue()) == UNCHANGED


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param((), UNCHANGED, id="as Word wrote it"),
        pytest.param((filled,), Updates(2, True, filled=(1,)), id="filled since"),
        pytest.param((titled,), Updates(2, True), id="saved again since"),
    ],
)
def test_a_second_table_that_names_nothing_is_no_change(
    changes: tuple[Change, ...], told: Updates
) -> None:
    assert updates_of(rewritten(with_an_empty_table(FORM), *changes)) == told


def test_a_pdf_that_another_carries_is_no_writing() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(LETTER)) as opened:
        opened.Root.Carried = opened.make_stream(FORM)
        opened.save(out, compress_streams=False)
    assert out.getvalue().count(b"startxref") == 2
    assert writings.times_changed(out.getvalue()) == 0
