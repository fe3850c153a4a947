"""What is added is added everywhere: CONTRIBUTING names each file, and what lacks one is told."""

import dataclasses
import pkgutil
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest

from desktop_app.core.answers import kinds
from desktop_app.core.authoring.samples import BY_KIND
from desktop_app.core.checks.questions import WITH_CHOICES
from desktop_app.gui.screens import SCREENS
from desktop_app.gui.widgets.answers import WIDGETS
from desktop_app.gui.widgets.answers.line import WIDTHS
from desktop_app.pages import destinations as to
from desktop_app.pages import titles
from tests.core.answers.test_kinds import VALUES
from tests.helpers.destinations import unnamed
from tests.helpers.faults import assert_none
from tests.packs.sayings import sayings

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
DESTINATIONS = {one.__name__ for one in get_args(to.Destination)}
SCREEN_PLACES = {
    "desktop_app/pages/destinations.py (Destination)": DESTINATIONS,
    "desktop_app/gui/screens/__init__.py": {one.__name__ for one in SCREENS},
    "desktop_app/pages/titles.py": {
        one.__name__ for one in (*titles.names(), *get_args(to.SafePage))
    },
    "tests/helpers/destinations.py": DESTINATIONS - unnamed(),
}
NOWHERE = {"ChosenPhrase"}
"""Values of the module of destinations that are only a part of some."""
RENDERED = "".join(
    path.read_text("utf-8") for path in sorted((PROJECT / "tests" / "helpers").glob("*page*.py"))
)
MADE_OF_ANOTHER = {"two_languages"}
"""Modules whose page is another page, said otherwise."""
SAYINGS = 3
"""Ways of saying it that a new letter must bring."""
LISTS = {
    "Add a kind of answer": {*KIND_PLACES, "desktop_app/messages/answers.py"},
    "Add a letter (no programming)": {"forms/letters/", "forms/README.md", "tests/data/sayings/"},
    "Add a screen": {
        "desktop_app/gui/screens/__init__.py",
        "desktop_app/pages/destinations.py",
        "desktop_app/pages/titles.py",
        "tests/gui/harness/screens.py",
        "tests/helpers/destinations.py",
        "tests/helpers/page_values.py",
        "translations/en/app.po",
    },
}


Places = Mapping[str, Collection[str]]


def lacking(names: Iterable[str], places: Places = KIND_PLACES) -> Iterator[str]:
    """Yield the place that does not know of a name, and the name."""
    for name in names:
        yield from (f"{place}: {name}" for place, known in places.items() if name not in known)


def test_every_kind_is_known_everywhere() -> None:
    files = {one.name for one in pkgutil.iter_modules(kinds.__path__)} - {"base"}
    assert files
    assert_none([*lacking(sorted(files))])


def test_a_kind_that_is_only_a_file_is_told_with_all_that_it_lacks() -> None:
    assert [*lacking(["nobodys"])] == [f"{place}: nobodys" for place in KIND_PLACES]


def test_every_destination_has_a_screen_a_title_and_a_name_for_the_harness() -> None:
    ours = {
        name
        for name, one in vars(to).items()
        if dataclasses.is_dataclass(one) and one.__module__ == to.__name__
    }
    assert_none([*lacking(sorted(ours - NOWHERE), SCREEN_PLACES)])


def test_a_destination_that_is_only_a_class_is_told_with_all_that_it_lacks() -> None:
    wanted = [f"{place}: Nobodys" for place in SCREEN_PLACES]
    assert [*lacking(["Nobodys"], SCREEN_PLACES)] == wanted


def unrendered(folder: Path) -> Iterator[str]:
    """Yield the modules that return a page which no renderer is tried with."""
    for path in sorted(folder.glob("*.py")):
        name = path.stem
        imported = rf"(?m)pages import .*\b{name}\b|^    {name}\b|pages\.{name} import"
        made = "-> Page:" in path.read_text("utf-8") and name not in MADE_OF_ANOTHER
        if made and not re.search(imported, RENDERED):
            yield f"tests/helpers/page_values.py: no page of {path.name}"


def test_every_page_is_tried_with_every_renderer(tmp_path: Path) -> None:
    assert_none([*unrendered(PROJECT / "desktop_app" / "pages")])
    (tmp_path / "nobodys.py").write_text("def page() -> Page:\n    ...\n", "utf-8")
    assert len([*unrendered(tmp_path)]) == 1


def faults_of_letters(folder: Path) -> Iterator[str]:
    """Yield what no check of a pack tells, since a letter of one's own may be so."""
    said = Counter(pack for saying in sayings() for pack in saying.packs)
    for path in sorted(folder.glob("*/letter.toml")):
        name, text = path.parent.name, path.read_text("utf-8")
        if said[name] < SAYINGS:
            yield f"tests/data/sayings/: {name} has {said[name]} of {SAYINGS} ways of saying it"
        if "\ncopied_from" in text:
            yield f"forms/letters/{name}/letter.toml: remove copied_from, it is for one's own"
        if '"qui_ecrit"' in text and "representant_nom" not in text:
            yield f"forms/letters/{name}/letter.toml: no paragraph says who writes for the person"


def test_every_letter_is_whole() -> None:
    assert_none([*faults_of_letters(PROJECT / "forms" / "letters")])


def test_a_letter_that_was_only_copied_is_told_with_all_that_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "nobodys").mkdir()
    text = 'id = "nobodys"\ncopied_from = "cada"\ninclude = ["qui_ecrit"]\n'
    (tmp_path / "nobodys" / "letter.toml").write_text(text, "utf-8")
    assert len([*faults_of_letters(tmp_path)]) == 3


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
