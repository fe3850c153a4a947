"""What a blank differs in is said by the words of its boxes, never by the names of its fields."""

import pytest

from desktop_app.core.editions.boxes import Box
from desktop_app.sentences.edition_words import _words_of


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
