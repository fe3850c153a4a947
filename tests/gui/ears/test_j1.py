"""J1 heard with Orca on a real bus: what it says is written down, and judged by the ear's rules.

Where Orca is another version than the golden file's, its words are not compared: the rules hold.
"""

from pathlib import Path

import pytest

from tests.gui.ears.ear import listening
from tests.gui.ears.journey import GOLDEN, QUICK, STEPS, walk, written
from tests.gui.ears.rules import PageHeard, faults


def expect_as_written(version: str, heard: list[PageHeard]) -> None:
    """Compare with the golden file, page by page: what differs is read by a person."""
    golden = GOLDEN.read_text("utf-8")
    now = written(version, heard)
    if golden.partition("\n")[0] == now.partition("\n")[0]:
        pages = len(heard) + 1
        assert now.rstrip("\n").split("\n\n") == golden.rstrip("\n").split("\n\n")[:pages]


def expect_usable(heard: list[PageHeard]) -> None:
    found = [f"{page.question}: {fault}" for page in heard for fault in faults(page)]
    assert not found, "\n  " + "\n  ".join(found)


def test_the_first_pages_are_heard(tmp_path: Path) -> None:
    with listening(tmp_path) as ear:
        heard = list(walk(ear, QUICK))
        version = ear.version
    expect_usable(heard)
    expect_as_written(version, heard)


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_first_eight_pages_are_heard(tmp_path: Path) -> None:
    with listening(tmp_path) as ear:
        heard = list(walk(ear))
        version = ear.version
    assert len(heard) == len(STEPS) == 8
    expect_usable(heard)
    expect_as_written(version, heard)
