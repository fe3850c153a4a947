"""The minutes of an office stay under what was promised, and its gestures do not grow."""

import pytest

from tests.bench.twelve import PAGE, PAPERS, table, walked


@pytest.mark.slow
def test_each_paper_is_made_in_the_minutes_promised() -> None:
    found = list(walked(older=False))
    for one in found:
        assert one.cost.aloud / 60 <= one.minutes, "\n".join(table(found))
        # To somebody new what is kept is read aloud too, and all is asked: a fifth more at most.
        assert one.first.aloud / 60 <= one.minutes * 1.2, "somebody new"


def test_the_page_that_is_kept_tells_of_each_paper() -> None:
    told = PAGE.read_text("utf-8")
    assert all(f"{one.name}: " in told for one in PAPERS)
    assert "OVER" not in told
