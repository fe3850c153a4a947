"""Each page says the same dates, sums, names and warnings read aloud, in the terminal, on paper and
in JSON; ``tests/gui/test_pages_rendered.py`` looks at the window."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

from desktop_app.cli.main import run
from desktop_app.cli.terminal import page_text
from desktop_app.core.language.typography import french
from desktop_app.pages.paper import sheet
from desktop_app.pages.reading import lines, nothing
from desktop_app.wiring import RealTools
from tests.helpers.page_values import emergencies, emergency, page_values, said
from tests.helpers.sheets import sheet_texts

TOOLS = RealTools()
PAGES = page_values()
EMERGENCIES = list(emergencies(TOOLS))
FIGURES = re.compile(r"\d[\d\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]*")
BEFORE = re.compile(r"^\s*(?:\d+\. |– )?")
COMMAND = re.compile(r"^\s*(?:letter|urgent|deadline) ")


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
    assert len(PAGES) > 200


@pytest.mark.parametrize("name", PAGES)
def test_what_is_read_is_what_the_value_says_in_its_order_and_nothing_else(name: str) -> None:
    page = PAGES[name]
    assert bare(lines(page, nothing)) == bare(said(page, pressed=False))


@pytest.mark.parametrize("name", PAGES)
def test_all_that_can_be_pressed_is_read_too(name: str) -> None:
    page = PAGES[name]
    read = [line.strip("[]") for line in bare(lines(page))]
    assert read == bare(said(page, pressed=True))


@pytest.mark.parametrize("name", PAGES)
def test_the_terminal_says_it_with_no_other_figure(name: str) -> None:
    page = PAGES[name]
    heading, *told = bare(one for one in page_text(page).splitlines() if not COMMAND.match(one))
    value = bare(said(page, pressed=False))
    assert [heading.casefold(), *told] == [value[0].casefold(), *value[1:]]
    assert figures(told) == figures(value[1:])


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


@pytest.mark.parametrize("name", PAGES)
def test_paper_says_it_word_for_word(name: str) -> None:
    page = PAGES[name]
    printed = sheet_texts(sheet(lambda: page, "page", ""))
    assert words(printed) == words(said(page, pressed=False))


def words(some: Iterable[str]) -> list[str]:
    """Return the words and figures of a text, whatever stands between them."""
    return [word for line in bare(some) for word in re.findall(r"\w+", french(line))]
