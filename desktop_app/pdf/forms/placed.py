"""A pack's answers as values by field, or as boxes of ours where the paper has no field."""

import io
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from desktop_app.core.documents.model import FieldValue, FilledForm, PlacedValue
from desktop_app.core.rect import POINTS_A_MM, rect_of
from desktop_app.pdf.forms import lettering
from desktop_app.untrusted.model import Field, Form, Rect, Widget

RULER_MM = 100  # millimetres: of the ruler on the test page


def values_by_field(form: FilledForm, blank: Form) -> dict[str, FieldValue]:
    """Return the answers that have a field: text, tick, or the id of an option.

    Boxes left empty are not asked: the blank's own stay as they are, but a square that the blank
    shows ticked and that no answer ticks is emptied: it would say what the person did not.
    """
    fields = {one.name: one for one in blank.fields}
    values: dict[str, FieldValue] = {}
    for name, placed in form.by_field().items():
        text = next((one.text for one in placed if one.text), "")
        ticked = [one for one in placed if one.tick]
        field = fields.get(name)
        if text and field is not None and field.type == "choice":
            values[name] = _options_shown(field, text)
        elif text:
            values[name] = text
        elif ticked and field is not None and field.type == "tick":
            values[name] = True
        elif ticked:
            options = list(dict.fromkeys(one.option for one in ticked))  # once, on all the sheets
            values[name] = options if len(options) > 1 else options[0]
        elif field is not None and field.chosen and placed[0].kind == "tick":
            values[name] = False if field.type == "tick" else ""
    return values


def words_by_field(form: FilledForm) -> dict[str, str]:
    """Return what the map calls each field: for one of several places, what they have in common."""
    return {
        name: common
        for name, placed in form.by_field().items()
        if (common := _in_common([one.label for one in placed]))
    }


def _in_common(labels: Sequence[str]) -> str:
    """Return the words before the " : " of several squares, or those of the first box."""
    heads = {label.rpartition(" : ")[0] for label in labels}
    return heads.pop() if len(labels) > 1 and len(heads) == 1 and heads != {""} else labels[0]


def _options_shown(field: Field, text: str) -> FieldValue:
    """A list is answered by the words it shows, one choice a line."""
    ids = {lettering.clean(option.label): option.id for option in field.options}
    chosen = [ids.get(lettering.clean(line), line) for line in text.split("\n")]
    return chosen if len(chosen) > 1 else chosen[0]


def as_on_paper(form: FilledForm, blank: Form, *, editable: bool) -> Form:
    """Return the blank with what the map knows of its paper: printed lines, cells, exact places.

    A field may be lower than the lines printed for it, or not divided where the paper is. In an
    editable file an answer stays within its field; else it goes where the paper has its place.
    """
    placed = form.by_field()
    fields = [
        _on_paper(one, placed[one.name], editable=editable)
        if one.type == "text" and one.name in placed and _one_a_sheet(one, placed[one.name])
        else one
        for one in blank.fields
    ]
    return msgspec.structs.replace(blank, fields=tuple(fields))


def _one_a_sheet(one: Field, places: Sequence[PlacedValue]) -> bool:
    """Whether the map says where the field stands: alone, or once on each of several sheets."""
    if len(places) == 1:
        return len(one.widgets) == 1
    pages = {place.page for place in places}
    alike = {(place.comb, place.size, place.lines, place.indent) for place in places}
    return len(pages) == len(places) and len(alike) == 1 and pages >= {w.page for w in one.widgets}


def _on_paper(one: Field, places: Sequence[PlacedValue], *, editable: bool) -> Field:
    place = places[0]
    changes: dict[str, Any] = _lines(place)
    if place.size:
        changes["size"] = place.size
    if place.align != "left":  # what the map does not say, the blank does
        changes["align"] = place.align
    if place.comb and (not one.max_length or one.max_length >= place.comb):
        changes |= {"comb": True, "max_length": place.comb}
    if not editable:
        sheets = {place.page: rect_of(place.box) for place in places}
        changes["widgets"] = tuple(
            _moved(widget, sheets.get(widget.page)) for widget in one.widgets
        )
    return msgspec.structs.replace(one, **changes)


def _moved(widget: Widget, rect: Rect | None) -> Widget:
    if widget.turn or rect is None:
        return widget
    return msgspec.structs.replace(widget, rect=rect)


def _lines(place: PlacedValue) -> dict[str, Any]:
    if place.lines < 2:
        return {}
    return {
        "multi_line": True,
        "lines": place.lines,
        "leading": place.box[3] / place.lines,
        "indent": place.indent,
    }


def boxes(
    placed: Sequence[PlacedValue], pages: int, *, dx_mm: float = 0, dy_mm: float = 0
) -> tuple[tuple[Field, ...], dict[str, FieldValue]]:
    """Return boxes of ours for answers, and the values to write in them.

    Args:
        placed: answers. Empty boxes are left out; those not ticked are there without a value, so
            that the proof looks at them too.
        pages: of the paper; a box beyond is on no page, which the proof then says.
        dx_mm, dy_mm: how far everything moves to the right and up.
    """
    fields: list[Field] = []
    values: dict[str, FieldValue] = {}
    for one in filter(_has_box, placed):
        name = _new_name(one.label, {field.name for field in fields})
        fields.append(_field(name, one, pages, dx_mm * POINTS_A_MM, dy_mm * POINTS_A_MM))
        if one.text or one.tick:
            values[name] = one.tick or one.text
    return tuple(fields), values


def texts_by_field(form: FilledForm) -> dict[str, PlacedValue]:
    """Return the text of each field that has one."""
    return {
        name: next(one for one in placed if one.text)
        for name, placed in form.by_field().items()
        if any(one.text for one in placed)
    }


def by_box(placed: Sequence[PlacedValue], fields: Sequence[Field]) -> dict[str, PlacedValue]:
    """Return the answers by the name of their box of ours: ``fields`` are the ``boxes`` of them."""
    return {field.name: one for field, one in zip(fields, filter(_has_box, placed), strict=True)}


def _has_box(one: PlacedValue) -> bool:
    """Whether a box of ours is made for it: an empty one is left out, but not a square."""
    return bool(one.text or one.tick or one.kind == "tick")


def stretched(one: PlacedValue, ruler_mm: float) -> PlacedValue:
    """Return an answer where a printer that prints 100 mm so long puts it in its box."""
    ratio = RULER_MM / ruler_mm
    x, y, wide, high = (side * ratio for side in one.box)
    return replace(one, box=(x, y, wide, high), indent=one.indent * ratio)


def _new_name(label: str, taken: Collection[str]) -> str:
    name, count = label, 1
    while name in taken:
        count += 1
        name = f"{label}#{count}"
    return name


def field_of(one: PlacedValue) -> Field:
    """Return the box of one answer, as ``boxes`` makes it."""
    return _field(one.label, one, one.page, 0, 0)


def _field(name: str, one: PlacedValue, pages: int, dx: float, dy: float) -> Field:
    page = one.page if 1 <= one.page <= pages else 0
    x, y, wide, high = one.box
    field = Field(
        name=name,
        type="tick" if one.tick else one.kind,
        widgets=(Widget(page=page, rect=rect_of((x + dx, y + dy, wide, high))),),
        label=one.label,
        comb=one.comb > 0,
        max_length=one.comb,
        align=one.align,
        size=one.size,
    )
    return msgspec.structs.replace(field, **_lines(one))


def empty_pages(sizes: Sequence[tuple[float, float]]) -> bytes:
    """Return a PDF of empty pages, in points: the sheet that goes through the printer."""
    out = io.BytesIO()
    canvas = lettering.new_canvas(out)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
