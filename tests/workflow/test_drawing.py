"""What draws the pages of a preview: which page, what changed on it, and when it rests."""

import pytest

from desktop_app.untrusted.documents import Picture
from desktop_app.workflow.drawing import (
    Drawer,
    LaidOver,
    NobodyLooks,
    first_change,
    ink_of,
    lines_of_words,
    trace_of,
)


def page(seed: int, rows: int = 4) -> Picture:
    """A page of two pixels a row; each digit of ``seed`` is the ink of one row."""
    pixels = bytearray()
    for row in range(rows):
        pixels += bytes([seed // 10**row % 10] * 8)
    return Picture(2, rows, pixels)


class Viewer:
    """Documents are texts: one number a page."""

    def __init__(self) -> None:
        self.drawn: list[int] = []
        self.closed = 0

    def prepare(self) -> None: ...

    def draw(self, data: bytes, number: int, wide: int) -> Picture:
        self.drawn.append(number)
        return page(int(data.split()[number - 1]))

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def viewer() -> Viewer:
    return Viewer()


@pytest.fixture
def drawer(viewer: Viewer) -> Drawer:
    return Drawer(lambda: viewer)


def test_the_first_row_that_changed() -> None:
    before = trace_of(page(1111))
    assert first_change(before, trace_of(page(1211))) == (2, 3)
    assert first_change(before, trace_of(page(2122))) == (0, 2)
    assert first_change(before, trace_of(page(2122)), near=1) == (0, 4), "two lines of one"
    assert first_change(before, trace_of(page(1111))) is None
    assert first_change(before, trace_of(page(1, rows=5))) is None, "another size is another page"


def test_words_stand_in_rows_enough_and_a_dotted_line_in_one() -> None:
    white, ink = b"\xff" * 8, b"\xff" * 4 + b"\0" * 4
    rows = [white, ink, white, ink, ink, ink, white, white, ink, ink]
    trace = trace_of(Picture(2, len(rows), b"".join(rows)))
    assert [*lines_of_words(trace, 2)] == [(3, 6), (8, 10)]
    assert [*lines_of_words(trace, 3)] == [(3, 6)]


def test_the_page_in_view_is_kept_while_it_changes(drawer: Drawer, viewer: Viewer) -> None:
    drawer.draw(b"1 7", 1, 2, pages=2)
    drawn = drawer.draw(b"2 8", 1, 2, pages=2)
    assert (drawn.page, drawn.changed) == (1, (0, 1))
    assert viewer.drawn == [1, 2, 1], "the other one is not even drawn again"


def test_the_page_that_changed_is_shown_in_its_place(drawer: Drawer, viewer: Viewer) -> None:
    drawer.draw(b"1 7", 1, 2, pages=2)
    drawn = drawer.draw(b"1 8", 1, 2, pages=2)
    assert (drawn.page, drawn.changed) == (2, (0, 1))


def test_turning_pages_shows_the_page_asked_for(drawer: Drawer) -> None:
    for data in (b"1 7", b"1 8", b"1 9"):
        assert drawer.draw(data, 1, 2).page == 1


def test_of_many_pages_none_is_looked_for(drawer: Drawer, viewer: Viewer) -> None:
    for data in (b"1 7 7 7", b"1 8 8 8"):
        drawer.draw(data, 1, 2, pages=4)
    assert set(viewer.drawn) == {1}


def test_it_rests_when_asked_and_ends_once(drawer: Drawer, viewer: Viewer) -> None:
    drawer.draw(b"1", 1, 2, stay=False)
    assert viewer.closed == 1
    drawer.close()
    with pytest.raises(NobodyLooks):
        drawer.draw(b"1", 1, 2)


def test_the_page_below_is_drawn_once_for_all_that_is_laid_over_it(viewer: Viewer) -> None:
    under = Viewer()
    laid = LaidOver(viewer, under, b"12 3")
    assert laid.draw(b"4 5", 1, 2).pixels[:8] == bytes([2 & 4] * 8)
    assert laid.draw(b"6 5", 1, 2).pixels[:8] == bytes([2 & 6] * 8)
    assert under.drawn == [1]
    laid.draw(b"6 5", 2, 2)
    assert under.drawn == [1, 2]
    laid.close()
    assert (viewer.closed, under.closed) == (1, 1)


def test_of_two_pages_that_differ_by_a_pixel_what_both_have_is_shown(viewer: Viewer) -> None:
    class Wider(Viewer):
        def draw(self, data: bytes, number: int, wide: int) -> Picture:
            return Picture(3, 5, b"\xff" * 3 * 5 * 4)

    laid = LaidOver(viewer, Wider(), b"")
    drawn = laid.draw(b"4321", 1, 2)
    assert (drawn.width, drawn.height, bytes(drawn.pixels)) == (2, 4, bytes(page(4321).pixels))


def test_a_page_is_compared_with_another_document_drawn_once(
    drawer: Drawer, viewer: Viewer
) -> None:
    """Typed again and again, an answer stands where the letter without it differs."""
    assert drawer.draw(b"1111 1", 1, 2, b"1141 1", pages=2).changed == (1, 2)
    drawn = drawer.draw(b"1121 1", 1, 2, b"1141 1", pages=2)
    assert (drawn.changed, drawn.compared) == ((1, 2), True)
    assert viewer.drawn == [1, 1, 1], "the other document is drawn anew"
    assert drawer.draw(b"1121 2", 1, 2, b"1121 1", pages=2).page == 2, "it is on the other page"
    assert drawer.draw(b"3121 3", 2, 2, b"1121 1", pages=2).page == 2, (
        "one stays there while typing"
    )
    assert drawer.draw(b"3121 3", 2, 2, b"4121 4", pages=2).page == 1, "another answer begins first"


def test_the_ink_of_what_changed() -> None:
    line = b"\xff" * 8 + b"\x00" * 4 + b"\xff" * 4
    assert ink_of(Picture(4, 2, b"\xff" * 16 + line), (0, 2)) == (2, 3)
    assert ink_of(Picture(4, 1, b"\xff" * 16), (0, 1)) == (0, 4), "nothing but white"
