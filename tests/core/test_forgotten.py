"""What a session leaves to say is counts, and nothing else is believed."""

import pytest

from desktop_app.core.forgotten import Forgotten, forgotten_of

SOME = Forgotten(answers=3, pages=12, previews=2, files=1, clipboard=True, printed=1, copied=3)


def test_counts_are_told_and_read_again() -> None:
    assert forgotten_of(SOME.told()) == SOME
    assert forgotten_of(Forgotten().told()) == Forgotten()


@pytest.mark.parametrize(
    "told", [None, [], "3", {"answers": "Amina"}, {"answers": -1}, {"name": 3}, {"answers": True}]
)
def test_what_is_no_count_is_not_believed(told: object) -> None:
    assert forgotten_of(told) == Forgotten()
