"""What the boxes and comments of a form show of themselves, and where it stands on the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import pikepdf

from desktop_app.core.rect import Rect
from desktop_app.untrusted.model import Field
from desktop_app.untrusted.operations.geometry import box_of, number, numbers
from desktop_app.untrusted.operations.inspection import Reading
from desktop_app.untrusted.operations.names import bytes_of
from desktop_app.untrusted.operations.orders import Answered
from desktop_app.untrusted.operations.tags import Place
from desktop_app.untrusted.operations.tree import (
    INVISIBLE,
    PRINTED,
    RawField,
)

NOTHING = re.compile(rb"/Tx|BMC|EMC|[qQ]|\s")
CURVE = re.compile(rb"[\d.]\s+c\s")
NOT_SHOWN = frozenset((b"/Popup", b"/Link"))

Matrix = tuple[float, float, float, float, float, float]
AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """A form XObject to be drawn on a page; ``place`` is the box whose words it shows, if any.

    On a tagged page ``marked`` tells one that marks its own content.
    """

    look: pikepdf.Object
    matrix: Matrix
    place: Place | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A form XObject, its own box and matrix."""

    look: pikepdf.Object
    box: Rect | None
    matrix: Matrix


_Shown = tuple[Rect | None, _Drawing, Place | None]


class Looks:
    """What the form's own annotations show of themselves, page by page.

    The empty boxes of a form mostly look the same: each drawing is kept once.
    """

    def __init__(self, reading: Reading, answers: Sequence[Answered]) -> None:
        answered = {one.field: one for one in answers}
        self._others = reading.others
        self._known: dict[tuple[bytes, bytes], _Drawing] = {}
        self._widgets: dict[int, list[_Shown]] = {}
        for index, (raw, field) in enumerate(zip(reading.raw, reading.fields, strict=True)):
            for place, widget in enumerate(raw.widgets):
                look = _look(raw, field, place, answered.get(index))
                if not widget.page or look is None or widget.is_hidden:
                    continue
                says = field.type in ("text", "choice")  # its words are marked as its own
                drawing = _read(look) if says else self._kept(look)
                shown = widget.box, drawing, (index, place) if says else None
                self._widgets.setdefault(widget.page, []).append(shown)

    def of_page(self, number: int) -> list[Part]:
        """The looks of a page's boxes and comments, each with the matrix that puts it there."""
        found = list(self._widgets.get(number, ()))
        for one in self._others[number - 1]:
            if bytes_of(one.get("/Subtype")) not in NOT_SHOWN and _is_visible(one):
                look = _normal(one)
                if isinstance(look, pikepdf.Stream):
                    found.append((box_of(one.get("/Rect")), self._kept(look), None))
        return [
            Part(drawing.look, matrix, said)
            for rect, drawing, said in found
            if (matrix := _placement(rect, drawing)) is not None
        ]

    def _kept(self, look: pikepdf.Object) -> _Drawing:
        key = look.read_raw_bytes(), look.stream_dict.unparse(resolved=True)
        if key not in self._known:
            self._known[key] = _read(look)
        return self._known[key]


def _look(
    raw: RawField, field: Field, place: int, answered: Answered | None
) -> pikepdf.Object | None:
    """The stream that shows a widget as it must stay under our answer; None for nothing."""
    widget = raw.widgets[place].object
    normal = _normal(widget)
    if field.type in ("tick", "one_of"):
        state = _state(normal, widget, answered)
        ticked = answered is not None and place in answered.on
        return None if state is not None and ticked and is_round(state) else state
    if answered is not None or not isinstance(normal, pikepdf.Stream):
        return None
    if field.type == "button" and not _is_decoration(raw, widget):
        return None
    if field.type in ("text", "choice") and _is_empty(normal):
        return None
    return normal


def _state(
    normal: pikepdf.Object | None, widget: pikepdf.Object, answered: Answered | None
) -> pikepdf.Object | None:
    """How a tick box looks as it is, or without its tick once it is answered."""
    if not isinstance(normal, pikepdf.Dictionary):
        return None
    shown = _state_key(widget.get("/AS")) if answered is None else "/Off"
    state = normal[shown] if shown in normal else None  # noqa: SIM401 (odd bytes in names)
    return state if isinstance(state, pikepdf.Stream) else None


def is_round(look: pikepdf.Object) -> bool:
    """Whether a look is a circle: under our cross, in a printed square, a black blot."""
    return CURVE.search(look.read_bytes()) is not None


def _state_key(shown: object) -> str:
    return bytes_of(shown).decode("utf-8", "surrogateescape") or "/Off"


def _normal(annotation: pikepdf.Object) -> pikepdf.Object | None:
    looks = annotation.get("/AP")
    normal = looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None
    return normal if isinstance(normal, pikepdf.Dictionary | pikepdf.Stream) else None


def _is_decoration(raw: RawField, widget: pikepdf.Object) -> bool:
    """A button that prints and does nothing: a logo."""
    printed = int(number(widget.get("/F"))) & PRINTED
    return bool(printed) and raw.get("/A", widget) is None and raw.get("/AA", widget) is None


def _is_visible(annotation: pikepdf.Object) -> bool:
    return not int(number(annotation.get("/F"))) & INVISIBLE


def _is_empty(look: pikepdf.Object) -> bool:
    """Whether a stream draws nothing, as those of empty fields do."""
    if not isinstance(look, pikepdf.Stream) or int(number(look.get("/Length"))) > 200:
        return False
    return not NOTHING.sub(b"", look.read_bytes())


def _read(look: pikepdf.Object) -> _Drawing:
    own = look.get("/Matrix")
    given = numbers(own) if isinstance(own, pikepdf.Array) else []
    matrix = cast(Matrix, tuple(given)) if len(given) == 6 else AS_IT_IS
    return _Drawing(look, box_of(look.get("/BBox")), matrix)


def _placement(rect: Rect | None, drawing: _Drawing) -> Matrix | None:
    """The matrix from an appearance's box to its annotation's (ISO 32000, 12.5.5)."""
    box = drawing.box
    if rect is None or box is None:
        return None
    a, b, c, d, e, f = drawing.matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if wide <= 0 or high <= 0:
        return None
    sx, sy = (rect[2] - rect[0]) / wide, (rect[3] - rect[1]) / high
    return sx, 0.0, 0.0, sy, rect[0] - min(xs) * sx, rect[1] - min(ys) * sy
