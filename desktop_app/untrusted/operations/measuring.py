"""Reads a finished file back with PDFium, which wrote none of it, beside its blank.

Only facts leave this child: the words found in a box, where ink appeared. The parent judges them
(``pdf/forms/proof.py``). The blank was accepted by the gate in another child beforehand.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec
import pypdfium2 as pdfium
from PIL import Image, ImageChops

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.facts import (
    Facts,
    Question,
    TextFact,
    TextQuestion,
    TickFact,
    TickQuestion,
)
from desktop_app.untrusted.model import Rect
from desktop_app.untrusted.operations import placing
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject

SCALE = 1.5  # pixels a point
CHANGE = 60  # of 255 grey levels
KEPT_PAGES = 50  # of the blank, drawn and read: about 3 MB each
Span = tuple[float, float]
Drawn = tuple[Image.Image, float]  # a page in grey, and its pixels a point
STROKE = 0.4  # of a line's height: a printed stroke as high may hide a letter
CORE = 0.2  # of a tick's box left out on each side: the printed square
LONGEST_TEXT = 20_000


def open_blank(subject: Subject, asked: Asked) -> Outcome:
    """Open the blank form; pages are drawn when they are first needed, then kept."""
    document = _open(subject.data, subject.password)
    document.init_forms()
    subject.kept["blank"] = document
    subject.kept |= {"drawn": {}, "pages": {}, "words": {}}
    return {"pages": len(document), "encrypted": False, "layers": subject.layers}, []


def measure_blank(subject: Subject, asked: Asked) -> Outcome:
    """Draw and read some pages of the blank beforehand: half of the time of a proof."""
    for number in asked.arguments["pages"]:
        _blank_words(subject, int(number))
        for forms in (False, True):
            _blank(subject, int(number), forms=forms)
    return {}, []


def measure(subject: Subject, asked: Asked) -> Outcome:
    """Answer each question about the finished file, in order."""
    question = msgspec.convert(asked.arguments, Question)
    document = _open(asked.frames[0], "")
    if question.editable:
        document.init_forms()
    facts = Facts(pages=len(document))
    for page in question.pages:
        if page.page > len(document):  # a page is missing: so are its facts
            continue
        shown = document[page.page - 1]
        picture = _draw(shown, forms=question.editable)
        bare, shown_blank = (_blank(subject, page.page, forms=forms) for forms in (False, True))
        plain = _changes(picture, bare)
        boxes = plain if shown_blank is bare else _changes(picture, shown_blank)
        if question.editable:  # PDFium reads no words in a field: they are put on the page first
            shown.flatten()
            shown.close()
            shown = document[page.page - 1]
        texts = shown.get_textpage() if page.texts else None
        before = _blank_words(subject, page.page) if page.texts else None
        facts.texts += [_text(one, texts, before, plain) for one in page.texts]
        facts.ticks += [_tick(tick, boxes, plain) for tick in page.ticks]
        if texts is not None:
            texts.close()
        shown.close()
    for number in question.annex:
        if number <= facts.pages:
            _read_annex(document[number - 1], question.annex_box, facts)
    subject.kept["finished"] = document  # to close it takes longer than to answer
    return facts, []


def _open(data: bytes, password: str) -> Any:
    document: Any = pdfium.PdfDocument
    return document(data, password=password or None)


def _draw(page: Any, *, forms: bool) -> Drawn:
    width, height = page.get_size()
    scale = min(SCALE, math.sqrt(ceilings.PIXELS_A_PAGE / max(1.0, width * height)))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=forms, draw_annots=forms)
    return bitmap.to_pil(), scale  # of the bitmap's own pixels, which it keeps


def _blank(subject: Subject, number: int, *, forms: bool) -> Drawn:
    drawn: dict[tuple[int, bool], Drawn] = subject.kept["drawn"]
    if (number, forms) in drawn:
        return drawn[number, forms]
    found = _draw(_blank_page(subject, number), forms=forms)
    if forms:
        bare = _blank(subject, number, forms=False)
        if not ImageChops.difference(found[0], bare[0]).getbbox():
            found = bare  # its boxes show nothing: compared once
    if len(drawn) < 2 * KEPT_PAGES:
        drawn[number, forms] = found
    return found


def _blank_page(subject: Subject, number: int) -> Any:
    pages = subject.kept["pages"]
    if number not in pages:
        if len(pages) >= KEPT_PAGES:
            _let_go(subject, next(iter(pages)))
        pages[number] = subject.kept["blank"][number - 1]
    return pages[number]


def _blank_words(subject: Subject, number: int) -> Any:
    words = subject.kept["words"]
    if number not in words:
        words[number] = _blank_page(subject, number).get_textpage()
    return words[number]


def _let_go(subject: Subject, number: int) -> None:
    if number in subject.kept["words"]:
        subject.kept["words"].pop(number).close()
    subject.kept["pages"].pop(number).close()


class _Changes:
    """Where a page differs from its blank, in points of the page as seen."""

    def __init__(self, picture: Image.Image, blank: Image.Image, scale: float) -> None:
        self.difference = ImageChops.difference(picture, blank)
        self.blank = blank
        self.scale = scale
        self._unseen = _evenly_grey(blank.size)

    def crop(self, rect: Rect) -> tuple[Image.Image, int, int]:
        """A part where what changed too little is 0, and where it is."""
        place = self._pixels(rect)
        part = ImageChops.subtract(self.difference.crop(place), self._unseen)
        return part, place[0], place[1]

    def _pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        x0, y0, x1, y1 = rect
        wide, high = self.difference.size
        left, top = max(0, math.floor(x0 * self.scale)), max(0, high - math.ceil(y1 * self.scale))
        right = min(wide, math.ceil(x1 * self.scale))
        bottom = min(high, high - math.floor(y0 * self.scale))
        return left, top, max(left, right), max(top, bottom)

    def counts(self, core: Rect, rect: Rect) -> tuple[int, int]:
        """How many pixels changed in a rectangle's core, and in all of it."""
        part, left, top = self.crop(rect)
        if part.getbbox() is None:
            return 0, 0
        x0, y0, x1, y1 = self._pixels(core)
        inner = part.crop((x0 - left, y0 - top, x1 - left, y1 - top))
        return _not_black(inner), _not_black(part)

    def ink(self, rect: Rect, letters: list[Span], *, upright: bool) -> tuple[Rect | None, int]:
        """Where ink is in a line, and in how many of its letters there is none."""
        part, left, top = self.crop(rect)
        found = part.getbbox()
        if found is None:
            return None, len(letters)
        across, down = part.getprojection() if letters else ((), ())
        start = -left
        if not upright:  # from the foot of the page, as the spans are
            across, start = down[::-1], len(down) - (self.difference.height - top)
        bare = [span for span in letters if 1 not in self._along(across, start, span)]
        hidden = sum(self._is_hidden(rect, span, upright=upright) for span in bare)
        return self._points(found, left, top), len(bare) - hidden

    def _is_hidden(self, rect: Rect, span: Span, *, upright: bool) -> bool:
        """Whether a printed stroke stands where a letter is: it may hide its ink."""
        x0, y0, x1, y1 = rect
        place = (span[0], y0, span[1], y1) if upright else (x0, span[0], x1, span[1])
        printed = ImageChops.subtract(
            ImageChops.invert(self.blank.crop(self._pixels(place))), self._unseen
        )
        found = printed.getbbox()
        if found is None:
            return False
        high, line = (found[3] - found[1], y1 - y0) if upright else (found[2] - found[0], x1 - x0)
        return high >= STROKE * line * self.scale

    def _along(self, inked: Sequence[int], shift: int, span: Span) -> Sequence[int]:
        start = math.floor(span[0] * self.scale) + shift - 1
        return inked[max(0, start) : math.ceil(span[1] * self.scale) + shift + 1]

    def _points(self, found: tuple[int, int, int, int], left: int, top: int) -> Rect:
        high = self.difference.height
        return (
            (left + found[0]) / self.scale,
            (high - top - found[3]) / self.scale,
            (left + found[2]) / self.scale,
            (high - top - found[1]) / self.scale,
        )


@lru_cache(maxsize=4)
def _evenly_grey(size: tuple[int, int]) -> Image.Image:
    """What is taken away from a difference: only more than that is a change."""
    return Image.new("L", size, CHANGE)


def _not_black(part: Image.Image) -> int:
    return part.width * part.height - part.histogram()[0]


def _changes(picture: Drawn, blank: Drawn) -> _Changes | None:
    if blank[0].size != picture[0].size:
        return None
    return _Changes(picture[0], blank[0], picture[1])


def _text(asked: TextQuestion, texts: Any, before: Any, changes: _Changes | None) -> TextFact:
    letters = asked.letters or [[] for _ in asked.lines]
    inks = [
        changes.ink(line, spans, upright=asked.upright) if changes else (None, len(spans))
        for line, spans in zip(asked.lines, letters, strict=True)
    ]
    return TextFact(
        before=before.get_text_bounded(*asked.box)[:LONGEST_TEXT],
        after=texts.get_text_bounded(*asked.box)[:LONGEST_TEXT],
        ink=[ink for ink, _ in inks],
        bare=sum(bare for _, bare in inks),
        placed_before=placing.placed(before, asked.box, asked.along) if asked.along else [],
        placed=placing.placed(texts, asked.box, asked.along) if asked.along else None,
    )


def _tick(asked: TickQuestion, boxes: _Changes | None, bare: _Changes | None) -> TickFact:
    if boxes is None or bare is None:
        return TickFact(measured=False)
    x0, y0, x1, y1 = asked.rect
    wide, high = (x1 - x0) * CORE, (y1 - y0) * CORE
    core = (x0 + wide, y0 + high, x1 - wide, y1 - high)
    shown = boxes.counts(core, asked.rect)
    if not asked.was_on:
        return TickFact(True, *shown)
    return TickFact(True, *shown, *bare.counts(core, asked.rect))


def _read_annex(page: Any, box: Rect | None, facts: Facts) -> None:
    texts = page.get_textpage()
    facts.annex.append(texts.get_text_range()[: ceilings.PAGE_TEXT_LENGTH])
    if box:
        facts.annex_placed.append(placing.placed(texts, box, (1, 0)))
    texts.close()
    page.close()
