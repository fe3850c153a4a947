"""What tells apart boxes of one name, what others fill in, numbers and squares asked once."""

from desktop_app.core.generic.build import Changes, first_changes, generic_form
from desktop_app.core.generic.facts import Box, BoxOption, FormFacts, Title
from tests.core.generic.test_build import TODAY, asked, box, facts, made, tick


def test_boxes_of_one_name_are_told_apart_by_the_line_over_them() -> None:
    form = made(
        box("a", "Nom", lead="Le vendeur"),
        box("b", "Nom", y=600, lead="L’acheteur"),
    )
    assert [one.label for one in asked(form)] == ["Le vendeur : Nom", "L’acheteur : Nom"]


def test_or_by_their_column_else_they_are_counted() -> None:
    form = made(
        box("a", "Salaires", column="Vous"),
        box("b", "Salaires", x=400, column="Votre conjoint"),
        box("c", "Prénom", y=600),
        box("d", "Prénom", y=580),
    )
    assert [one.label for one in asked(form)] == [
        "Vous : Salaires",
        "Votre conjoint : Salaires",
        "Prénom (ligne 1)",
        "Prénom (ligne 2)",
    ]


def test_words_that_say_nothing_take_those_of_their_row() -> None:
    (one,) = asked(made(box("a", "Depuis le", row="Sans activité professionnelle")))
    assert one.label == "Sans activité professionnelle : Depuis le"
    assert one.kind == "date"


def test_a_box_as_high_as_several_rows_keeps_the_words_over_it() -> None:
    head = "Nom et adresse du vendeur"
    (one,) = asked(made(box("a", head, high=65.0, row="Numéro du contrat", column=head)))
    assert one.label == head


def test_words_that_stop_within_a_sentence_are_said_whole() -> None:
    whole = "Raison en cas de retard"
    boxes = (
        box("a", "Raison en", row=whole),
        box("b", "Raison", y=600, row=whole),
        box("c", "Raison en", y=500, page=2, lead=whole),
    )
    assert [one.label for one in asked(made(*boxes))] == [whole, "Raison", whole]


def test_a_box_without_words_is_named_by_its_row_and_column() -> None:
    (one,) = asked(made(box("a", "", row="Loyer", column="Montant par mois")))
    assert one.label == "Loyer (Montant par mois)"


def test_rows_of_a_table_go_on_over_the_facing_page() -> None:
    rows = [f"Revenu {letter} de l’année" for letter in "ABCDEFGH"]
    first = [
        box(f"1/{n}", words, y=700 - 20 * n, row=words, column="Vous-même")
        for n, words in enumerate(rows)
    ]
    facing = [box(f"2/{n}", "", y=700 - 20 * n, page=2, column="Enfant à charge") for n in range(8)]
    labels = [one.label for one in asked(made(*first, *facing))]
    assert labels[8:] == [f"{words} (Enfant à charge)" for words in rows]
    alone = [one.label for one in asked(made(*facing))]
    assert not any("Revenu" in label for label in alone)


def test_the_head_of_a_column_alone_names_no_box_whose_row_has_words() -> None:
    column = "Votre conjoint ou partenaire de Pacs"
    row = (
        "Montant annuel des pensions alimentaires que vous avez versées à vos enfants majeurs ou à"
    )
    (one, other) = asked(
        made(
            box("a", column, row="Salaires nets", column=column),
            box("b", column, y=680, row=row, column=column),
        )
    )
    assert one.label == f"Salaires nets ({column})"
    assert other.label.endswith(f"({column})")
    assert len(other.label.split()) <= 16


def test_a_square_of_one_option_is_called_by_the_words_beside_it() -> None:
    square = box(
        "a", "Pour les deux tours", type="one_of", wide=10.0, high=10.0,
        options=(BoxOption("1", "", (0,)),), asked="Pour le second tour",
    )  # fmt: skip
    (question,) = asked(made(square))
    assert question.label == "Faut-il cocher : Pour les deux tours ?"


def test_squares_under_one_line_are_one_question() -> None:
    names = ("CDI", "Retraite", "Études", "CDD")
    squares = [
        tick(str(n), words, x=100 + 120 * (n % 2), y=700 - 16 * (n // 2), lead="Votre situation")
        for n, words in enumerate(names)
    ]
    (one,) = asked(made(*squares))
    assert (one.kind, one.label) == ("choices", "Votre situation")
    assert [choice.label for choice in one.choices] == list(names)


def test_squares_beside_each_other_after_the_same_words_are_one_question() -> None:
    def scale(words: str, y: float, columns: tuple[str, ...]) -> list[Box]:
        return [
            tick(f"{y} {n}", words, x=200 + 20 * n, y=y, column=column, asked="Tâches")
            for n, column in enumerate(columns)
        ]

    form = made(
        *scale("Lire", 700, ("", "", "")),
        *scale("Écrire", 680, ("Seul", "Avec aide", "Non réalisé")),
        *[box for n in "AB" for box in scale(f"Calculer : {n}", 660, ("",))],
    )
    assert [(one.label, [each.label for each in one.choices]) for one in asked(form)] == [
        ("Lire", ["Réponse 1", "Réponse 2", "Réponse 3"]),
        ("Écrire", ["Seul", "Avec aide", "Non réalisé"]),
        ("Calculer", ["A", "B"]),
    ]


def test_a_row_of_squares_without_words_is_one_question() -> None:
    (one,) = asked(made(*[tick(f"1/{n}", "", x=200 + 20 * n) for n in range(4)]))
    assert [each.label for each in one.choices] == [f"Réponse {n}" for n in (1, 2, 3, 4)]
    assert len(asked(made(*[tick(f"1/{n}", "", x=200 + 20 * n) for n in range(2)]))) == 2


def test_yes_no_and_do_not_know_are_one_choice() -> None:
    words = ("Oui", "Non", "Je ne sais pas")
    (one,) = asked(
        made(*(tick(w, w, x=100 + 60 * n, row="Est-il loti ?") for n, w in enumerate(words)))
    )
    assert one.kind == "choice"


def test_a_place_before_a_day_is_where_it_is_signed() -> None:
    lead = "Déclaration sur l’honneur du demandeur"
    (where, when) = asked(
        made(
            box("a", "A", wide=130.0, lead=lead, row="A"),
            box("b", ", le", x=260, wide=130.0, comb=True, max_length=8, lead=lead, row="A"),
        )
    )
    assert where.label == "Fait à"
    assert when.kind == "date"


def test_the_day_and_the_hour_of_a_signature_may_stand_below_its_place() -> None:
    (where, name, when, hour) = asked(
        made(
            box("a", "Fait à"),
            box("b", "Prénom", x=400, y=690),
            box("c", "Le", y=670, wide=130.0, row="Le"),
            box("d", ", à", y=670, x=260, wide=130.0, row="Le"),
        )
    )
    assert [one.label for one in (where, name, when, hour)] == [
        "Fait à",
        "Prénom",
        "Fait le",
        "Fait le … à",
    ]
    assert [one.kind for one in (where, name, when, hour)] == ["text", "name", "date", "text"]


def test_where_one_is_born_follows_when_and_what_comes_next_is_hers() -> None:
    (when, where, lives) = asked(
        made(
            box("a", "Né(e) le", wide=100.0),
            box("b", ", à", x=241, row="Né(e) le"),
            box("c", "Demeurant", y=670),
        )
    )
    assert (when.kind, where.kind) == ("date", "text")
    assert where.remember == "identite.lieu_naissance"
    assert (where.whose, lives.whose) == ("", "")


def test_a_day_in_three_boxes_is_called_by_what_it_is_the_day_of() -> None:
    def parts(y: float, lead: str) -> list[Box]:
        return [
            box(
                f"{y}/{n}",
                words,
                x=100 + 40 * n,
                y=y,
                wide=35.0,
                comb=True,
                max_length=cells,
                lead=lead,
            )
            for n, (words, cells) in enumerate((("Jour", 2), ("Mois", 2), ("Année", 4)))
        ]

    both = asked(made(*parts(700, "Depuis quelle date ?"), *parts(600, "Fin du bail")))
    assert [(one.kind, one.label) for one in both] == [
        ("date", "Depuis quelle date ?"),
        ("date", "Fin du bail"),
    ]


def test_a_telephone_in_five_combs_is_asked_once() -> None:
    combs = [
        box(f"1/{n}", f"Téléphone : {n}" if n == 1 else str(n), x=100 + 40 * n, wide=28.0,
            comb=True, max_length=2, found=True)
        for n in range(1, 6)
    ]  # fmt: skip
    (one,) = asked(made(*combs))
    assert (one.kind, one.label) == ("phone", "Téléphone")


def test_parts_counted_by_the_page_are_one_number() -> None:
    combs = [
        box(f"1/{n}", f"Numéro SIREN : {n}", x=100 + 31 * n, wide=19.0, comb=True, max_length=3,
            found=True)
        for n in range(1, 4)
    ]  # fmt: skip
    days = [
        box(f"2/{n}", f"Congés : {n}", y=600, x=100 + 80 * n, wide=70.0, comb=True, max_length=8,
            found=True)
        for n in range(1, 3)
    ]  # fmt: skip
    assert [one.label for one in asked(made(*combs, *days))][:1] == ["Numéro SIREN"]
    assert len(asked(made(*days))) == 2  # of two days


def test_a_cell_that_goes_on_has_its_own_column() -> None:
    form = made(
        box("a", "Locations", column="Prévu"),
        box("b", "Locations (suite)", x=400, column="Réalisé"),
    )
    assert asked(form)[1].label == "Locations (Réalisé)"


def _with_others(*reserved: Title) -> FormFacts:
    boxes = (box("a", "Nom"), box("b", "Prénom", y=650), box("c", "N° du dossier", y=100))
    known = facts(*boxes)
    return FormFacts(known.sha256, known.page_sizes, boxes, reserved=reserved)


def test_what_others_fill_in_is_left_out_and_may_be_taken_back() -> None:
    known = _with_others(Title(1, (40, 80, 560, 140), "CADRE RÉSERVÉ À LA MAIRIE"))
    form = generic_form(known, "essai", TODAY)
    assert [one.label for one in asked(form)] == ["Nom", "Prénom"]
    assert first_changes(known) == Changes(frozenset({"c"}))
    back = generic_form(known, "essai", TODAY, Changes())
    assert len(asked(back)) == 3
    assert back.definition.id != form.definition.id


def test_a_paper_that_is_others_nearly_all_over_is_asked_whole() -> None:
    known = _with_others(Title(1, (0, 0, 595, 842), "À compléter par le médecin"))
    assert len(asked(generic_form(known, "essai", TODAY))) == 3
