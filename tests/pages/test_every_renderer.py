"""Each page says the same dates, sums, names and warnings read aloud, in the terminal, on paper and
in JSON; ``tests/gui/test_pages_rendered.py`` looks at the window."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import desktop_app.pages
from desktop_app.cli import terminal
from desktop_app.cli.main import run
from desktop_app.cli.page_data import page_data
from desktop_app.cli.terminal import page_text
from desktop_app.core.language.typography import french
from desktop_app.pages.paper import sheet
from desktop_app.pages.reading import lines, nothing
from desktop_app.wiring import RealTools
from tests.helpers import page_values as page_values_module
from tests.helpers.page_values import PARTS, emergencies, emergency, page_values, pages_of, said
from tests.helpers.sheets import sheet_texts

TOOLS = RealTools()
EMERGENCIES = list(emergencies(TOOLS))
FIGURES = re.compile(r"\d[\d\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]*")
BEFORE = re.compile(r"^\s*(?:– )?(?:\d+\. )?")
PAGES_ROOM = Path(desktop_app.pages.__path__[0])
MODULES = sorted(one.stem for one in PAGES_ROOM.glob("[a-z]*.py"))
HELPERS = Path(page_values_module.__file__).parent
MAKERS = (
    "agreement_pages",
    "list_pages",
    "arriving_pages",
    "office_pages",
    "matched_page",
    "page_values",
    "people_pages",
    "question_pages",
    "safe_pages",
    "step_pages",
)
NOT_SAID = ("kind", "name", "id", "lang", "about", "done", "more", "less")
COMMAND = re.compile(
    r"^\s*(?:letter|urgent|deadline)(?: |$)| → (?:letter|office|safe|urgent|which-delay)(?: |$)"
)


def plain(words: str) -> str:
    return " ".join(words.split())


def bare(some: Iterable[str]) -> list[str]:
    """Return lines without numbers or dashes before them, as each renderer has its own."""
    return [told for line in some if (told := plain(BEFORE.sub("", line)))]


def figures(some: Iterable[str]) -> Counter[str]:
    """Return the figures of a text: of its days, hours, sums, numbers and articles."""
    return Counter(one.strip() for words in some for one in FIGURES.findall(words))


def test_all_emergencies_and_all_that_may_be_late_are_looked_at() -> None:
    assert len(EMERGENCIES) >= len(TOOLS.law.emergencies)
    assert len(page_values()) > 200


@pytest.mark.parametrize("part", PARTS)
def test_what_is_read_is_what_the_value_says_in_its_order_and_nothing_else(part: str) -> None:
    for name, page in pages_of(part).items():
        assert words(lines(page, nothing)) == words(said(page, pressed=False)), name


@pytest.mark.parametrize("part", PARTS)
def test_all_that_can_be_pressed_is_read_too(part: str) -> None:
    for name, page in pages_of(part).items():
        read = [line.strip("[]") for line in bare(lines(page))]
        assert words(read) == words(said(page, pressed=True)), name


@pytest.mark.parametrize("part", PARTS)
def test_the_terminal_says_it_with_no_other_figure(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "WIDTH", 10_000)  # a line that was cut may begin with a figure
    for name, page in pages_of(part).items():
        heading, *told = (one for one in page_text(page).splitlines() if not COMMAND.search(one))
        value = [one.casefold() for one in words(said(page, pressed=False))]
        assert words((heading.casefold(), *(one.casefold() for one in told))) == value, name


@pytest.mark.parametrize(("command", "came"), EMERGENCIES, ids=str)
def test_the_command_of_an_emergency_says_its_page_and_its_json_holds_no_other_fact(
    command: tuple[str, ...], came: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    page = emergency(TOOLS, came)
    assert run([*command], lambda: TOOLS) == 0
    told = plain(capsys.readouterr().out)
    for line in said(page, pressed=False):
        assert plain(line) in told or plain(line).upper() in told
    assert run([*command, "--json"], lambda: TOOLS) == 0
    found = json.loads(capsys.readouterr().out)
    read = plain("\n".join(lines(page)))
    facts = [found["title"], found["help"], *found["today"], *found["keep"], found["basis"]]
    facts += [one[key] for one in found["call"] for key in ("who", "how", "number")]
    facts += [one["plain_title"] for one in found["procedures"]]
    assert [one for one in facts if plain(one) not in read] == []


@pytest.mark.parametrize("part", PARTS)
def test_paper_says_it_word_for_word(part: str) -> None:
    for name, page in pages_of(part).items():
        printed = sheet_texts(sheet(partial(pages_of(part).__getitem__, name), "page", ""))
        told = words(said(page, pressed=False))
        assert "".join(words(printed)) == "".join(told), name  # rows of cells cut it


@pytest.mark.parametrize("part", PARTS)
def test_json_says_it_word_for_word(part: str) -> None:
    for name, page in pages_of(part).items():
        told = json.loads(json.dumps(page_data(page), ensure_ascii=False))
        assert sorted(words(texts(told))) == sorted(words(said(page, pressed=True))), name


def texts(told: Any) -> Iterator[str]:
    """Yield what a page says in JSON; ``kind`` names a block, and ``name`` a place or a button."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, list):
        for one in told:
            yield from texts(one)
    elif isinstance(told, dict):
        for key, one in told.items():
            yield from () if key in NOT_SAID else texts(one)


def test_every_page_that_a_module_makes_is_looked_at() -> None:
    """A module of ``pages/`` that makes pages is missing here, by its name."""
    helpers = "".join((HELPERS / f"{one}.py").read_text("utf-8") for one in MAKERS)
    used = set(re.findall(r"\b(\w+)\.(\w+)\(", helpers))
    names = dict(re.findall(r"desktop_app.pages import (\w+) as (\w+)", helpers))
    made = {(module, one.name) for module in MODULES for one in pages_made(module)}
    called = {(names.get(module, module), one) for module, one in made}
    assert called - used - {("two_languages", "beside")} == set()
    assert len(made) > 40


def pages_made(module: str) -> Iterator[ast.FunctionDef]:
    """Yield the functions of a module that give a page, or a problem to put on one."""
    for one in ast.parse((PAGES_ROOM / f"{module}.py").read_text("utf-8")).body:
        if isinstance(one, ast.FunctionDef) and one.returns is not None:
            public = not one.name.startswith("_")
            if public and ast.unparse(one.returns) in ("Page", "Problem"):
                yield one


def words(some: Iterable[str]) -> list[str]:
    """Return the words and figures of a text, whatever stands between them."""
    return [word for line in bare(some) for word in re.findall(r"\w+", french(line))]
