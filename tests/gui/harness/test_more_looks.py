"""Every screen in the other looks passes each check of accessibility, before a release."""

import pytest

from tests.gui.harness.looks import every_screen, look_at
from tests.gui.harness.screens import OPENINGS, screen_of
from tests.gui.harness.shown import Rig
from tests.helpers.destinations import NAMES, unnamed

LOOKS = [
    ("clair", 2.0, "fr"),
    ("contraste", 1.0, "fr"),
    ("sombre", 1.0, "fr"),
    ("sombre", 2.0, "fr"),
    ("clair", 3.0, "fr"),
    ("systeme", 2.0, "fr"),
    # At 300 % a word of the pseudo-language is wider than the page: no layout can help that.
    ("clair", 1.0, "pseudo"),
    ("clair", 2.0, "pseudo"),
]


def test_every_screen_has_a_line_in_the_table() -> None:
    assert not unnamed(), "give them a name in tests/helpers/destinations.py"
    missing = sorted(set(NAMES) - {screen_of(opening) for opening in OPENINGS})
    assert not missing, f"give them a line in tests/gui/harness/screens.py: {missing}"


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]:.0%}-{look[2]}")
@every_screen
def test_a_screen(screen: str, look: tuple[str, float, str], rig: Rig) -> None:
    look_at(rig, screen, *look)
