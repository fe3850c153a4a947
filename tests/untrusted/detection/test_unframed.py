"""Shapes without borders, drawn: grounds, bars, dots that lead, lines that nothing names."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.helpers.paper import Draw, found_on


def rects(*pages: Draw) -> list[tuple[str, tuple[int, ...]]]:
    """Kind and rounded rectangle of each box found."""
    found = []
    for one in found_on(*pages):
        found += [(one.type, tuple(round(v) for v in widget.rect)) for widget in one.widgets]
    return found


class TestWithoutBorders:
    def test_dots_that_lead_to_a_box_are_no_place_to_write(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(40, 200, "Montant des salaires " + "." * 40)
            page.drawString(250, 200, "12")
            page.rect(280, 196, 80, 16)
            page.drawString(40, 150, "Ville : " + "." * 40)
            page.rect(280, 146, 80, 16)

        kinds = [(kind, rect[0]) for kind, rect in rects(draw)]
        assert kinds[0] == ("text", 280)
        assert len(kinds) == 3  # what a colon announces is written on its dots

    def test_lines_that_nothing_names_are_a_table_when_they_are_even(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(40, 250, "Nom")
            for row in range(4):
                page.line(40, 210 - 20 * row, 300, 210 - 20 * row)
            page.line(40, 60, 300, 60)

        assert [one.lines for one in found_on(draw)] == [4]

    def test_lines_ruled_under_heads_are_boxes_of_columns(self) -> None:
        def draw(page: Canvas) -> None:
            for x, head in ((40, "NOM"), (160, "LIEN DE"), (160, "PARENTÉ"), (290, "NÉ LE")):
                page.drawString(x, 232 if head == "LIEN DE" else 220, head)
            for row in range(3):
                page.line(38, 202 - 20 * row, 380 - row, 202 - 20 * row)
            page.drawString(40, 100, "Motif :")
            page.drawString(160, 100, "(facultatif)")
            for row in range(3):
                page.line(38, 82 - 20 * row, 380, 82 - 20 * row)

        found = found_on(draw)
        assert [one.lines for one in found] == [0] * 9 + [3]
        assert [round(one.widgets[0].rect[0]) for one in found[:3]] == [38, 159, 289]
        assert len({one.label for one in found[:3]}) == 3

    def test_a_line_under_typed_underscores_is_asked_once(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(40, 200, "Commune " + "_" * 20)
            page.line(93, 198, 206, 198)
            page.drawString(40, 150, "Commune ____")
            page.line(110, 148, 350, 148)
            page.drawString(350, 150, "__")

        assert [round(rect[2]) for _, rect in rects(draw)] == [206, 361]

    def test_a_pale_ground_alone_is_a_box_and_one_with_words_is_not(self) -> None:
        def draw(page: Canvas) -> None:
            page.setFillColorRGB(0.93, 0.93, 0.93)
            page.rect(100, 200, 150, 18, fill=1, stroke=0)
            page.rect(20, 150, 150, 18, fill=1, stroke=0)
            page.setFillColorRGB(0, 0, 0)
            page.drawString(40, 204, "Prénom")
            page.drawString(24, 154, "Vos enfants")

        assert rects(draw) == [("text", (100, 200, 250, 218))]

    def test_a_white_box_on_a_dark_ground_is_a_box(self) -> None:
        def draw(page: Canvas) -> None:
            page.setFillColorRGB(0.8, 0.7, 0.6)
            page.rect(20, 20, 360, 260, fill=1, stroke=0)
            page.setFillColorRGB(1, 1, 1)
            page.rect(100, 200, 150, 18, fill=1, stroke=0)
            page.rect(100, 150, 9, 9, fill=1, stroke=0)

        assert [kind for kind, _ in rects(draw)] == ["text", "tick"]

    def test_the_bars_of_a_date_have_white_around_them(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(40, 200, "Date :")
            page.drawString(130, 200, "/")
            page.drawString(160, 200, "/")
            page.drawString(40, 150, "et / ou")

        found = rects(draw)
        assert [kind for kind, _ in found] == ["text"] * 3
        assert [rect[0] for _, rect in found] == sorted(rect[0] for _, rect in found)
        assert found[1][1][0] > 130
        assert found[1][1][2] < 160

    def test_in_a_cell_the_bars_of_a_date_part_it(self) -> None:
        def draw(page: Canvas) -> None:
            page.rect(100, 196, 120, 18)
            page.drawString(135, 200, "/")
            page.drawString(170, 200, "/")

        assert [kind for kind, _ in rects(draw)] == ["text"] * 3

    @pytest.mark.parametrize(
        ("words", "x", "y", "low", "high"),
        [("00", 226, 204, (100, 200), (225, 218)), ("Commune", 110, 203, (100, 211), (240, 228))],
        ids=["cents at the end", "a name at the foot"],
    )
    def test_words_leave_the_rest_of_a_cell(
        self, words: str, x: int, y: int, low: tuple[int, int], high: tuple[int, int]
    ) -> None:
        def draw(page: Canvas) -> None:
            page.rect(100, 200, 140, high[1] - 200)
            page.drawString(x, y, words)

        ((kind, rect),) = rects(draw)
        assert (kind, rect) == ("text", pytest.approx((*low, *high), abs=2))

    def test_two_names_in_a_cell_are_two_boxes(self) -> None:
        def draw(page: Canvas) -> None:
            page.rect(40, 200, 300, 26)
            page.drawString(44, 216, "Rue")
            page.drawString(200, 216, "Ville")

        assert [(one.label, len(one.widgets)) for one in found_on(draw)] == [
            ("Rue", 1),
            ("Ville", 1),
        ]

    def test_a_head_of_empty_cells_is_no_box(self) -> None:
        def draw(page: Canvas) -> None:
            page.rect(40, 200, 150, 40)
            page.drawString(44, 228, "Nom")
            page.rect(40, 180, 150, 20)
            page.rect(40, 160, 150, 20)

        assert len(found_on(draw)) == 2

    def test_rows_whose_lines_end_together_have_an_end(self) -> None:
        def draw(page: Canvas) -> None:
            page.line(100, 100, 100, 240)
            for row in range(4):
                page.line(40, 220 - 20 * row, 300, 220 - 20 * row)
            for row in range(3):
                page.drawString(44, 206 - 20 * row, "Mois")

        found = [rect for _, rect in rects(draw)]
        assert [rect[0] for rect in found[-2:]] == [100, 100]
        assert all(rect[2] == 300 for rect in found[-2:])


class TestInCells:
    def test_one_line_is_written_at_the_foot_of_a_higher_cell(self) -> None:
        def draw(page: Canvas) -> None:
            page.rect(40, 200, 200, 25)
            page.rect(40, 100, 200, 40)

        assert [rect for _, rect in rects(draw)] == [(40, 200, 240, 219), (40, 100, 240, 140)]

    def test_a_drawn_sign_leaves_the_rest_of_its_cell_and_a_drawing_nothing(self) -> None:
        def draw(page: Canvas) -> None:
            for x, y, radius in ((40, 200, 4), (40, 150, 4), (40, 100, 12)):
                page.rect(x, y, 120, 20 if radius < 9 else 40)
                page.circle(x + 2 + radius, y + 4 + radius, radius, stroke=0, fill=1)

        assert [rect for _, rect in rects(draw)] == [(51, 200, 160, 219), (51, 150, 160, 169)]

    def test_nobody_writes_on_grey_nor_in_a_frame_around_a_box(self) -> None:
        def draw(page: Canvas) -> None:
            page.setFillGray(0.83)
            page.rect(40, 200, 100, 18, fill=1)
            page.rect(140, 200, 100, 18)
            page.setFillGray(0)
            page.rect(40, 100, 200, 50)
            page.drawString(46, 138, "Numéro d'avocat")
            page.rect(46, 106, 180, 18)

        assert [rect for _, rect in rects(draw)] == [(140, 200, 240, 218), (46, 106, 226, 124)]

    def test_one_ticks_in_the_middle_of_a_cell_of_a_table(self) -> None:
        def draw(page: Canvas) -> None:
            for row in range(3):
                for column in range(4):
                    page.rect(100 + 17 * column, 200 - 14 * row, 17, 14)

        found = rects(draw)
        assert len(found) == 12
        assert found[0] == ("tick", (103, 201, 114, 213))

    def test_circles_and_brackets_are_ticked_and_numbers_in_circles_are_not(self) -> None:
        def draw(page: Canvas) -> None:
            page.circle(50, 204, 4.5)
            page.drawString(60, 200, "Oui")
            page.drawString(40, 150, "[   ] Non")
            page.circle(50, 104, 5.5)
            page.drawString(47, 100, "1")

        assert [(kind, rect[1] // 50) for kind, rect in rects(draw)] == [("tick", 4), ("tick", 2)]

    def test_the_foot_of_a_comb_that_goes_on_is_no_box(self) -> None:
        def draw(page: Canvas) -> None:
            page.drawString(40, 202, "Numéro :")
            page.line(100, 200, 290, 200)
            for wall in range(7):
                page.line(100 + 12 * wall, 200, 100 + 12 * wall, 206)

        assert [(one.max_length, round(one.widgets[0].rect[2])) for one in found_on(draw)] == [
            (6, 172)
        ]

    def test_letters_of_a_watermark_fill_no_cell(self) -> None:
        def draw(page: Canvas) -> None:
            page.setFont("Helvetica", 90)
            page.setFillGray(0.85)
            page.drawString(60, 150, "NON")
            page.rect(40, 180, 220, 16)

        assert [rect for _, rect in rects(draw)] == [(40, 180, 260, 196)]
