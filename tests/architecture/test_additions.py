"""What is added is added everywhere: CONTRIBUTING names each file, and what lacks one is told."""

import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from desktop_app.core.answers import kinds
from desktop_app.core.authoring.samples import BY_KIND
from desktop_app.core.checks.questions import WITH_CHOICES
from desktop_app.gui.widgets.answers import WIDGETS
from desktop_app.gui.widgets.answers.line import WIDTHS
from tests.core.answers.test_kinds import VALUES
from tests.helpers.faults import assert_none

PROJECT = Path(__file__).parents[2]
PAGE = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
README = (PROJECT / "forms" / "README.md").read_text("utf-8")
PATH = re.compile(r"`((?:desktop_app|tests|forms|resources|translations)/[\w./-]*)`")

# What one adds, and each place that must know of it.
KIND_PLACES = {
    "desktop_app/core/answers/kinds/__init__.py": {*kinds.KINDS},
    "desktop_app/core/authoring/samples.py": {*BY_KIND, *WITH_CHOICES},
    "desktop_app/gui/widgets/answers/line.py": {*WIDTHS, *WIDGETS},
    "tests/core/answers/test_kinds.py": {*VALUES},
    "forms/README.md": {*re.findall(r"`(\w+)`", README)},
}
LISTS = {
    "Add a kind of answer": {*KIND_PLACES, "desktop_app/messages/answers.py"},
    "Add a letter (no programming)": {"forms/letters/", "forms/README.md", "tests/data/sayings/"},
    "Add a screen": {
        "desktop_app/gui/screens/__init__.py",
        "desktop_app/pages/destinations.py",
        "desktop_app/gui/titles.py",
        "tests/gui/harness/screens.py",
        "translations/en/app.po",
    },
}


def lacking(names: Iterable[str]) -> Iterator[str]:
    """Yield the place that does not know of a kind, and the kind."""
    for name in names:
        yield from (f"{place}: {name}" for place, known in KIND_PLACES.items() if name not in known)


def test_every_kind_is_known_everywhere() -> None:
    files = {one.name for one in pkgutil.iter_modules(kinds.__path__)} - {"base"}
    assert files
    assert_none([*lacking(sorted(files))])


def test_a_kind_that_is_only_a_file_is_told_with_all_that_it_lacks() -> None:
    assert [*lacking(["nobodys"])] == [f"{place}: nobodys" for place in KIND_PLACES]


def section(title: str) -> str:
    """Return a chapter of CONTRIBUTING."""
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("title", LISTS)
def test_the_page_names_every_file_that_is_touched(title: str) -> None:
    assert_none([place for place in sorted(LISTS[title]) if f"`{place}`" not in section(title)])


def test_every_path_of_the_page_is_there() -> None:
    named = [path for path in PATH.findall(PAGE) if "your-" not in path]
    assert len(named) > 20
    assert_none([path for path in named if not (PROJECT / path).exists()])
