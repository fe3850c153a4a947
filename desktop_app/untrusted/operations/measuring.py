"""Reads a finished file back with PDFium, which wrote none of it, beside its blank.

Only facts leave this child: the words found in a box, where ink appeared. The parent judges them
(``pdf/forms/proof.py``). The blank was accepted by the gate in another child beforehand.
"""

import time
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.facts import (
    Facts,
    PageFact,
    PageQuestion,
    TextFact,
    TextQuestion,
)
from desktop_app.untrusted.operations import lying, placing, signs, whole
from desktop_app.untrusted.operations.blank import (
    COARSE,
    draw,
    draw_in_colour,
    open_pdf,
    page_of,
    shown_of,
    words_of,
)
from desktop_app.untrusted.operations.changes import Drawn
from desktop_app.untrusted.operations.expecting import Awaited, Expectation, finest_of, is_unasked
from desktop_app.untrusted.operations.inking import LONGEST_TEXT, Ink, Inked, Printed, ink_of
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.whole import Rest, Wanted

LONG = 8.0  # of the child's ten seconds of processor: then pages where nothing is asked are left
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
    """Answer each question that is kept about the finished file, in order."""
    expected: Expectation = subject.kept["expected"]
    written = asked.frames[0]
    finished = _Finished(
        expected=expected,
        document=open_pdf(written, ""),
        editable=expected.question.editable,
        on_paper=any(sign in written for sign in OTHERWISE_ON_PAPER),
    )
    facts = Facts(pages=len(finished.document), carries=signs.carries_more(written))
    # A page that is missing has no facts; those on which nothing is asked come last.
    asked_pages = [one for one in expected.question.pages if one.page <= facts.pages]
    pages = sorted(asked_pages, key=is_unasked)
    found = {one.page: _measure_page(finished, one, facts) for one in pages}
    facts.whole = [found[number] for number in sorted(found)]
    for place, number in enumerate(expected.question.annex):
        if number <= facts.pages:
            _read_annex(finished, number, expected.annex_page(place), facts)
    subject.kept["finished"] = finished  # to close it takes longer than to answer
    return facts, []


@dataclass(frozen=True, slots=True)
class _Finished:
    """A finished file, and what it must show; ``on_paper``: it may be printed otherwise."""

    expected: Expectation
    document: Any
    editable: bool
    on_paper: bool

    def __post_init__(self) -> None:
        if self.editable:
            self.document.init_forms()


def _measure_page(finished: _Finished, page: PageQuestion, facts: Facts) -> PageFact:
    if is_unasked(page) and time.process_time() > LONG:
        return PageFact(True, left=True)
    written = finished.document[page.page - 1]
    picture = draw(written, forms=finished.editable, comments=True, finest=finest_of(page))
    awaited = finished.expected.page(page)
    same_size = picture[0].size == awaited.wanted.picture.size
    rest = whole.rest_of(picture[0], awaited.wanted) if same_size else None
    blank = page_of(finished.expected.subject, page.page)
    otherwise = _on_paper(finished, blank, written, picture)
    if awaited.colour is not None and rest is not None:
        colour = draw_in_colour(written, forms=finished.editable)
        otherwise += whole.hues_apart(colour, awaited.colour, awaited.wanted.sheet)
    added = lying.lies_otherwise(
        written, blank, flat=not finished.editable
    ) or lying.holds_otherwise(written, blank, page.values)
    if not is_unasked(page):
        is_same = rest is not None and rest.as_wanted
        ink = awaited.ink if is_same else ink_of(picture, awaited.look, page)
        _measure_values(finished, page, written, _Seen(ink, awaited, rest), facts)
    written.close()
    if rest is None:
        return PageFact(False)
    return PageFact(True, rest.left() + otherwise, added)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The ink of a page, what its blank has there, what is foreign.

    ``rest`` is None when the page has not the size of its blank.
    """

    ink: Ink
    awaited: Awaited
    rest: Rest | None


def _measure_values(
    finished: _Finished, page: PageQuestion, written: Any, seen: _Seen, facts: Facts
) -> None:
    if page.texts:
        if finished.editable:  # PDFium reads no words in a field: they are put on the page first
            written.flatten()
            written = finished.document[page.page - 1]
        texts = written.get_textpage()
        before = zip(seen.awaited.printed, seen.awaited.comments, strict=True)
        inks = zip(page.texts, seen.ink.texts, before, strict=True)
        for one, inked, (printed, comments) in inks:
            fact = _text(one, inked, texts, printed)
            found = seen.rest.take([one.seen, *one.lines]) if seen.rest else 0
            fact.foreign = found + comments
            facts.texts.append(fact)
        texts.close()
        if finished.editable:
            written.close()
    for asked, tick in zip(page.ticks, seen.ink.ticks, strict=True):
        foreign = seen.rest.take([asked.rect]) if seen.rest else 0
        facts.ticks.append(msgspec.structs.replace(tick, foreign=foreign))


def _on_paper(finished: _Finished, blank: Any, page: Any, picture: Drawn) -> int:
    """How many pixels are printed otherwise than they are shown, and are not so on the blank."""
    if not finished.on_paper:
        return 0
    fields = finished.editable
    see = partial(draw, forms=fields, comments=fields, finest=picture[1])
    printed, theirs = (see(one, printed=True)[0] for one in (page, blank))
    return whole.apart(picture[0], printed, see(blank)[0], theirs)


def _text(asked: TextQuestion, inked: Inked, texts: Any, printed: Printed) -> TextFact:
    return TextFact(
        before=printed.words,
        after=texts.get_text_bounded(*asked.box)[:LONGEST_TEXT],
        ink=inked.lines,
        bare=inked.bare,
        placed_before=printed.letters,
        placed=placing.placed(texts, asked.box, asked.along) if asked.along else None,
        under=printed.under,
    )


def _read_annex(finished: _Finished, number: int, wanted: Wanted, facts: Facts) -> None:
    page = finished.document[number - 1]
    picture, _ = draw(page, forms=finished.editable, comments=True, finest=COARSE)
    if picture.size == wanted.picture.size:
        facts.annex_whole.append(PageFact(True, whole.rest_of(picture, wanted).left()))
    else:
        facts.annex_whole.append(PageFact(False))
    texts = page.get_textpage()
    facts.annex.append(texts.get_text_range()[: ceilings.PAGE_TEXT_LENGTH])
    if box := finished.expected.question.annex_box:
        facts.annex_placed.append(placing.placed(texts, box, (1, 0)))
    texts.close()
    page.close()
