"""A pack's answers as values by field, or as boxes of ours where the paper has no field."""

import io
from collections.abc import Sequence

from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.plan import Value
from desktop_app.untrusted.model import Field, Form, Widget

POINTS_A_MM = 72 / 25.4


def values_by_field(form: FilledForm, blank: Form) -> dict[str, Value]:
    """Return the answers that have a field: text, tick, or the id of an option.

    Boxes left empty are not asked: the blank's own stay as they are.
    """
    fields = {one.name: one for one in blank.fields}
    values: dict[str, Value] = {}
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
        elif len(ticked) == 1:
            values[name] = ticked[0].option
        elif ticked:
            values[name] = [one.option for one in ticked]
    return values


def _options_shown(field: Field, text: str) -> Value:
    """A list is answered by the words it shows, one choice a line."""
    ids = {lettering.clean(option.label): option.id for option in field.options}
    chosen = [ids.get(lettering.clean(line), line) for line in text.split("\n")]
    return chosen if len(chosen) > 1 else chosen[0]


def boxes(
    placed: Sequence[PlacedValue], pages: int, *, dx_mm: float = 0, dy_mm: float = 0
) -> tuple[tuple[Field, ...], dict[str, Value]]:
    """Return boxes of ours for answers, and the values to write in them.

    Args:
        placed: answers; those that are empty are left out.
        pages: of the paper; a box beyond is on no page, which the proof then says.
        dx_mm, dy_mm: how far everything moves to the right and up.
    """
    fields: list[Field] = []
    values: dict[str, Value] = {}
    for one in placed:
        if not one.text and not one.tick:
            continue
        name = _new_name(one.label, values)
        fields.append(_field(name, one, pages, dx_mm * POINTS_A_MM, dy_mm * POINTS_A_MM))
        values[name] = True if one.tick else one.text
    return tuple(fields), values


def _new_name(label: str, taken: dict[str, Value]) -> str:
    name, count = label, 1
    while name in taken:
        count += 1
        name = f"{label}#{count}"
    return name


def _field(name: str, one: PlacedValue, pages: int, dx: float, dy: float) -> Field:
    x, y, wide, high = one.box
    widget = Widget(
        page=one.page if 1 <= one.page <= pages else 0,
        rect=(x + dx, y + dy, x + wide + dx, y + high + dy),
    )
    return Field(
        name=name,
        type="tick" if one.tick else "text",
        widgets=(widget,),
        label=one.label,
        comb=one.comb > 0,
        max_length=one.comb,
        multi_line=one.lines > 1,
        align=one.align,
        size=one.size,
    )


def empty_pages(sizes: Sequence[tuple[float, float]]) -> bytes:
    """Return a PDF of empty pages, in points: the sheet that goes through the printer."""
    out = io.BytesIO()
    canvas = lettering.new_canvas(out)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
