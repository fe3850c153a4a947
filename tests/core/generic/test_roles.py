"""Whose a box is, by the words of its part, its row and its own."""

import pytest

from desktop_app.core.generic.facts import Box, Title
from desktop_app.core.generic.roles import Line, said_of, says_her, whose
from tests.core.generic.test_build import asked, box, made
from tests.core.generic.test_offered import rows, title

NAME = ("identite.nom",)
FIRST = ("identite.prenom",)
STREET = ("adresse.voie",)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Votre conjoint(e), concubin(e) ou partenaire de PACS", "conjoint"),
        ("3. LE PÈRE OU LA MÈRE", "parent"),
        ("Le parent absent", "autre_parent"),
        ("Prénom de l’enfant", "enfant"),
        ("Enfants à charge", "enfant"),
        ("Autres personnes à charge", "a_charge"),
        ("Personnes vivant au foyer", "membre"),
        ("Composition de la famille", "membre"),
        ("Le bailleur ou son mandataire", "bailleur"),
        ("Le mandataire", "autre"),
        ("Représentant légal", "representant"),
        ("Parent 1 ou représentant légal 1", "autre"),
        ("Si vous êtes propriétaire", None),
        ("Si vous êtes locataire ou résident d’un foyer", None),
        ("Avez-vous un lien de parenté avec votre propriétaire ?", None),
        ("Si vous êtes marié(e), votre conjoint", "conjoint"),
        ("Si la demande est faite au nom d’un mineur", "autre"),
        ("Nom de jeune fille", None),
        ("Personne physique ou entreprise individuelle", "autre"),
        ("Enfant ou autre personne", "a_charge"),
        ("Coordonnées du bailleur", "bailleur"),
        ("Identification de l’employeur", "employeur"),
        ("Partie à remplir par le médecin", "medecin"),
        ("Cadre réservé à l’administration", "organisme"),
        ("Avocat choisi", "avocat"),
        ("La personne qui se porte caution", "garant"),
        ("Tuteur ou curateur", "representant"),
        ("Témoin", "autre"),
        ("Vous et votre conjoint", "couple"),
        ("Nom d’usage (nom du conjoint)", None),
        ("Votre identité", None),
        ("Nombre d’enfants", None),
    ],
)
def test_words_say_of_whom(words: str, role: str | None) -> None:
    assert said_of(words) == role


def test_words_say_that_it_is_she() -> None:
    assert says_her("Vos coordonnées")
    assert says_her("Le demandeur")
    assert not says_her("Votre conjoint")
    assert not says_her("Adresse")


def test_the_words_of_a_box_win_over_its_row_and_its_part() -> None:
    lines = (
        Line("Votre conjoint", "Nom", keys=NAME),
        Line("Votre conjoint", "Adresse de son employeur", keys=STREET),
        Line("Votre conjoint", "Exerce une activité"),
        Line("", "Nom", row="Enfant 2", keys=NAME),
        Line("Votre conjoint", "Votre nom", keys=NAME),
        Line("", "Téléphone", name="tel_representant legal", keys=("contact.telephone",)),
        Line("Vous", "Avez-vous des enfants ?"),
    )
    assert whose(lines) == (
        *("conjoint", "employeur", "conjoint", "enfant_2", "autre", "representant", ""),
    )


def test_the_lines_of_a_table_are_one_person_each() -> None:
    lines = [Line("Vos enfants", "x", keys=keys) for _ in range(3) for keys in (NAME, FIRST, ())]
    assert whose(lines) == tuple(f"enfant_{n}" for n in (1, 2, 3) for _ in range(3))


def test_a_household_begins_with_her_where_nothing_else_asks_who_she_is() -> None:
    table = [Line("Composition du foyer", "Nom", keys=NAME) for _ in range(3)]
    assert whose(table) == ("", "membre_1", "membre_2")
    before = Line("Votre identité", "Nom", keys=NAME)
    assert whose([before, *table]) == ("", "membre_1", "membre_2", "membre_3")
    spouse = Line("Votre conjoint", "Nom", keys=NAME)
    assert whose([before, spouse, *table])[2:] == ("a_charge_1", "a_charge_2", "a_charge_3")


def test_a_part_about_two_is_hers_then_her_spouse_s() -> None:
    lines = [Line("Vous et votre conjoint", "Nom", keys=NAME) for _ in range(3)]
    assert whose(lines) == ("", "conjoint", "autre")


def test_a_second_name_in_a_part_about_one_is_of_nobody_that_one_knows() -> None:
    part = "À remplir par le bailleur"
    both = ("identite.nom", "identite.prenom")
    lines = (
        Line(part, "Nom et prénom", keys=both),
        Line(part, "Adresse", keys=STREET),
        Line(part, "M. et/ou Mme", keys=both),
        Line(part, "Adresse", keys=STREET),
        Line(part, "Adresse du bailleur", keys=STREET),
    )
    assert whose(lines) == ("bailleur", "bailleur", "autre", "autre", "bailleur")


def test_an_address_goes_on_from_the_box_that_says_whose_it_is() -> None:
    lines = (
        Line("", "Adresse du représentant légal", keys=STREET),
        Line("", "Code postal", keys=("adresse.code_postal",)),
        Line("", "Téléphone", keys=("contact.telephone",)),
        Line("", "Nom", keys=NAME),
        Line("", "Adresse", keys=STREET),
    )
    assert whose(lines) == ("representant", "representant", "autre", "", "")


def test_where_a_household_lives_is_not_the_address_of_its_last_member() -> None:
    lines = (Line("", "Nom de l’enfant", keys=NAME), Line("", "Adresse", keys=STREET))
    assert whose(lines) == ("enfant_1", "autre")


def test_what_follows_a_company_is_not_hers() -> None:
    lines = (Line("", "Nom", keys=NAME), Line("", "N° SIRET"), Line("", "Adresse", keys=STREET))
    assert whose(lines) == ("", "", "organisme")


def offered(*boxes: Box, titles: tuple[Title, ...] = ()) -> list[tuple[str, str]]:
    return [(one.whose, one.remember) for one in asked(made(*boxes, titles=titles)) if one.remember]


def test_a_fact_is_offered_to_each_once_and_again_only_where_the_part_says_of_whom() -> None:
    boxes = (
        *rows(0, "Nom", "Prénom"),
        *rows(1, "Nom", "Prénom", "Nom"),
        *rows(2, "Nom", "Prénom"),
    )
    named = (title(0, "Vous"), title(1, "Votre conjoint"), title(2, "Personne absente"))
    hers = [("", "identite.nom"), ("", "identite.prenom")]
    assert offered(*boxes, titles=named)[:4] == [
        *hers,
        ("conjoint", "identite.nom"),
        ("conjoint", "identite.prenom"),
    ]
    again = (*named[:2], title(2, "Votre identité"))
    assert offered(*boxes, titles=again)[4:] == hers
    nobody = (*named[:2], title(2, "Signature"))
    assert {whose for whose, _ in offered(*boxes, titles=nobody)[4:]} == {"autre"}


def test_people_of_one_part_stand_on_pages_of_their_own() -> None:
    boxes = rows(0, "Nom", "Prénom", "Nom", "Prénom", "Nom", "Prénom")
    form = made(*boxes, titles=(title(0, "Vos enfants"),))
    by_id = {one.id: one.whose for one in asked(form)}
    from desktop_app.core.generic.paging import paged

    (section,) = paged(form.definition).section
    assert [{by_id[name] for name in page.question} for page in section.page] == [
        {"enfant_1"},
        {"enfant_2"},
        {"enfant_3"},
    ]


def test_a_box_named_by_nothing_is_the_part_s() -> None:
    form = made(box("Texte1", "Profession"), titles=(title(0, "L’employeur"),))
    assert [one.whose for one in asked(form)] == ["employeur"]


def test_the_column_says_whose_a_box_is_whatever_the_part_is_called() -> None:
    lines = [
        Line("Votre conjoint(e)", "Nom", keys=NAME, column=column)
        for column in ("Vous-même", "Votre conjoint(e), concubin(e) ou pacsé(e)")
    ]
    assert whose(lines) == ("", "conjoint")


def test_columns_of_children_are_counted_as_the_paper_stands() -> None:
    lines = [
        Line("Ressources", "Nom", keys=NAME, column=f"{n}. Enfant ou personne à charge")
        for n in (1, 2)
    ]
    assert [one.rpartition("_")[2] for one in whose(lines)] == ["1", "2"]


def test_on_a_company_s_paper_nothing_of_hers_is_offered_where_nobody_is_named() -> None:
    company = Line("Bénéficiaire des versements", "Nom ou dénomination", keys=NAME)
    donor = Line("", "Prénoms", keys=FIRST, page=2)
    assert whose([company, donor])[1] == "autre"
    assert whose([donor]) == ("",)


def test_a_table_of_who_is_related_to_her_is_of_others() -> None:
    her = Line("Votre identité", "Prénom", keys=FIRST)
    assert whose([her, Line("Lien avec le demandeur", "Prénom", keys=FIRST)]) == ("", "membre_1")
