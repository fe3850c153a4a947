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
        [("00", 226, 204, (100, 200), (225, 222)), ("Commune", 110, 203, (100, 211), (240, 228))],
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
