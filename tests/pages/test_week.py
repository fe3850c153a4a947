"""Cette semaine, Corbeille and the pages of documents: what they say of plain facts."""

import datetime as dt

import pytest

from desktop_app.core.records import StoredDocument
from desktop_app.pages import bin as trash
from desktop_app.pages import documents, week
from desktop_app.pages.page import Keep, Long
from desktop_app.pages.reading import lines
from desktop_app.workflow.safes.listing import Page

TODAY = dt.date(2026, 11, 24)
PAPER = StoredDocument("7", "Recours", "", "", "", "", "letter", TODAY, "application/pdf", 1, 1)


def test_a_week_without_dates_says_how_one_comes() -> None:
    page = week.week((), TODAY, "La date est à vérifier.")
    assert lines(page)[1:3] == ("La date est à vérifier.", "Rien à faire cette semaine.")


def test_what_is_thrown_away_is_named_before_it_is_erased() -> None:
    (one,) = trash.thrown((), (), (PAPER,))
    assert "[Reprendre ce document]" in "".join(lines(trash.bin_page((one,))))
    asked = trash.asked_to_erase(one)
    assert asked.words.startswith("« Recours »")
    assert [way.does for way in asked.ways] == [trash.Erase(one), Keep()]


@pytest.mark.parametrize(("thrown", "move"), [(False, "Mettre à"), (True, "Reprendre")])
def test_a_document_is_thrown_or_taken_back(thrown: bool, move: str) -> None:
    copy, moves, _back = documents.stored(PAPER, shown=not thrown, thrown=thrown).actions
    assert copy.ready is not thrown
    assert moves.words.startswith(move)


def test_among_those_of_everyone_a_document_says_whose_it_is() -> None:
    found = documents.everything(Page((), (PAPER,), 0), whose=True)
    assert lines_of(found.shown) == ["Lettre : Recours\n24 novembre 2026"]


def lines_of(told: Long) -> list[str]:
    return [block.words for block in told.blocks if hasattr(block, "words")]
