"""The editable file: fields stay, each with its value, its state and its drawing together."""

import contextlib
import re
from collections.abc import Iterator, Sequence

import pikepdf

from desktop_app.core.rect import Rect, meet
from desktop_app.untrusted.model import Field
from desktop_app.untrusted.operations import cleaning
from desktop_app.untrusted.operations.content import close, unbalanced
from desktop_app.untrusted.operations.geometry import box_of, number, numbers
from desktop_app.untrusted.operations.inspection import Reading
from desktop_app.untrusted.operations.looks import is_round
from desktop_app.untrusted.operations.marks import Marks
from desktop_app.untrusted.operations.names import bytes_of, name_object
from desktop_app.untrusted.operations.orders import Answered, Drawn, Order
from desktop_app.untrusted.operations.reachable import name_fields, tie_boxes
from desktop_app.untrusted.operations.tags import is_tagged
from desktop_app.untrusted.operations.tree import (
    INVISIBLE,
    PRINTED,
    UNKNOWN_TO_READERS,
    RawField,
    annotations,
)

SECOND = re.compile(r"#\d+$")
DRAWN = re.compile(r"w(\d+)_(\d+)$")
UPRIGHT = {  # undoes the page's own rotation, clockwise
    0: (1, 0, 0, 1, 0, 0),
    90: (0, 1, -1, 0, 0, 0),
    180: (-1, 0, 0, -1, 0, 0),
    270: (0, -1, 1, 0, 0, 0),
}
EMPTY = b"/Tx BMC\nEMC"  # poppler draws the value itself over a stream of no length
EDGE = 0.1  # of a square's side: its border, which a cross leaves free
HIDDEN = INVISIBLE | UNKNOWN_TO_READERS
STALE = ("/RV", "/I", "/DS")


class EditableFile:
    """The document that was read, to be filled in place."""

    def __init__(self, reading: Reading, order: Order) -> None:
        self._reading = reading
        self._answers = order.answers
        self._words = dict(order.words)

    def prepare(self) -> None:
        """Have qpdf parse the rest of the document, as it does before it makes anything."""
        self._reading.pdf.make_stream(b"")

    def tie(self, marks: Marks) -> None:
        """Have the tags lead to each box."""
        tie_boxes(self._reading, marks)

    @property
    def marks(self) -> Marks | None:
        """The document's tags, when it has some that can be added to."""
        with contextlib.suppress(KeyError, TypeError, ValueError, pikepdf.PdfError):
            return Marks(self._reading.pdf) if is_tagged(self._reading.pdf) else None
        return None

    def finish(self, drawing: pikepdf.Pdf, _: Drawn) -> pikepdf.Pdf:
        """Give every answered field its value, its state and its drawing."""
        _fill(self._reading, self._answers, _drawings(drawing))
        _close_pages(self._reading, self._answers)
        name_fields(self._reading, self._words)
        return self._reading.pdf


def _fill(reading: Reading, answers: Sequence[Answered], drawn: "Drawings") -> None:
    _complete_form(reading)
    for answered in answers:
        raw, field = reading.raw[answered.field], reading.fields[answered.field]
        for holder in (raw.owner, *(one.object for one in raw.widgets)):
            for key in STALE:
                if key in holder:
                    del holder[key]
        if field.type in ("tick", "one_of"):
            _tick(reading, raw, field, answered, drawn)
        else:
            _write(reading, raw, field, answered, drawn)
    _raise_ticks(reading, answers)
    for raw in reading.raw:
        for holder in (raw.owner, *raw.parents, *(one.object for one in raw.widgets)):
            cleaning.clean_holder(holder)
    for page in reading.pdf.pages:
        for annotation in annotations(page.obj):
            cleaning.clean_holder(annotation)


def _close_pages(reading: Reading, answers: Sequence[Answered]) -> None:
    """Close the content of the pages that have answers.

    What prints a page with its boxes, as PDFium does, would draw them moved or clipped by it.
    """
    written = {one.page for answered in answers for one in reading.raw[answered.field].widgets}
    for count, page in enumerate(reading.pdf.pages, 1):
        if count in written:
            close(reading.pdf, page, unbalanced(page.obj))


Drawings = dict[tuple[int, int], pikepdf.Object]


def _drawings(drawing: pikepdf.Pdf) -> Drawings:
    """Our form XObjects, by field and widget."""
    found: Drawings = {}
    for page in drawing.pages:
        objects = page.obj.get("/Resources", pikepdf.Dictionary()).get("/XObject")
        for name, form in objects.items() if objects is not None else ():
            if match := DRAWN.search(name):
                found[int(match[1]), int(match[2])] = form
    return found


def _complete_form(reading: Reading) -> None:
    """Every field we know is listed, so that every reader shows it."""
    root = reading.pdf.Root
    form: pikepdf.Object | None = reading.form
    if form is None:
        root["/AcroForm"] = reading.pdf.make_indirect(pikepdf.Dictionary(Fields=pikepdf.Array()))
        form = root["/AcroForm"]
    if not isinstance(form.get("/Fields"), pikepdf.Array):
        form["/Fields"] = pikepdf.Array()
    for raw in reading.raw:
        top = raw.parents[-1] if raw.parents else raw.owner
        if not raw.reached and top.is_indirect:
            form["/Fields"].append(top)
            raw.reached = True


def _write(
    reading: Reading, raw: RawField, field: Field, answered: Answered, drawn: Drawings
) -> None:
    if field.type == "choice":
        ids = [pikepdf.String(one) for one in answered.chosen]
        raw.owner["/V"] = pikepdf.Array(ids) if field.several else (ids or [pikepdf.String("")])[0]
    else:
        raw.owner["/V"] = pikepdf.String(answered.text)
    for twin in _lost_twins(reading, raw):  # readers take the value of the first one of that name
        twin.owner["/V"] = raw.owner["/V"]
    for place, widget in enumerate(raw.widgets):
        look = _look(reading, widget.page, drawn.get((answered.field, place)), widget.object)
        widget.object["/AP"] = pikepdf.Dictionary(N=look)
        _show(widget.object)


def _lost_twins(reading: Reading, raw: RawField) -> Iterator[RawField]:
    """Yield the fields of the same name that lie on no page: left over from another edition."""
    for one in reading.nowhere:
        if one is not raw and SECOND.sub("", one.name) == raw.name:
            yield one


def _tick(
    reading: Reading, raw: RawField, field: Field, answered: Answered, drawn: Drawings
) -> None:
    value: pikepdf.Object = pikepdf.Name.Off
    for place, widget in enumerate(raw.widgets):
        state = field.widgets[place].state
        if place not in answered.on:
            widget.object["/AS"] = pikepdf.Name.Off
            continue
        value = name_object(state)
        widget.object["/AS"] = value
        ours = _look(reading, widget.page, drawn.get((answered.field, place)), widget.object)
        looks = widget.object.get("/AP")
        normal = looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None
        states = pikepdf.Dictionary()
        if isinstance(normal, pikepdf.Dictionary):
            for key in normal.keys():  # noqa: SIM118 (an object of qpdf, not a mapping)
                states[key] = normal[key]
        off = states.get("/Off")
        key = "/" + state.decode("utf-8", "surrogateescape")
        if isinstance(off, pikepdf.Stream) and not is_round(off):
            ours = _over(reading.pdf, off, ours)
        states[key] = ours
        widget.object["/AP"] = pikepdf.Dictionary(N=states)
        _show(widget.object)
    raw.owner["/V"] = value


def _raise_ticks(reading: Reading, answers: Sequence[Answered]) -> None:
    """Put a ticked box above the others of its page: an opaque one may lie over its cross.

    Where they only touch, the order stays: the raised one would cover its neighbour's edge.
    """
    raised: dict[int, list[pikepdf.Object]] = {}
    for answered in answers:
        for place in answered.on:
            widget = reading.raw[answered.field].widgets[place]
            raised.setdefault(widget.page, []).append(widget.object)
    for page_number, widgets in raised.items():
        page = reading.pdf.pages[page_number - 1].obj
        numbers = {one.objgen for one in widgets if one.is_indirect}
        listed = [one for one in page["/Annots"] if isinstance(one, pikepdf.Dictionary)]
        boxes = [_box(one) for one in listed]
        later = {
            index
            for index, one in enumerate(listed)
            if one.objgen in numbers
            and any(meet(_core(boxes[index]), b) for b in boxes[index + 1 :])
        }
        if later:
            kept = [one for index, one in enumerate(listed) if index not in later]
            page["/Annots"] = pikepdf.Array([*kept, *(listed[index] for index in sorted(later))])


NOWHERE = (0.0, 0.0, 0.0, 0.0)


def _core(box: Rect) -> Rect:
    """Where a cross is, without the edge of its box."""
    x0, y0, x1, y1 = box
    wide, high = (x1 - x0) * EDGE, (y1 - y0) * EDGE
    return x0 + wide, y0 + high, x1 - wide, y1 - high


def _box(annotation: pikepdf.Object) -> Rect:
    if not isinstance(annotation, pikepdf.Dictionary):
        return NOWHERE
    return box_of(annotation.get("/Rect")) or NOWHERE


def _look(
    reading: Reading, page: int, drawn: pikepdf.Object | None, widget: pikepdf.Object
) -> pikepdf.Object:
    """Our drawing as an appearance, upright on a turned page; an empty one when there is none."""
    if drawn is None:
        x0, y0, x1, y1 = _box(widget)
        empty = reading.pdf.make_stream(EMPTY)
        empty["/Type"], empty["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        empty["/BBox"] = pikepdf.Array([0, 0, x1 - x0, y1 - y0])
        return empty
    form = reading.pdf.copy_foreign(drawn)
    turn = reading.pages[page - 1].turn if page else 0
    form["/Matrix"] = pikepdf.Array(UPRIGHT[turn])
    return form


def _over(pdf: pikepdf.Pdf, below: pikepdf.Object, ours: pikepdf.Object) -> pikepdf.Object:
    """The box as it is when not ticked, with our cross over it."""
    box = below.get("/BBox")
    if not isinstance(box, pikepdf.Array) or len(box) != 4 or not _is_upright(below):
        return ours
    left, low, right, top = numbers(box)
    x0, y0, x1, y1 = min(left, right), min(low, top), max(left, right), max(low, top)
    own = numbers(ours["/BBox"])
    if x1 - x0 <= 0 or y1 - y0 <= 0:  # some forms' empty boxes have no size
        return ours
    if own[2] - own[0] <= 0 or own[3] - own[1] <= 0 or not _is_upright(ours):
        return ours
    sx, sy = (x1 - x0) / (own[2] - own[0]), (y1 - y0) / (own[3] - own[1])
    if bytes_of(below.get("/Subtype")) != b"/Form":
        below["/Type"], below["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    both = pdf.make_stream(
        b"q /Box Do Q q %f 0 0 %f %f %f cm /Cross Do Q"
        % (sx, sy, x0 - own[0] * sx, y0 - own[1] * sy)
    )
    both["/Type"], both["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    both["/BBox"] = box
    both["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Box=below, Cross=ours))
    return both


def _is_upright(look: pikepdf.Object) -> bool:
    """Whether a look is drawn as it stands; some programs write the matrix that changes nothing."""
    matrix = look.get("/Matrix")
    return not isinstance(matrix, pikepdf.Array) or numbers(matrix) == [1, 0, 0, 1, 0, 0]


def _show(widget: pikepdf.Object) -> None:
    """An answer is printed, whatever the form said of its box."""
    widget["/F"] = (int(number(widget.get("/F"))) | PRINTED) & ~HIDDEN
    if "/OC" in widget:  # a layer that may be switched off
        del widget["/OC"]
