"""Each gesture that takes something away is a ``Loss``: by its name, or by what is said of it."""

import importlib
import pkgutil

from desktop_app import pages
from desktop_app.pages.blocks.actions import Gesture, Loss

KEEPS = "Nothing"
"""How a gesture ends that takes nothing away, whatever else its name says."""
NAMES = ("Throw", "Remove", "Erase", "GiveUp", "Forget", "Anyway", "TakeOut", "TakeAway", "Part")
NAMES += ("AskToUndo", "UndoDelivery")


def test_what_takes_away_is_a_loss() -> None:
    for found in pkgutil.walk_packages(pages.__path__, "desktop_app.pages."):
        importlib.import_module(found.name)
    every = set(Gesture.__subclasses__()) | set(Loss.__subclasses__())
    gestures = {one for one in every if not one.__name__.endswith(KEEPS)}
    losses = {one for one in gestures if one is not Loss and any(n in one.__name__ for n in NAMES)}
    assert {one for one in losses if not issubclass(one, Loss)} == set()
    assert set(Loss.__subclasses__()) - losses == set()
