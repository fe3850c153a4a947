"""What a finished page must show, drawn and measured before it comes: while it is written.

A finished page that shows the same needs no second measure: what is left to do then is to draw it,
to compare, and to read its words.
"""

import math
import time
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import msgspec
from PIL import Image

from desktop_app.untrusted.facts import PageQuestion, Question
from desktop_app.untrusted.operations.blank import (
    COARSE,
    KEPT_PAGES,
    SCALE,
    draw_in_colour,
    open_pdf,
    page_of,
    shown_of,
    words_of,
)
from desktop_app.untrusted.operations.inking import (
    Ink,
    Look,
    Printed,
    ink_of,
    printed_under,
    under_comments,
)
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.whole import Sheet, Wanted

MOST_IN_COLOUR = 4  # pages, of those with answers first: it is a quarter more time for each

LONG = 4.0  # of the child's ten seconds of processor: the rest is drawn when it is compared


@dataclass(frozen=True, slots=True)
class Awaited:
    """A page of the blank with our ink over it, and what is measured there.

    ``comments``: how many of their pixels lie under each text of ours; ``colour``: the page as it
    must show, small; None where it is compared in grey only.
    """

    look: Look
    wanted: Wanted
    ink: Ink
    printed: list[Printed]
    comments: list[int]
    colour: Image.Image | None = None


@dataclass(slots=True)
class Expectation:
    """The questions, our drawing, and the pages that were made ready."""

    subject: Subject
    question: Question
    drawing: Any
    pages: dict[int, Awaited] = field(default_factory=dict)
    annex: dict[int, Wanted] = field(default_factory=dict)

    def page(self, asked: PageQuestion) -> Awaited:
        """A page, made ready beforehand or now."""
        return self.pages.get(asked.page) or self._await(asked)

    def annex_page(self, place: int) -> Wanted:
        """A page of the annex (from 0), which nothing but our drawing shows."""
        return self.annex.get(place) or self._await_annex(place)

    def make_ready(self) -> None:
        """Draw and measure what can be: of a long form, or on a slow computer, its first pages."""
        first = sorted(self.question.pages, key=is_unasked)[:KEPT_PAGES]
        for place, asked in enumerate(first):
            if time.process_time() > LONG:
                return
            self.pages[asked.page] = self._await(asked, in_colour=place < MOST_IN_COLOUR)
        for place in range(min(len(self.question.annex), KEPT_PAGES)):
            self.annex[place] = self._await_annex(place)

    def _await(self, asked: PageQuestion, *, in_colour: bool = False) -> Awaited:
        see = partial(shown_of, self.subject, asked.page, finest=finest_of(asked))
        look = Look(see(forms=False), see(forms=False, comments=True), see(forms=True))
        picture, scale = look.shown
        sheet = Sheet(
            picture, look.noted[0], scale,
            asked.emptied, asked.free, asked.unread, loose=self.question.editable,
        )  # fmt: skip
        drawing = self._drawn(asked.drawing)
        wanted = Wanted(sheet, drawing)
        ink = ink_of((wanted.picture, scale), look, asked)
        colour = None
        if in_colour:
            colour = draw_in_colour(page_of(self.subject, asked.page), drawing, forms=True)
        words = words_of(self.subject, asked.page) if asked.texts else None
        printed = [printed_under(one, words, look.bare) for one in asked.texts]
        return Awaited(look, wanted, ink, printed, under_comments(look, asked), colour)

    def _await_annex(self, place: int) -> Wanted:
        first = self.question.annex_drawing
        page = self._drawn(first + place if first else 0)
        wide, high = page.get_size() if page is not None else (1, 1)
        empty = Image.new("L", (math.ceil(wide * COARSE), math.ceil(high * COARSE)), 255)
        return Wanted(Sheet(empty, empty, COARSE), page)

    def _drawn(self, number: int) -> Any:
        """A page of our drawing (from 1); None for none."""
        return self.drawing[number - 1] if self.drawing and number else None


def expect(subject: Subject, asked: Asked) -> Outcome:
    """Keep the questions, and make ready what will answer them."""
    question = msgspec.convert(asked.arguments, Question)
    drawing = open_pdf(asked.frames[0], "") if asked.frames else None
    subject.kept["expected"] = expected = Expectation(subject, question, drawing)
    expected.make_ready()
    return {}, []


def is_unasked(page: PageQuestion) -> bool:
    """Whether nothing is asked of a page but that it did not change."""
    return not (page.texts or page.ticks)


def finest_of(page: PageQuestion) -> float:
    """How many pixels a point a page is drawn with."""
    return COARSE if is_unasked(page) else SCALE
