"""One screen in two in dark, at 400 %, passes each check of accessibility; yellow has the others.

A file for each look: the suite runs two files at a time.
"""

from tests.gui.harness.looks import half_of_the_screens, look_at
from tests.gui.harness.shown import Rig


@half_of_the_screens
def test_a_screen(screen: str, rig: Rig) -> None:
    look_at(rig, screen, "sombre", 4.0)
