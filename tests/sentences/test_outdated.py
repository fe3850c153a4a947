"""Whether the office still takes a form: said before any question, and only what its pack says."""

import datetime as dt

import pytest

from desktop_app.sentences import edition_words
from desktop_app.workflow.guidance.pack_list import Model

DAY = dt.date(2026, 11, 28)


def model(edition: str, editions: tuple[str, ...] = (), **more: object) -> Model:
    return Model("x", "form", "X", DAY, (), number="99999", edition=edition,
                 editions=editions or (edition,), **more)  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (model("99999*02", withdrawn=True, successor="88888*01"), "demandez le n° 88888*01"),
        (model("99999*02", withdrawn=True), "demandez lequel utiliser"),
        (model("99999*01", ("99999*02", "99999*01")), "demandez le n° 99999*02"),
        (model("99999*02, avec cases", ("99999*03", "99999*02, avec cases")), "n° 99999*03"),
    ],
)
def test_an_outdated_form_says_what_to_ask_for(told: Model, words: str) -> None:
    assert words in edition_words.outdated(told)


@pytest.mark.parametrize(
    "told",
    [
        model("99999*02"),
        model("99999*02, avec cases", ("99999*02", "99999*02, avec cases")),
        model("exemple-1"),
        model("99999*02", successor="88888*01"),
    ],
)
def test_a_form_that_is_taken_says_nothing(told: Model) -> None:
    assert edition_words.outdated(told) == ""


def test_its_number_edition_and_day_are_told_without_its_sources() -> None:
    number, seen = edition_words.which_form(model("99999*02"))
    assert "99999*02" in number
    assert "28 novembre 2026" in seen
