"""Every screen in a look: what is run, and how a failure is told."""

from collections.abc import Callable, Iterator

import pytest

from tests.gui.harness import checks, heard
from tests.gui.harness.screens import OPENINGS
from tests.gui.harness.shown import Rig, Shown
from tests.helpers import pseudo

Check = Callable[[Shown], list[str]]
EVERY_CHECK: tuple[Check, ...] = (*checks.CHECKS, *heard.CHECKS)
SCREENS_OPENED = list(OPENINGS)

# Each screen as it opens first is looked at in the fast suite, its other states in the slow one.
every_screen = pytest.mark.parametrize(
    "screen",
    [pytest.param(one, marks=[pytest.mark.slow] if ":" in one else []) for one in SCREENS_OPENED],
)


def _half(other: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "screen",
        [
            pytest.param(one, marks=[pytest.mark.slow] if ":" in one or number % 2 == other else [])
            for number, one in enumerate(SCREENS_OPENED)
        ],
    )


half_of_the_screens, other_half = _half(1), _half(0)
"""One screen in two as it opens, the others in the slow suite: each is seen in two looks at least,
the one at 100 % and a larger one."""


def faults(shown: Shown) -> Iterator[str]:
    """Yield what is at fault on a screen that is open, each with the check that found it."""
    for check in EVERY_CHECK:
        for fault in check(shown):
            yield f"{check.__name__}: {fault}"


def look_at(rig: Rig, screen: str, theme: str, zoom: float, language: str = "fr") -> None:
    """Open a screen in a look and fail with everything that is at fault there."""
    if language == "pseudo":
        with pseudo.spoken():
            found = list(faults(rig.open(screen, theme, zoom)))
    else:
        found = list(faults(rig.open(screen, theme, zoom)))
    assert not found, "\n  " + "\n  ".join(found)
