"""Each page says the same dates, sums, names and warnings read aloud, in the terminal, on paper and
in JSON; ``tests/gui/test_pages_rendered.py`` looks at the window."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from desktop_app.cli.main import run
from desktop_app.cli.terminal import page_text
from desktop_app.core.documents.listed_agenda import ListedAgenda
from desktop_app.pages.reading import lines, nothing
from desktop_app.sentences import case_words
from desktop_app.wiring import RealTools
from desktop_app.workflow.guidance.urgent import page_at, page_of
from tests.helpers.page_values import emergencies, emergency, page_values, said

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


@pytest.mark.parametrize(("_command", "came"), EMERGENCIES, ids=str)
def test_the_sheet_of_an_emergency_says_what_its_page_says(_command: Any, came: Any) -> None:
    law, catalogue = TOOLS.law, TOOLS.catalogue
    place = (law, catalogue, came.emergency)
    found = page_at(*place, came.place) if came.place else page_of(*place)
    read = plain("\n".join(lines(emergency(TOOLS, came))))
    assert [words for words in texts(case_words.listed(found)) if plain(words) not in read] == []


def texts(sheet: ListedAgenda) -> Iterator[str]:
    """Yield what a sheet says; its last line joins two of the page's."""
    yield from (sheet.title, sheet.say, *sheet.use.split(" Texte : "))
    for group in sheet.groups:
        yield group.title
        for one in group.dates:
            yield from (one.when, *one.lines)
