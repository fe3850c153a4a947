"""What was read of an answer, put beside what was written, whoever read it.

PDFium, as every reader, turns a line that has Arabic letters into an order of its own, and its
neighbours on the page with it. On such a page we compare letters one by one as they stand, from
left to right.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from desktop_app.core.documents.annex import page_number
from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.annex import BODY, AnnexEntry, lines_of
from desktop_app.pdf.forms.drawing import Drawn
from desktop_app.pdf.forms.ink import turned
from desktop_app.pdf.forms.shaping import clusters, is_shaped
from desktop_app.untrusted.facts import Facts, Letter, TextFact
from desktop_app.untrusted.model import Form, Page, Rect

NOT_READ = re.compile(r"[\s\u00ad\u200c-\u200f\ufffe\ufeff\u0002-]+")  # invisible; hyphens
SHAPES = re.compile("[\u0675-\u0678\ufb1d-\ufdff\ufe70-\ufefc]")  # in one of their shapes
LIGATURES = re.compile("[\ufb00-\ufb06]")  # one sign or its letters
OPENED = str.maketrans(")]}>»›’”", "([{<«‹‘“")
SAME_ROW = 0.5  # points between the lines on which letters of one row stand
SAME_PLACE = 0.1  # points

Places = Iterable[tuple[float, str]]
"""Letters with how far along their line they stand, in any order."""


def squeeze(text: str) -> str:
    """A text without what two engines write differently: spaces, marks of cut words, ligatures."""
    return NOT_READ.sub("", LIGATURES.sub(_plain, unicodedata.normalize("NFC", text)))


def is_one_by_one(drawn: Iterable[Drawn]) -> bool:
    """Whether what is drawn on a page must be read letter by letter."""
    return any(is_shaped(one.text) for one in drawn)


def along(form: Form, page: Page, drawn: Drawn) -> tuple[float, float]:
    """Where the words of a box run to, in the PDF's own space."""
    a, b, *_ = turned(form.fields[drawn.field].widgets[drawn.widget].turn, 0, 0)
    across, up, across_up, up_up, *_ = page.to_user
    return a * across + b * across_up, a * up + b * up_up


def annex_box(entries: Iterable[AnnexEntry]) -> Rect | None:
    """Which part of the annex is read letter by letter, if some text of it needs that."""
    return BODY if any(is_shaped(entry.text) for entry in entries) else None


def read(drawn: Drawn, fact: TextFact) -> tuple[str, str, str]:
    """What must be read, and what was, before and after."""
    if fact.placed is None:
        return squeeze(drawn.text), squeeze(fact.before), squeeze(fact.after)
    rows = _rows(_without(fact.placed, fact.placed_before))
    wanted = [seen(_places(part)) for part in drawn.parts]
    wanted = ["".join(wanted)] if in_cells(drawn) else wanted
    return squeeze("".join(wanted)), "", _found(wanted, rows)


def in_cells(drawn: Drawn) -> bool:
    """Whether each letter was written in a cell of its own."""
    return len(drawn.parts) > 1 and all(
        sum(not unicodedata.combining(letter) for letter in part) == 1 for part in drawn.parts
    )


def _found(wanted: Iterable[str], rows: Sequence[str]) -> str:
    """What was read of each line, in order: a neighbour's letters may stand on the same one."""
    found, first = "", 0
    for line in filter(None, map(squeeze, wanted)):
        place = next((n for n, row in enumerate(rows) if n >= first and line in row), None)
        found += "".join(rows) if place is None else line
        first = first if place is None else place + 1
    return found


def annexed(entries: Sequence[AnnexEntry], facts: Facts) -> Iterator[bool]:
    """Whether the annex has the whole of each text."""
    one_by_one = bool(facts.annex_placed)
    if one_by_one:
        read = "".join("".join(_rows(letters)) for letters in facts.annex_placed)
    else:
        read = squeeze("".join(map(_without_number, facts.annex, count(1))))
    for entry in entries:
        lines = [seen(_places(one)) for one in lines_of(entry.text)] if one_by_one else [entry.text]
        yield squeeze("".join(lines)) in read


def _without_number(text: str, page: int) -> str:
    """The words of a page of the annex without its number: a long text goes on over several."""
    number, words = squeeze(page_number(page)), squeeze(text)
    return words.removeprefix(number) if words.startswith(number) else words.removesuffix(number)


def _places(line: str) -> Iterator[tuple[float, str]]:
    """Where each letter of a line of ours stands, in parts of its size."""
    at = 0.0
    if is_shaped(line):
        for one in clusters(line):
            yield at, one.text
            at += one.advance
    else:
        for letter in line:
            yield at, letter
            at += lettering.width(letter, 1.0)


def seen(places: Places) -> str:
    """Put letters that were read one by one in the order in which they stand on paper.

    Those of one place (a letter and its marks) are in no order: each reader has its own. So it is
    with the shape of a letter, and with the side that a bracket or a quotation mark opens.
    """
    ordered = sorted(places, key=lambda one: one[0])
    found = []
    for _, some in groupby(ordered, key=lambda one: round(one[0], 3)):
        letters = SHAPES.sub(_plain, "".join(text for _, text in some)).translate(OPENED)
        apart = unicodedata.normalize("NFD", letters)
        found += sorted(apart, key=lambda one: (unicodedata.combining(one), one))
    return "".join(found)


def _plain(shape: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", shape[0])


def _without(letters: Sequence[Letter], printed: Sequence[Letter]) -> list[Letter]:
    """The letters that the blank had not, at the same place."""
    return [
        one
        for one in letters
        if not any(
            one.text == other.text
            and abs(one.along - other.along) < SAME_PLACE
            and abs(one.below - other.below) < SAME_PLACE
            for other in printed
        )
    ]


def _rows(letters: Sequence[Letter]) -> list[str]:
    rows: list[list[tuple[float, str]]] = []
    last = -math.inf
    for one in sorted(letters, key=lambda letter: letter.below):
        if one.below - last > SAME_ROW:
            rows.append([])
        rows[-1].append((one.along, one.text))
        last = one.below
    return [squeeze(seen(row)) for row in rows]
