"""No word of the trade without its plain words beside it, on any page, ladder, notice or help.

What stands behind "Pourquoi ?" is the law, in its own words. The text of a letter is for the
office: what each paragraph means is said beside it. Words for who types commands, or writes models,
have their own readers.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from desktop_app.core.language.jargon import unexplained
from desktop_app.pages.page import Folded, Found, Long, Page
from desktop_app.pages.reading import lines, nothing
from desktop_app.pages.way import ladder as ladder_block
from desktop_app.pages.way import way
from desktop_app.sentences import ladder_words
from desktop_app.sentences.help_pages import pages as help_pages
from desktop_app.wiring import RealTools
from desktop_app.workflow.matter.ladder import ladder
from tests.helpers.faults import assert_none
from tests.helpers.page_values import TODAY, page_values

PROJECT = Path(__file__).parents[2]
GOLDEN = PROJECT / "tests" / "data" / "pages"
TOOLS = RealTools()
FOR_OTHERS = (
    "cli/",
    "messages/arguments.py",
    "messages/cli.py",
    "messages/law.py",
    "messages/packs.py",
    "messages/selftest.py",
    "pages/arguments.py",
)
"""Words of those who type commands, write models or advise."""
OFFICES = (
    "packs",
    "argument",
    "kit, counter",
    "kit, copy",
    "kit, list",
    "kit, envelope",
    "kit, explained",
)
"""Pages of who writes models or advises; sheets that an office reads, in the letter's words."""
LETTERS = ("document", "ma-version", "editeur", "apercu")
"""Openings that show the text of a letter, which is for the office."""
NAMES = re.compile(
    r"«\s[^»]*\s»|\[[^\]]*\](?: of .*)?|avec --of : .*|\b(?:AV|MAL|IM3|IN1|FR\d{20,})\b"
)
"""What is quoted, or stands in a field or a list: the name of a printer, of a file, a command; what
an address, a reference or an account bears."""
KIND = re.compile(r"^\s*(?:[a-z, ]+(?:\(.*?\))?:|#+) ?", re.MULTILINE)


def wrong(text: str, known: str = "") -> list[str]:
    """Return the words of the trade of a text that nothing explains, names left aside."""
    bare = NAMES.sub(" ", text)
    return [one for one in unexplained(text, known) if re.search(rf"\b{one}\b", bare, re.I)]


def without_law(block: object) -> object:
    """Return a page, or a part of one, without what is shown only to who asks why."""
    if isinstance(block, tuple):
        return tuple(without_law(one) for one in block if not isinstance(one, Folded))
    if is_dataclass(block) and not isinstance(block, type):
        held = {one.name: getattr(block, one.name) for one in fields(block) if one.init}
        inside = (tuple, Found, Long)
        new = {name: without_law(one) for name, one in held.items() if isinstance(one, inside)}
        return type(block)(**(held | new)) if new else block
    return block


def text_of(page: Page) -> str:
    shown = without_law(page)
    assert isinstance(shown, Page)
    return "\n".join(lines(shown, nothing))


def test_the_gate_sees_a_word_of_the_trade() -> None:
    assert wrong("La CRA de la Caf rejette l’indu.") == ["indu", "CRA"]
    assert wrong("On appelle cela un indu (de l’argent à rendre).") == []


def test_every_page_that_is_a_value() -> None:
    pages = {name: one for name, one in page_values().items() if not name.startswith(OFFICES)}
    assert len(pages) > 200
    assert_none([(name, found) for name, one in pages.items() if (found := wrong(text_of(one)))])


def ladders() -> Iterator[tuple[str, str]]:
    for procedure in TOOLS.law.procedures():
        told = ladder_words.told(ladder(TOOLS.law, (), procedure.id, TODAY), TODAY)
        page = Page("", (ladder_block(told), way(procedure)), ())
        yield procedure.id, text_of(page)


LICENCES = re.compile(r"(?<=licence ).*|(?<=licences ).*|$Licence: .*")


def test_every_ladder() -> None:
    assert_none([(name, found) for name, text in ladders() if (found := wrong(text))])


def test_every_help_page() -> None:
    """But the names of licences, which have no plainer one: a person looks for that very name."""
    texts = ("\n".join(LICENCES.sub("", one.text) for one in page) for page in help_pages())
    assert_none([(n, found) for n, text in enumerate(texts, 1) if (found := wrong(text))])


@cache
def sentences() -> tuple[tuple[str, str], ...]:
    """Every sentence of the program: notices, refusals, labels; each with where it is written."""
    with (PROJECT / "translations" / "en" / "app.po").open("rb") as source:
        catalogue = read_po(source, locale="en")
    told: list[tuple[str, str]] = []
    for message in catalogue:
        places = [place for place, _line in message.locations]
        typed = " --" in "".join(message.id)
        if message.id and not typed and not all(one.startswith(FOR_OTHERS) for one in places):
            words: Iterable[str] = (message.id,) if isinstance(message.id, str) else message.id
            told += [(one, ", ".join(places)) for one in words]
    return tuple(told)


def test_every_notice_and_refusal() -> None:
    assert len(sentences()) > 1500
    assert_none([(where, found) for text, where in sentences() if (found := wrong(text))])


def seen(golden: Path) -> str:
    """Return what a screen says, without what was unfolded, and without the text of a letter."""
    kept: list[str] = []
    unfolded = False
    for line in golden.read_text("utf-8").splitlines():
        unfolded = "Cacher l’explication" in line or (unfolded and "hint:" in line)
        letter = golden.name.startswith(LETTERS) and ("text:" in line or "heard" in line)
        if not unfolded and not letter:
            kept.append(line)
    return KIND.sub("", "\n".join(kept))


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda one: one.stem)
def test_every_screen(golden: Path) -> None:
    assert wrong(seen(golden)) == []


def test_what_the_law_tells_in_a_hurry() -> None:
    told: list[tuple[str, str]] = []
    for one in TOOLS.law.emergencies:
        words = (one.help, *(step.label for step in (*one.today, *one.keep)))
        calls = (f"{call.label} {call.help}" for call in one.call)
        told.append((one.id, "\n".join((one.title, *words, *calls))))
    told += [("late", f"{one.label} {one.help}") for one in TOOLS.law.late]
    told += [("reply", one.help) for one in TOOLS.law.replies]
    for procedure in TOOLS.law.procedures():
        told += [
            (procedure.id, f"{one.meaning} {one.when} {one.since}") for one in procedure.silence
        ]
    assert_none([(name, found) for name, text in told if (found := wrong(text))])


def test_every_title_in_a_list_of_cases() -> None:
    titles = [(one.id, one.plain_title) for one in TOOLS.catalogue.search()]
    assert_none([(name, found) for name, text in titles if (found := wrong(text))])
