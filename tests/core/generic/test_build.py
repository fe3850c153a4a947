"""Facts of boxes -> questions and places: no name is seen, what goes together is asked once."""

import datetime as dt
from typing import Any

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate, with_answer
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.generic import own_words
from desktop_app.core.generic.build import Changes, generic_form, labels_of
from desktop_app.core.generic.facts import Box, BoxOption, FormFacts, Spot, Title
from desktop_app.core.generic.model import (
    GenericForm,
    GenericUnreadable,
    read_generic,
    write_generic,
)
from desktop_app.core.generic.paging import paged
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.messages.generic import SHAPES

TODAY = dt.date(2026, 11, 25)


def box(name: str, words: str = "", x: float = 100, y: float = 700, **more: Any) -> Box:
    wide = more.pop("wide", 200.0)
    high = more.pop("high", 14.0)
    page = more.pop("page", 1)
    kind = more.pop("type", "text")
    spot = Spot(page, (x, y, x + wide, y + high), words)
    return Box(name=name, type=kind, spots=(spot,), **more)


def tick(name: str, words: str, x: float = 100, y: float = 700, **more: Any) -> Box:
    return box(name, words, x, y, type="tick", wide=10.0, high=10.0, **more)


def facts(*boxes: Box, titles: tuple[Title, ...] = ()) -> FormFacts:
    return FormFacts("a" * 64, ((595.0, 842.0), (595.0, 842.0)), boxes, titles)


def made(
    *boxes: Box, titles: tuple[Title, ...] = (), changes: Changes | None = None
) -> GenericForm:
    return generic_form(facts(*boxes, titles=titles), "essai", TODAY, changes or Changes())


def asked(form: GenericForm) -> list[Question]:
    return list(questions_of(form.definition))


def written(form: GenericForm, **answers: Any) -> dict[str, str | bool]:
    """What stands in each box of the paper, by its label, empty ones left out."""
    draft = Draft(form.definition.id)
    for name, typed in answers.items():
        draft = with_answer(draft, name, typed)
    checked = validate(form.definition, draft, TODAY, blanks=True)
    paper = compose_form(form.definition, form.field_map, checked, TODAY)
    return {one.label: one.text or one.tick for one in paper.values if one.text or one.tick}


class TestWords:
    def test_the_tooltip_comes_before_what_stands_beside(self) -> None:
        (one,) = asked(made(box("Texte1", "Nom", tooltip="Indiquez votre nom de naissance")))
        assert one.label == "Nom de naissance"

    def test_without_anything_a_box_has_its_number(self) -> None:
        form = made(box("Texte1", "Nom"), box("Texte2", y=600), box("Texte3", page=2))
        assert [one.label for one in asked(form)] == ["Nom", "Case 2, page 1", "Case 1, page 2"]

    def test_words_that_only_lead_on_follow_those_before(self) -> None:
        form = made(
            box("a", "La période est prévue du", wide=80.0, comb=True, max_length=8),
            box("b", "au", x=220, wide=80.0, comb=True, max_length=8),
        )
        assert [one.label for one in asked(form)] == [
            "La période est prévue du",
            "La période est prévue du … au",
        ]
        assert {one.kind for one in asked(form)} == {"date"}

    def test_a_long_label_is_a_short_question_and_a_hint(self) -> None:
        words = "Je certifie " + "que ces renseignements sont exacts et complets " * 4
        (one,) = asked(made(box("x", words.strip())))
        assert len(one.label.split()) <= 15
        assert one.hint == words.strip()

    def test_a_person_renames_a_box_and_takes_one_out(self) -> None:
        changes = Changes(frozenset({"Texte2"}), {"Texte1": "Numéro de carte"})
        boxes = (box("Texte1"), box("Texte2", "Rien", y=600))
        form = made(*boxes, changes=changes)
        assert [one.label for one in asked(form)] == ["Numéro de carte"]
        assert [place.field for place in form.field_map.place] == ["Texte1"]
        assert form.definition.id != made(*boxes).definition.id
        assert labels_of(facts(*boxes), changes) == {"Texte1": "Numéro de carte"}


class TestTogether:
    def test_day_month_year_are_one_date(self) -> None:
        form = made(
            box("d1", "Né(e) le : jour", wide=20.0, max_length=2),
            box("d2", "Né(e) le : mois", x=126, wide=20.0, max_length=2),
            box("d3", "Né(e) le : année", x=152, wide=40.0, max_length=4),
        )
        (one,) = asked(form)
        assert (one.kind, one.label, one.remember) == (
            "date",
            "Né(e) le",
            "identite.date_naissance",
        )
        assert list(written(form, ne_e_le="3/11/1980").values()) == ["03", "11", "1980"]

    def test_a_comb_of_eight_is_a_date_without_slashes(self) -> None:
        form = made(box("d", "Date de naissance", comb=True, max_length=8))
        assert list(written(form, date_de_naissance="3/11/1980").values()) == ["03111980"]

    def test_a_number_and_its_key_are_asked_once(self) -> None:
        form = made(
            box("n", "N° de sécurité sociale", wide=150.0, comb=True, max_length=13),
            box("clé n", "", x=256, wide=24.0, comb=True, max_length=2),
        )
        (one,) = asked(form)
        assert (one.kind, one.remember) == ("nir", "sante.nir")
        said = written(form, n_de_securite_sociale="2 80 01 42 218 101 55")
        assert list(said.values()) == ["2800142218101", "55"]

    def test_boxes_of_one_sign_each_are_one_number(self) -> None:
        cells = [
            box(f"Code {n}", "Référence" if n == 1 else "", x=100 + 10 * n, wide=9.0)
            for n in range(1, 7)
        ]
        form = made(*cells)
        (one,) = asked(form)
        assert one.max_length == 6
        assert "".join(map(str, written(form, reference="AB12CD").values())) == "AB12CD"

    def test_oui_and_non_are_one_choice(self) -> None:
        form = made(
            tick("Case 7", "Oui", asked="Avez-vous un contrat"),
            tick("Case 8", "Non", x=160, asked="Avez-vous un contrat"),
        )
        (one,) = asked(form)
        assert (one.kind, one.label) == ("choice", "Avez-vous un contrat")
        assert [choice.label for choice in one.choices] == ["Oui", "Non"]
        ticked = compose_form(
            form.definition,
            form.field_map,
            validate(form.definition, with_answer(Draft("x"), one.id, "non"), TODAY, blanks=True),
            TODAY,
        )
        assert [value.tick for value in ticked.values] == [False, True]

    def test_squares_of_a_list_may_be_ticked_together(self) -> None:
        names = ("Une facture", "Un bail", "Une quittance")
        form = made(
            *(
                tick(f"Case {n}", words, y=700 - 20 * n, asked="Vous joignez")
                for n, words in enumerate(names)
            )
        )
        (one,) = asked(form)
        assert (one.kind, one.label) == ("choices", "Vous joignez")
        assert len(written(form, vous_joignez=("une_facture", "une_quittance"))) == 2

    def test_one_square_is_a_yes_or_a_no(self) -> None:
        form = made(tick("Case 7", "J’accepte de recevoir des courriels"))
        (one,) = asked(form)
        assert one.kind == "yes_no"
        assert one.label == "Faut-il cocher : J’accepte de recevoir des courriels ?"
        assert written(form, **{one.id: "oui"}) == {"J’accepte de recevoir des courriels": True}
        assert written(form, **{one.id: "non"}) == {}

    def test_a_group_of_buttons_asks_with_the_words_beside_them(self) -> None:
        spots = (Spot(1, (100, 700, 110, 710), "Madame"), Spot(1, (200, 700, 210, 710), "Monsieur"))
        options = (BoxOption("Choix1", "", (0,)), BoxOption("Choix2", "", (1,)))
        group = Box("Groupe3", "one_of", spots, options, asked="Vous êtes")
        form = made(group)
        (one,) = asked(form)
        assert (one.label, one.remember) == ("Vous êtes", "identite.civilite")
        assert [choice.id for choice in one.choices] == ["mme", "m"]
        assert [(place.option, place.when) for place in form.field_map.place] == [
            ("Choix1", "vous_etes == 'mme'"),
            ("Choix2", "vous_etes == 'm'"),
        ]

    def test_a_field_shown_twice_is_asked_once_and_placed_twice(self) -> None:
        twice = (Spot(1, (100, 700, 200, 714), "Nom"), Spot(2, (100, 700, 200, 714), "Nom"))
        form = made(Box("nom", "text", twice))
        assert len(asked(form)) == 1
        assert [place.page for place in form.field_map.place] == [1, 2]

    def test_a_second_field_of_one_name_is_the_same_answer(self) -> None:
        form = made(box("nom", "Nom"), box("nom#2", "Nom", page=2))
        assert len(asked(form)) == 1
        assert list(written(form, nom="Martin").values()) == ["Martin", "Martin"]


class TestKinds:
    def test_a_mail_in_two_boxes_is_asked_before_and_after_its_sign(self) -> None:
        form = made(
            box("Courriel 1", "Courriel", wide=150.0),
            box("Courriel 2", "Courriel (suite)", x=262, wide=150.0),
        )
        assert [(one.label, one.kind) for one in asked(form)] == [
            ("Courriel (avant le @)", "text"),
            ("Courriel (après le @)", "text"),
        ]

    def test_a_number_of_cells_limits_the_answer(self) -> None:
        (one,) = asked(made(box("r", "Référence", comb=True, max_length=6)))
        assert (one.kind, one.max_length) == ("text", 6)

    def test_a_high_box_takes_several_lines(self) -> None:
        form = made(box("o", "Observations", high=80.0, multi_line=True))
        assert asked(form)[0].kind == "long_text"
        assert form.field_map.place[0].lines == 6

    def test_a_box_too_short_for_a_kind_takes_plain_words(self) -> None:
        (one,) = asked(made(box("t", "Téléphone", comb=True, max_length=9)))
        assert (one.kind, one.max_length, one.remember) == ("text", 9, "")

    def test_a_list_is_answered_by_its_own_words(self) -> None:
        options = (BoxOption("1", "Ain"), BoxOption("2", "Aisne"))
        form = made(box("dep", "Département", type="choice", options=options))
        assert asked(form)[0].kind == "choice"
        assert written(form, departement="aisne") == {"Département": "Aisne"}

    def test_signatures_buttons_and_closed_fields_are_not_asked(self) -> None:
        form = made(
            box("a", "Nom"),
            box("s", "Signature", type="signature"),
            box("b", "Imprimer", type="button"),
            box("r", "Réservé", read_only=True),
        )
        assert [one.label for one in asked(form)] == ["Nom"]

    def test_what_the_blank_already_says_is_told(self) -> None:
        (one,) = asked(made(box("v", "Ville", value="Nantes")))
        assert "Nantes" in one.hint


class TestParts:
    def test_questions_stand_under_the_title_above_them_page_by_page(self) -> None:
        titles = (
            Title(1, (40, 750, 300, 762), "1. VOUS-MÊME ET VOTRE FAMILLE"),
            Title(1, (40, 400, 300, 412), "2. L’EMPLOYEUR"),
        )
        form = made(
            box("a", "Prénom"), box("b", "Code postal", y=300), box("c", "Divers", page=2),
            titles=titles,
        )  # fmt: skip
        assert [section.title for section in form.definition.section] == [
            "Page 1 : 1. Vous-même et votre famille",
            "Page 1 : 2. L’employeur",
            "Page 2",
        ]
        assert [one.whose for one in asked(form)] == ["", "employeur", ""]

    def test_a_part_that_comes_back_is_one_section(self) -> None:
        titles = (
            Title(1, (40, 750, 200, 762), "VOUS-MÊME"),
            Title(1, (300, 750, 500, 762), "AUTRE"),
        )
        boxes = [
            box(f"{x}{y}", "Nom", x=x, y=y, wide=150.0) for y in (700, 650) for x in (45.0, 310.0)
        ]
        assert len(made(*boxes, titles=titles).definition.section) == 2

    def test_what_follows_a_company_s_number_is_its_address(self) -> None:
        form = made(
            box("a", "Code postal"), box("b", "N° SIRET", y=650), box("c", "Code postal", y=600)
        )  # fmt: skip
        assert [one.whose for one in asked(form)] == ["", "", "organisme"]


class TestStability:
    def test_ids_and_labels_of_places_are_unique(self) -> None:
        form = made(*(box(f"n{n}", "Nom", y=700 - 30 * n) for n in range(5)))
        ids = [one.id for one in asked(form)]
        labels = [place.label for place in form.field_map.place]
        assert len(set(ids)) == len(ids) == 5
        assert len(set(labels)) == len(labels)

    def test_the_same_facts_give_the_same_form_and_it_is_kept_whole(self) -> None:
        boxes = (box("a", "Nom"), tick("b", "Oui"), tick("c", "Non", x=160))
        form = made(*boxes)
        assert form == made(*boxes)
        again = read_generic(write_generic(form))
        assert again.definition == paged(form.definition)
        assert again.field_map == form.field_map

    def test_one_of_a_newer_version_is_refused(self) -> None:
        text = write_generic(made(box("a", "Nom"))).replace('"version":2', '"version":9')
        with pytest.raises(GenericUnreadable):
            read_generic(text)


def test_three_boxes_that_the_form_counts_are_one_date() -> None:
    form = made(
        box("Date A 1", "Date de naissance", 450, wide=17),
        box("Date A 2", "Date de naissance (suite)", 485, wide=17),
        box("Date A 3", "Autre", 519, wide=25),
    )
    assert [(one.kind, one.label) for one in asked(form)] == [("date", "Date de naissance")]
    (name,) = (one.id for one in asked(form))
    assert list(written(form, **{name: "03/11/1980"}).values()) == ["03", "11", "1980"]


def test_three_narrow_boxes_of_other_things_are_no_date() -> None:
    form = made(
        box("Lot 1", "Date de naissance", 450, wide=17),
        box("Etage 1", "Étage du logement", 485, wide=17),
        box("Porte 1", "Porte du logement", 519, wide=25),
    )
    assert len(asked(form)) == 3


def test_cells_that_the_form_counts_may_stand_apart() -> None:
    form = made(
        *(
            box(f"Champ de texte {17 + n}", "Code postal" * (n == 0), 170 + 20 * n, wide=11)
            for n in range(5)
        )
    )
    assert [one.kind for one in asked(form)] == ["postal_code"]
    (name,) = (one.id for one in asked(form))
    assert "".join(map(str, written(form, **{name: "42000"}).values())) == "42000"


def test_the_words_of_a_box_before_are_no_title_of_this_one() -> None:
    form = made(
        box("a", "Complément d’adresse", y=700),
        box("b", "Complément d’adresse : Code postal", y=680),
    )
    assert [one.label for one in asked(form)] == ["Complément d’adresse", "Code postal"]
    assert [one.remember for one in asked(form)][1] == "adresse.code_postal"


class TestOurOwnWords:
    """What the program says around the words of the paper."""

    def test_a_scale_is_asked_by_its_letters_from_left_to_right(self) -> None:
        spots = tuple(
            Spot(1, (x, 460.0 + (x % 3), x + 9, 471), words)
            for x, words in ((381, ""), (398, ""), (364, "S’orienter dans le temps"), (432, ""))
        )
        options = tuple(BoxOption(one, "", (n,)) for n, one in enumerate(("B", "C", "A", "SO")))
        scale = Box("Orientation", "one_of", spots, options, asked="S’orienter dans le temps")
        (one,) = asked(form := made(scale))
        assert [choice.label for choice in one.choices] == ["A", "B", "C", "SO"]
        ticked = written(form, s_orienter_dans_le_temps="a")
        assert list(ticked) == ["S’orienter dans le temps : A"]
        (place,) = [p for p in form.field_map.place if p.label.endswith(": A")]
        assert (place.option, place.box[0]) == ("A", 364)

    def test_a_square_that_nothing_names_is_asked_in_french(self) -> None:
        (one,) = asked(made(tick("Case à cocher 7", "")))
        assert one.label == "Faut-il cocher la case 1, page 1 ?"

    def test_they_are_those_that_are_translated(self) -> None:
        assert sorted(own_words.ALL) == sorted(SHAPES.values())
