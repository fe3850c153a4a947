"""What is asked of a finished file: every value drawn, every tick box, all that may change.

The rest of each page must be its blank, and nothing else.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.core.rect import Rect
from desktop_app.pdf.forms.drawing import Drawing, Drawn
from desktop_app.pdf.forms.plan import Plan
from desktop_app.pdf.forms.standing import along, annex_box, is_one_by_one
from desktop_app.untrusted.facts import PageQuestion, Question, TextQuestion, TickQuestion
from desktop_app.untrusted.model import Field, Form, Page

AROUND = (1.0, 2.0)  # points beside, and above or below, a box that still belong to it
CORE = 0.25  # of a line's height, above and below: what is printed there is only touched


@dataclass(slots=True)
class Index:
    """Which field each question is about, in the order of the answers."""

    texts: list[Drawn] = field(default_factory=list)
    ticks: list[tuple[int, int, bool]] = field(default_factory=list)  # field, widget, wanted


Asked = tuple[Question, Index]


def questions(
    form: Form, plan: Plan, drawing: Drawing, *, blank: Sequence[Field], editable: bool
) -> Asked:
    """Ask about every value drawn, every tick box of the form, the annex, and every page.

    Args:
        blank: its fields as they are in it, wherever our map of the paper moves them.
    """
    texts: dict[int, list[Drawn]] = defaultdict(list)
    for drawn in drawing.drawn:
        if drawn.text:
            texts[form.fields[drawn.field].widgets[drawn.widget].page].append(drawn)
    ticks = _ticks(form, plan)
    changing = _changing(form, blank, plan)
    values = _values(form, blank, plan) if editable else {}
    drawings = {number: place for place, number in enumerate(drawing.overlays, 1)}
    index, pages = Index(), []
    for number, page in enumerate(form.pages, 1):
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
                drawing=drawings.get(number, 0),
                emptied=changing[number].emptied,
                free=changing[number].free,
                unread=changing[number].unread,
                values=values.get(number, []),
            )
        )
    first = len(form.pages) + 1
    question = Question(
        editable=editable,
        pages=pages,
        annex=list(range(first, first + drawing.annex_pages)),
        annex_box=annex_box(drawing.annex),
        annex_drawing=len(drawing.overlays) + 1,
    )
    return question, index


def pages(form: Form, plan: Plan) -> list[int]:
    """The pages of which ``questions`` may ask more than that they did not change."""
    answered = {w.page for task in plan.tasks for w in form.fields[task.field].widgets if w.page}
    return sorted(answered | _ticks(form, plan).keys())


@dataclass(slots=True)
class _Changing:
    """Where a page of the blank may change: as ``PageQuestion`` says."""

    emptied: list[Rect] = field(default_factory=list)
    free: list[Rect] = field(default_factory=list)
    unread: list[Rect] = field(default_factory=list)


def _changing(form: Form, blank: Sequence[Field], plan: Plan) -> dict[int, _Changing]:
    """An answered box shows its answer alone; a value that the blank draws itself stays.

    What other boxes show (a square, the arrow of a list) is drawn by their reader, or left out
    where it is of no use on paper. A button (a logo, on paper) and a box that the blank ticks each
    reader shows as it wishes; no picture of the blank shows it without a tick. Nor is a list read
    where the blank has no form: its boxes become fields, which a reader draws by itself.
    """
    answered = {task.field for task in plan.tasks}
    no_form = form.kind in ("flat", "scanned")
    found: dict[int, _Changing] = defaultdict(_Changing)
    for number, one in enumerate(blank):
        words = one.type in ("text", "choice")
        for widget in one.widgets:
            if words and number in answered:
                found[widget.page].emptied.append(widget.rect)
            elif one.type == "button" or widget.checked or (no_form and one.type == "choice"):
                found[widget.page].unread.append(widget.rect)
            elif one.type != "text" or not (one.value and one.drawn):
                found[widget.page].free.append(widget.rect)
    return found


def _values(form: Form, blank: Sequence[Field], plan: Plan) -> dict[int, list[tuple[Rect, str]]]:
    """What boxes of words hold in a copy with fields: an answer, or what the blank's held."""
    tasks = {task.field: task for task in plan.tasks}
    found: dict[int, list[tuple[Rect, str]]] = defaultdict(list)
    for number, one in enumerate(blank):
        task = tasks.get(number)
        if one.type != "text" and (task is None or one.type != "choice" or len(task.chosen) != 1):
            continue
        value = one.value
        if task is not None:
            value = task.text if one.type == "text" else task.chosen[0]
        for widget in one.widgets:
            if widget.page:
                place = form.pages[widget.page - 1].in_its_own_space(widget.rect)
                found[widget.page].append((place, value))
    return found


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
    widget = form.fields[drawn.field].widgets[drawn.widget]
    rect = widget.rect
    # A box with a ground hides what is printed under it, as the form's author wants.
    bare = () if widget.frame.background else drawn.lines
    cores = [page.in_its_own_space(_core(line)) for line in bare]
    wider = (rect[0] - AROUND[0], rect[1] - AROUND[1], rect[2] + AROUND[0], rect[3] + AROUND[1])
    return TextQuestion(
        box=page.in_its_own_space(wider),
        lines=list(drawn.lines),
        letters=[list(line) for line in drawn.letters],
        upright=widget.turn in (0, 180),
        seen=wider,
        cores=cores,
    )


def _core(line: Rect) -> Rect:
    """The middle of a line of ours, without the tips of its letters."""
    x0, y0, x1, y1 = line
    tips = min(x1 - x0, y1 - y0) * CORE
    return x0 + tips, y0 + tips, x1 - tips, y1 - tips
