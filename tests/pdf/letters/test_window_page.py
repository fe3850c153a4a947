"""The test page of a window envelope, and the settings that it gives."""

import pytest

from desktop_app.pages.trial import envelope_trial
from desktop_app.pdf.letters.errors import WindowShiftTooFar
from desktop_app.pdf.letters.settings import LetterSettings, Window
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.letters import letter, letters
from tests.helpers.pages import Box, PrintedPage, printed_pages


def page(window: Window = "dl", dx: float = 0, dy: float = 0) -> PrintedPage:
    settings = LetterSettings(window=window, dx_mm=dx, dy_mm=dy)
    return printed_pages(TypstLetters(settings).window_test_page(envelope_trial()).data)[0]


def drawn(found: PrintedPage, box: Box) -> bool:
    """Tell whether a rectangle is drawn there; bounds hold half the width of its line, too."""
    return any(path.inside(box, 0.6) and box.inside(path, 0.1) for path in found.paths)


@pytest.mark.parametrize(
    ("window", "inner", "outer"),
    [
        ("dl", Box(100, 45, 190, 79), Box(90, 34, 200, 90)),
        ("c5", Box(109, 57, 190, 88.5), Box(90, 43.5, 209, 102)),
    ],
)
def test_zones_are_drawn_at_their_true_size(window: Window, inner: Box, outer: Box) -> None:
    assert drawn(page(window), inner)
    assert drawn(page(window), outer)


@pytest.mark.parametrize("window", ["dl", "c5"])
def test_the_ruler_is_one_hundred_millimetres(window: Window) -> None:
    low = [p for p in page(window).paths if p.top > 110 and p.right - p.left < 0.5]
    assert len(low) == 101
    assert max(p.left for p in low) - min(p.left for p in low) == pytest.approx(100, abs=0.02)


@pytest.mark.parametrize(("dx", "dy"), [(0, 0), (5, -4), (-15, 15)])
def test_corrections_move_the_address_of_the_letter(dx: float, dy: float) -> None:
    settings = LetterSettings(dx_mm=dx, dy_mm=dy)
    moved = printed_pages(TypstLetters(settings).letter(letter()).data)[0]
    block = [c.box for c in moved.chars if c.size < 10.1 and c.box.left > 94 and c.box.top < 91]
    assert min(box.left for box in block) == pytest.approx(110 + dx, abs=0.6)
    middle = (min(box.top for box in block) + max(box.bottom for box in block)) / 2
    assert middle == pytest.approx(62 + dy, abs=1.5)


@pytest.mark.parametrize(("dx", "dy"), [(16, 0), (0, -15.5)])
def test_a_correction_too_far_is_refused(dx: float, dy: float) -> None:
    with pytest.raises(WindowShiftTooFar):
        LetterSettings(dx_mm=dx, dy_mm=dy)


def test_c5_keeps_its_own_zone_free() -> None:
    writer = TypstLetters(LetterSettings(window="c5"))
    for document in letters()[::4]:
        first = printed_pages(writer.letter(document).data)[0]
        inner, outer = Box(109, 57, 190, 88.5), Box(90, 43.5, 209, 102)
        shown = [c for c in first.chars if c.box.touches(outer)]
        assert all(c.box.inside(inner) for c in shown)
        assert shown
        folds = {round((p.top + p.bottom) / 2, 1) for p in first.paths if p.right < 10}
        assert folds == {148.5}


def test_without_a_window_there_is_no_fold_mark() -> None:
    first = printed_pages(TypstLetters(LetterSettings(window="none")).letter(letter()).data)[0]
    assert not [p for p in first.paths if p.right < 10]
