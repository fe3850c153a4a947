"""What a blank differs in is said by the words of its boxes, never by the names of its fields."""

import datetime as dt

import pytest

from desktop_app.core.editions.boxes import Box
from desktop_app.sentences.edition_words import _words_of, sources
from desktop_app.workflow.guidance.pack_list import Model

READ, LATER = dt.date(2026, 11, 24), dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("name", "label", "said"),
    [
        ("Texte12", "Courriel du mandant", "Courriel du mandant"),
        ("topmostSubform[0].Page1[0].txt_MarqueVéhicule[0]", "", "Marque véhicule"),
        ("Champ_7", "txt_NumVinVéhicule", "Num vin véhicule"),
        ("topmostSubform[0].Page1[0].R2A[0]", "", "une case sans nom, page 2"),
        ("", "", "une case sans nom, page 2"),
    ],
)
def test_a_new_box_is_named_in_words(name: str, label: str, said: str) -> None:
    assert _words_of(Box(name, "text", 2, (0, 0, 9, 9), label)) == said


def test_sources_read_on_one_day_take_one_sentence() -> None:
    model = Model(
        "x",
        "letter",
        "X",
        seen_on=LATER,
        sources=(("Premier texte", READ), ("Autre texte", READ), ("Dernier texte", LATER)),
    )
    assert sources(model) == (
        "Sources, lues le 24 novembre 2026 : Premier texte ; Autre texte.",
        "Source, lue le 25 novembre 2026 : Dernier texte.",
    )


def test_what_a_lawyer_must_read_again_is_said_apart() -> None:
    read = (("Texte sûr", READ), ("Texte douteux", READ))
    model = Model("x", "letter", "X", READ, read, doubts=frozenset({"Texte douteux"}))
    assert sources(model) == (
        "Source, lue le 24 novembre 2026 : Texte sûr.",
        "Source, lue le 24 novembre 2026 : Texte douteux. À vérifier par un juriste.",
    )
