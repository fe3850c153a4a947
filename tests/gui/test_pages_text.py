"""What every page says, in the order of reading, is what was written down and read by a person.

``tests/data/pages`` has a file for each opening of the harness. A wanted change is accepted by
``python -m tests.gui.pages_text --write`` and by reading ``git diff`` before one commits it.
"""

import difflib
from collections.abc import Iterator

import pytest

from tests.gui.harness.screens import OPENINGS
from tests.gui.pages_text import GOLDEN, Reader, alone, golden_of

HOW = "If this is wanted: python -m tests.gui.pages_text --write '{opening}', then read git diff."


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    home = tmp_path_factory.mktemp("pages-home")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in alone(home).items():
            patch.setenv(name, value)
        found = Reader(home)
        yield found
        found.close()


# Each screen as it opens first is read at each run, its other states in the slow one.
@pytest.mark.parametrize(
    "opening",
    [pytest.param(one, marks=[pytest.mark.slow] if ":" in one else []) for one in OPENINGS],
)
def test_a_page_says_what_was_written_down(opening: str, reader: Reader) -> None:
    golden = golden_of(opening)
    wanted = golden.read_text("utf-8") if golden.exists() else ""
    found = reader.read(opening)
    changes = difflib.unified_diff(
        wanted.splitlines(), found.splitlines(), golden.name, "the page", lineterm="", n=2
    )
    told = "\n".join(changes)
    assert not told, f"{told}\n\n{HOW.format(opening=opening)}"


def test_every_text_that_was_written_down_is_of_a_page() -> None:
    left = {one.name for one in GOLDEN.iterdir()} - {golden_of(one).name for one in OPENINGS}
    assert not left, f"these pages are no more, remove their texts: {sorted(left)}"
