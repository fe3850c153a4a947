"""No question of a form is asked for nothing: its answer is on the paper, or decides what is."""

from collections.abc import Iterator

import pytest

from desktop_app.core.language import syntax
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import FormDefinition, Place
from desktop_app.core.packs.resolve import ENCLOSURES_SECTION
from tests.helpers.ours import CATALOGUE

FORMS = [CATALOGUE.form(item.id) for item in CATALOGUE.search(kind="form")]
DECIDING = {"choice", "choices", "yes_no", "integer"}
"""Kinds of answers that may only decide what is asked, joined or written: words are written."""


def written(pieces: tuple[syntax.Piece, ...]) -> Iterator[str]:
    """Yield the names whose answers are written, those of conditions left out."""
    for piece in pieces:
        if isinstance(piece, syntax.Shown):
            yield from syntax.names_in(piece)
        elif isinstance(piece, syntax.Block):
            for _, inside in (*piece.branches, (None, piece.otherwise)):
                yield from written(inside)


def lost(form: FormDefinition, places: list[Place]) -> list[str]:
    """Return the questions whose answers reach nothing; papers to join have their own list."""
    asked = [
        question
        for section in form.section
        if section.id != ENCLOSURES_SECTION
        for question in section.question
    ]
    on_paper = {name for one in places for name in written(text_of(one.value).pieces)}
    ticked = {name for one in places for name in condition_of(one.when).names}
    choosing = {name for one in places for name in text_of(one.value).names}
    conditions = [*asked, *form.enclosure]
    deciding = {name for one in conditions for name in condition_of(one.when).names}
    may_decide = ticked | choosing | deciding
    return [
        question.id
        for question in asked
        if question.id not in on_paper
        and not (question.kind in DECIDING and question.id in may_decide)
    ]


def places(form: FormDefinition) -> list[Place]:
    """Return the boxes of every edition: an answer that one of them lacks is told (editions.py)."""
    return [place for one in CATALOGUE.field_maps(form.id) for place in one.place]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_answer_reaches_the_paper_or_decides_what_does(form: FormDefinition) -> None:
    assert lost(form, places(form)) == []


def test_an_answer_that_no_box_writes_is_seen() -> None:
    """Where a comma alone depends on it, it is not written."""
    form = CATALOGUE.form("10397-ressources")
    kept = [one for one in places(form) if one.label != "Adresse"]
    comma = Place(label="Adresse", value="{% if adresse_complement %}, {% endif %}")
    assert {"adresse_complement", "adresse_voie"} <= {*lost(form, [*kept, comma])}


def test_a_question_of_a_group_that_has_no_place_is_not_asked() -> None:
    form = CATALOGUE.form("13882-rsa-non-salarie")
    asked = {question.id for section in form.section for question in section.question}
    assert "numero_allocataire" in asked
    assert "numero_msa" not in asked
