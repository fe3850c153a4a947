"""A page whose words cannot be read: drawn straight, for another child to recognise them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PIL import Image, ImageDraw

from desktop_app.core.rect import Rect, has, height, middle, width
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detection.bands import Bands
from desktop_app.untrusted.detection.sheet import Line, Sheet, Word
from desktop_app.untrusted.operations.drawings import sheet_of
from desktop_app.untrusted.operations.inspection import reading_of
from desktop_app.untrusted.operations.scans import sheet_of_picture
from desktop_app.untrusted.operations.standing import Standing
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.words import shown

DPI = 200
"""Of the picture in which words are recognised: more takes twice as long and reads no better."""

AROUND, DOTS = 0.8, 2.6  # points on each side of a rule; over the foot of a row of dots
WIDER = 2.0  # times a square: such a word is read in its frame
STEM = 18.0  # points: no letter of a form is that high


def straight(subject: Subject, asked: Asked) -> Outcome:
    """One page in greys, upright as its boxes are looked for: one byte a pixel, rows unpadded."""
    number = int(asked.arguments["page"])
    document: Any = shown(subject)
    page = document[number - 1]
    sheet = sheet_of(page, reading_of(subject).pages[number - 1])
    stood = Standing()
    if sheet.is_picture:
        sheet, stood = sheet_of_picture(page, sheet.width, sheet.height)
    scale = min(DPI / 72, ceilings.LETTER_SIDE / max(1.0, sheet.width, sheet.height))
    drawn: Image.Image = page.render(scale=scale).to_pil()
    page.close()
    grey = stood.straight(drawn.convert("L"))
    _wipe(grey, sheet)
    return {"width": grey.width, "height": grey.height}, [grey.tobytes()]


def _wipe(grey: Image.Image, sheet: Sheet) -> None:
    """Leave the words alone: frames, rules and rows of dots are read as letters.

    In a picture, what is short may be the stem or the hollow of a letter.
    """
    pen, scale = ImageDraw.Draw(grey), grey.height / sheet.height
    least = STEM if sheet.is_picture else 0.0
    level = (
        (one.start, one.at - AROUND, one.end, one.at + _high(one))
        for one in sheet.level
        if one.length > least
    )
    sides = (
        (one.at - AROUND, one.start, one.at + AROUND, one.end)
        for one in sheet.upright
        if one.length > least
    )
    squares = (
        (x0 - AROUND, y0 - AROUND, x1 + AROUND, y1 + AROUND)
        for x0, y0, x1, y1 in (() if sheet.is_picture else sheet.squares)
    )
    for x0, y0, x1, y1 in (*level, *sides, *squares):
        box = (x0 * scale, grey.height - y1 * scale, x1 * scale, grey.height - y0 * scale)
        pen.rectangle(box, fill=grey.getpixel((0, 0)))


def _is_square(word: Rect, square: Rect) -> bool:
    """Whether what was read as a letter or two is a square to tick."""
    return has(word, middle(square)) and width(word) < WIDER * width(square)


def _high(line: Line) -> float:
    return DOTS if line.dotted or line.typed else max(AROUND, line.thick)


def words_given(asked: Asked, sheets: Sequence[tuple[float, float]]) -> dict[int, tuple[Word, ...]]:
    """Return the words that were recognised, by page, in points of the straight page.

    Args:
        sheets: width and height of every page, in points.
    """
    found = {}
    for page, wide, words in asked.arguments.get("words", ()):
        scale = sheets[page - 1][0] / wide
        found[int(page)] = tuple(
            Word(str(text), (x0 * scale, y0 * scale, x1 * scale, y1 * scale))
            for text, (x0, y0, x1, y1) in words
        )
    return found


def with_words(sheet: Sheet, read: Sequence[Word]) -> Sheet:
    """Return a page with the words that were recognised; other ink stays what nobody can read."""
    read = [one for one in read if not any(_is_square(one.rect, box) for box in sheet.squares)]
    lines = Bands(word.rect for word in read)
    unread = (
        Word("", word.rect)
        for word in sheet.words
        if not any(
            one[0] <= middle(word.rect)[0] <= one[2]
            and abs(middle(one)[1] - middle(word.rect)[1]) < height(one)
            for one in lines.near(word.rect[1], word.rect[3])
        )
    )
    return replace(sheet, words=(*read, *unread))
