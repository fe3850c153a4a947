"""Words of a PDF become words for a person; what only a program understands is not shown."""

import pytest

from desktop_app.core.generic import wording


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("Indiquer vos nom et prénom", "Nom et prénom"),
        ("Indiquez l'adresse de votre domicile", "Adresse de votre domicile"),
        ("Cochez la case si vous êtes marié", "Vous êtes marié"),
        ("Indiquer la date", "Date"),
        ("Nom. Texte obligatoire", "Nom"),
        ("Prénom :", "Prénom"),
        ("Commune ................", "Commune"),
        (") Nom de la voie", "Nom de la voie"),
        ("\uf0d8 Marque", "Marque"),
        ("Please enter the name of the investigator", "Name of the investigator"),
    ],
)
def test_a_tooltip_asks_for_the_thing_itself(found: str, said: str) -> None:
    assert wording.tooltip(found) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("Ã‰tat civil", "État civil"),
        ("AÃ\x83Â©ronefs susceptibles", "Aéronefs susceptibles"),
        ("fran\\xe7aise", "française"),
        ("priv\\x8ee", "privée"),
        ("Déjà bien écrit, là", "Déjà bien écrit, là"),
    ],
)
def test_letters_read_the_wrong_way_are_put_right(found: str, said: str) -> None:
    assert wording.clean(found) == said


@pytest.mark.parametrize(
    "name",
    [
        "Texte36",
        "undefined_2",
        "A.PRENOM",
        "topmostSubform[0].Page1[0].R2A_numero[0]",
        "Check Box12",
        "Case à cocher 7",
        "Groupe42",
        "fill_3",
        "N.REM2",
        "CheckBox1",
    ],
)
def test_names_of_programs_say_nothing(name: str) -> None:
    assert not wording.from_name(name)
    assert not wording.says_something(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("personne à charge1", "Personne à charge 1"),
        ("Adresse de l’apprenti(e) CP", "Adresse de l’apprenti(e) code postal"),
        ("S-habiller-se-deshabiller", "S habiller se deshabiller"),
        ("form[0].Page1[0].num_CodePostalAdresse[0]", "Code postal adresse"),
        ("nationalité", "Nationalité"),
    ],
)
def test_a_name_made_of_words_is_the_last_resort(name: str, said: str) -> None:
    assert wording.from_name(name) == said


def test_a_long_label_is_cut_at_fifteen_words() -> None:
    words = " ".join(f"mot{n}" for n in range(20))
    assert len(wording.shortened(words).split()) == 15
    assert wording.shortened(words).endswith("…")


def test_titles_in_capitals_are_easier_to_read_in_small_letters() -> None:
    assert wording.in_small("2. L’EMPLOYEUR") == "2. L’employeur"
    assert wording.in_small("VOUS") == "VOUS"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Code postal_Row_1", "Code postal (ligne 1)"),
        ("Fixe : Portable :_Courriel", "Fixe : Portable : Courriel"),
    ],
)
def test_the_names_of_a_table_become_words(name: str, said: str) -> None:
    assert wording.tabular(name) == said


def test_what_a_program_does_with_a_field_is_not_shown() -> None:
    assert wording.from_name("Date de début du contrat : _af_date") == "Date de début du contrat"


@pytest.mark.parametrize("text", ["Né(e) le", "Né le", "NÉE LE", "Né·e à", "Née en"])
def test_to_be_born_says_something_without_a_long_word(text: str) -> None:
    assert wording.says_something(text)


@pytest.mark.parametrize("text", ["Ne le", "N° le", "le", "né"])
def test_but_not_small_words_alone(text: str) -> None:
    assert wording.says_something(text) == (text == "Ne le")
