"""The ideas of detection, one by one, on geometry alone."""

import pytest

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection import open_boxes, small_cells, ticks, typed
from desktop_app.untrusted.detection.closed import cells
from desktop_app.untrusted.detection.finding import find
from desktop_app.untrusted.detection.garbled import is_garbled
from desktop_app.untrusted.detection.joining import join
from desktop_app.untrusted.detection.sheet import Letter, Line, Mark, Sheet, Word


def letters(text: str, x: float = 0, wide: float = 5) -> list[Letter]:
    """Letters side by side, of ink 4 wide; dots and underscores as low as they are printed."""
    found = []
    for place, sign in enumerate(text):
        left = x + place * wide
        high = 1 if sign in "._" else 7
        right = left + (wide if sign == "_" else 1 if sign == "." else 4)
        found.append(Letter(sign, (left, 100, right, 100 + high)))
    return found


class TestTyped:
    def test_words_and_rows_are_told_apart(self) -> None:
        found = typed.read(letters("Nom ____ fin."))
        assert [one.text for one in found.words] == ["Nom", "fin."]
        assert [(one.start, one.end) for one in found.rows] == [(20, 40)]

    def test_dots_are_known_by_their_ink_where_their_name_lies(self) -> None:
        lying = [Letter("%", one.rect) for one in letters("........")]
        (row,) = typed.read(lying).rows
        assert (row.start, row.end, row.dotted) == (0, 36, True)

    def test_three_dots_end_a_sentence(self) -> None:
        assert typed.read(letters("etc...")).rows == []

    def test_a_square_of_a_font(self) -> None:
        square: Rect = (0, 100, 8, 108)
        found = typed.read([Letter("☐", square), *letters("oui", x=12)])
        assert found.squares == [square]
        (mark,) = find(Sheet(200, 200, words=tuple(found.words), squares=tuple(found.squares)))
        assert (mark.kind, mark.label) == ("tick", "oui")


def test_a_square_of_a_double_line_is_one() -> None:
    """A picture has it twice: by its strokes, and by its hole."""
    outer, inner, other = (50, 100, 61, 111), (51, 101, 60, 110), (90, 100, 101, 111)
    found = find(Sheet(200, 200, squares=(inner, outer, other)))
    assert [mark.rect for mark in found] == [outer, other]


def test_strokes_that_touch_are_one_line() -> None:
    strokes = [Line(10, 0, 50), Line(10.2, 50.3, 80), Line(10, 100, 120), Line(30, 0, 50)]
    assert [(one.at, one.start, one.end) for one in join(strokes)] == [
        (10, 0, 80),
        (10, 100, 120),
        (30, 0, 50),
    ]


def test_the_smallest_cells_of_a_grid() -> None:
    level = [Line(0, 0, 40), Line(10, 0, 20), Line(20, 0, 40)]
    upright = [Line(0, 0, 20), Line(20, 0, 20), Line(40, 0, 20)]
    assert set(cells(level, upright)) == {(0, 0, 20, 10), (0, 10, 20, 20), (20, 0, 40, 20)}


def test_a_drawing_of_thousands_of_lines_is_no_form() -> None:
    many = [Line(n / 10, 0, 300) for n in range(2_000)]
    assert cells(many, many) == ()


def test_a_page_of_thousands_of_strokes_is_no_form() -> None:
    strokes = tuple(Line(20 + n % 700, n % 50, n % 50 + 30 + n / 100) for n in range(9_000))
    assert find(Sheet(600, 800, level=strokes)) == []


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        pytest.param([2, 2, 2], [4], id="even: one comb"),
        pytest.param([2, 6, 2], [2, 2], id="a wider gap parts"),
        pytest.param([2, 40, 2], [2, 2], id="far apart"),
        pytest.param([8, 8, 8], [4], id="wide gaps, all alike"),
    ],
)
def test_single_cells_join_by_their_gaps(gaps: list[float], expected: list[int]) -> None:
    feet, walls, left = [], [], 0.0
    for gap in [*gaps, 0]:
        feet.append(Line(50, left, left + 12))
        walls += [Line(left, 50, 54), Line(left + 12, 50, 54)]
        left += 12 + gap
    found, bare = open_boxes.boxes(feet, sorted(walls, key=lambda one: one.at))
    assert ([one.cells for one in found], bare) == (expected, [])


def test_a_wall_far_higher_than_a_cell_is_the_side_of_a_table() -> None:
    foot = Line(50, 0, 100)
    assert open_boxes.boxes([foot], [Line(0, 0, 300), Line(100, 0, 300)]) == ([], [foot])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param([(0, 0, 9, 9), (11, 0, 20, 9)], False, id="two squares are to tick"),
        pytest.param([(0, 0, 11, 14), (12, 0, 23, 14)], True, id="two high cells are a comb"),
        pytest.param([(n * 11, 0, n * 11 + 9, 9) for n in range(3)], True, id="three cells"),
    ],
)
def test_closed_cells_in_a_row(row: list[Rect], expected: bool) -> None:
    assert small_cells.is_comb(row) is expected


def test_touching_cells_of_rows_under_each_other_are_to_tick() -> None:
    rows = [[(x, y, x + 20, y + 16) for x in (0, 20, 40)] for y in (0, 16)]
    assert all(small_cells.is_of_table(row, rows) for row in rows)
    assert not small_cells.is_of_table(rows[0], rows[:1])


@pytest.mark.parametrize(
    ("labels", "groups"),
    [
        pytest.param(["Oui", "non"], [2], id="oui, non"),
        pytest.param(["oui", "non", "oui", "non"], [2, 2], id="twice on a row"),
        pytest.param(["Oui", "Non", "Ne sait pas"], [3], id="or does not know"),
        pytest.param(["M.", "Mme"], [2], id="M. or Mme"),
        pytest.param(["oui", "Certificat"], [], id="not of one question"),
        pytest.param(["oui", "oui"], [], id="the same answer twice"),
        pytest.param(["non", "oui"], [2], id="no comes first"),
        pytest.param(
            ["oui", "à la Caf", "non", "oui", "à la Caf", "non"],
            [],
            id="two columns, each with more",
        ),
        pytest.param(["", ""], [], id="without words"),
    ],
)
def test_which_squares_exclude_each_other(labels: list[str], groups: list[int]) -> None:
    marks = [Mark("tick", (n * 50, 0, n * 50 + 9, 9), label=one) for n, one in enumerate(labels)]
    assert [len(group) for group in ticks.questions(marks)] == groups


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Nom de naissance, prénom(s), né(e) le 12/03/1958 à Évry " * 3, False, id="French"
        ),
        pytest.param(
            "Numéro : 12 345 678 90123, 45,00 €, 01.02.2024, n° 15692*01 " * 3, False, id="numbers"
        ),
        pytest.param(
            '!"# !"#$%&\'())*+%,-"&(. $+%/0$ abz$%k q##w xx%t tr&b ' * 3, True, id="signs"
        ),
        pytest.param("\x03\x04\x05ab \x06\x07\x08cd " * 20, True, id="numbers of glyphs"),
        pytest.param("\ue001\ue002\ue003\ue004 " * 20, True, id="private signs"),
        pytest.param("bcdf ghjkl mnpqr stvwx " * 10, True, id="no vowel"),
        pytest.param("Bxk zrt", False, id="too little to judge"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_words_that_lie(text: str, expected: bool) -> None:
    assert is_garbled(text) is expected


def test_a_word_on_a_line_takes_its_place() -> None:
    word = Word("Décision", (10, 101, 60, 109))
    assert find(Sheet(200, 200, level=(Line(100, 8, 62),), words=(word,))) == []
