"""What geometry found and what the network saw, as one list."""

import pytest

np = pytest.importorskip("numpy")

from desktop_app.core.rect import Rect  # noqa: E402
from desktop_app.untrusted.detection.sheet import Kind, Line, Mark, Sheet, Word  # noqa: E402
from tests.corpus.learned.blend import blend  # noqa: E402
from tests.corpus.learned.drawn import mark_of  # noqa: E402
from tests.corpus.learned.page import Box, View  # noqa: E402

HIGH, SQUARE = 288.0, 2.88


def view(*boxes: Box) -> View:
    """A page of 100 by 100 squares on which these are seen, and nothing else."""
    likely = np.zeros((2, 100, 100), np.float32)
    for box in boxes:
        x0, y0, x1, y1 = box.rect
        rows = slice(int((HIGH - y1) / SQUARE), int((HIGH - y0) / SQUARE) + 1)
        likely[int(box.kind == "tick"), rows, int(x0 / SQUARE) : int(x1 / SQUARE) + 1] = box.sure
    return View(boxes, likely, HIGH, SQUARE)


def seen(kind: Kind, rect: Rect, sure: float = 0.9) -> Box:
    return Box(kind, rect, sure)


def sheet(*words: Word, level: tuple[Line, ...] = (), upright: tuple[Line, ...] = ()) -> Sheet:
    return Sheet(288, HIGH, level, upright, words)


def test_a_box_that_only_the_network_saw_is_named_by_the_words_beside_it() -> None:
    words = Word("Nom", (20, 102, 40, 110)), Word(":", (42, 102, 44, 110))
    (found,) = blend([], view(seen("text", (50, 100, 200, 114))), sheet(*words))
    assert (found.kind, found.label) == ("text", "Nom")


def test_what_it_is_not_sure_of_is_left_unless_a_mark_is_there() -> None:
    unsure = view(seen("text", (50, 100, 200, 114), 0.45))
    mark = Mark("text", (50, 100, 190, 114))
    assert blend([], unsure, sheet()) == []
    assert [one.rect for one in blend([mark], unsure, sheet())] == [mark.rect]


def test_a_mark_where_it_sees_nothing_goes_and_squares_are_those_of_geometry() -> None:
    rule, square = Mark("text", (50, 100, 200, 114)), Mark("tick", (50, 40, 58, 48))
    assert [one.kind for one in blend([rule, square], view(), sheet())] == ["tick"]


def test_where_it_is_sure_of_another_box_that_one_is_taken() -> None:
    both = [Mark("text", (50, 100, 120, 128)), Mark("text", (122, 100, 200, 128))]
    (found,) = blend(both, view(seen("text", (50, 100, 200, 114), 0.95)), sheet())
    assert found.rect == (50, 100, 200, 114)


def test_a_place_to_sign_is_no_question_of_boxes() -> None:
    mark = Mark("signature", (50, 100, 200, 140))
    assert [one.kind for one in blend([mark], view(), sheet())] == ["signature"]


def test_a_mark_and_the_box_seen_at_its_place_are_one() -> None:
    mark = Mark("comb", (50, 100, 150, 114), cells=5)
    (found,) = blend([mark], view(seen("text", (52, 101, 149, 113))), sheet())
    assert (found.kind, found.rect, found.cells) == ("comb", mark.rect, 5)


def test_marks_are_in_the_order_in_which_one_reads() -> None:
    low = Mark("text", (50, 40, 150, 54))
    both = view(seen("text", low.rect), seen("comb", (50, 200, 150, 214)))
    assert [one.rect[1] for one in blend([low], both, sheet())] == [200, 40]


class TestDrawn:
    def test_sides_go_to_the_lines_that_are_meant(self) -> None:
        level = Line(99, 48, 202), Line(115.5, 48, 202), Line(118, 190, 300)
        upright = (Line(48.5, 99, 116),)
        mark = mark_of(seen("text", (50, 100.2, 200, 114)), sheet(level=level, upright=upright))
        assert mark.rect == (48.5, 99, 200, 115.5)

    def test_the_cells_of_a_comb_are_counted(self) -> None:
        walls = tuple(Line(50 + 20 * n, 100, 106) for n in range(6))
        mark = mark_of(seen("comb", (50, 100, 150, 114)), sheet(upright=walls))
        assert (mark.kind, mark.cells) == ("comb", 5)

    @pytest.mark.parametrize("walls", [(), (60, 64, 120)], ids=["none", "uneven"])
    def test_a_comb_without_even_cells_is_a_line_to_write_on(self, walls: tuple[int, ...]) -> None:
        upright = tuple(Line(at, 100, 110) for at in walls)
        mark = mark_of(seen("comb", (50, 100, 150, 114)), sheet(upright=upright))
        assert (mark.kind, mark.cells) == ("text", 0)

    def test_a_high_box_takes_several_lines(self) -> None:
        assert mark_of(seen("text", (50, 100, 150, 160)), sheet()).lines == 0
