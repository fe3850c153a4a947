"""The fields of the demo form, written as the PDF standard names them (ISO 32000-1, 12.7).

Only our own drawing passes through here, never a foreign file: pypdf may rewrite it whole.
"""

import io

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from tests.demo_form.fields import FIELDS, Field, Spot

READ_ONLY = 1 << 0
MULTILINE = 1 << 12
NO_TOGGLE_TO_OFF, RADIO, PUSH_BUTTON = 1 << 14, 1 << 15, 1 << 16
COMBO, MULTIPLE_SELECTION = 1 << 17, 1 << 21
COMB = 1 << 24
PRINTED = 4  # annotation flag: a widget without it stays on the screen

TYPES = {"text": "/Tx", "comb": "/Tx", "multiline": "/Tx", "combo": "/Ch", "list": "/Ch"}
TYPES |= {"tick": "/Btn", "radio": "/Btn", "states": "/Btn", "button": "/Btn", "signature": "/Sig"}
FLAGS = {
    "comb": COMB,
    "multiline": MULTILINE,
    "radio": RADIO | NO_TOGGLE_TO_OFF,
    "button": PUSH_BUTTON,
    "combo": COMBO,
    "list": MULTIPLE_SELECTION,
}
ALIGNMENTS = {"left": 0, "center": 1, "right": 2}
TICKED = ("radio", "states", "tick")
TEXT_STYLE = "/Helv 10 Tf 0 g"


def with_fields(drawing: bytes) -> bytes:
    """Return the drawing with its fields, all empty but the read-only one."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawing)))
    writer.metadata = {
        "/Title": "Demande d’aide exceptionnelle (exemple)",
        "/Author": "Papier libre",
    }
    writer.root_object[NameObject("/Lang")] = TextStringObject("fr-FR")
    _Fields(writer).add_all()
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


class _Fields:
    """Adds the table of fields to one document; groups are made as their first member comes."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._groups: dict[str, IndirectObject] = {}
        self._fonts = _dictionary(
            Helv=self._font("Helvetica", Encoding=NameObject("/WinAnsiEncoding")),
            ZaDb=self._font("ZapfDingbats"),
        )
        self._roots = ArrayObject()

    def add_all(self) -> None:
        form = _dictionary(
            Fields=self._roots,
            DR=_dictionary(Font=self._fonts),
            DA=TextStringObject(TEXT_STYLE),
            NeedAppearances=BooleanObject(value=False),
        )
        self._writer.root_object[NameObject("/AcroForm")] = self._writer._add_object(form)
        for field in FIELDS:
            self._add(field)

    def _add(self, field: Field) -> None:
        *groups, name = field.name.split(".")
        body = _field_body(field)
        body[NameObject("/T")] = TextStringObject(name)
        reference = self._writer._add_object(body)
        self._hang(body, reference, ".".join(groups))
        if len(field.spots) == 1:
            self._widget(field, field.spots[0], body, reference)
            return
        kids = ArrayObject()
        for spot in field.spots:
            widget = _dictionary(Parent=reference)
            kid = self._writer._add_object(widget)
            self._widget(field, spot, widget, kid)
            kids.append(kid)
        body[NameObject("/Kids")] = kids

    def _hang(self, body: DictionaryObject, reference: IndirectObject, group: str) -> None:
        """Put a field under its group, which is made, and hung in its own, when it is new."""
        if not group:
            self._roots.append(reference)
            return
        if group not in self._groups:
            above, _, name = group.rpartition(".")
            node = _dictionary(T=TextStringObject(name), Kids=ArrayObject())
            self._groups[group] = self._writer._add_object(node)
            self._hang(node, self._groups[group], above)
        body[NameObject("/Parent")] = self._groups[group]
        _array(self._groups[group].get_object(), "/Kids").append(reference)

    def _widget(
        self, field: Field, spot: Spot, body: DictionaryObject, reference: IndirectObject
    ) -> None:
        page = self._writer.pages[spot.page - 1]
        x, y, width, height = spot.box
        body.update(
            _dictionary(
                Type=NameObject("/Annot"),
                Subtype=NameObject("/Widget"),
                Rect=ArrayObject(FloatObject(edge) for edge in (x, y, x + width, y + height)),
                F=NumberObject(0 if field.kind == "button" else PRINTED),
                P=page.indirect_reference,
                AP=_dictionary(N=self._appearance(field, spot)),
            )
        )
        if field.kind in TICKED:
            body[NameObject("/AS")] = NameObject("/Off")
        page.setdefault(NameObject("/Annots"), ArrayObject())
        _array(page, "/Annots").append(reference)

    def _appearance(self, field: Field, spot: Spot) -> PdfObject:
        _, _, width, height = spot.box
        if field.kind in TICKED:
            mark = _disc(width) if field.kind == "radio" else _tick(width)
            return _dictionary(
                **{spot.state: self._stream(mark, spot), "Off": self._stream("", spot)}
            )
        if field.kind == "button":
            frame = f"0.85 0.89 0.94 rg 0 0 {width:g} {height:g} re f"
            return self._stream(f"{frame} BT 0 g /Helv 9 Tf 12 5.5 Td ({field.label}) Tj ET", spot)
        if field.value:
            return self._stream(f"BT {TEXT_STYLE} 4 5 Td ({field.value}) Tj ET", spot)
        return self._stream("", spot)

    def _stream(self, operators: str, spot: Spot) -> IndirectObject:
        stream = DecodedStreamObject()
        stream.set_data(operators.encode("cp1252"))
        _, _, width, height = spot.box
        stream.update(
            _dictionary(
                Type=NameObject("/XObject"),
                Subtype=NameObject("/Form"),
                BBox=ArrayObject(FloatObject(edge) for edge in (0, 0, width, height)),
                Resources=_dictionary(Font=self._fonts),
            )
        )
        return self._writer._add_object(stream)

    def _font(self, name: str, **more: PdfObject) -> IndirectObject:
        font = _dictionary(
            Type=NameObject("/Font"),
            Subtype=NameObject("/Type1"),
            BaseFont=NameObject(f"/{name}"),
            **more,
        )
        return self._writer._add_object(font)


def _dictionary(**entries: PdfObject | None) -> DictionaryObject:
    """Make a PDF dictionary: ``Type=…`` becomes the key ``/Type``."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def _array(holder: PdfObject | None, key: str) -> ArrayObject:
    """Return a list that is known to be there."""
    assert isinstance(holder, DictionaryObject)
    array = holder[key]
    assert isinstance(array, ArrayObject)
    return array


def _field_body(field: Field) -> DictionaryObject:
    """Return what a field is, whatever the number of its widgets."""
    flags = FLAGS.get(field.kind, 0) | (READ_ONLY if field.read_only else 0)
    body = _dictionary(
        FT=NameObject(TYPES[field.kind]),
        TU=TextStringObject(field.tooltip or field.label),
        Ff=NumberObject(flags),
    )
    if TYPES[field.kind] in ("/Tx", "/Ch"):
        body[NameObject("/DA")] = TextStringObject(TEXT_STYLE)
        body[NameObject("/Q")] = NumberObject(ALIGNMENTS[field.align])
    if field.length:
        body[NameObject("/MaxLen")] = NumberObject(field.length)
    if field.value:
        body[NameObject("/V")] = TextStringObject(field.value)
    if field.kind in TICKED:
        body[NameObject("/V")] = NameObject("/Off")
    if field.options:
        body[NameObject("/Opt")] = ArrayObject(
            ArrayObject(TextStringObject(word) for word in option) for option in field.options
        )
    return body


def _tick(size: float) -> str:
    """Return the operators of a check mark."""
    points = (0.2, 0.5), (0.42, 0.25), (0.82, 0.8)
    (ax, ay), (bx, by), (cx, cy) = ((px * size, py * size) for px, py in points)
    return f"q 1.5 w 1 J 1 j {ax:g} {ay:g} m {bx:g} {by:g} l {cx:g} {cy:g} l S Q"


def _disc(size: float) -> str:
    """Return the operators of a full disc: four Bézier arcs."""
    centre, radius = size / 2, size / 4
    pull = radius * 0.5523
    arcs = [f"{centre + radius:g} {centre:g} m"]
    for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        ex, ey = -dy, dx  # a quarter turn to the left
        first = (centre + dx * radius + ex * pull, centre + dy * radius + ey * pull)
        second = (centre + ex * radius + dx * pull, centre + ey * radius + dy * pull)
        end = (centre + ex * radius, centre + ey * radius)
        arcs.append(" ".join(f"{number:g}" for number in (*first, *second, *end)) + " c")
    return " ".join(arcs) + " f"
