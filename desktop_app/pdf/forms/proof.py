"""Judges what the second engine read on the finished file: every value, every tick, every page.

A value is verified when its words stand in its box (and did not before), when their ink is there
from end to end, and, for a tick, when pixels changed where a cross was asked and nowhere else. And
nothing else changed: in the box nor anywhere on the pages is any ink but the blank's and ours.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop_app.core.errors import Notice
from desktop_app.core.pdf import FillProblem, Overflow, Proof
from desktop_app.core.rect import holds, meet
from desktop_app.pdf.forms.asking import Index
from desktop_app.pdf.forms.drawing import Drawing, Drawn
from desktop_app.pdf.forms.found import numbers_of
from desktop_app.pdf.forms.plan import (
    CHANGED,
    CLIPPED,
    COVERS,
    FOREIGN,
    MISSING_GLYPH,
    NOT_DRAWN,
    WRONG_TICK,
    Plan,
)
from desktop_app.pdf.forms.standing import annexed, in_cells, read, squeeze
from desktop_app.untrusted.facts import Facts, PageFact, TextFact, TickFact
from desktop_app.untrusted.model import Form, Rect

TOLERANCE = 1.3  # points: two pixels; an accent of the smallest letters is higher
LEAST_PIXELS = 4
STRAY_PIXELS = 3
WORD = re.compile(r"[^\W\d_]{3,}")  # printed letters: dotted lines, slashes and units are none
MASK = re.compile(r"(?:(\w)\1+)+", re.IGNORECASE)  # JJMMAAAA, YYYY, XXX: to be written over


Fault = tuple[int, int, str]
"""A field, one of its widgets, and what is wrong there."""


def judge(form: Form, plan: Plan, drawing: Drawing, index: Index, facts: Facts) -> Proof:
    """Compare what was asked with what was read."""
    problems = list(plan.problems)
    bad = {problem.field for problem in problems}
    for number, place, reason in _faults(form, plan, drawing, index, facts):
        one = form.fields[number]
        if one.name not in bad:
            bad.add(one.name)
            problems.append(FillProblem(one.name, one.widgets[place].page, reason))
    problems += _changed_pages(form, drawing, facts)
    asked = {form.fields[task.field].name for task in plan.tasks if task.asked}
    asked |= {problem.field for problem in plan.problems}
    return Proof(
        verified=plan.total - len(asked & bad),
        total=plan.total,
        problems=tuple(problems),
        overflow=tuple(_overflow(form, drawing)),
        abbreviations=plan.abbreviations,
        annex_pages=drawing.annex_pages,
        notices=(*plan.notices, *_same_places(form, drawing), *not_compared(facts)),
    )


def _faults(
    form: Form, plan: Plan, drawing: Drawing, index: Index, facts: Facts
) -> Iterator[Fault]:
    """Every fault of a box, the worst of each first."""
    complete = len(facts.texts) == len(index.texts) and len(facts.ticks) == len(index.ticks)
    if complete:
        yield from _faults_of_boxes(form, drawing, index, facts)
    for entry, is_there in zip(drawing.annex, annexed(drawing.annex, facts), strict=True):
        if not is_there:
            yield entry.field, 0, NOT_DRAWN
    for left_out in drawing.left_out:
        yield left_out.field, left_out.widget, NOT_DRAWN
    if not complete or facts.pages != len(form.pages) + drawing.annex_pages:
        for task in plan.tasks:
            yield task.field, 0, NOT_DRAWN


def _faults_of_boxes(form: Form, drawing: Drawing, index: Index, facts: Facts) -> Iterator[Fault]:
    for drawn, fact in zip(index.texts, facts.texts, strict=True):
        if reason := _judge_text(drawn, fact):
            yield drawn.field, drawn.widget, reason
    covered = _covered(form, drawing)
    for (number, place, wanted), tick in zip(index.ticks, facts.ticks, strict=True):
        was_on = form.fields[number].widgets[place].checked
        if reason := _judge_tick(wanted, was_on, tick, (number, place) in covered):
            yield number, place, reason


def _changed_pages(form: Form, drawing: Drawing, facts: Facts) -> Iterator[FillProblem]:
    """The pages that show something, outside their boxes, which is neither the blank's nor ours.

    What a file holds and no page shows is said of its first page. Of an annex from which a text is
    missing, that is said already.
    """
    pages = list(facts.whole)
    if all(annexed(drawing.annex, facts)):
        pages += [PageFact(True)] * (len(form.pages) - len(pages)) + facts.annex_whole
    for number, page in enumerate(pages, 1):
        carries = facts.carries and number == 1
        if page.foreign or page.added or carries or not page.measured:
            yield FillProblem("", number, CHANGED)


def not_compared(facts: Facts) -> list[Notice]:
    """The pages without answers for which a slow computer had no more time."""
    pages = [number for number, page in enumerate(facts.whole, 1) if page.left]
    if not pages:
        return []
    return [Notice("form-pages-not-compared", {"n": len(pages), "pages": numbers_of(pages)})]


def _same_places(form: Form, drawing: Drawing) -> list[Notice]:
    """Which fields share their place with another one, each once."""
    found: dict[int, Notice] = {}
    for one in drawing.left_out:
        covered, other = form.fields[one.field], form.fields[one.other]
        names = {"name": covered.name, "other": other.name}
        page = covered.widgets[one.widget].page
        found.setdefault(one.field, Notice("form-same-place", {**names, "page": page}))
    return list(found.values())


def _judge_text(drawn: Drawn, fact: TextFact) -> str:
    """What is wrong with the words themselves, then with what else is in their box."""
    return (
        _judge_words(drawn, fact)
        or (FOREIGN if fact.foreign else "")
        or (COVERS if _covers_words(fact.under) else "")
    )


def _covers_words(under: str) -> bool:
    """Whether printed words are under an answer, that are no mask of what its box takes."""
    return any(not MASK.fullmatch(word) for word in WORD.findall(under))


def _judge_words(drawn: Drawn, fact: TextFact) -> str:
    wanted, before, after = read(drawn, fact)
    by_line = drawn.turned and fact.placed is None
    found = _is_there(wanted, before, after) or (by_line and _line_by_line(drawn, before, after))
    if not found:
        return CLIPPED if _partly(wanted, before, after) else NOT_DRAWN
    if not any(fact.ink):
        return NOT_DRAWN
    if len(fact.ink) != len(drawn.lines):
        return CLIPPED
    if in_cells(drawn):
        # Letters in cells: the printed edge of a cell may hide a stroke, never a whole letter.
        return "" if all(fact.ink) else CLIPPED
    if not all(_covers(ink, line) for ink, line in zip(fact.ink, drawn.lines, strict=True)):
        return CLIPPED
    return MISSING_GLYPH if fact.bare else ""


def _is_there(wanted: str, before: str, after: str) -> bool:
    return after.count(wanted) > before.count(wanted) or wanted in _added(before, after)


def _line_by_line(drawn: Drawn, before: str, after: str) -> bool:
    """Turned lines are read in another order: then each of them is looked for."""
    return all(_is_there(squeeze(part), before, after) for part in drawn.parts if part.strip())


def _added(before: str, after: str) -> str:
    """What was read after and not before, when printed words surround an answer."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return after[start : len(after) - end]


def _partly(wanted: str, before: str, after: str) -> bool:
    """Whether at least the beginning or the end of a text was read."""
    part = max(2, len(wanted) // 3)
    return any(
        piece in after and piece not in before
        for piece in (wanted[:part], wanted[-part:], wanted[1 : 1 + part])
    )


def _covers(ink: Rect | None, line: Rect) -> bool:
    return ink is not None and holds(ink, line, TOLERANCE)


def _judge_tick(wanted: bool, was_on: bool, fact: TickFact, covered: bool) -> str:
    return _judge_cross(wanted, was_on, fact, covered) or (FOREIGN if fact.foreign else "")


def _judge_cross(wanted: bool, was_on: bool, fact: TickFact, covered: bool) -> str:
    if not fact.measured:
        return NOT_DRAWN if wanted else ""
    if wanted:  # a tick that the blank already showed changes nothing but the bare page
        most = max(fact.bare_core, fact.bare_all) if was_on else max(fact.core, fact.all)
        return "" if most >= LEAST_PIXELS else NOT_DRAWN
    if was_on:  # a tick of the blank's own, to be taken away; some were never visible
        gone = fact.all >= LEAST_PIXELS or fact.bare_core <= STRAY_PIXELS
        return "" if gone else WRONG_TICK
    return "" if covered or fact.core <= STRAY_PIXELS else WRONG_TICK


def _covered(form: Form, drawing: Drawing) -> set[tuple[int, int]]:
    """Tick boxes over which an answer of another box is written: their ink proves nothing."""
    texts: dict[int, list[Rect]] = defaultdict(list)
    for drawn in drawing.drawn:
        widget = form.fields[drawn.field].widgets[drawn.widget]
        one = form.fields[drawn.field]
        if drawn.text or one.type in ("tick", "one_of"):
            texts[widget.page] += [*drawn.lines] if drawn.text else [widget.rect]
    found = set()
    for number, one in enumerate(form.fields):
        if one.type in ("tick", "one_of"):
            for place, widget in enumerate(one.widgets):
                if any(meet(widget.rect, rect) for rect in texts[widget.page]):
                    found.add((number, place))
    return found


def _overflow(form: Form, drawing: Drawing) -> Sequence[Overflow]:
    return [
        Overflow(form.fields[entry.field].name, entry.page, entry.number) for entry in drawing.annex
    ]
