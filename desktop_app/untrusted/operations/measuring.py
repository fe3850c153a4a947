"""Reads a finished file back with PDFium, which wrote none of it, beside its blank.

Only facts leave this child: the words found in a box, where ink appeared. The parent judges them
(``pdf/forms/proof.py``). The blank was accepted by the gate in another child beforehand.
"""

import time
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import msgspec
from PIL import Image

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.facts import (
    Facts,
    PageFact,
    PageQuestion,
    Question,
    TextFact,
    TextQuestion,
    TickFact,
    TickQuestion,
)
from desktop_app.untrusted.model import Rect
from desktop_app.untrusted.operations import placing, whole
from desktop_app.untrusted.operations.blank import (
    COARSE,
    SCALE,
    draw,
    open_pdf,
    page_of,
    shown_of,
    words_of,
)
from desktop_app.untrusted.operations.changes import Changes, Drawn, changes
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.whole import Rest, Sheet

LONG = 8.0  # seconds, of the 15 there are: then pages on which nothing is asked are left
CORE = 0.2  # of a tick's box left out on each side: the printed square
LONGEST_TEXT = 20_000
OTHERWISE_ON_PAPER = (b"PrintState", b"/Event", b"/ObjStm")
"""What a file says when a layer may be printed otherwise than shown, or what may hide that."""


def open_blank(subject: Subject, asked: Asked) -> Outcome:
    """Open the blank form; pages are drawn when they are first needed, then kept."""
    document = open_pdf(subject.data, subject.password)
    document.init_forms()
    subject.kept["blank"] = document
    subject.kept |= {"drawn": {}, "pages": {}, "words": {}}
    return {"pages": len(document), "encrypted": False, "layers": subject.layers}, []


def measure_blank(subject: Subject, asked: Asked) -> Outcome:
    """Draw and read some pages of the blank beforehand: half of the time of a proof."""
    for number in asked.arguments["pages"]:
        words_of(subject, int(number))
        for forms in (False, True):
            shown_of(subject, int(number), forms=forms)
        shown_of(subject, int(number), forms=False, comments=True)
    return {}, []


def measure(subject: Subject, asked: Asked) -> Outcome:
    """Answer each question about the finished file, in order."""
    question = msgspec.convert(asked.arguments, Question)
    written = asked.frames[0]
    finished = _Finished(
        subject=subject,
        document=open_pdf(written, ""),
        drawing=open_pdf(asked.frames[1], "") if asked.frames[1:] else None,
        editable=question.editable,
        on_paper=any(sign in written for sign in OTHERWISE_ON_PAPER),
    )
    facts = Facts(pages=len(finished.document))
    # A page that is missing has no facts; those on which nothing is asked come last.
    pages = sorted((one for one in question.pages if one.page <= facts.pages), key=_is_unasked)
    found = {one.page: _measure_page(finished, one, facts) for one in pages}
    facts.whole = [found[number] for number in sorted(found)]
    for place, number in enumerate(question.annex):
        if number <= facts.pages:
            drawn = question.annex_drawing + place if question.annex_drawing else 0
            _read_annex(finished, number, drawn, question.annex_box, facts)
    subject.kept["finished"] = finished  # to close it takes longer than to answer
    return facts, []


@dataclass(frozen=True, slots=True)
class _Finished:
    """A finished file, and our drawing apart; ``on_paper``: it may be printed otherwise."""

    subject: Subject
    document: Any
    drawing: Any
    editable: bool
    on_paper: bool
    began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        if self.editable:
            self.document.init_forms()

    def drawn(self, number: int) -> Any:
        """A page of our drawing (from 1); None for none."""
        return self.drawing[number - 1] if self.drawing and number else None


def _is_unasked(page: PageQuestion) -> bool:
    """Whether nothing is asked of a page but that it did not change."""
    return not (page.texts or page.ticks)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A finished page, and its blank: bare, with its comments, with its boxes too.

    ``rest`` is what is foreign on the page; None when it has not the size of its blank.
    """

    picture: Drawn
    bare: Drawn
    noted: Drawn
    shown: Drawn
    rest: Rest | None = None


def _measure_page(finished: _Finished, page: PageQuestion, facts: Facts) -> PageFact:
    if _is_unasked(page) and time.monotonic() - finished.began > LONG:
        return PageFact(True, left=True)
    written = finished.document[page.page - 1]
    finest = COARSE if _is_unasked(page) else SCALE
    picture = draw(written, forms=finished.editable, comments=True, finest=finest)
    look = partial(shown_of, finished.subject, page.page, finest=finest)
    seen = _Seen(picture, look(forms=False), look(forms=False, comments=True), look(forms=True))
    seen = replace(seen, rest=_rest(seen, finished, page))
    blank = page_of(finished.subject, page.page)
    otherwise = _on_paper(finished, blank, written, picture)
    added = whole.lies_otherwise(written, blank)
    if _is_unasked(page):
        written.close()
    else:
        _measure_values(finished, page, written, seen, facts)
    if seen.rest is None:
        return PageFact(False)
    return PageFact(True, seen.rest.left() + otherwise, added)


def _measure_values(
    finished: _Finished, page: PageQuestion, written: Any, seen: _Seen, facts: Facts
) -> None:
    plain = changes(seen.picture, seen.bare)
    boxes = plain if seen.shown is seen.bare else changes(seen.picture, seen.shown)
    if finished.editable:  # PDFium reads no words in a field: they are put on the page first
        written.flatten()
        written.close()
        written = finished.document[page.page - 1]
    texts = written.get_textpage() if page.texts else None
    before = words_of(finished.subject, page.page) if page.texts else None
    facts.texts += [_text(one, texts, before, plain, seen.rest) for one in page.texts]
    if seen.noted is not seen.bare:
        _see_comments(page, facts, changes(seen.noted, seen.bare))
    facts.ticks += [_tick(tick, boxes, plain, seen.rest) for tick in page.ticks]
    if texts is not None:
        texts.close()
    written.close()


def _see_comments(page: PageQuestion, facts: Facts, comments: Changes | None) -> None:
    """A comment that somebody left on the blank, where an answer of ours is."""
    first = len(facts.texts) - len(page.texts)
    for asked, fact in zip(page.texts, facts.texts[first:], strict=True):
        lines = [comments.counts(one, one)[0] for one in asked.lines] if comments else []
        fact.foreign += sum(lines)


def _rest(seen: _Seen, finished: _Finished, page: PageQuestion) -> Rest | None:
    picture, scale = seen.picture
    if picture.size != seen.bare[0].size:
        return None
    may_change = page.emptied, page.free, page.unread
    sheet = Sheet(seen.shown[0], seen.noted[0], scale, *may_change, loose=finished.editable)
    return whole.rest_of(picture, sheet, finished.drawn(page.drawing))


def _on_paper(finished: _Finished, blank: Any, page: Any, picture: Drawn) -> int:
    """How many pixels are printed otherwise than they are shown, and are not so on the blank."""
    if not finished.on_paper:
        return 0
    fields = finished.editable
    see = partial(draw, forms=fields, comments=fields, finest=picture[1])
    printed, theirs = (see(one, printed=True)[0] for one in (page, blank))
    return whole.apart(picture[0], printed, see(blank)[0], theirs)


def _text(
    asked: TextQuestion, texts: Any, before: Any, changes: Changes | None, rest: Rest | None
) -> TextFact:
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
        foreign=rest.take([asked.seen, *asked.lines]) if rest else 0,
        under=" ".join(before.get_text_bounded(*one) for one in asked.cores)[:LONGEST_TEXT],
    )


def _tick(
    asked: TickQuestion, boxes: Changes | None, bare: Changes | None, rest: Rest | None
) -> TickFact:
    if boxes is None or bare is None:
        return TickFact(measured=False)
    x0, y0, x1, y1 = asked.rect
    wide, high = (x1 - x0) * CORE, (y1 - y0) * CORE
    core = (x0 + wide, y0 + high, x1 - wide, y1 - high)
    shown = boxes.counts(core, asked.rect)
    foreign = rest.take([asked.rect]) if rest else 0
    if not asked.was_on:
        return TickFact(True, *shown, foreign=foreign)
    return TickFact(True, *shown, *bare.counts(core, asked.rect), foreign=foreign)


def _read_annex(
    finished: _Finished, number: int, drawn: int, box: Rect | None, facts: Facts
) -> None:
    page = finished.document[number - 1]
    picture, scale = draw(page, forms=finished.editable, comments=True, finest=COARSE)
    empty = Image.new("L", picture.size, 255)
    rest = whole.rest_of(picture, Sheet(empty, empty, scale), finished.drawn(drawn))
    facts.annex_whole.append(PageFact(True, rest.left()))
    texts = page.get_textpage()
    facts.annex.append(texts.get_text_range()[: ceilings.PAGE_TEXT_LENGTH])
    if box:
        facts.annex_placed.append(placing.placed(texts, box, (1, 0)))
    texts.close()
    page.close()
