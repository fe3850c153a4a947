"""Large print and a second language are options of what renders a page: no screen has them, and no
page asks how it is rendered. A command gives them, and the kit has its own sizes."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "desktop_app"
GIVEN_BY = {
    "cli/paper.py",
    "pages/explained.py",
    "pages/kit.py",
    "pages/office_consent.py",
    "pages/office_figures.py",
    "pages/paper.py",
    "pages/record.py",
    "pages/terminal_kit.py",
    "pages/urgent.py",
    "pages/week.py",
}


def of_paper(code: str) -> bool:
    """Tell whether a module takes the options of paper, or puts two languages side by side."""
    imports = re.findall(r"from desktop_app\.pages\.paper import (\([^)]*\)|[^\n]*)", code)
    return "two_languages" in code or any("Options" in names for names in imports)


def test_the_options_of_paper_are_given_where_it_is_decided() -> None:
    files = (path for path in ROOT.rglob("*.py") if path.name != "two_languages.py")
    found = {
        path.relative_to(ROOT).as_posix() for path in files if of_paper(path.read_text("utf-8"))
    }
    assert found == GIVEN_BY


@pytest.mark.parametrize("code", ["from desktop_app.pages.paper import Options, sheet"])
def test_a_screen_that_took_them_would_be_seen(code: str) -> None:
    assert of_paper(code)
