"""Whose fact: what is known of the person is offered once, in the part that is about her."""

from desktop_app.core.generic.facts import Box, Title
from tests.core.generic.test_build import asked, box, made

WHO = ("Nom", "Prénoms", "Date de naissance", "Lieu de naissance")


def rows(part: int, *words: str, page: int = 1) -> list[Box]:
    return [
        box(f"Texte{part}{n}", one, y=780 - part * 200 - n * 20, page=page)
        for n, one in enumerate(words)
    ]


def title(part: int, words: str, page: int = 1) -> Title:
    return Title(page, (100, 800 - part * 200, 400, 812 - part * 200), words)


def offered(*boxes: Box, titles: tuple[Title, ...] = ()) -> list[str]:
    """Return what is offered of the person herself."""
    questions = asked(made(*boxes, titles=titles))
    return [one.remember for one in questions if one.remember and not one.whose]


def test_a_second_person_is_offered_nothing_of_the_first() -> None:
    """As in 12038: the other parent's number of social security, which is asked nowhere before."""
    boxes = (*rows(0, *WHO), *rows(1, "N° Sécurité sociale", *WHO[1:], "Code postal"))
    titles = (title(0, "1. Votre situation"), title(1, "2. La personne absente"))
    assert offered(*boxes, titles=titles) == [
        "identite.nom",
        "identite.prenom",
        "identite.date_naissance",
        "identite.lieu_naissance",
    ]


def test_nor_the_lines_of_a_table_after_hers() -> None:
    boxes = rows(0, "Nom", "Prénom", "Nom", "Prénom", "N° de Sécurité sociale")
    assert offered(*boxes, titles=(title(0, "Votre foyer"),)) == ["identite.nom", "identite.prenom"]


def test_nor_a_part_before_the_one_that_asks_who_she_is() -> None:
    """As in 16146: the first page begins with the lawyer's address."""
    boxes = (*rows(0, "Adresse", "Courriel"), *rows(1, "Votre nom", "Adresse"))
    titles = (title(0, "Inscrit au barreau"), title(1, "Votre identité"))
    assert offered(*boxes, titles=titles) == ["identite.nom", "adresse.voie"]
    titles = (title(0, "Coordonnées"), title(1, "Votre identité"))
    assert offered(*boxes, titles=titles) == ["identite.nom", "adresse.voie"]


def test_a_form_that_asks_no_name_offers_what_it_asks() -> None:
    titles = (title(0, "Votre logement"),)
    assert offered(*rows(0, "Adresse", "Code postal"), titles=titles) == [
        "adresse.voie",
        "adresse.code_postal",
    ]


def test_a_town_after_a_day_of_birth_is_where_she_was_born() -> None:
    boxes = rows(0, "Nom", "Né(e) le", "Commune", "Département")
    assert offered(*boxes) == ["identite.nom", "identite.date_naissance", "identite.lieu_naissance"]
    assert offered(*rows(0, "Nom", "Date", "Commune")) == ["identite.nom"]


def test_a_second_telephone_does_not_make_another_person() -> None:
    boxes = (*rows(0, "Nom", "Téléphone"), *rows(1, "Adresse", "Téléphone portable"))
    titles = (title(0, "Vous"), title(1, "Votre adresse"))
    assert offered(*boxes, titles=titles) == ["identite.nom", "contact.telephone", "adresse.voie"]


def test_the_family_name_is_not_the_name_in_use() -> None:
    keys = [one.remember for one in asked(made(*rows(0, "Nom de famille", "Nom d’usage")))]
    assert keys == ["identite.nom_naissance", "identite.nom"]


def test_on_a_paper_that_begins_with_somebody_s_address_an_untitled_page_is_nobody_s() -> None:
    boxes = [
        box("a", "Adresse"), box("b", "Code postal", y=650),
        box("c", "Nom", page=2), box("d", "Prénoms", page=2, y=650),
    ]  # fmt: skip
    assert {one.whose for one in asked(made(*boxes))} == {"autre"}
    assert {one.whose for one in asked(made(*boxes[2:]))} == {""}
