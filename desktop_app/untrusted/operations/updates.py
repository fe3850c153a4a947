"""Sets a PDF beside what it was when it was first written: what shows otherwise, and where.

Pictures decide, for any object behind them may be changed without a trace on the page; words are
only told. Whoever fills a form or signs it changes it too: a box that was there is told apart from
what is laid over the page.
"""

import ctypes
import difflib
import time
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from desktop_app.core.rect import Rect
from desktop_app.core.updates import UNCHANGED, Reworded, Updates
from desktop_app.untrusted import writings
from desktop_app.untrusted.errors import PdfRefused
from desktop_app.untrusted.operations import gate
from desktop_app.untrusted.operations.blank import COARSE, draw, open_pdf
from desktop_app.untrusted.operations.changes import CHANGE, Drawn
from desktop_app.untrusted.operations.lying import annotations
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.whole import raw

LONG = 6.0  # of the child's ten seconds of processor: then pages are left
MARGIN = 2.0  # points around a box that it may draw on
LONGEST_LINE = 90
Box = tuple[int, int, int, int, bool]
"""A box in points of the page's own space, rounded, and whether it is one of a signature."""


def compare(subject: Subject, asked: Asked) -> Outcome:
    """Answer how often the document was written again, and what that changed of what it shows."""
    found = writings.ends(subject.data)
    times = len(found) - 1
    if times < 1:
        return UNCHANGED, []
    first = Subject(subject.data[: found[0]], subject.password, subject.layers)
    try:
        gate.accept(first, asked)
        pair = [open_pdf(one.data, one.password) for one in (first, subject)]
    except PdfRefused:
        return Updates(times), []
    except Exception:  # what pypdf or PDFium refuse of half a file: it cannot be compared
        return Updates(times), []
    for document in pair:
        document.init_forms()
    told = _compared(times, *pair)
    if told == Updates(times, compared=True) and all(
        writings.adds_no_object(subject.data, end) for end in found[:-1]
    ):
        return UNCHANGED, []
    return told, []


def _compared(times: int, before: Any, now: Any) -> Updates:
    reworded: list[Reworded] = []
    marks: dict[str, list[int]] = {"covered": [], "filled": [], "signed": []}
    shared = left = min(len(before), len(now))
    for number in range(1, shared + 1):
        if time.process_time() > LONG:
            break
        pages = before[number - 1], now[number - 1]
        if (said := _reworded(number, *pages)) is not None:
            reworded.append(said)
        else:
            for mark in _laid(*pages):
                marks[mark].append(number)
        left -= 1
    places = {name: tuple(found) for name, found in marks.items()}
    more = len(now) - len(before)
    return Updates(times, True, tuple(reworded), **places, more=more, left=left)


def _reworded(number: int, before: Any, now: Any) -> Reworded | None:
    """What the page's own print says otherwise, its boxes and comments left out."""
    drawn = draw(before, forms=False, finest=COARSE), draw(now, forms=False, finest=COARSE)
    if _difference(*drawn) is None:
        return None
    return Reworded(number, *_lines(_words(before), _words(now)))


def _laid(before: Any, now: Any) -> Iterator[str]:
    """What kinds of things lie otherwise on a page whose own print is the same."""
    drawn = draw(before, forms=True, finest=COARSE), draw(now, forms=True, finest=COARSE)
    there, here = set(_boxes(before)), set(_boxes(now))
    signed = {one for one in here - there if one[-1]}
    if (rest := _difference(*drawn)) is not None:
        kept = [one[:4] for one in there & here]
        if (over := _without(rest, now, drawn[1], kept)).getbbox() != rest.getbbox():
            yield "filled"
        beside = _without(over, now, drawn[1], [one[:4] for one in signed])
        if beside.getbbox() or _hides(drawn, over):
            yield "covered"
    if signed:
        yield "signed"


def _difference(before: Drawn, now: Drawn) -> Image.Image | None:
    """Where two pictures of a page differ by so much that ink must; None: nowhere."""
    if before[0].size != now[0].size:
        return Image.new("L", now[0].size, 255)
    found = _plain(ImageChops.difference(before[0], now[0]))
    return found if found.getbbox() else None


def _plain(found: Image.Image) -> Image.Image:
    return found.point(lambda light: 255 if light > CHANGE else 0)


def _hides(drawn: tuple[Drawn, Drawn], over: Image.Image) -> bool:
    """Whether what was printed there is gone under what differs, be it called a signature."""
    lighter = _plain(ImageChops.subtract(drawn[1][0], drawn[0][0]))
    return ImageChops.multiply(lighter, over).getbbox() is not None


def _without(found: Image.Image, page: Any, drawn: Drawn, boxes: Sequence[Sequence[int]]) -> Any:
    """The same difference, what these boxes of the page may draw left out."""
    rest = found.copy()
    pen = ImageDraw.Draw(rest)
    for box in boxes:
        x0, y0, x1, y1 = _pixels(page, drawn[0].size, box)
        edge = MARGIN * drawn[1]
        pen.rectangle((x0 - edge, y0 - edge, x1 + edge, y1 + edge), fill=0)
    return rest


def _pixels(page: Any, size: tuple[int, int], box: Sequence[int]) -> Rect:
    """Where a box of the page's own space stands in its picture."""
    x, y = ctypes.c_int(), ctypes.c_int()
    found = []
    for corner in (box[0:2], box[2:4]):
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, *map(float, corner), x, y)
        found.append((x.value, y.value))
    (a, b), (c, d) = found
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _boxes(page: Any) -> Iterator[Box]:
    place = raw.FS_RECTF()
    for one in annotations(page):
        if raw.FPDFAnnot_GetSubtype(one) == raw.FPDF_ANNOT_WIDGET and raw.FPDFAnnot_GetRect(
            one, place
        ):
            kind = raw.FPDFAnnot_GetFormFieldType(page.formenv, one) if page.formenv else -1
            sides = (place.left, place.bottom, place.right, place.top)
            a, b, c, d = (round(side) for side in sides)
            yield a, b, c, d, kind == raw.FPDF_FORMFIELD_SIGNATURE


def _words(page: Any) -> list[str]:
    text = page.get_textpage()
    found = text.get_text_range().splitlines()
    text.close()
    return [clean for line in found if (clean := _clean(line))]


def _clean(line: str) -> str:
    """A line as it may be shown: no sign that turns what follows, none of control."""
    seen = (letter if unicodedata.category(letter)[0] != "C" else " " for letter in line)
    return " ".join("".join(seen).split())


def _lines(before: Sequence[str], now: Sequence[str]) -> tuple[str, str]:
    """The first lines that are not the same; none where the words are."""
    match = difflib.SequenceMatcher(None, before[:500], now[:500], autojunk=False)
    for kind, a, b, c, d in match.get_opcodes():
        if kind != "equal":
            return " ".join(before[a:b])[:LONGEST_LINE], " ".join(now[c:d])[:LONGEST_LINE]
    return "", ""
