"""What a child says of a PDF: plain data, whose counts and lengths decoding checks again.

Pages count from 1. A rectangle is ``(x0, y0, x1, y1)`` in points from the lower left of the page
**as it is seen**: rotation and boxes are already resolved.
"""

from typing import Annotated, Literal

import msgspec

from desktop_app.untrusted import ceilings

Kind = Literal["acroform", "xfa-hybrid", "xfa-only", "flat", "scanned"]
FieldType = Literal["text", "tick", "one_of", "choice", "signature", "button"]
Align = Literal["left", "center", "right"]
Turn = Literal[0, 90, 180, 270]

Side = Annotated[float, msgspec.Meta(gt=0, le=ceilings.PAGE_SIDE)]
Coordinate = Annotated[float, msgspec.Meta(ge=-1e6, le=1e6)]
Rect = tuple[Coordinate, Coordinate, Coordinate, Coordinate]
Colour = Annotated[tuple[float, ...], msgspec.Meta(max_length=4)]
Name = Annotated[str, msgspec.Meta(max_length=ceilings.NAME_LENGTH)]
Label = Annotated[str, msgspec.Meta(max_length=ceilings.LABEL_LENGTH)]
Text = Annotated[str, msgspec.Meta(max_length=ceilings.VALUE_LENGTH)]
Small = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Spread = tuple[Coordinate, Coordinate, Coordinate, Coordinate, Coordinate, Coordinate]
"""Where the printed letters of a page stand: the least and greatest x and y, and their middle."""


class Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every part of an answer."""


class Page(Data, frozen=True, kw_only=True):
    """A page as it is seen; ``to_user`` is the matrix from there to the PDF's own space."""

    width: Side
    height: Side
    turn: Turn = 0
    to_user: tuple[float, float, float, float, float, float] = (1, 0, 0, 1, 0, 0)

    def in_its_own_space(self, box: Rect) -> Rect:
        """A rectangle of the page as seen, in the PDF's own space."""
        a, b, c, d, e, f = self.to_user
        x0, y0, x1, y1 = box
        xs = (a * x0 + c * y0 + e, a * x1 + c * y1 + e)
        ys = (b * x0 + d * y0 + f, b * x1 + d * y1 + f)
        return min(xs), min(ys), max(xs), max(ys)


class Frame(Data, frozen=True, kw_only=True):
    """What only the widget draws around its answer: background and border, both optional."""

    background: Colour = ()
    border: Colour = ()
    width: Annotated[float, msgspec.Meta(ge=0, le=20)] = 0


class Widget(Data, frozen=True, kw_only=True):
    """One place of a field on a page.

    Attributes:
        page: 0 when the widget is on no page at all.
        turn: direction of reading, counter-clockwise, on the page as seen.
        state: for ticks, the raw bytes of the name of its on-state (often not UTF-8).
        checked: the blank already shows it ticked.
        hidden: the form shows it to nobody: it is the program's, or the office's.
    """

    page: Annotated[int, msgspec.Meta(ge=0, le=ceilings.PAGES)]
    rect: Rect
    turn: Turn = 0
    state: Annotated[bytes, msgspec.Meta(max_length=ceilings.NAME_LENGTH)] = b""
    checked: bool = False
    hidden: bool = False
    frame: Frame = Frame()


class Option(Data, frozen=True, kw_only=True):
    """One possible answer of a ``one_of`` or ``choice`` field.

    ``widgets`` are indexes in the field's widgets; a ``choice`` has none of its own.
    """

    id: Name
    label: Label = ""
    widgets: Annotated[tuple[Small, ...], msgspec.Meta(max_length=ceilings.OPTIONS)] = ()


class Field(Data, frozen=True, kw_only=True):
    """One thing that can be answered; all its widgets show the same answer.

    Attributes:
        name: fully qualified, parts joined by dots, invalid bytes as ``\\xNN``; a second field of
            the same name ends in ``#2``; a widget no field reaches is ``page/index``.
        comb: one cell a character; ``max_length`` is then the number of cells.
        size: of the letters, in points; 0 lets us choose.
        lines, leading, indent: printed lines, their distance, how much further right the first
            begins: in points, from our map of the paper; a child says nothing of them.
        open: a ``choice`` that also accepts words of one's own.
        value, chosen: the blank's own text or option ids; nothing when it is empty.
        calculated: the form would have worked its value out; ``sum_of`` names what it adds up.
        drawn: the blank draws its own value; else a reader would have to.
    """

    name: Name
    type: FieldType
    widgets: Annotated[tuple[Widget, ...], msgspec.Meta(max_length=ceilings.WIDGETS)]
    options: Annotated[tuple[Option, ...], msgspec.Meta(max_length=ceilings.OPTIONS)] = ()
    value: Text = ""
    chosen: Annotated[tuple[Name, ...], msgspec.Meta(max_length=ceilings.OPTIONS)] = ()
    label: Label = ""
    read_only: bool = False
    required: bool = False
    comb: bool = False
    max_length: Small = 0
    multi_line: bool = False
    align: Align = "left"
    size: Annotated[float, msgspec.Meta(ge=0, le=500)] = 0
    lines: Small = 0
    leading: Annotated[float, msgspec.Meta(ge=0, le=ceilings.PAGE_SIDE)] = 0
    indent: Annotated[float, msgspec.Meta(ge=0, le=ceilings.PAGE_SIDE)] = 0
    several: bool = False
    open: bool = False
    calculated: bool = False
    sum_of: Annotated[tuple[Name, ...], msgspec.Meta(max_length=ceilings.OPTIONS)] = ()
    signed: bool = False
    drawn: bool = True

    @property
    def page(self) -> int:
        """The page of its first widget."""
        return self.widgets[0].page if self.widgets else 0

    @property
    def hidden(self) -> bool:
        """Whether no widget of it is shown to anybody."""
        return bool(self.widgets) and all(one.hidden for one in self.widgets)

    @property
    def fillable(self) -> bool:
        """Whether an answer can be written in it."""
        return self.type in FILLABLE


FILLABLE = ("text", "tick", "one_of", "choice")


class PrintedNumber(Data, frozen=True, kw_only=True):
    """A Cerfa number with its edition ("15548*02"), as printed, and where it stands."""

    number: Annotated[str, msgspec.Meta(max_length=8)]
    page: Annotated[int, msgspec.Meta(ge=1, le=ceilings.PAGES)]
    rect: Rect


class Form(Data, frozen=True, kw_only=True):
    """A PDF as a form.

    ``active_content`` names what it could do by itself (XFA, JavaScript, Launch…), none of which
    is ever run or copied. ``page_texts`` are the pages' printed words and ``spreads`` where their
    letters stand (nothing on a page without any), for recognising a blank; told when asked for.
    ``numbers`` are the Cerfa numbers printed on its first pages; told when asked for thoroughly.
    ``tagged``: it says to screen readers what its pages hold.
    """

    kind: Kind
    encrypted: bool
    pages: Annotated[tuple[Page, ...], msgspec.Meta(min_length=1, max_length=ceilings.PAGES)]
    fields: Annotated[tuple[Field, ...], msgspec.Meta(max_length=ceilings.FIELDS)]
    tagged: bool = False
    active_content: Annotated[tuple[str, ...], msgspec.Meta(max_length=50)] = ()
    page_texts: Annotated[tuple[str, ...], msgspec.Meta(max_length=ceilings.PAGES)] = ()
    spreads: Annotated[tuple[Spread | None, ...], msgspec.Meta(max_length=ceilings.PAGES)] = ()
    numbers: Annotated[tuple[PrintedNumber, ...], msgspec.Meta(max_length=20)] = ()

    @property
    def can_be_filled(self) -> bool:
        """Whether at least one field accepts an answer."""
        return self.kind != "xfa-only" and any(field.fillable for field in self.fields)
