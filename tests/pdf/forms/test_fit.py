"""How a text is set in its box: shrunk, wrapped, or not at all; never cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.fit import (
    FOOT,
    NARROWED,
    SLACK,
    SMALL,
    SMALLEST,
    Box,
    Layout,
    fit,
    fit_first,
)

NAME = "Éloïse Đặng Łukasz Şahin œuvré à 45 € l’été — 2ᵉ"


@pytest.fixture(scope="module", autouse=True)
def font() -> None:
    lettering.prepare()


def test_the_font_has_every_letter_of_names() -> None:
    latin = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x250))))
    vietnamese = "".join(map(chr, range(0x1EA0, 0x1EFA)))
    assert lettering.missing(latin + vietnamese + "€œŒ’‘“”«»–—…ᵉʳ№°²½\u00a0\u202f") == ""


def test_what_the_font_does_not_have_is_named() -> None:
    assert lettering.missing("Ana 中 ა ☃ 中") == "中ა☃"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        pytest.param("e\u0301", "é", id="letters are composed"),
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line ends"),
        pytest.param("a\tb", "a b", id="tabs"),
        pytest.param("Du\u00adpont\u200b\u202e", "Dupont", id="invisible signs"),
        pytest.param("a\x00b", "ab", id="control characters"),
    ],
)
def test_clean(typed: str, written: str) -> None:
    assert lettering.clean(typed) == written


def test_a_short_text_keeps_the_size_of_the_form() -> None:
    layout = fit("Ana", Box(200, 20, size=9))
    assert layout is not None
    assert layout.size == 9


def test_a_longer_text_shrinks_to_the_readable_minimum_then_wraps_then_gives_up() -> None:
    text = "Bonjour à toutes et à tous"
    shrunk = fit(text, Box(95, 10, size=10))
    assert shrunk is not None
    assert SMALLEST <= shrunk.size < 10
    wrapped = fit(text, Box(60, 20, size=10))
    assert wrapped is not None
    assert len(wrapped.lines) == 2
    assert fit(text, Box(40, 9, size=10)) is None


def test_accents_of_capitals_stay_in_low_boxes() -> None:
    low, plain = fit("ÉÀÈ", Box(100, 7.5, size=9)), fit("eac", Box(100, 7.5, size=9))
    assert low is not None
    assert plain is not None
    assert low.size < plain.size
    assert top_of(low) <= 7.5 + 0.01


def top_of(layout: Layout) -> float:
    return max(line.y + lettering.extent([line.text], layout.size)[1] for line in layout.lines)


@pytest.mark.parametrize(("align", "x"), [("left", 2), ("center", 50), ("right", 98)])
def test_alignment(align: str, x: float) -> None:
    layout = fit("12,50", Box(100, 20, size=10, align=align))  # type: ignore[arg-type]
    assert layout is not None
    wide = lettering.width("12,50", 10)
    left = layout.lines[0].x
    assert {"left": left, "center": left + wide / 2, "right": left + wide}[align] == pytest.approx(
        x
    )


RULED = Box(200, 60, size=10, lines=3, leading=20)


def test_letters_stand_on_the_printed_lines() -> None:
    layout = fit("MARTIN Léa\nMARTIN Noé", RULED)
    assert layout is not None
    assert layout.size == 10
    assert [line.y - FOOT for line in layout.lines] == pytest.approx([40, 20])


def test_a_tail_does_not_go_below_its_printed_line() -> None:
    layout = fit("Près du quai", RULED)
    assert layout is not None
    low, _ = lettering.extent([layout.lines[0].text], layout.size)
    assert layout.lines[0].y + low >= 40 - 0.01


def test_too_many_lines_stand_two_by_two_before_crossing_a_printed_one() -> None:
    names = ("Élise", "Émile", "Élie", "Éric", "Édith")
    layout = fit("\n".join(f"{name}, né ou née le 12/05/2018" for name in names), RULED)
    assert layout is not None
    assert SMALL <= layout.size < 10
    assert [line.y - FOOT for line in layout.lines] == pytest.approx([50, 40, 30, 20, 10])
    for above, below in pairwise(layout.lines):
        assert below.y + lettering.extent([below.text], layout.size)[1] <= above.y
    seven = fit("\n".join("abcdefg"), RULED)
    assert seven is not None, "more still: as if no line were printed"


def test_the_first_line_begins_after_the_words_printed_there() -> None:
    box = Box(200, 45, size=10, lines=3, leading=15, indent=150)
    layout = fit("Crous de Lyon, 59 rue de la Madeleine, 69007 Lyon", box)
    assert layout is not None
    first, *others = layout.lines
    assert first.x >= 150
    assert first.x + lettering.width(first.text, layout.size) <= 200
    assert all(line.x == pytest.approx(2) for line in others)
    assert fit("mot " * 200, box) is None, "never over the printed words: to the annex"


def test_comb_letters_stand_in_the_middle_of_their_cells() -> None:
    layout = fit("75011", Box(100, 20, cells=5))
    assert layout is not None
    middles = [
        line.x + lettering.width(line.text, layout.size) * line.condensed / 2
        for line in layout.lines
    ]
    assert middles == pytest.approx([10, 30, 50, 70, 90])


def test_a_comb_is_never_cut() -> None:
    assert fit("123456", Box(100, 20, cells=5)) is None


def test_a_wide_letter_is_condensed_in_its_cell() -> None:
    layout = fit("ŒW1", Box(24, 12, cells=3))
    assert layout is not None
    for place, line in enumerate(layout.lines):
        assert line.x >= place * 8 - 0.5
        wide = lettering.width(line.text, layout.size) * line.condensed
        assert line.x + wide <= place * 8 + 8.5


def test_the_shorter_mark_is_used_when_the_longer_does_not_fit() -> None:
    assert fit_first(("voir annexe 1", "A1"), Box(15, 8)) is not None
    found = fit_first(("voir annexe 1", "A1"), Box(15, 8))
    assert found is not None
    assert found[0] == "A1"
    assert fit_first(("voir annexe 1", "A1"), Box(3, 3)) is None


def test_a_mark_stands_on_one_line_when_one_of_them_can() -> None:
    """A narrow box that is high may reach over the printed words below its first line."""
    found = fit_first(("voir annexe 14", "annexe 14", "ann. 14", "A14"), Box(26, 60))
    assert found is not None
    assert (found[0], len(found[1].lines)) == ("ann. 14", 1)


def test_no_word_is_cut_where_smaller_letters_keep_it_whole() -> None:
    layout = fit("Anne-Christophe Lefebvre", Box(58, 24, size=12, multi_line=True))
    assert layout is not None
    assert [line.text for line in layout.lines] == ["Anne-Christophe", "Lefebvre"]
    longest = fit("lefebvre.anne-christophe@exemple.fr", Box(60, 24, size=12))
    assert longest is not None, "a word longer than the box is cut rather than left out"
    assert len(longest.lines) > 1


def test_a_mark_is_never_cut_within_a_word() -> None:
    found = fit_first(("voir annexe 13", "A13"), Box(17, 18))
    assert found is not None
    assert found[0] == "A13"


def test_the_shortest_mark_is_narrowed_to_a_box_of_one_digit() -> None:
    found = fit_first(("voir annexe 23", "A23"), Box(8, 12))
    assert found is not None
    [line] = found[1].lines
    assert (found[0], line.text, found[1].size) == ("A23", "A23", SMALLEST)
    assert line.x >= 0
    assert line.x + lettering.width("A23", SMALLEST) * line.condensed <= 8


CHILDREN = "\n".join(f"MARTIN Enfant{n}, 0{n}/01/2020" for n in range(1, 8))


@pytest.mark.parametrize(
    ("entries", "columns"), [(3, 1), (4, 2), (6, 2), (7, 3)], ids=["3", "4", "6", "7"]
)
def test_more_entries_than_printed_lines_stand_side_by_side_on_them(
    entries: int, columns: int
) -> None:
    box = Box(527, 60.9, size=10, lines=3, leading=20.3)
    text = "\n".join(CHILDREN.split("\n")[:entries])
    layout = fit(text, box)
    assert layout is not None
    assert layout.size >= SMALL
    assert [line.text for line in layout.lines] == text.split("\n"), "each whole, in order"
    feet = sorted({line.y for line in layout.lines}, reverse=True)
    assert [high - low for high, low in pairwise(feet)] == pytest.approx([20.3] * (len(feet) - 1))
    assert 0 < layout.lines[0].y - 2 * 20.3 < 4, "on the first printed line"
    assert len({line.x for line in layout.lines}) == columns
    assert all(one.x < other.x for one, other in pairwise(layout.lines) if one.y == other.y), (
        "read from left to right"
    )


def test_a_town_is_narrowed_a_little_rather_than_sent_to_an_annex() -> None:
    beside_fait_a = Box(41.8, 9, 8)
    for town in ("Saint-Étienne", "Clermont-Ferrand"):
        layout = fit(town, beside_fait_a)
        assert layout is not None
        assert [line.text for line in layout.lines] == [town]
    assert fit("Une phrase qui ne tient pas dans une telle case", beside_fait_a) is None


@given(
    text=st.text(st.sampled_from(NAME + "\n"), min_size=1, max_size=300).map(lettering.clean),
    width=st.floats(5, 500),
    height=st.floats(3, 300),
    size=st.sampled_from([0, 4, 8, 12, 40]),
    multi_line=st.booleans(),
    lines=st.integers(0, 6),
    indented=st.booleans(),
)
def test_whatever_is_set_is_whole_and_inside(
    text: str,
    width: float,
    height: float,
    size: float,
    multi_line: bool,
    lines: int,
    indented: bool,
) -> None:
    leading = height / lines if lines > 1 else 0
    indent = width / 2 if indented and lines > 1 else 0
    box = Box(width, height, size, "left", multi_line, 0, lines, leading, indent)
    layout = fit(text, box)
    if layout is None:
        return
    assert layout.size >= SMALLEST
    drawn = "".join(line.text for line in layout.lines)
    assert "".join(drawn.split()) == "".join(text.split())
    for line in layout.lines:
        low, high = lettering.extent([line.text], layout.size)
        assert line.x >= 0
        assert line.condensed >= NARROWED
        assert line.x + lettering.width(line.text, layout.size) * line.condensed <= width + 0.01
        assert line.y + low >= -SLACK - 0.01
        assert line.y + high <= height + SLACK + 0.01
