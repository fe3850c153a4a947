"""« de » and « que » before a name, in the papers, on the screen, for the ear of a PDF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import i18n
from desktop_app.core.language.elision import before, elides, of_town
from desktop_app.core.language.template import text_of


@pytest.mark.parametrize(
    "name",
    ["Ana", "Élise Roux", "ibrahim", "Œuvre Saint-Jean", "ÉCOLE", "Yves", "Yvette", "Hélène"],
)
def test_a_vowel_takes_the_e_away(name: str) -> None:
    assert elides(name)
    assert before("Lettre de ", name) == "Lettre d'"
    assert before("il est vrai que\u00a0", name) == "il est vrai qu'"


@pytest.mark.parametrize(
    "name",
    ["Simone", "Yasmine", "Hassan", "Hugo", "11 rue", "onze", "oui", "A", "« Ana »", "......", ""],
)
def test_nothing_else_does(name: str) -> None:
    """Of a silent h only a few first names are known: « d'Hassan » hurts."""
    assert before("Lettre de ", name) == "Lettre de "


@pytest.mark.parametrize("written", ["Le code ", "règle de", "le monde ", "de\n", ""])
def test_only_a_small_word_that_stands_alone(written: str) -> None:
    assert before(written, "Ana") == written


@pytest.mark.parametrize(
    ("town", "said"),
    [
        ("Lyon", "de Lyon"),
        ("Amiens", "d'Amiens"),
        ("Évry", "d'Évry"),
        ("Le Mans", "du Mans"),
        ("Les Ulis", "des Ulis"),
        ("La Rochelle", "de La Rochelle"),
        ("L'Isle-Adam", "de L'Isle-Adam"),
        ("Lens", "de Lens"),
        ("Le", "de Le"),
    ],
)
def test_a_town(town: str, said: str) -> None:
    assert of_town(town) == said
    assert (
        text_of("Mairie {{ ville | commune_de }}").render({"ville": town}).text == f"Mairie {said}"
    )


def test_a_paper_says_it_of_answers_only() -> None:
    text = text_of(
        "Ici {{ nom }}, école de {{ enfant }}. Je demande que {{ nom }} vienne. De {{ rien }}"
    )
    said = text.render({"nom": "Ana", "enfant": "Ilyes"}, blank="....").text
    assert said == "Ici Ana, école d'Ilyes. Je demande qu'Ana vienne. De ...."


def test_two_answers_in_a_row_are_left_alone() -> None:
    assert text_of("{{ a }} {{ b }}").render({"a": "de", "b": "Ana"}).text == "de Ana"


def test_a_sentence_of_the_program_says_it_too() -> None:
    assert i18n.text("La phrase de {name}").format(name="Ana") == "La phrase d’Ana"
    assert i18n.text("La phrase de {name}").format(name="Léa") == "La phrase de Léa"
    assert i18n.text("moins de {n}").format(n=3) == "moins de 3"


@given(st.text(max_size=30))
def test_no_name_breaks_a_sentence(name: str) -> None:
    told = i18n.text("La phrase de {name}").format(name=name)
    assert told.endswith(name)
    assert told.removesuffix(name) in ("La phrase de ", "La phrase d’")
