"""The places of a form as pypdf reads them, and pypdf's own filler: neither is ours."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdf
from pypdf.generic import DictionaryObject

Rect = tuple[float, float, float, float]
PUSH, READ_ONLY = 1 << 16, 1
KINDS = ("/Tx", "/Btn", "/Ch")


@dataclass(frozen=True, slots=True)
class Place:
    """A widget: where it is on the page as seen, the whole name of its field, its on-state."""

    page: int
    box: Rect
    name: str
    state: str = ""
    checked: bool = False
    writable: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's visible box in its own space, and how far it is turned clockwise."""

    box: Rect
    turn: int

    @property
    def high(self) -> float:
        """How high the page is, as seen."""
        left, bottom, right, top = self.box
        return right - left if self.turn in (90, 270) else top - bottom

    def seen(self, rect: Rect) -> Rect:
        """A rectangle of the page's own space, on the page as it is seen."""
        corners = [self._point(x, y) for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.box
        if self.turn == 90:
            return y - bottom, right - x
        if self.turn == 180:
            return right - x, top - y
        if self.turn == 270:
            return top - y, x - left
        return x - left, y - bottom


def sheets(reader: pypdf.PdfReader) -> list[Sheet]:
    """Every page's box and rotation."""
    found = []
    for page in reader.pages:
        media, crop = page.mediabox, page.cropbox
        box = (
            max(float(media.left), float(crop.left)),
            max(float(media.bottom), float(crop.bottom)),
            min(float(media.right), float(crop.right)),
            min(float(media.top), float(crop.top)),
        )
        found.append(Sheet(box, (page.rotation or 0) % 360))
    return found


def places(data: bytes) -> list[Place]:
    """Every widget of every page."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    found = []
    for number, (page, sheet) in enumerate(zip(reader.pages, sheets(reader), strict=True), 1):
        for one in page.get("/Annots") or ():
            widget = one.get_object()
            if isinstance(widget, DictionaryObject) and widget.get("/Subtype") == "/Widget":
                found.append(_place(number, sheet, widget))
    return found


def _place(number: int, sheet: Sheet, widget: DictionaryObject) -> Place:
    box = [float(value) for value in widget["/Rect"]]
    flags = int(_inherited(widget, "/Ff") or 0)
    kind = _inherited(widget, "/FT")
    state, shown = _state(widget), widget.get("/AS")
    return Place(
        page=number,
        box=sheet.seen((box[0], box[1], box[2], box[3])),
        name=_whole_name(widget),
        state=state,
        checked=shown == state if state else shown not in (None, "/Off"),
        writable=kind in KINDS and not flags & READ_ONLY and not (kind == "/Btn" and flags & PUSH),
    )


def _state(widget: DictionaryObject) -> str:
    looks = widget.get("/AP")
    normal = looks.get_object().get("/N") if looks is not None else None
    normal = normal.get_object() if normal is not None else None
    if not isinstance(normal, DictionaryObject) or "/BBox" in normal:
        return ""
    return next((str(one) for one in sorted(normal) if one != "/Off"), "")


def _inherited(widget: DictionaryObject, key: str) -> Any:
    node: Any = widget
    for _ in range(32):
        if not isinstance(node, DictionaryObject):
            return None
        if key in node:
            return node[key]
        parent = node.get("/Parent")
        node = parent.get_object() if parent is not None else None
    return None


def _whole_name(widget: DictionaryObject) -> str:
    parts: list[str] = []
    node: Any = widget
    for _ in range(32):
        if not isinstance(node, DictionaryObject):
            break
        if "/T" in node:
            parts.append(str(node["/T"]))
        parent = node.get("/Parent")
        node = parent.get_object() if parent is not None else None
    return ".".join(reversed(parts))


def as_drawn(data: bytes) -> bytes:
    """A blank whose boxes show what the file draws, not what each reader would make of them."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        form = pdf.Root.get("/AcroForm")
        if not isinstance(form, pikepdf.Dictionary) or "/NeedAppearances" not in form:
            return data
        del form["/NeedAppearances"]
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def fill(data: bytes, values: Mapping[str, str | Sequence[str]]) -> bytes:
    """Fill with pypdf, as its documentation says."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(values), auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
