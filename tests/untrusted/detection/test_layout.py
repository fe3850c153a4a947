"""Rows, columns, lines that announce and areas of others, on small pages of words and lines."""

from collections.abc import Sequence

from desktop_app.core.rect import Rect, has, middle
from desktop_app.untrusted.detection.labels import name
from desktop_app.untrusted.detection.layout.page import laid_out
from desktop_app.untrusted.detection.sheet import Line, Mark, Sheet, Word

HIGH, WIDE = 8.0, 4.5  # points of a letter


def row(text: str, x: float, y: float) -> list[Word]:
    words = []
    for word in text.split():
        end = x + WIDE * len(word)
        words.append(Word(word, (x, y, end, y + HIGH)))
        x = end + 3.0
    return words


def sheet(*rows: Sequence[Word], **more: object) -> Sheet:
    words = tuple(word for one in rows for word in one)
    return Sheet(595.0, 842.0, words=words, **more)  # type: ignore[arg-type]


def text(x: float, y: float, wide: float = 60.0) -> Mark:
    return Mark("text", (x, y, x + wide, y + 14))


def named(marks: list[Mark], page: Sheet) -> list[str]:
    name(marks, page)
    return [mark.label for mark in marks]


def test_a_cell_is_named_by_its_row_and_the_head_of_its_column() -> None:
    page = sheet(
        row("Vos", 210, 652), row("ressources", 210, 642), row("Celles du conjoint", 280, 648),
        row("Salaires", 40, 623), row("Pensions", 40, 603),
        level=(Line(638, 30, 400), Line(664, 30, 400)),
    )  # fmt: skip
    marks = [text(x, y) for y in (620.0, 600.0) for x in (205.0, 290.0)]
    assert named(marks, page) == [
        "Salaires (Vos ressources)",
        "Salaires (Celles du conjoint)",
        "Pensions (Vos ressources)",
        "Pensions (Celles du conjoint)",
    ]


def test_words_that_go_on_beside_a_column_are_no_head() -> None:
    page = sheet(row("Vous habitez avec une autre personne ou seul", 190, 645), row("Nom", 40, 623))
    assert named([text(205, 620), text(275, 620)], page) == ["Nom", "Nom"]


def test_words_that_announce_the_next_box_are_no_caption_of_the_one_above_them() -> None:
    page = sheet(
        row("Nom et adresse du vendeur", 40, 763), row("Remarques :", 40, 712),
        row("Je certifie que ce qui précède est vrai.", 40, 652),
    )  # fmt: skip
    first, second = (35, 722, 350, 758), (35, 664, 350, 708)
    boxes = [Mark("text", rect, walled=True, lines=0) for rect in (first, second)]
    assert named(boxes, page) == ["Nom et adresse du vendeur", "Remarques"]
    short = sheet(row("Type", 40, 763), row("Masse maxi. admiss.", 40, 712))
    assert named([Mark("text", first, walled=True)], short) == ["Masse maxi. admiss"]


def test_the_answer_of_a_square_goes_on_below() -> None:
    page = sheet(
        row("Je demande une révision de", 114, 701), row("mes droits", 114, 690),
        row("Autre chose", 114, 670),
    )  # fmt: skip
    marks = [Mark("tick", (100, y, 109, y + 9)) for y in (700.0, 669.0)]
    assert named(marks, page) == ["Je demande une révision de mes droits", "Autre chose"]


def test_a_square_before_a_day_bears_the_words_before_it() -> None:
    page = sheet(row("Sans activité", 40, 701), row("depuis le", 134, 701))
    tick, day = Mark("tick", (120, 700, 129, 709)), text(180, 699)
    assert named([tick, day], page)[0] == "Sans activité"


def test_an_answer_goes_on_below_whatever_stands_in_the_other_half_of_the_page() -> None:
    page = sheet(row("Je suis en", 114, 701), row("vacances", 114, 690))
    square = Mark("tick", (100, 700, 109, 709))
    assert named([square, text(400, 686)], page)[0] == "Je suis en vacances"


def test_the_words_of_a_square_end_where_those_of_the_next_begin() -> None:
    page = sheet(row("Personne physique — Sexe : M", 50, 701), row("F", 192, 701))
    squares = [Mark("tick", (x, 700, x + 9, 709)) for x in (38.0, 172.0, 200.0)]
    assert named(squares, page) == ["Personne physique", "M", "F"]
    assert [one.question for one in squares[1:]] == ["Sexe", "Sexe"]


def _small_page(x: float, y: float) -> list[Word]:
    return [
        Word("mot", (x + 8 * across, y - 6 * down, x + 8 * across + 6, y - 6 * down + 2.5))
        for across in range(8)
        for down in range(6)
    ]


def test_pages_shown_small_are_left_out_each_with_its_frame() -> None:
    one, other = (60.0, 600.0, 150.0, 727.0), (400.0, 100.0, 490.0, 227.0)
    picture = (250.0, 300.0, 350.0, 441.0)  # of a page, without a word that can be read
    page = sheet(
        row("Nom", 40, 760), _small_page(70, 700), _small_page(410, 200), tinted=(one, other),
        art=(picture, (500.0, 780.0, 560.0, 820.0)),
    )  # fmt: skip
    assert {area.rect for area in laid_out(page, []).reserved} == {one, other, picture}


def test_a_field_drawn_over_the_top_of_its_name_has_that_name() -> None:
    page = sheet(
        row("Étage, escalier", 104, 695), row("Numéro", 104, 671), row("Adresse", 100, 730)
    )
    boxes = [
        Mark("text", (x, y, x + 90, y + 13), walled=True)
        for x, y in ((100.0, 698.0), (100.0, 676.0), (183.0, 700.0))
    ]
    assert named(boxes, page)[:2] == ["Étage, escalier", "Numéro"]


def _columns(page: Sheet, boxes: Sequence[Rect]) -> list[str]:
    return [one.column for one in laid_out(page, boxes).paths]


def test_heads_over_boxes_that_ask_the_same_on_each_side_name_their_columns() -> None:
    page = sheet(
        row("Vous-même", 230, 740), row("Votre conjoint", 430, 743), row("ou pacsé", 442, 734),
        *(row(words, 40, y) for words, y in (("Salaires", 703), ("Pensions", 683))),
        row("Adresse", 40, 643), row("Téléphone", 40, 623),
    )  # fmt: skip
    rows = [(x, y, x + 150, y + 12) for y in (700.0, 680.0) for x in (200.0, 400.0)]
    whole: list[Rect] = [(120, 640, 560, 652), (120, 620, 560, 632)]
    couple = ["Vous-même", "Votre conjoint ou pacsé"]
    assert _columns(page, [*rows, *whole]) == [*couple, *couple, "", ""]


def test_heads_over_heads_are_said_after_them() -> None:
    months = [(word, x) for x in (200, 380) for word, x in (("Mai", x), ("Juin", x + 80))]
    page = sheet(
        row("Vous", 240, 760),
        row("Conjoint", 410, 760),
        *(row(word, x + 20, 740) for word, x in months),
    )
    boxes = [(x, y, x + 70.0, y + 12) for y in (700.0, 680.0) for _, x in months]
    assert _columns(page, boxes)[:4] == [
        "Mai, Vous",
        "Juin, Vous",
        "Mai, Conjoint",
        "Juin, Conjoint",
    ]


def test_heads_of_the_same_words_are_counted_and_names_over_boxes_are_no_heads() -> None:
    page = sheet(row("Enfant", 220, 740), row("Enfant", 420, 740))
    rows = [(x, y, x + 150, y + 12) for y in (700.0, 680.0) for x in (200.0, 400.0)]
    assert _columns(page, rows[:2]) == ["", ""]  # one row proves nothing
    assert _columns(page, rows) == ["1. Enfant", "2. Enfant"] * 2


def test_the_line_over_a_box_announces_it_and_captions_do_not() -> None:
    page = sheet(
        row("Représentant légal :", 40, 740), row("Nom", 40, 703),
        row("Jour Mois Année", 100, 689), row("Ville", 40, 663),
    )  # fmt: skip
    boxes: list[Rect] = [(100, 700, 200, 714), (100, 660, 200, 674)]
    assert [one.lead for one in laid_out(page, boxes).paths] == ["Représentant légal"] * 2


def test_a_framed_area_is_of_the_office_and_a_note_is_of_its_row_alone() -> None:
    sides = (
        Line(120, 30, 560), Line(200, 30, 560),
    )  # fmt: skip
    page = sheet(
        row("Cadre réservé à l’administration", 40, 188), row("N° du dossier", 40, 150),
        row("Numéro (réservé à l’organisme)", 40, 703), row("Nom", 40, 680),
        level=sides, upright=(Line(30, 120, 200), Line(560, 120, 200)),
    )  # fmt: skip
    boxes: list[Rect] = [(100, 148, 200, 162), (200, 700, 300, 714), (200, 677, 300, 691)]
    areas = laid_out(page, boxes).reserved
    assert [any(has(one.rect, middle(box)) for one in areas) for box in boxes] == [
        True,
        True,
        False,
    ]
