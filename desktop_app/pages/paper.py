"""A page on paper: its blocks, in order, as ``resources/typst/sheet.typ`` reads them.

What is pressed is left out; what is asked, and a fact that is not known, is a line to write on.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop_app import i18n
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.language.typography import BLANK, french
from desktop_app.core.packs.model import Question
from desktop_app.core.spaces import NBSP
from desktop_app.pages.page import (  # fmt: skip
    Ask,
    Beside,
    Block,
    Box,
    Card,
    Fact,
    Ladder,
    Listed,
    Live,
    Long,
    Own,
    Page,
    Steps,
    Table,
    Text,
    Timeline,
)
from desktop_app.pages.reading import nothing, read
from desktop_app.pages.two_languages import beside

Data = dict[str, Any]
NORMAL, LARGE = 14, 18
"""Points of the words of a sheet."""
DRAWN = ("letter", "address", "label", "envelope", "envelope-free", "room", "foot")
"""The places that the templates draw."""
CELLS_IN_A_ROW = 20


@dataclass(frozen=True, slots=True)
class Options:
    """How a sheet is set: the ``size`` of its words, in points; a ``second`` language beside."""

    size: int = NORMAL
    second: str = ""


def sheet(
    make: Callable[[], Page], key: str, use: str, name: str = "", options: Options | None = None
) -> Sheet:
    """Return a page as a sheet in the language spoken now.

    Args:
        make: the page, in the language spoken.
        key: of the sheet, as a ``Part`` names it.
        use: what to do with it, in two or three words, before its title.
        name: in the head of its next pages; its title when empty.
    """
    options, page = options or Options(), make()
    if options.second:
        with i18n.speaking(options.second):
            other = make()
        page = beside(page, other, options.second)
    here = i18n.current()
    problem = () if page.problem is None else (Text(page.problem.words, "label"),)
    ways = () if page.problem is None else page.problem.ways
    data = {
        "key": key,
        "name": final(name or page.heading),
        "use": _said(use, here),
        "title": _said(page.heading, here),
        "size": options.size,
        "blocks": _all((*problem, *ways, *page.blocks), here),
    }
    words = {
        "next": final(i18n.text("{title}, suite")),
        "page": final(i18n.text("Page {n} sur {total}")),
        "hand": final(i18n.text("à remplir à la main")),
    }
    return Sheet(key, here, final(page.heading), words, data)


def final(words: str) -> str:
    """Return words as they are set, where a text is of one language only."""
    return french(words) if i18n.current() == i18n.SOURCE_LANGUAGE else i18n.plain(words)


def _said(words: str, language: str) -> str | list[dict[str, str]]:
    """Return a text, or its parts of another language than the page's, each with its own."""
    with i18n.speaking(language):
        runs = i18n.runs(words)
    if all(run.language == i18n.current() for run in runs):
        return _typed(words, language)
    return [{"language": one.language, "text": _typed(one.text, one.language)} for one in runs]


def _typed(words: str, language: str) -> str:
    return french(words) if language == i18n.SOURCE_LANGUAGE else words


def _all(blocks: Iterable[Block], language: str) -> list[Data]:
    return [data for block in blocks for data in _block(block, language)]


def _text(words: str, language: str, role: str = "body") -> Iterator[Data]:
    if words:
        lines = [_said(line, language) for line in words.splitlines()]
        yield {"kind": "text", "role": role, "lines": lines}


def _block(block: Block, language: str) -> Iterator[Data]:
    match block:
        case Text(words, role, lang):
            yield from _text(words, lang or language, role)
        case Steps(items):
            yield {"kind": "steps", "items": [_step(one, language) for one in items]}
        case Listed(items):
            yield {"kind": "ticks", "items": [_said(one, language) for one in items]}
        case Fact(label, "", _, wrong, signs):
            yield {"kind": "hand", "said": _said(label, language), "room": signs}
            yield from _text(wrong, language)
        case Own(name, said) if name in DRAWN:
            yield {"kind": "own", "name": name, "lines": [_said(one, language) for one in said]}
        case Box():
            yield _box(block, language)
        case Table() | Beside():
            yield _columns(block, language)
        case Ask() | Card() | Long() | Live() | Timeline() | Ladder():
            yield from _holding(block, language)
        case _:  # what is shown on a screen only is read
            yield from _text("\n".join(read((block,), nothing)), language)


def _holding(block: Ask | Card | Long | Live | Timeline | Ladder, language: str) -> Iterator[Data]:
    """Yield what is in a block that holds others."""
    match block:
        case Ask(_, asked):
            yield from (data for one in asked for data in _question(one.question, language))
            yield from _text(block.told, language)
        case Card(title, blocks):
            yield from _card(title, blocks, language)
        case Long(blocks):
            for one in blocks:
                entry = isinstance(one, Card) and not one.title
                found = _block(one, language)
                yield from ({**data, "kind": "entry"} if entry else data for data in found)
        case Live(_, blocks):
            yield from _all(blocks, language)
        case Timeline(moments):
            for moment in moments:
                yield from _card(moment.words, moment.blocks, language)
        case Ladder(rungs):
            for n, rung in enumerate(rungs, 1):
                title = f"{n}. {i18n.labelled(rung.state, rung.title)}"
                yield from _card(title, rung.blocks, language)


def _card(title: str, blocks: Iterable[Block], language: str) -> Iterator[Data]:
    """Yield a card, unless all that it holds is pressed."""
    inside = _all(blocks, language)
    if inside or title:
        yield {"kind": "card", "title": _said(title, language), "blocks": inside}


def _question(question: Question, language: str) -> Iterator[Data]:
    """Yield a question: its choices to tick, or a line to write on."""
    if not question.choices:
        yield {"kind": "hand", "said": _said(question.label, language), "room": False}
    else:
        yield from _text(question.label, language)
    yield from _text(question.hint, language, "hint")
    if question.choices:
        items = ("\n".join(filter(None, (one.label, one.hint))) for one in question.choices)
        yield {"kind": "ticks", "items": [_said(one, language) for one in items]}


def _columns(block: Table | Beside, language: str) -> Data:
    if isinstance(block, Beside):
        second = _all(block.second, block.lang or language)
        return {"kind": "beside", "first": _all(block.first, language), "second": second}
    head = [_said(cell, language) for cell in block.head]
    cells = [[_said(cell or BLANK[:12], language) for cell in row] for row in block.rows]
    if block.bars:
        return {"kind": "bars", "head": head, "rows": cells, "bars": list(block.bars)}
    return {"kind": "table", "head": head, "rows": cells}


def _step(words: str, language: str) -> Data:
    title, *more = words.splitlines()
    items = [line.removeprefix("– ") for line in more if line.startswith("– ")]
    lines = [line for line in more if not line.startswith("– ")]
    return {
        "title": _said(title, language),
        "lines": [_said(one, language) for one in lines],
        "items": [_said(one, language) for one in items],
    }


def _box(box: Box, language: str) -> Data:
    """Return a box of a form; its value is shown as it is copied: no typography is put on it."""
    label, say = _said(box.label, language), _said(box.say, language)
    return {"kind": "box", "done": box.done, "say": say, "label": label, "lines": rows(box)}


def rows(box: Box) -> list[str]:
    """Return the value of a box in lines: of so many cells, where each sign has its own."""
    if box.done != "signs":
        return box.value.split("\n")
    signs = box.value.replace("\n", " ").replace(NBSP, " ")
    return [signs[at : at + CELLS_IN_A_ROW] for at in range(0, len(signs), CELLS_IN_A_ROW)]
