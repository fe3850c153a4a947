"""What of a PDF tells which blank it is, as its reader saw it."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from desktop_app.core.editions.boxes import Box
from desktop_app.core.editions.identity import Sight, where_boxes_stand
from desktop_app.untrusted.identify import fields_mark, words_mark
from desktop_app.untrusted.model import Field, Form


def sight_of(form: Form) -> Sight:
    """Return it of a form that was read with its words."""
    boxes = tuple(box for field in form.fields for box in _boxes(field))
    pages = Counter(box.page for box in boxes)
    return Sight(
        fields=fields_mark(form),
        words=words_mark(form),
        printed=tuple(
            tuple(round(side, 2) for side in spread) if spread else () for spread in form.spreads
        ),
        boxes=where_boxes_stand(boxes, len(form.pages)),
        count=max(pages.values(), default=0),
    )


def _boxes(field: Field) -> Iterator[Box]:
    if field.type == "one_of":
        for option in field.options:
            for index in option.widgets:
                widget = field.widgets[index]
                yield Box(field.name, "tick", widget.page, widget.rect, option=option.id)
        return
    for widget in field.widgets:
        kind: Literal["text", "tick"] = "tick" if field.type == "tick" else "text"
        yield Box(field.name, kind, widget.page, widget.rect)
