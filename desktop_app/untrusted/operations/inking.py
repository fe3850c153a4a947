"""Where ink is on a page that was not on its blank: of each text asked about, and of each tick."""

from dataclasses import dataclass
from typing import Any

from desktop_app.untrusted.facts import (
    Letter,
    PageQuestion,
    TextQuestion,
    TickFact,
    TickQuestion,
)
from desktop_app.untrusted.model import Rect
from desktop_app.untrusted.operations import placing
from desktop_app.untrusted.operations.changes import Changes, Drawn, changes

DARK = 128  # of 255 grey levels
LONGEST_TEXT = 20_000
CORE = 0.2  # of a tick's box left out on each side: the printed square
EDGE = 0.2  # of a line left out above and below: what only touches it


@dataclass(frozen=True, slots=True)
class Look:
    """A page of the blank: bare, with its comments, with its boxes too; the same where it can."""

    bare: Drawn
    noted: Drawn
    shown: Drawn


@dataclass(frozen=True, slots=True)
class Inked:
    """One text: where its ink is, line by line, and in how many letters there is none."""

    lines: list[Rect | None]
    bare: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What the blank has where one text goes: its words, each letter if wanted, and under it."""

    words: str
    letters: list[Letter]
    under: str


@dataclass(frozen=True, slots=True)
class Ink:
    """What was measured on a page, in the order of its questions."""

    texts: list[Inked]
    ticks: list[TickFact]


def ink_of(picture: Drawn, look: Look, page: PageQuestion) -> Ink:
    """Measure a page, or what it must show, beside its blank."""
    plain = changes(picture, look.bare)
    boxes = plain if look.shown is look.bare else changes(picture, look.shown)
    return Ink(
        [_inked(one, plain) for one in page.texts],
        [_tick(one, boxes, plain) for one in page.ticks],
    )


def printed_under(asked: TextQuestion, words: Any, blank: Drawn) -> Printed:
    """Read a page of the blank where one text goes; a word that nobody sees is under nothing."""
    under = " ".join(words.get_text_bounded(*one) for one in asked.cores)[:LONGEST_TEXT]
    if under.strip() and not any(_is_dark(blank, line) for line in asked.lines):
        under = ""
    letters = placing.placed(words, asked.box, asked.along) if asked.along else []
    return Printed(words.get_text_bounded(*asked.box)[:LONGEST_TEXT], letters, under)


def _is_dark(blank: Drawn, line: Rect) -> bool:
    """Whether any ink is printed in the middle of a line, from top to foot."""
    picture, scale = blank
    x0, y0, x1, y1 = (side * scale for side in line)
    tips = (y1 - y0) / 4
    part = picture.crop(
        (int(x0), int(picture.height - y1 + tips), int(x1), int(picture.height - y0 - tips))
    )
    return bool(part.width and part.height) and int(part.getextrema()[0]) < DARK  # type: ignore[arg-type]


def under_comments(look: Look, page: PageQuestion) -> list[int]:
    """How many pixels of the blank's comments are in the middle of each line of ours.

    Those that only touch it from above or below are beside it.
    """
    comments = None if look.noted is look.bare else changes(look.noted, look.bare)
    if comments is None:
        return [0] * len(page.texts)
    return [
        sum(comments.counts(_middle(one, upright=text.upright), one)[0] for one in text.lines)
        for text in page.texts
    ]


def _middle(line: Rect, *, upright: bool) -> Rect:
    x0, y0, x1, y1 = line
    if upright:
        return x0, y0 + EDGE * (y1 - y0), x1, y1 - EDGE * (y1 - y0)
    return x0 + EDGE * (x1 - x0), y0, x1 - EDGE * (x1 - x0), y1


def _inked(asked: TextQuestion, changes: Changes | None) -> Inked:
    letters = asked.letters or [[] for _ in asked.lines]
    if changes is None:
        return Inked([None] * len(asked.lines), sum(map(len, letters)))
    inks = [
        changes.ink(line, spans, upright=asked.upright)
        for line, spans in zip(asked.lines, letters, strict=True)
    ]
    return Inked([ink for ink, _ in inks], sum(bare for _, bare in inks))


def _tick(asked: TickQuestion, boxes: Changes | None, bare: Changes | None) -> TickFact:
    if boxes is None or bare is None:
        return TickFact(measured=False)
    x0, y0, x1, y1 = asked.rect
    wide, high = (x1 - x0) * CORE, (y1 - y0) * CORE
    core = (x0 + wide, y0 + high, x1 - wide, y1 - high)
    shown = boxes.counts(core, asked.rect)
    if not asked.was_on:
        return TickFact(True, *shown)
    return TickFact(True, *shown, *bare.counts(core, asked.rect))
