"""One screen in two in yellow on black, at 200 %, passes each check of accessibility.

A file for each look: the suite runs two files at a time.
"""

from tests.gui.harness.looks import look_at, other_half
from tests.gui.harness.shown import Rig


@other_half
def test_a_screen(screen: str, rig: Rig) -> None:
    look_at(rig, screen, "contraste", 2.0)
