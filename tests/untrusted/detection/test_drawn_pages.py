"""Each shape by which a paper form asks for an answer, drawn, found, and named."""

import pikepdf
import pytest
from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from desktop_app.untrusted.model import Field
from tests.helpers.paper import cells_apart, changed, comb, detect_here, found_on, paper


def rects(fields: tuple[Field, ...]) -> list[tuple[float, ...]]:
    return [tuple(round(value) for value in one.widgets[0].rect) for one in fields]


def shown(fields: tuple[Field, ...]) -> list[tuple[str, str, int]]:
    return [(one.type, one.label, one.max_length) for one in fields]


def test_the_end_of_an_address_for_messages_is_not_named_by_what_stands_above() -> None:
    def draw(page: Canvas) -> None:
        page.drawString(20, 230, "Portable")
        for x, text in ((20, "Courriel"), (176, "@")):
            page.drawString(x, 200, text)
        for left, right, foot in ((70, 170, 228), (70, 170, 198), (190, 290, 198)):
            page.setDash(1, 1)
            page.line(left, foot, right, foot)
        page.drawString(200, 214, "Portable")

    assert [one.label for one in found_on(draw)] == ["Portable", "Courriel", "Courriel"]


def test_a_printers_marks_outside_the_page_are_no_squares() -> None:
    def draw(page: Canvas) -> None:
        page.drawString(20, 200, "Nom :")
        page.line(60, 198, 380, 198)
        page.drawString(110, 5, "Film noir")
        for x, y in ((100, 4), (30, 270), (42, 270)):
            page.rect(x, y, 8, 8)

    (field,) = detect_here(changed(paper(draw), CropBox=[10, 20, 390, 260])).fields
    assert field.label == "Nom"
    assert len(found_on(draw)) == 4


class TestCombs:
    def test_one_foot_with_sides(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Code postal :")
            comb(page, 100, 198, 5)

        fields = found_on(draw)
        assert shown(fields) == [("text", "Code postal", 5)]
        assert fields[0].comb
        assert rects(fields)[0][::2] == (100, 170)

    def test_cells_drawn_one_by_one(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Montant :")
            cells_apart(page, 100, 198, 5, gap=3)

        assert shown(found_on(draw)) == [("text", "Montant", 5)]

    def test_a_wider_gap_parts_a_day_a_month_and_a_year(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Né(e) le :")
            for x, cells in ((100, 2), (132, 2), (164, 4)):
                cells_apart(page, x, 198, cells)

        assert shown(found_on(draw)) == [
            ("text", "Né(e) le : jour", 2),
            ("text", "Né(e) le : mois", 2),
            ("text", "Né(e) le : année", 4),
        ]

    def test_closed_cells(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Numéro :")
            for cell in range(7):
                page.rect(100 + cell * 16, 195, 13.7, 16.7)

        assert shown(found_on(draw)) == [("text", "Numéro", 7)]

    def test_a_grid_of_cells_with_a_printed_letter_between(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Heure :")
            comb(page, 100, 198, 5, wide=11, high=11)
            page.drawString(124, 200, "h")

        assert [one.max_length for one in found_on(draw)] == [2, 2]

    def test_typed_cells(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Clé : |__|__|__|__|")

        assert shown(found_on(draw)) == [("text", "Clé", 4)]

    def test_single_underscores(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Date de naissance : _ _ / _ _ / _ _ _ _")

        assert shown(found_on(draw)) == [
            ("text", "Date de naissance : jour", 2),
            ("text", "Date de naissance : mois", 2),
            ("text", "Date de naissance : année", 4),
        ]

    def test_cells_with_double_sides(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Nom :")
            for cell in range(6):
                page.rect(60 + cell * 12, 196, 9.4, 12)
                page.rect(60.5 + cell * 12, 196.5, 8.4, 11)

        assert shown(found_on(draw)) == [("text", "Nom", 6)]

    def test_white_cells_on_a_tinted_ground(self) -> None:
        def draw(page: Canvas) -> None:
            page.setFillColor(Color(1, 0.95, 0.85))
            page.rect(0, 0, 400, 300, stroke=0, fill=1)
            page.setFillColor(white)
            for cell in range(6):
                page.rect(100 + cell * 12, 195, 11, 14, stroke=0, fill=1)
            page.setFillColor(black)
            page.drawString(20, 200, "Pays :")

        assert shown(found_on(draw)) == [("text", "Pays", 6)]


class TestLines:
    def test_underscores(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Nom de naissance : ______________________")

        (field,) = found_on(draw)
        assert (field.type, field.label) == ("text", "Nom de naissance")
        x0, y0, x1, y1 = field.widgets[0].rect
        assert 105 < x0 < 115
        assert 220 < x1 < 235
        assert 196 < y0 < 201 < y1 < 215

    def test_dots(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Fait à ..................... le ....................")

        assert [one.label for one in found_on(draw)] == ["Fait à", "le"]

    def test_a_date_of_dots(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Signé le ....../....../......")

        assert [one.label for one in found_on(draw)] == [
            "Signé le : jour",
            "Signé le : mois",
            "Signé le : année",
        ]

    def test_a_drawn_line_after_its_words(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Adresse :")
            page.line(70, 198, 380, 198)

        assert rects(found_on(draw)) == [(70, 197, 380, 211)]

    def test_a_box_with_sides_named_below(self) -> None:
        def draw(page: Canvas) -> None:
            comb(page, 100, 198, 1, wide=150, high=6)
            page.setFont("Helvetica", 6)
            page.drawString(100, 190, "Étage / Escalier")

        assert shown(found_on(draw)) == [("text", "Étage / Escalier", 0)]

    def test_lines_that_only_the_first_words_name_are_one_answer(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Motif :")
            page.line(60, 198, 380, 198)
            page.line(20, 183, 380, 183)
            page.line(20, 168, 380, 168)

        (field,) = found_on(draw)
        assert (field.lines, field.leading, field.indent) == (3, 15, 40)
        assert rects((field,)) == [(20, 168, 380, 213)]

    def test_a_line_across_two_columns_is_two_answers(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Nom :")
            page.line(60, 198, 380, 198)
            page.line(220, 100, 220, 260)

        assert rects(found_on(draw)) == [(60, 197, 218, 211), (222, 197, 380, 211)]

    @pytest.mark.parametrize(
        "draw",
        [
            pytest.param(lambda page: page.line(20, 200, 380, 200), id="between two sections"),
            pytest.param(
                lambda page: (page.drawString(20, 200, "Important"), page.line(20, 198, 66, 198)),
                id="under a word",
            ),
            pytest.param(
                lambda page: (
                    page.line(20, 100, 80, 100),
                    page.drawString(20, 92, "* Une note de bas de page, plus longue que son trait"),
                ),
                id="above a note",
            ),
            pytest.param(
                lambda page: (
                    page.line(20, 100, 180, 100),
                    page.drawString(20, 92, "1 En euros, sans centimes"),
                ),
                id="above a short note",
            ),
            pytest.param(
                lambda page: page.drawString(20, 200, "Annexe 3 ........................ 12"),
                id="in a table of contents",
            ),
            pytest.param(lambda page: page.line(0, 150, 400, 150), id="where the paper is folded"),
            pytest.param(
                lambda page: page.rect(20, 100, 6, 6, fill=1), id="a black square before words"
            ),
        ],
    )
    def test_what_asks_for_nothing(self, draw: object) -> None:
        assert found_on(draw) == ()  # type: ignore[arg-type]


class TestTicks:
    def test_cells_to_tick_of_a_table(self) -> None:
        def draw(page: Canvas) -> None:
            for y in (140, 156, 172, 200):
                page.line(20, y, 240, y)
            for x in (20, 180, 200, 220, 240):
                page.line(x, 140, x, 200)
            for x, letter in ((186, "A"), (206, "B"), (226, "C")):
                page.drawString(x, 180, letter)
            page.drawString(24, 160, "Mémoriser")
            page.drawString(24, 144, "Parler")

        assert [(one.type, one.label) for one in found_on(draw) if one.type == "tick"] == [
            ("tick", "Mémoriser : A"),
            ("tick", "Mémoriser : B"),
            ("tick", "Mémoriser : C"),
            ("tick", "Parler : A"),
            ("tick", "Parler : B"),
            ("tick", "Parler : C"),
        ]

    def test_yes_and_no_are_one_question(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Êtes-vous logé(e) ?")
            page.rect(120, 199, 9, 9)
            page.drawString(133, 200, "oui")
            page.rect(160, 199, 9, 9)
            page.drawString(173, 200, "non")

        (field,) = found_on(draw)
        assert (field.type, field.label) == ("one_of", "Êtes-vous logé(e) ?")
        assert [(one.id, one.label, one.widgets) for one in field.options] == [
            ("oui", "oui", (0,)),
            ("non", "non", (1,)),
        ]

    def test_a_question_may_begin_on_the_row_above(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 212, "Si vous êtes étudiant, touchez-vous une bourse")
            page.drawString(20, 200, "attribuée sur critères sociaux ?")
            for x, words in ((200, "oui"), (240, "non")):
                page.rect(x, 199, 9, 9)
                page.drawString(x + 13, 200, words)

        assert [one.label for one in found_on(draw)] == [
            "Si vous êtes étudiant, touchez-vous une bourse attribuée sur critères sociaux ?"
        ]

    def test_answers_that_may_all_be_true_stay_apart(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Vous touchez :")
            for x, words in ((100, "le RSA"), (180, "une pension")):
                page.rect(x, 199, 9, 9)
                page.drawString(x + 13, 200, words)

        assert shown(found_on(draw)) == [
            ("tick", "Vous touchez : le RSA", 0),
            ("tick", "une pension", 0),
        ]

    def test_words_may_stand_before_their_squares(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 200, "Sexe :  M")
            page.rect(68, 199, 9, 9)
            page.drawString(95, 200, "F")
            page.rect(104, 199, 9, 9)

        (field,) = found_on(draw)
        assert field.label == "Sexe"
        assert [one.label for one in field.options] == ["M", "F"]

    def test_a_square_with_round_corners(self) -> None:
        def draw(page: Canvas) -> None:
            page.roundRect(20, 199, 9, 9, 2)
            page.drawString(33, 200, "J'accepte")

        assert shown(found_on(draw)) == [("tick", "J'accepte", 0)]


class TestFrames:
    def test_cells_of_a_table_are_named_by_row_and_column(self) -> None:
        def draw(page: Canvas) -> None:
            for y in (140, 160, 180, 200):
                page.line(20, y, 380, y)
            for x in (20, 140, 260, 380):
                page.line(x, 140, x, 200)
            page.drawString(150, 186, "Vous")
            page.drawString(270, 186, "Conjoint")
            page.drawString(24, 166, "Salaires")
            page.drawString(24, 146, "Pensions")

        assert [one.label for one in found_on(draw)][1:] == [
            "Salaires (Vous)",
            "Salaires (Conjoint)",
            "Pensions (Vous)",
            "Pensions (Conjoint)",
        ]

    def test_a_box_with_its_name_inside(self) -> None:
        def draw(page: Canvas) -> None:
            page.rect(20, 100, 300, 80)
            page.drawString(24, 168, "Observations")

        (field,) = found_on(draw)
        assert (field.label, field.multi_line) == ("Observations", True)
        assert rects((field,)) == [(20, 100, 320, 167)]

    def test_white_after_a_colon_in_a_frame(self) -> None:
        def draw(page: Canvas) -> None:
            page.rect(20, 150, 360, 60)
            page.drawString(24, 190, "Nom :")
            page.drawString(200, 190, "Prénom :")
            page.drawString(24, 170, "Signature :")

        detected = detect_here(paper(draw))
        assert [one.label for one in detected.fields] == ["Nom", "Prénom"]
        assert max(detected.sure) < 0.5

    def test_white_after_a_colon_elsewhere_announces_a_sentence(self) -> None:
        assert found_on(lambda page: page.drawString(24, 190, "Je certifie que :")) == ()

    def test_a_place_to_sign(self) -> None:
        def draw(page: Canvas) -> None:
            page.rect(200, 60, 150, 60)
            page.drawString(204, 108, "Signature")

        assert [one.type for one in found_on(draw)] == ["signature"]

    def test_a_frame_around_other_boxes_is_no_box(self) -> None:
        def draw(page: Canvas) -> None:
            page.rect(10, 150, 380, 100)
            page.drawString(20, 200, "Nom : __________________")

        assert [one.label for one in found_on(draw)] == ["Nom"]

    def test_a_logo_in_a_frame_is_no_box(self) -> None:
        def draw(page: Canvas) -> None:
            page.rect(10, 200, 60, 60)
            page.circle(40, 230, 20, fill=1)

        assert found_on(draw) == ()


def square_and_comb(page: Canvas) -> None:
    page.drawString(120, 200, "Code :")
    comb(page, 160, 198, 4)
    page.rect(120, 150, 9, 9)
    page.drawString(133, 151, "Oui")


class TestPages:
    @pytest.mark.parametrize(
        ("turn", "size"), [(90, (300, 400)), (180, (400, 300)), (270, (300, 400))]
    )
    def test_a_turned_page_is_read_as_it_is_seen(self, turn: int, size: tuple[int, int]) -> None:
        """The page is drawn turned back, so that it is seen upright once it is turned."""

        def draw(page: Canvas) -> None:
            if turn == 90:
                page.translate(300, 0)
            elif turn == 180:
                page.translate(400, 300)
            else:
                page.translate(0, 400)
            page.rotate(turn)
            square_and_comb(page)

        fields = detect_here(changed(paper(draw, size=size), Rotate=turn)).fields
        assert shown(fields) == [("text", "Code", 4), ("tick", "Oui", 0)]
        assert rects(fields) == [(160, 198, 216, 210), (120, 150, 129, 159)]

    def test_places_are_counted_from_the_visible_corner(self) -> None:
        crop = pikepdf.Array([100, 100, 380, 280])
        fields = detect_here(changed(paper(square_and_comb), CropBox=crop)).fields
        assert rects(fields) == [(60, 98, 116, 110), (20, 50, 29, 59)]

    def test_boxes_of_one_name_are_told_apart_by_their_sections(self) -> None:
        def draw(page: Canvas) -> None:
            for y, title in ((260, "VENDEUR"), (180, "ACHETEUR")):
                page.setFillColor(black)
                page.rect(20, y, 360, 14, fill=1)
                page.setFillColor(white)
                page.drawString(24, y + 4, title)
                page.setFillColor(black)
                page.drawString(20, y - 30, "Nom : __________________")

        assert [one.label for one in found_on(draw)] == ["VENDEUR : Nom", "ACHETEUR : Nom"]

    def test_names_are_page_and_number_in_reading_order(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(20, 100, "Bas : __________________")
            page.drawString(200, 200, "Droite : ______________")
            page.drawString(20, 200, "Gauche : _____________")

        fields = found_on(draw, draw)
        assert [(one.name, one.label) for one in fields][:4] == [
            ("1/1", "Gauche"),
            ("1/2", "Droite"),
            ("1/3", "Bas"),
            ("2/1", "Gauche"),
        ]

    def test_words_that_lie_name_nothing(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(
                20, 240, "!\"#$%& '()*+xkzw %&' )(tgh ##$brt xx!z q$$rt (pld) #mnt zz%k wwq!t"
            )
            page.drawString(20, 220, "bcdfg hjklm npqrs tvwxz bcdfg hjklm npqrs tvwxz bcdfg hjklm")
            page.drawString(20, 200, "Qxzrt : __________________")

        detected = detect_here(paper(draw))
        assert detected.garbled == (1,)
        assert [one.label for one in detected.fields] == [""]
