"""The printed words of the pages, and which of them speak of a box; read by PDFium.

PDFium reads the words of the largest French form, with their places, in a twentieth of the time
that pypdf takes without them.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw

from desktop_app.core.rect import same_row
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detection.garbled import is_garbled
from desktop_app.untrusted.model import Field, Page, Rect
from desktop_app.untrusted.operations.subject import Subject

raw: Any = pypdfium2.raw

FAR_LEFT, FAR_RIGHT, ABOVE = 420.0, 180.0, 16.0  # points
LONGEST_LABEL = 120
SIGNS = 0x110000  # more is no sign at all
FILLING = re.compile(r"[\s._…·•:|\-‐–\ufffe\u0002☐□❑■▪]+$|^[\s._…·•:|\-‐–\ufffe\u0002☐□❑■▪]+")
PRIVATE = re.compile("[\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
LEADERS = re.compile(r"[._…]{3,}|\s{4,}|\r?\n")


def shown(subject: Subject) -> pdfium.PdfDocument:
    """The document opened by PDFium, once."""
    if "pdfium" not in subject.kept:
        password = subject.password or None
        document: Any = pdfium.PdfDocument
        subject.kept["pdfium"] = document(subject.data, password=password)
    found: pdfium.PdfDocument = subject.kept["pdfium"]
    return found


class Words:
    """The words of a document, page by page, each page read at most once at a time."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._number = -1
        self._page: Any = None
        self._text: Any = None
        self._lying: dict[int, bool] = {}

    def page(self, number: int) -> str:
        """All the words of a page (from 1)."""
        self._turn_to(number)
        found: str = self._text.get_text_range()
        return found[: ceilings.PAGE_TEXT_LENGTH]

    def inside(self, number: int, box: Rect) -> str:
        """The words inside a box of the page's own space."""
        self._turn_to(number)
        found: str = self._text.get_text_bounded(*box)
        return found

    def box_of(self, number: int, start: int, end: int) -> Rect | None:
        """The box, in the page's own space, of the letters from one index to another."""
        self._turn_to(number)
        boxes = [
            self._text.get_charbox(index)
            for index in range(start, min(end, self._text.count_chars()))
        ]
        inked = [box for box in boxes if box[2] > box[0] and box[3] > box[1]]
        if not inked:
            return None
        lefts, bottoms, rights, tops = zip(*inked, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)

    def letters(self, number: int, most: int) -> Iterator[tuple[str, float, float]]:
        """The first signs of a page, and where each begins on its line, in the page's own space."""
        self._turn_to(number)
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(min(self._text.count_chars(), most)):
            sign = raw.FPDFText_GetUnicode(self._text, index)
            if raw.FPDFText_GetCharOrigin(self._text, index, x, y):
                yield chr(sign if sign < SIGNS else 0), x.value, y.value

    def lie(self, number: int) -> bool:
        """Whether the words of a page are rubbish, though the page may look right."""
        if number not in self._lying:
            self._lying[number] = is_garbled(self.page(number))
        return self._lying[number]

    def _turn_to(self, number: int) -> None:
        if number == self._number:
            return
        self.close()
        self._page = self._document[number - 1]
        self._text = self._page.get_textpage()
        self._number = number

    def close(self) -> None:
        """Let the page go."""
        if self._text is not None:
            self._text.close()
            self._page.close()
        self._page = self._text = None
        self._number = -1


def label_of(field: Field, words: Words, pages: Sequence[Page], others: Iterable[Rect]) -> str:
    """Words for a field: its tooltip, else those to its left or above it, else its name.

    A tick's words stand to its right. ``others`` are the boxes of the same page, which stop the
    search: words beyond another box speak of that one.
    """
    if field.label and not _is_name(field.label, field.name):
        return field.label
    widget = next((one for one in field.widgets if one.page), None)
    if widget is None or words.lie(widget.page):
        return field.name
    page = pages[widget.page - 1]
    if field.type in ("tick", "one_of"):
        tries = [_right_of(widget.rect, others), _left_of(widget.rect, others)]
    else:
        tries = [_left_of(widget.rect, others), _above(widget.rect)]
    for box in tries:
        text = words.inside(widget.page, page.in_its_own_space(box))
        nearest_last = box[2] <= widget.rect[0]
        if label := _nearest(text, nearest_last):
            return label
    return field.name


def _is_name(tooltip: str, name: str) -> bool:
    """Whether a tooltip is only the field's name again ("LieuNaissance"), words of no one."""
    last = name.rsplit(".", 1)[-1].split("[", maxsplit=1)[0]
    return tooltip.casefold() == last.casefold() and " " not in tooltip


def _nearest(text: str, last: bool) -> str:
    parts = [clean for part in LEADERS.split(text) if (clean := _clean(part))]
    parts = [part for part in parts if any(letter.isalpha() for letter in part)]
    if not parts:
        return ""
    return parts[-1][-LONGEST_LABEL:] if last else parts[0][:LONGEST_LABEL]


def _clean(text: str) -> str:
    text = PRIVATE.sub(" ", text)  # dingbats of a font of their own
    return FILLING.sub("", re.sub(r"\s+", " ", text)).strip()


def _left_of(box: Rect, others: Iterable[Rect]) -> Rect:
    stop = max(
        (one[2] for one in others if _same_line(one, box) and one[2] <= box[0] + 1), default=0
    )
    return max(stop, box[0] - FAR_LEFT, 0.0), box[1], box[0], _top(box)


def _right_of(box: Rect, others: Iterable[Rect]) -> Rect:
    far = box[2] + FAR_RIGHT
    stop = min(
        (one[0] for one in others if _same_line(one, box) and one[0] >= box[2] - 1), default=far
    )
    return box[2], box[1] - 1, max(min(stop, far), box[2]), box[3] + 1


def _above(box: Rect) -> Rect:
    return box[0] - 2, box[3], max(box[2], box[0] + 40), box[3] + ABOVE


def _top(box: Rect) -> float:
    return min(box[3], box[1] + 24) if box[3] - box[1] < 30 else box[3]


def _same_line(one: Rect, other: Rect) -> bool:
    return one is not other and same_row(one, other)
