"""What comes after a paper: the law says it, and the letters that are at hand."""

import dataclasses
import datetime as dt

import pytest
from msgspec import structs

from desktop_app.core.deadlines.procedures import Silence
from desktop_app.pages import what_next
from desktop_app.pages.reading import read
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.afterwards import Afterwards, afterwards
from desktop_app.workflow.documents.rendering import Made, make_copy_sheet, make_letter

TOOLS = RealTools()
TODAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def letter() -> Made:
    """An appeal of which silence is a refusal, that a request to the court may follow."""
    return make_letter(TOOLS, TOOLS.demo.letter, TODAY)


def said(found: Afterwards) -> str:
    return "\n".join(read(what_next.after(found, TODAY)))


def with_silence(made: Made, silence: Silence | None) -> Made:
    return dataclasses.replace(made, prepared=dataclasses.replace(made.prepared, silence=silence))  # type: ignore[call-arg]


def test_silence_refuses_and_the_next_letter_is_at_hand(letter: Made) -> None:
    found = afterwards(TOOLS, letter, TODAY)
    assert found.silence is not None
    assert (found.silence.effect, found.at_hand, found.following) == ("rejet", True, "")
    assert "c’est un refus" in said(found)
    assert "La lettre suivante sera prête ce jour-là." in said(found)
    assert len(found.rungs) > 1


def test_silence_that_grants_calls_for_no_letter(letter: Made) -> None:
    silence = afterwards(TOOLS, letter, TODAY).silence
    assert silence is not None
    grants = structs.replace(silence, effect="acceptation")
    found = afterwards(TOOLS, with_silence(letter, grants), TODAY)
    assert not found.at_hand
    assert "c’est un accord" in said(found)
    assert "La lettre suivante" not in said(found)


def test_without_a_letter_the_next_step_is_named() -> None:
    found = Afterwards(following="Aller devant le juge")
    assert "La suite sera alors : Aller devant le juge." in said(found)


def test_a_form_that_is_no_step_of_the_law_has_nothing_after_it() -> None:
    form = make_copy_sheet(TOOLS, TOOLS.demo.form, TODAY)
    assert afterwards(TOOLS, form, TODAY) == Afterwards()
