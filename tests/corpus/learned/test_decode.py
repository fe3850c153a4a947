"""From what the network says of each square to boxes."""

import pytest

np = pytest.importorskip("numpy")

from tests.corpus.learned import decode  # noqa: E402

TEXT, COMB, TICK = range(3)


class Said:
    """What a network would say of a page of 20 by 30 squares on which it saw these boxes."""

    def __init__(self) -> None:
        self.numbers = np.full((7, 20, 30), -9.0, np.float32)

    def box(
        self, kind: int, x0: float, y0: float, x1: float, y1: float, *, inset: float = 1
    ) -> None:
        rows = np.arange(round(y0 + inset), round(y1 - inset))[:, None]
        columns = np.arange(round(x0 + inset), round(x1 - inset))
        self.numbers[kind, rows, columns] = 2.0
        sides = (columns + 0.5 - x0, rows + 0.5 - y0, x1 - columns - 0.5, y1 - rows - 0.5)
        for place, far in enumerate(sides):
            self.numbers[3 + place, rows, columns] = np.minimum(far, 8)


def test_sides_are_told_to_a_part_of_a_square() -> None:
    said = Said()
    said.box(TEXT, 2.3, 4.2, 25.7, 8.9)
    (found,) = decode.boxes(said.numbers)
    assert found.kind == "text"
    assert found.rect == pytest.approx((2.3, 4.2, 25.7, 8.9), abs=0.01)
    assert found.sure == pytest.approx(1 / (1 + np.exp(-2)), abs=0.01)


def test_boxes_that_touch_are_two_where_a_side_is_said_between_them() -> None:
    said = Said()
    said.box(TEXT, 2, 4, 10, 8, inset=0)
    said.box(TEXT, 10, 4, 20, 8, inset=0)
    said.box(TEXT, 2, 8, 20, 12, inset=0)
    found = sorted(one.rect for one in decode.boxes(said.numbers))
    assert [tuple(map(round, one)) for one in found] == [
        (2, 4, 10, 8),
        (2, 8, 20, 12),
        (10, 4, 20, 8),
    ]


def test_a_square_in_a_row_of_words_is_no_part_of_the_line_beside_it() -> None:
    said = Said()
    said.box(TICK, 2, 4, 5, 7)
    said.box(COMB, 5, 4, 20, 8, inset=0.5)
    assert sorted(one.kind for one in decode.boxes(said.numbers)) == ["comb", "tick"]


def test_a_kind_that_wavers_between_letters_and_words_is_a_box_all_the_same() -> None:
    said = Said()
    said.box(TEXT, 2, 4, 20, 8)
    inside = said.numbers[TEXT] > 0
    said.numbers[TEXT][inside], said.numbers[COMB][inside] = -1.0, -0.8  # each less than a third
    (found,) = decode.boxes(said.numbers)
    assert found.kind == "comb"
    assert found.sure > 0.5


def test_a_page_on_which_nothing_is_seen() -> None:
    assert decode.boxes(Said().numbers) == []
