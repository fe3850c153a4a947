"""Draws the answers, and the annex, as a PDF of ours: the child then puts it on the form."""

import io
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_app.core.documents.annex import see
from desktop_app.core.rect import area, shared_area
from desktop_app.pdf.forms import lettering, same_place
from desktop_app.pdf.forms.annex import AnnexEntry, draw_annex
from desktop_app.pdf.forms.fit import Layout, fit, fit_first
from desktop_app.pdf.forms.ink import Span, ink_of, turned
from desktop_app.pdf.forms.plan import Task
from desktop_app.pdf.forms.shortening import box_of
from desktop_app.pdf.library import Canvas
from desktop_app.untrusted.model import Field, Form, Frame, Rect, Widget

Labels = Callable[[], Mapping[int, str]]
SAME_PLACE = 0.6
LEAST_ARM = 1.6  # half the side of a cross, in points


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
    placed = _one_a_place(form, _place(form, tasks, drawing), drawing)
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
    ink = ink_of(layout, widget) if layout else ()
    drawing.drawn.append(
        Drawn(
            task.field,
            place,
            text=text,
            parts=tuple(line.text for line in layout.lines) if layout else (),
            lines=tuple(line.rect for line in ink),
            letters=tuple(line.letters for line in ink),
            turned=bool(widget.turn),
            annex=number,
        )
    )
    return layout


def _draw_one(canvas: Canvas, one: _Placed) -> None:
    """Draw in a box whose lower left corner is the origin."""
    wide = one.widget.rect[2] - one.widget.rect[0]
    high = one.widget.rect[3] - one.widget.rect[1]
    _frame(canvas, one.frame, wide, high)
    if one.cross:
        draw_cross(canvas, wide, high)
    elif one.layout is not None:
        a, b, c, d, e, f = turned(one.widget.turn, wide, high)
        if one.widget.turn:
            canvas.addLiteral(f"{a} {b} {c} {d} {e:.3f} {f:.3f} cm")
        draw_layout(canvas, one.layout)


def draw_layout(canvas: Canvas, layout: Layout) -> None:
    """Write the lines of a text."""
    text = canvas.beginText()
    text.setFont(lettering.FONT, layout.size)
    text.setFillGray(0)
    condensed = 1.0
    for line in layout.lines:
        if line.condensed != condensed:
            condensed = line.condensed
            text.setHorizScale(condensed * 100)
        text.setTextOrigin(line.x, line.y)
        lettering.write(canvas, text, line.text, layout.size)
    canvas.drawText(text)


def draw_cross(canvas: Canvas, wide: float, high: float) -> None:
    """A cross of two strokes: it prints at any size, and needs no font."""
    side = min(wide, high)
    arm = max(side * 0.36, LEAST_ARM)
    left, right, low, top = wide / 2 - arm, wide / 2 + arm, high / 2 - arm, high / 2 + arm
    # Hundreds on a page of some forms: five of the canvas' own calls each would take a third of
    # the time of the whole drawing.
    canvas.addLiteral(
        f"q 0 G 1 J {max(0.8, side * 0.11):.3f} w {left:.3f} {low:.3f} m {right:.3f} {top:.3f} l "
        f"{left:.3f} {top:.3f} m {right:.3f} {low:.3f} l S Q"
    )


def _frame(canvas: Canvas, frame: Frame, wide: float, high: float) -> None:
    if not frame.background and not (frame.border and frame.width):
        return
    canvas.saveState()
    if frame.background:
        _colour(
            canvas.setFillGray, canvas.setFillColorRGB, canvas.setFillColorCMYK, frame.background
        )
        canvas.rect(0, 0, wide, high, stroke=0, fill=1)
    if frame.border and frame.width:
        _colour(
            canvas.setStrokeGray, canvas.setStrokeColorRGB, canvas.setStrokeColorCMYK, frame.border
        )
        canvas.setLineWidth(frame.width)
        half = frame.width / 2
        canvas.rect(half, half, max(0, wide - 2 * half), max(0, high - 2 * half), stroke=1, fill=0)
    canvas.restoreState()


def _colour(grey: Any, rgb: Any, cmyk: Any, parts: tuple[float, ...]) -> None:
    {1: grey, 3: rgb, 4: cmyk}[len(parts)](*parts)


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
        canvas.doForm(f"w{one.field}_{one.place}")  # a form that no page uses is not written
