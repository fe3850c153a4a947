"""Marks as fields of the form: names, types, questions of several squares."""

from collections.abc import Sequence

from desktop_app.core.exclusive import answer
from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection import ticks
from desktop_app.untrusted.detection.sheet import Mark
from desktop_app.untrusted.model import Field, Option, Widget

LONGEST = 200


def as_fields(marks: Sequence[Mark], page: int) -> list[tuple[Field, float]]:
    """Return one field a mark, or a question, in reading order, and how sure it is.

    Args:
        marks: of one page, in reading order.
        page: from 1. Names are ``page/number``: they stay while the file stays.
    """
    groups = ticks.questions([mark for mark in marks if mark.kind == "tick"])
    group_of = {id(mark): group for group in groups for mark in group}
    found: list[tuple[Field, float]] = []
    for mark in marks:
        group = group_of.get(id(mark), [mark])
        if group[0] is not mark:
            continue
        name = f"{page}/{len(found) + 1}"
        field = _question(group, page, name) if len(group) > 1 else _field(mark, page, name)
        found.append((field, min(one.sure for one in group)))
    return found


def _field(mark: Mark, page: int, name: str) -> Field:
    several = mark.lines != 1
    return Field(
        name=name,
        type="text" if mark.kind == "comb" else mark.kind,
        widgets=(Widget(page=page, rect=rounded(mark.rect)),),
        label=_label(mark)[:LONGEST],
        comb=mark.kind == "comb",
        max_length=mark.cells if mark.kind == "comb" else 0,
        multi_line=several,
        lines=mark.lines if mark.lines > 1 else 0,
        leading=round(mark.leading, 2),
        indent=round(mark.indent, 2),
    )


def _label(mark: Mark) -> str:
    """A square alone says what it answers too, when that stands before it."""
    if mark.kind != "tick" or not (mark.asked and mark.label):
        return mark.label
    return f"{mark.question}{' ' if mark.question.endswith('?') else ' : '}{mark.label}"


def _question(group: Sequence[Mark], page: int, name: str) -> Field:
    ids = [answer(mark.label) for mark in group]
    return Field(
        name=name,
        type="one_of",
        widgets=tuple(
            Widget(page=page, rect=rounded(mark.rect), state=one.encode())
            for mark, one in zip(group, ids, strict=True)
        ),
        options=tuple(
            Option(id=one, label=mark.label[:LONGEST], widgets=(place,))
            for place, (mark, one) in enumerate(zip(group, ids, strict=True))
        ),
        label=group[0].question[:LONGEST],
    )


def rounded(rect: Rect) -> Rect:
    """The rectangle of a widget, as it is told."""
    x0, y0, x1, y1 = (round(value, 2) for value in rect)
    return x0, y0, x1, y1
