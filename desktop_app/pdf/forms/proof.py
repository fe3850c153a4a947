"""Judges what the second engine read on the finished file: every value, every tick.

A value is verified when its words stand in its box (and did not before), when their ink is there
from end to end, and, for a tick, when pixels changed where a cross was asked and nowhere else.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.core.errors import Notice
from desktop_app.core.pdf import FillProblem, Overflow, Proof
from desktop_app.core.rect import holds, meet
from desktop_app.pdf.forms.drawing import Drawing, Drawn
from desktop_app.pdf.forms.plan import CLIPPED, MISSING_GLYPH, NOT_DRAWN, WRONG_TICK, Plan
from desktop_app.pdf.forms.standing import (
    along,
    annex_box,
    annexed,
    in_cells,
    is_one_by_one,
    read,
    squeeze,
)
from desktop_app.untrusted.facts import (
    Facts,
    PageQuestion,
    Question,
    TextFact,
    TextQuestion,
    TickFact,
    TickQuestion,
)
from desktop_app.untrusted.model import Form, Page, Rect

AROUND = (1.0, 2.0)  # points beside, and above or below, a box that still belong to it
TOLERANCE = 1.3  # points: two pixels; an accent of the smallest letters is higher
LEAST_PIXELS = 4
STRAY_PIXELS = 3


@dataclass(slots=True)
class _Index:
    """Which field each question is about, in the order of the answers."""

    texts: list[Drawn] = field(default_factory=list)
    ticks: list[tuple[int, int, bool]] = field(default_factory=list)  # field, widget, wanted


Asked = tuple[Question, _Index]


def questions(form: Form, plan: Plan, drawing: Drawing, *, editable: bool) -> Asked:
    """Ask about every value drawn, every tick box of the form, and the annex."""
    texts: dict[int, list[Drawn]] = defaultdict(list)
    for drawn in drawing.drawn:
        if drawn.text:
            texts[form.fields[drawn.field].widgets[drawn.widget].page].append(drawn)
    ticks = _ticks(form, plan)
    index, pages = _Index(), []
    for number in sorted(texts.keys() | ticks.keys()):
        page = form.pages[number - 1]
        index.texts += texts[number]
        index.ticks += ticks[number]
        pages.append(
            PageQuestion(
                page=number,
                texts=_text_questions(form, page, texts[number]),
                ticks=[
                    TickQuestion(widget.rect, was_on=widget.checked)
                    for one, place, _ in ticks[number]
                    for widget in [form.fields[one].widgets[place]]
                ],
            )
        )
    first = len(form.pages) + 1
    annex = list(range(first, first + drawing.annex_pages))
    box = annex_box(drawing.annex)
    return Question(editable=editable, pages=pages, annex=annex, annex_box=box), index


def pages(form: Form, plan: Plan) -> list[int]:
    """The pages that ``questions`` may ask about: known before anything is drawn."""
    answered = {w.page for task in plan.tasks for w in form.fields[task.field].widgets if w.page}
    return sorted(answered | _ticks(form, plan).keys())


def _ticks(form: Form, plan: Plan) -> dict[int, list[tuple[int, int, bool]]]:
    """Every tick box that must be, or must not be, ticked; what the blank ticks stays aside."""
    found: dict[int, list[tuple[int, int, bool]]] = defaultdict(list)
    tasks = {task.field: task for task in plan.tasks}
    for number, one in enumerate(form.fields):
        if one.type not in ("tick", "one_of"):
            continue
        task = tasks.get(number)
        for place, widget in enumerate(one.widgets):
            if widget.page and (task is not None or not widget.checked):
                wanted = task is not None and place in task.on
                found[widget.page].append((number, place, wanted))
    return found


def _text_questions(form: Form, page: Page, texts: Sequence[Drawn]) -> list[TextQuestion]:
    asked = [_text_question(form, page, drawn) for drawn in texts]
    if is_one_by_one(texts):
        for one, drawn in zip(asked, texts, strict=True):
            one.along = along(form, page, drawn)
    return asked


def _text_question(form: Form, page: Page, drawn: Drawn) -> TextQuestion:
    rect = form.fields[drawn.field].widgets[drawn.widget].rect
    wider = (rect[0] - AROUND[0], rect[1] - AROUND[1], rect[2] + AROUND[0], rect[3] + AROUND[1])
    return TextQuestion(
        box=page.in_its_own_space(wider),
        lines=list(drawn.lines),
        letters=[list(line) for line in drawn.letters],
        upright=form.fields[drawn.field].widgets[drawn.widget].turn in (0, 180),
    )


def judge(form: Form, plan: Plan, drawing: Drawing, index: _Index, facts: Facts) -> Proof:
    """Compare what was asked with what was read."""
    problems = list(plan.problems)
    bad = {problem.field for problem in problems}

    def tell(number: int, place: int, reason: str) -> None:
        one = form.fields[number]
        if one.name not in bad:
            bad.add(one.name)
            problems.append(FillProblem(one.name, one.widgets[place].page, reason))

    complete = len(facts.texts) == len(index.texts) and len(facts.ticks) == len(index.ticks)
    for drawn, fact in zip(index.texts, facts.texts, strict=False) if complete else ():
        if reason := _judge_text(drawn, fact):
            tell(drawn.field, drawn.widget, reason)
    covered = _covered(form, drawing)
    for (number, place, wanted), tick in (
        zip(index.ticks, facts.ticks, strict=False) if complete else ()
    ):
        was_on = form.fields[number].widgets[place].checked
        if reason := _judge_tick(wanted, was_on, tick, (number, place) in covered):
            tell(number, place, reason)
    for entry, is_there in zip(drawing.annex, annexed(drawing.annex, facts), strict=True):
        if not is_there:
            tell(entry.field, 0, NOT_DRAWN)
    for left_out in drawing.left_out:
        tell(left_out.field, left_out.widget, NOT_DRAWN)
    if not complete or facts.pages != len(form.pages) + drawing.annex_pages:
        for task in plan.tasks:
            tell(task.field, 0, NOT_DRAWN)
    asked = {form.fields[task.field].name for task in plan.tasks if task.asked}
    asked |= {problem.field for problem in plan.problems}
    return Proof(
        verified=plan.total - len(asked & bad),
        total=plan.total,
        problems=tuple(problems),
        overflow=tuple(_overflow(form, drawing)),
        abbreviations=plan.abbreviations,
        annex_pages=drawing.annex_pages,
        notices=(*plan.notices, *_same_places(form, drawing)),
    )


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
