"""Draws the answers, and the annex, as a PDF of ours: the child then puts it on the form."""

import io
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.core.documents.annex import see
from desktop_app.core.rect import area, shared_area
from desktop_app.pdf.forms import lettering, same_place
from desktop_app.pdf.forms.annex import AnnexEntry, draw_annex
from desktop_app.pdf.forms.blocks import Lone, alike
from desktop_app.pdf.forms.fit import Layout, fit, fit_first
from desktop_app.pdf.forms.ink import Span, ink_of, turned
from desktop_app.pdf.forms.pen import draw_cross, draw_frame, draw_layout
from desktop_app.pdf.forms.plan import Task
from desktop_app.pdf.forms.shortening import box_of
from desktop_app.pdf.library import Canvas
from desktop_app.untrusted.model import Field, Form, Frame, Rect, Widget

Labels = Callable[[], Mapping[int, str]]
SAME_PLACE = 0.6


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn in one widget, for the proof.

    Attributes:
        field, widget: indexes.
        text: the words drawn, perhaps "voir annexe 1"; empty for a cross.
        parts, lines: each line's words, and where its ink is on the page as seen.
        letters: for each line, where the middle of each letter is along it.
        turned: the words do not run from left to right.
        annex: number of the annex entry that has the whole text; 0 for none.
    """

    field: int
    widget: int
    text: str = ""
    parts: tuple[str, ...] = ()
    lines: tuple[Rect, ...] = ()
    letters: tuple[tuple[Span, ...], ...] = ()
    turned: bool = False
    annex: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A widget not written in: the answer of the field ``other`` already stands there."""

    field: int
    widget: int
    other: int


@dataclass(slots=True)
class Drawing:
    """Our PDF: pages over the form's pages (``overlays``, flat only), then the annex.

    Over a tagged form each answer is marked: ``marks`` are, for each overlay, its answers' fields
    and widgets in order; ``annex_marks`` how many paragraphs each page of the annex has.
    """

    data: bytes = b""
    overlays: list[int] = field(default_factory=list)
    marks: list[list[tuple[int, int]]] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    annex: list[AnnexEntry] = field(default_factory=list)
    annex_pages: int = 0
    annex_marks: list[int] = field(default_factory=list)


def draw(
    form: Form,
    tasks: Sequence[Task],
    ask_labels: Callable[[Sequence[int]], Labels],
    *,
    editable: bool,
) -> Drawing:
    """Draw every task.

    Args:
        ask_labels: asks for the labels of the fields that go to the annex, as soon as they are
            known; what it returns waits for them.
        editable: one form XObject a widget, instead of one page over each page.
    """
    drawing = Drawing()
    out = io.BytesIO()
    canvas = lettering.new_canvas(out)
    placed = _one_a_place(form, _alike(form, _place(form, tasks, drawing), drawing), drawing)
    labels = ask_labels([entry.field for entry in drawing.annex])
    pages: dict[int, list[_Placed]] = defaultdict(list)
    for one in placed:
        pages[one.page].append(one)
    for number, todo in sorted(pages.items()):
        page = form.pages[number - 1]
        canvas.setPageSize((page.width, page.height))
        if editable:
            _as_forms(canvas, todo)
        else:
            drawing.marks.append(_as_overlay(canvas, todo, tagged=form.tagged))
        canvas.showPage()
        drawing.overlays.append(number)
    if drawing.annex:
        drawing.annex_marks = draw_annex(canvas, drawing.annex, labels(), tagged=form.tagged)
        drawing.annex_pages = len(drawing.annex_marks)
    if placed or drawing.annex:
        canvas.save()
        drawing.data = out.getvalue()
    return drawing


@dataclass(frozen=True, slots=True)
class _Placed:
    page: int
    field: int
    place: int
    widget: Widget
    layout: Layout | None  # None: a cross, or only the frame
    cross: bool
    frame: Frame


def _place(form: Form, tasks: Sequence[Task], drawing: Drawing) -> list[_Placed]:
    placed = []
    annexed: dict[int, int] = {}
    for task in tasks:
        one = form.fields[task.field]
        for place, widget in enumerate(one.widgets):
            if not widget.page or _is_twice_there(one, place):
                continue
            if one.type in ("tick", "one_of"):
                if place in task.on:
                    placed.append(
                        _Placed(widget.page, task.field, place, widget, None, True, Frame())
                    )
                    drawing.drawn.append(Drawn(task.field, place))
                continue
            layout = _set(form, task, place, annexed, drawing)
            if layout is not None or widget.frame.border or widget.frame.background:
                placed.append(
                    _Placed(widget.page, task.field, place, widget, layout, False, widget.frame)
                )
    return placed


def _one_a_place(form: Form, placed: list[_Placed], drawing: Drawing) -> list[_Placed]:
    """Write nothing over another answer; the same words at one place are written once."""
    boxes = [form.fields[one.field].widgets[one.widget] for one in drawing.drawn]
    answers = [
        (box.page, box.rect, one.lines) for box, one in zip(boxes, drawing.drawn, strict=True)
    ]
    hidden: dict[tuple[int, int], Drawn] = {}
    for later, earlier in same_place.pairs(answers):
        one, other = drawing.drawn[later], drawing.drawn[earlier]
        hidden[one.field, one.widget] = one
        if one.text != other.text:
            drawing.left_out.append(LeftOut(one.field, one.widget, other.field))
    if not hidden:
        return placed
    out = {(one.field, one.widget) for one in drawing.left_out}
    drawing.drawn = [one for one in drawing.drawn if (one.field, one.widget) not in out]
    kept = []
    for place in placed:
        if (place.field, place.place) not in hidden:
            kept.append(place)
        elif place.frame.border or place.frame.background:
            kept.append(replace(place, layout=None))
    return kept


def _is_twice_there(one: Field, place: int) -> bool:
    """Whether an earlier widget of the same text stands at the same place: it is written once."""
    if one.type in ("tick", "one_of"):
        return False
    mine = one.widgets[place]
    return any(
        other.page == mine.page and _common(other.rect, mine.rect) > SAME_PLACE
        for other in one.widgets[:place]
    )


def _common(one: Rect, other: Rect) -> float:
    """The share of the smaller rectangle that both have in common."""
    return shared_area(one, other) / max(min(area(one), area(other)), 0.01)


def _set(
    form: Form, task: Task, place: int, annexed: dict[int, int], drawing: Drawing
) -> Layout | None:
    """Set a text in one widget, or send it to the annex and set the words that say so."""
    if not task.text:
        return None
    one = form.fields[task.field]
    widget = one.widgets[place]
    box = box_of(one, widget)
    layout = None if task.annexed else fit(task.text, box)
    text, number = task.text, 0
    if layout is None:
        number = annexed.setdefault(task.field, len(annexed) + 1)
        if number > len(drawing.annex):
            drawing.annex.append(AnnexEntry(number, task.field, widget.page, task.text))
        text, layout = fit_first(see(number), box) or ("", None)
    drawn = Drawn(task.field, place, text=text, turned=bool(widget.turn), annex=number)
    drawing.drawn.append(_inked(drawn, layout, widget) if layout else drawn)
    return layout


def _inked(drawn: Drawn, layout: Layout, widget: Widget) -> Drawn:
    """What was drawn, with where its ink is."""
    ink = ink_of(layout, widget)
    return replace(
        drawn,
        parts=tuple(line.text for line in layout.lines),
        lines=tuple(line.rect for line in ink),
        letters=tuple(line.letters for line in ink),
    )


def _alike(form: Form, placed: list[_Placed], drawing: Drawing) -> list[_Placed]:
    """Write the lines of one block in letters of one size."""
    whole = {(one.field, one.widget) for one in drawing.drawn if one.text and not one.annex}
    lines = [
        Lone(one.page, one.widget.rect, one.layout, box_of(form.fields[one.field], one.widget))
        if one.layout is not None and (one.field, one.place) in whole
        else None
        for one in placed
    ]
    changed = dict(alike(lines))
    if not changed:
        return placed
    found = [
        replace(one, layout=changed.get(index, one.layout)) for index, one in enumerate(placed)
    ]
    layouts = {(found[index].field, found[index].place): found[index] for index in changed}
    drawing.drawn = [
        _inked(one, other.layout, other.widget)
        if (other := layouts.get((one.field, one.widget))) is not None and other.layout is not None
        else one
        for one in drawing.drawn
    ]
    return found


def _draw_one(canvas: Canvas, one: _Placed) -> None:
    """Draw in a box whose lower left corner is the origin."""
    wide = one.widget.rect[2] - one.widget.rect[0]
    high = one.widget.rect[3] - one.widget.rect[1]
    draw_frame(canvas, one.frame, wide, high)
    if one.cross:
        draw_cross(canvas, wide, high)
    elif one.layout is not None:
        a, b, c, d, e, f = turned(one.widget.turn, wide, high)
        if one.widget.turn:
            canvas.addLiteral(f"{a} {b} {c} {d} {e:.3f} {f:.3f} cm")
        draw_layout(canvas, one.layout)


def _as_overlay(canvas: Canvas, todo: Sequence[_Placed], *, tagged: bool) -> list[tuple[int, int]]:
    """Draw the answers of a page at their places; returns those that are marked, in order."""
    marked: list[tuple[int, int]] = []
    for one in todo:
        if tagged and (one.cross or one.layout is not None):
            canvas.addLiteral(f"/Form <</MCID {len(marked)}>> BDC")
            marked.append((one.field, one.place))
        elif tagged:
            canvas.addLiteral("/Artifact BMC")
        x, y = one.widget.rect[:2]
        canvas.addLiteral(f"q 1 0 0 1 {x:.3f} {y:.3f} cm")
        _draw_one(canvas, one)
        canvas.addLiteral("Q EMC" if tagged else "Q")
    return marked


def _as_forms(canvas: Canvas, todo: Sequence[_Placed]) -> None:
    for one in todo:
        wide = one.widget.rect[2] - one.widget.rect[0]
        high = one.widget.rect[3] - one.widget.rect[1]
        canvas.beginForm(f"w{one.field}_{one.place}", 0, 0, wide, high)
        _draw_one(canvas, one)
        canvas.endForm()
    for one in todo:
        # A form that no page uses is not written; at its place, for the proof looks at this page.
        x, y = one.widget.rect[:2]
        canvas.addLiteral(f"q 1 0 0 1 {x:.3f} {y:.3f} cm")
        canvas.doForm(f"w{one.field}_{one.place}")
        canvas.addLiteral("Q")
