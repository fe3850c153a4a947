"""A box that a person names by the words beside it stands where one writes."""

import pytest

from desktop_app.core.authoring.beside import LEAST_ROOM, Spot, beside, drawn
from desktop_app.core.generic.facts import Printed
from desktop_app.core.packs.model import Place
from desktop_app.core.rect import Rect, meet, rect_of

PAGE = (595.0, 842.0)
HIGH = 8.0


def row(y: float, *said: tuple[float, str]) -> list[Printed]:
    """Words on one row, five points a letter."""
    return [Printed(text, (x, y, x + 5 * len(text), y + HIGH)) for x, text in said]


WORDS = [
    *row(700, (40, "Nom"), (60, "de"), (75, "naissance"), (122, ":")),
    *row(700, (140, "......"), (400, "Âge")),
    *row(670, (40, "Nom"), (60, "d’usage")),
    *row(640, (60, "Oui"), (120, "Non")),
    *row(600, (40, "Explications"), (105, "sur"), (125, "votre"), (160, "demande,"), (205, "svp")),
    *row(570, (540, "Total")),
    *row(310, (40, "Avez-vous"), (90, "un"), (105, "chien"), (200, "au-dessus")),
    *row(300, (40, "Sa"), (55, "race"), (80, ":")),
    *row(290, (40, "Une"), (60, "autre"), (200, "au-dessous")),
]


def found(said: str, shape: str = "text", *there: Rect) -> Spot:
    places = [
        Place(label=str(n), page=1, box=(x, y, x1 - x, y1 - y))
        for n, (x, y, x1, y1) in enumerate(there)
    ]
    spot = beside(WORDS, said, shape, PAGE, places)  # type: ignore[arg-type]
    assert spot is not None
    return spot


def test_it_stands_at_their_right_until_the_next_words_and_over_dots() -> None:
    spot = found("nom de NAISSANCE")
    assert spot.words == "Nom de naissance"
    left, low, right, top = rect_of(spot.box)
    assert (left, right) == (131, 396), "after the colon, before « Âge »"
    assert low < 700 < 708 <= top


def test_between_tight_rows_it_covers_no_words() -> None:
    spot = found("sa race")
    assert (spot.box[1], spot.box[1] + spot.box[3]) == (298, 310)
    assert not any(meet(rect_of(spot.box), one.rect) for one in WORDS)


def test_a_square_stands_before_its_word_and_else_after() -> None:
    assert found("oui", "tick").box[0] == 46
    assert found("oui", "tick", (40, 638, 58, 650)).box[0] == 79, "something is there already"


def test_a_comb_is_as_long_as_its_cells() -> None:
    assert found("nom d'usage", "comb").box[2] == 112


def test_without_room_at_the_right_it_stands_under_them() -> None:
    spot = found("total")
    assert spot.box[1] < 570
    assert spot.box[2] >= LEAST_ROOM
    assert spot.box[0] + spot.box[2] <= PAGE[0]


def test_of_words_said_twice_those_without_a_box_are_meant() -> None:
    first = found("nom")
    second = found("nom", "text", rect_of(first.box))
    assert second.box[1] < first.box[1]
    assert not meet(rect_of(second.box), rect_of(first.box))


def test_the_whole_of_what_is_printed_is_meant_before_the_beginning_of_other_words() -> None:
    words = [*WORDS, *row(500, (40, "Nom"), (58, ":"))]
    spot = beside(words, "nom", "text", PAGE, [])
    assert spot is not None
    assert spot.box[:2] == (67, 498)


@pytest.mark.parametrize("said", ["", "prénom", "naissance de nom", "!!"])
def test_words_that_the_page_does_not_say_have_no_place(said: str) -> None:
    assert beside(WORDS, said, "text", PAGE, []) is None


@pytest.mark.parametrize(
    ("box", "shape", "high"),
    [
        pytest.param((10, 10, 12, 12), "tick", 12, id="a small square"),
        pytest.param((10, 10, 200, 18), "text", 18, id="a box"),
        pytest.param((10, 10, 200, 1), "text", 12, id="a stroke"),
        pytest.param((10, 10, 0, 0), "text", 12, id="nothing"),
    ],
)
def test_what_is_drawn_says_what_it_is_for(
    box: tuple[float, float, float, float], shape: str, high: float
) -> None:
    where, found_shape = drawn(box)
    assert (found_shape, where[3]) == (shape, high)
