"""A line of an address, cut for the boxes of official forms: nothing of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.language.streets import Street, building, short_kind, street, within


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("12 rue des Tilleuls", Street("12", "", "rue", "des Tilleuls")),
        ("12 bis, rue des Tilleuls", Street("12", "bis", "rue", "des Tilleuls")),
        ("12bis rue des Tilleuls", Street("12", "bis", "rue", "des Tilleuls")),
        ("3 B avenue de l'Europe", Street("3", "B", "avenue", "de l'Europe")),
        ("12-14 bd. Voltaire", Street("12-14", "", "bd.", "Voltaire")),
        ("n° 8 Place du Marché", Street("8", "", "Place", "du Marché")),
        ("chemin du Moulin", Street("", "", "chemin", "du Moulin")),
        ("12 Grande Rue", Street("12", "", "", "Grande Rue")),
        ("4 d'Artagnan", Street("4", "", "", "d'Artagnan")),
        ("1 rue", Street("1", "", "", "rue")),
        ("Le Bourg", Street("", "", "", "Le Bourg")),
        ("1er étage", Street("", "", "", "1er étage")),
        ("", Street()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_line_of_the_street(line: str, parts: Street) -> None:
    assert street(line) == parts


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("4 boulevard Carnot", "bd"),
        ("4 rue Carnot", "rue"),
        ("4 Av. Carnot", "Av."),
        ("Carnot", ""),
    ],
)
def test_a_narrow_box_takes_the_short_kind(line: str, short: str) -> None:
    assert short_kind(line) == short


@pytest.mark.parametrize(
    ("line", "of_the_building", "of_the_flat"),
    [
        ("Bâtiment B, 2e étage", "Bâtiment B", "2e étage"),
        ("2e étage, porte 12, résidence du Parc", "résidence du Parc", "2e étage, porte 12"),
        ("Appartement 4", "", "Appartement 4"),
        ("bat C", "bat C", ""),
        ("", "", ""),
    ],
)
def test_the_building_and_the_flat(line: str, of_the_building: str, of_the_flat: str) -> None:
    assert (building(line), within(line)) == (of_the_building, of_the_flat)


@given(st.text("12abt ,'’°ruedsBis-é.", max_size=30))
def test_nothing_of_a_line_is_lost(line: str) -> None:
    signs = re.sub(r"[\s,]|n°\s*(?=\d)", "", line, flags=re.IGNORECASE)
    assert re.sub(r"[\s,]|n°\s*(?=\d)", "", "".join(street(line)), flags=re.IGNORECASE) == signs
    parts = sorted(part.strip() for part in line.split(",") if part.strip())
    both = f"{building(line)}, {within(line)}"
    assert sorted(part.strip() for part in both.split(",") if part.strip()) == parts
