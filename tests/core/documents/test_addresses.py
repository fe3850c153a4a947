"""Addresses: what post machines read, what is kept as typed, what must be shortened."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.core.documents.addresses import (
    MAX_CHARACTERS,
    address_problems,
    capitals,
    is_abroad,
    recipient_block,
)
from desktop_app.core.folding import is_latin
from desktop_app.core.language.typography import BLANK


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("12 bis, rue de l’Église", "12 BIS RUE DE L EGLISE"),
        ("7, place du Général-de-Gaulle", "7 PLACE DU GENERAL DE GAULLE"),
        ("BP n° 40 125", "BP 40 125"),
        ("38 024 Grenoble Cedex 1", "38 024 GRENOBLE CEDEX 1"),
        ("Cœuvres-et-Valsery", "COEUVRES ET VALSERY"),
        ("L’Haÿ-les-Roses", "L HAY LES ROSES"),
        ("Łódź Straße", "LODZ STRASSE"),
        (f"12 rue {BLANK}", f"12 RUE {BLANK}"),
    ],
)
def test_a_line_for_post_machines(typed: str, printed: str) -> None:
    assert capitals(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        pytest.param(
            (
                "Madame, Monsieur le Président",
                "du conseil départemental de l’Isère",
                "7 rue Fantin-Latour",
                "BP 1096",
                "38022 Grenoble Cedex 1",
            ),
            (
                "Madame, Monsieur le Président",
                "du conseil départemental de l’Isère",
                "7 RUE FANTIN LATOUR",
                "BP 1096",
                "38022 GRENOBLE CEDEX 1",
            ),
            id="the street and what follows in capitals, whatever their rank",
        ),
        pytest.param(
            (
                "Monsieur Édouard Lefèvre",
                "Escalier B, chez Mme Nguyễn",
                "Résidence « Les Œillets »",
                "Villa Bel-Air",
                "Hameau de l’Être",
                "97400 Saint-Denis",
            ),
            (
                "Monsieur Édouard Lefèvre",
                "Escalier B, chez Mme Nguyễn",
                "Résidence « Les Œillets »",
                "VILLA BEL AIR",
                "HAMEAU DE L ETRE",
                "97400 SAINT DENIS",
            ),
            id="lines 4 to 6 always",
        ),
        pytest.param(
            ("Frau Müller", "Hauptstraße 5", "10115 Berlin", "Allemagne"),
            ("Frau Müller", "Hauptstraße 5", "10115 Berlin", "ALLEMAGNE"),
            id="abroad: the order and the accents of the country, France's word for it",
        ),
        pytest.param(
            ("Mairie", "", "  ", "1 place de la  Mairie", "38000 Grenoble"),
            ("Mairie", "1 PLACE DE LA MAIRIE", "38000 GRENOBLE"),
            id="no empty line",
        ),
        pytest.param(
            ("«\u00a0Les Œillets\u00a0»", "1 rue du Lac", "38000 Grenoble"),
            ("«\u00a0Les Œillets\u00a0»", "1 RUE DU LAC", "38000 GRENOBLE"),
            id="no-break spaces stay",
        ),
        pytest.param(("Monsieur le Maire",), ("Monsieur le Maire",), id="a name alone"),
        pytest.param(
            ("CAF de l’Isère", BLANK, BLANK), ("CAF de l’Isère", BLANK, BLANK), id="unknown address"
        ),
    ],
)
def test_a_block(typed: tuple[str, ...], printed: tuple[str, ...]) -> None:
    assert recipient_block(typed) == printed


LINES = st.lists(st.text("abcéÈœ'’-,.12 ", min_size=1, max_size=50), min_size=1, max_size=7)


@given(LINES)
def test_french_lines_four_to_six_are_letters_digits_and_spaces(lines: list[str]) -> None:
    block = recipient_block([*lines, "38000 Grenoble"])
    assert all(re.fullmatch(r"[A-Z0-9 ]*", line) for line in block[3:])


@example(["1", "1", "1a", "."])  # a line with nothing to print
@example(["1", "1", "1a", ".1"])  # a street once its sign is gone
@given(LINES)
def test_a_block_is_stable(lines: list[str]) -> None:
    block = recipient_block([*lines, "38000 Grenoble"])
    assert recipient_block(block) == block


def test_every_problem_names_its_line() -> None:
    lines = ("A" * 39, "b", "c", "d", "e", "f", "38000 Grenoble")
    problems = address_problems(lines)
    assert [p.code for p in problems] == ["address-too-many-lines", "address-line-too-long"]
    assert dict(problems[1].parameters) == {"line": 1, "length": 39, "limit": MAX_CHARACTERS}


def test_seven_lines_abroad_are_allowed() -> None:
    lines = ("a", "b", "c", "d", "e", "1000 Bruxelles", "BELGIQUE")
    assert is_abroad(lines)
    assert address_problems(lines) == ()


def test_another_alphabet_is_kept_and_named() -> None:
    assert capitals("ул. Ленина 5") == "УЛ ЛЕНИНА 5"
    assert [p.code for p in address_problems(("ул. Ленина 5", "38000 Grenoble"))] == [
        "address-not-latin"
    ]
    assert is_latin("Đặng Łukasz O’Œuvre 12")
    assert not is_latin("محمد")
