"""An answer is abbreviated by known words alone, one at a time, and never cut."""

import pytest

from desktop_app.core.documents.abbreviations import (
    family_of,
    read_abbreviations,
)
from desktop_app.core.packs.model import Question
from desktop_app.datafiles import data_root

TABLE = read_abbreviations((data_root("forms") / "abbreviations" / "words.toml").read_bytes())


@pytest.mark.parametrize(
    ("whole", "shortest"),
    [
        ("12 avenue du Général de Gaulle", "12 AV du GAL de Gaulle"),
        ("3 BOULEVARD SAINT-MICHEL", "3 BD ST-MICHEL"),
        ("Résidence les Lilas, bâtiment C", "RES les Lilas, BAT C"),
        ("Residence Les Lilas, batiment C", "RES Les Lilas, BAT C"),
        ("Bâtiment B, 3e étage", "BAT B, 3e ETG"),
        ("5 rond point de la Gare", "5 RPT de la Gare"),
        ("Chez Madame Ourlai", "Chez Mme Ourlai"),
        ("20 rue Sainte-Marthe", "20 rue STE-Marthe"),
        ("10 place Saint Roch, 42000 Saint-Étienne", "10 PL ST Roch, 42000 ST-Étienne"),
    ],
)
def test_words_of_an_address_are_abbreviated_by_the_table(whole: str, shortest: str) -> None:
    assert TABLE.shorter(whole, "address")[-1] == shortest


def test_one_word_more_each_time_the_kind_of_street_first() -> None:
    assert TABLE.shorter("12 avenue du Général Leclerc, bâtiment C", "address") == (
        "12 AV du Général Leclerc, bâtiment C",
        "12 AV du Général Leclerc, BAT C",
        "12 AV du GAL Leclerc, BAT C",
    )


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param("8 rue de la Place", id="a word that ends the line is a name"),
        pytest.param("8 rue de la Place, 2 rue Haute", id="so is one before a comma"),
        pytest.param("8 rue de la Place\n42000 Lyon", id="and one before the next line"),
        pytest.param("2 Grand-Place", id="part of a compound"),
        pytest.param("4 rue Placette", id="part of a word"),
        pytest.param("7 rue des Tilleuls", id="nothing is known"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_no_known_word_stays_whole(whole: str) -> None:
    assert TABLE.shorter(whole, "address") == ()


def test_the_name_of_a_body_has_its_own_words() -> None:
    name = "Association Place des Familles"
    assert TABLE.shorter(name, "body") == ("ASSOC Place des Familles",)
    assert TABLE.shorter(name, "address") == ("Association PL des Familles",)


@pytest.mark.parametrize(
    ("question", "family"),
    [
        (Question(id="v", kind="address_line", label="?"), "address"),
        (Question(id="v", kind="text", label="?", remember="adresse.voie"), "address"),
        (
            Question(id="v", kind="text", label="?", remember="adresse.voie adresse.commune"),
            "address",
        ),
        (Question(id="v", kind="text", label="?", abbreviate="body"), "body"),
        (Question(id="v", kind="text", label="?"), None),
        (Question(id="v", kind="name", label="?", remember="identite.nom_naissance"), None),
        (Question(id="v", kind="text", label="?", remember="identite.lieu_naissance"), None),
        (Question(id="v", kind="nir", label="?", remember="sante.nir"), None),
        (Question(id="v", kind="nir", label="?", abbreviate="body"), None),
        (Question(id="v", kind="long_text", label="?"), None),
    ],
)
def test_only_addresses_and_what_a_pack_names_may_be_abbreviated(
    question: Question, family: str | None
) -> None:
    assert family_of(question) == family


def test_the_table_says_where_each_word_was_read() -> None:
    known = {source.id for source in TABLE.source}
    assert all(word.source in known for word in TABLE.word)
    assert known == {word.source for word in TABLE.word}


def test_a_short_form_is_shorter_and_is_no_word_of_the_table() -> None:
    for word in TABLE.word:
        assert len(word.short) < len(word.long)
        for family in word.families:
            assert TABLE.shorter(f"{word.short} x", family) == ()
