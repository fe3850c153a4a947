"""The words of a letter received and their places; a page of it in greys, to be recognised."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw

from desktop_app.core.rect import Rect, around, height, shared_height
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.operations.geometry import Seen
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.words import shown
from desktop_app.untrusted.written import WrittenPage, WrittenWord

pdfium: Any = pypdfium2.raw
LETTERS = 60_000
APART = 0.35
"""Of the height of a letter: a wider gap ends a word though no space is written."""
TURNS = {0: 0, 1: 90, 2: 180, 3: 270}


def words(subject: Subject, asked: Asked) -> Outcome:
    """The words of the first pages, and where they stand on the page as seen."""
    document = shown(subject)
    pages = []
    for number in range(min(len(document), ceilings.LETTER_PAGES)):
        page: Any = document[number]
        seen = _seen(page)
        size = seen.page()
        found = tuple(_words(page, seen))[: ceilings.WORDS]
        pages.append(WrittenPage(width=size.width, height=size.height, words=found))
        page.close()
    return tuple(pages), []


def grey(subject: Subject, asked: Asked) -> Outcome:
    """One page in greys, its long side of ``side`` pixels: one byte a pixel, rows unpadded."""
    page: Any = shown(subject)[int(asked.arguments["page"]) - 1]
    wide, high = page.get_size()
    side = min(int(asked.arguments["side"]), ceilings.LETTER_SIDE)
    drawn = page.render(scale=side / max(1.0, wide, high), grayscale=True)
    rows = memoryview(drawn.buffer).cast("B")
    packed = b"".join(
        bytes(rows[row * drawn.stride : row * drawn.stride + drawn.width])
        for row in range(drawn.height)
    )
    size = {"width": drawn.width, "height": drawn.height}
    page.close()
    return size, [packed]


def _seen(page: Any) -> Seen:
    left, bottom, right, top = page.get_cropbox()
    return Seen(left, bottom, right, top, TURNS[page.get_rotation() // 90 % 4])  # type: ignore[arg-type]


def _words(page: Any, seen: Seen) -> Iterator[WrittenWord]:
    """Yield the words of a page, cut at spaces, at ends of lines and at gaps."""
    text, boxes = "", list[Rect]()
    for sign, box in _letters(page, seen):
        if text and (not sign or not _goes_on(boxes[-1], box)):
            yield _word(text, boxes)
            text, boxes = "", []
        if sign:
            text += sign
            boxes.append(box)
    if text:
        yield _word(text, boxes)


def _word(text: str, boxes: list[Rect]) -> WrittenWord:
    return WrittenWord(text=text[: ceilings.LABEL_LENGTH], box=around(boxes))


def _goes_on(last: Rect, box: Rect) -> bool:
    high = max(height(last), 1.0)
    level = shared_height(last, box) > 0.4 * min(height(last), height(box))
    return level and -high < box[0] - last[2] < APART * high


def _letters(page: Any, seen: Seen) -> Iterator[tuple[str, Rect]]:
    """Yield every letter with the box of its line of type; a space is "" and has no place."""
    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    try:
        for index in range(min(text.count_chars(), LETTERS)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            sign = chr(code) if 0x20 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
            if sign.isspace() or pdfium.FPDFText_IsGenerated(text, index):
                yield "", (0, 0, 0, 0)
            elif pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
                found = seen.rect((box.left, box.bottom, box.right, box.top))
                if all(map(math.isfinite, found)) and max(map(abs, found)) < 1e6:
                    yield sign, found
    finally:
        text.close()
