"""The flat file: answers are part of the page, no field is left.

What the form's own boxes show (borders, values nobody asked to change, signatures) is drawn on the
page first, then our answers. Tags are dropped with the fields: a page half tagged would hide our
answers from a screen reader.

It is a new document, to which the pages are copied with what they use, and little else: nothing
that a page does not show comes along, and the rest of a large form need not even be parsed.
"""

import re
from collections.abc import Sequence

import pikepdf

from desktop_app.untrusted.model import Field, Page
from desktop_app.untrusted.operations import cleaning
from desktop_app.untrusted.operations.geometry import box_of, number
from desktop_app.untrusted.operations.inspection import Reading
from desktop_app.untrusted.operations.names import bytes_of
from desktop_app.untrusted.operations.orders import Answered
from desktop_app.untrusted.operations.tree import RawField, RawWidget, annotations

CATALOG = (
    "/Lang",
    "/OCProperties",  # without it, hidden layers would show
    "/OutputIntents",
    "/Outlines",
    "/PageLabels",
    "/PageLayout",
    "/PageMode",
    "/ViewerPreferences",
)
CARRIED = "/PapierLibreCatalog"  # where they travel: in the last page, copied after all the others
LEFT = ("/Annots", "/StructParents", "/Tabs", "/Thumb", *cleaning.PAGE)
PRINTED, INVISIBLE = 1 << 2, (1 << 1) | (1 << 5)  # flags of an annotation
SAVES = re.compile(rb"[qQ](?<=\s[qQ])(?=\s)")
NOTHING = re.compile(rb"/Tx|BMC|EMC|[qQ]|\s")
COMMENTS = frozenset((b"/Popup", b"/Link", b"/Widget"))


Matrix = tuple[float, float, float, float, float, float]
Part = tuple[pikepdf.Object, Matrix]
AS_SEEN: Matrix = (1, 0, 0, 1, 0, 0)


class FlatFile:
    """A new document in two steps: the pages that were read, then our drawing over them.

    The first step needs no drawing: it is taken while the answers are being drawn.
    """

    def __init__(self, reading: Reading, answers: Sequence[Answered]) -> None:
        looks = _Looks(reading, answers)
        parts: list[list[Part]] = []
        links = []
        for page_number, page in enumerate(reading.pdf.pages, 1):
            parts.append(looks.of_page(page_number, page.obj))
            listed = annotations(page.obj)
            links.append([link for one in listed if (link := _link(one)) is not None])
        self._seen = reading.pages
        self._pdf = _copied_pages(reading.pdf)
        self._parts = [
            [(self._pdf.copy_foreign(look), matrix) for look, matrix in page] for page in parts
        ]
        self._unbalanced = [_unbalanced(page.obj) for page in self._pdf.pages]
        for page, found in zip(self._pdf.pages, links, strict=True):
            if found:
                page.obj["/Annots"] = pikepdf.Array(found)

    def finish(self, drawing: pikepdf.Pdf, overlays: Sequence[int]) -> pikepdf.Pdf:
        """Put our drawing on the pages (from 1) it covers, in order."""
        drawn = dict(zip(overlays, drawing.pages, strict=False))
        for index, page in enumerate(self._pdf.pages):
            parts = self._parts[index]
            if overlay := drawn.get(index + 1):
                form = _overlay(self._pdf, overlay, self._seen[index].page())
                parts.append((form, AS_SEEN))
            if parts:
                _paint(self._pdf, page, parts, self._unbalanced[index])
        return self._pdf


def _copied_pages(pdf: pikepdf.Pdf) -> pikepdf.Pdf:
    """The pages in a new document, without what lies on them, and the catalog's harmless part."""
    for page in pdf.pages:
        for key in LEFT:
            if key in page.obj:
                del page.obj[key]
    last = pdf.pages[-1].obj
    last[CARRIED] = pikepdf.Dictionary({key: pdf.Root[key] for key in CATALOG if key in pdf.Root})
    filled = pikepdf.new()
    filled.pages.extend(pdf.pages)
    carried = filled.pages[-1].obj[CARRIED]
    for key in carried.keys():  # noqa: SIM118 (an object of qpdf, not a mapping)
        filled.Root[key] = carried[key]
    del filled.pages[-1].obj[CARRIED]
    return filled


class _Looks:
    """What the form's own annotations show of themselves, page by page."""

    def __init__(self, reading: Reading, answers: Sequence[Answered]) -> None:
        answered = {one.field: one for one in answers}
        self._widgets: dict[int, list[tuple[RawWidget, pikepdf.Object]]] = {}
        for index, (raw, field) in enumerate(zip(reading.raw, reading.fields, strict=True)):
            for place, widget in enumerate(raw.widgets):
                look = _look(raw, field, place, answered.get(index))
                if widget.page and look is not None and _is_visible(widget.object):
                    self._widgets.setdefault(widget.page, []).append((widget, look))

    def of_page(self, number: int, page: pikepdf.Object) -> list[Part]:
        """The looks of a page's boxes and comments, each with the matrix that puts it there."""
        found = [(widget.object, look) for widget, look in self._widgets.get(number, ())]
        for one in annotations(page):
            if bytes_of(one.get("/Subtype")) not in COMMENTS and _is_visible(one):
                look = _normal(one)
                if isinstance(look, pikepdf.Stream):
                    found.append((one, look))
        return [
            (look, matrix)
            for annotation, look in found
            if (matrix := _placement(annotation, look)) is not None
        ]


def _look(
    raw: RawField, field: Field, place: int, answered: Answered | None
) -> pikepdf.Object | None:
    """The stream that shows a widget as it must stay under our answer; None for nothing."""
    widget = raw.widgets[place].object
    normal = _normal(widget)
    if field.type in ("tick", "one_of"):
        if not isinstance(normal, pikepdf.Dictionary):
            return None
        shown = _state_key(widget.get("/AS")) if answered is None else "/Off"
        state = normal[shown] if shown in normal else None  # noqa: SIM401 (odd bytes in names)
        return state if isinstance(state, pikepdf.Stream) else None
    if answered is not None or not isinstance(normal, pikepdf.Stream):
        return None
    if field.type == "button" and not _is_decoration(raw, widget):
        return None
    if field.type in ("text", "choice") and _is_empty(normal):
        return None
    return normal


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


def _placement(annotation: pikepdf.Object, look: pikepdf.Object) -> Matrix | None:
    """The matrix from an appearance's box to its annotation's (ISO 32000, 12.5.5)."""
    rect, box = box_of(annotation.get("/Rect")), box_of(look.get("/BBox"))
    if rect is None or box is None:
        return None
    own = look.get("/Matrix")
    a, b, c, d, e, f = (
        [number(item) for item in list(own)]
        if isinstance(own, pikepdf.Array) and len(own) == 6
        else [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    )
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if wide <= 0 or high <= 0:
        return None
    sx, sy = (rect[2] - rect[0]) / wide, (rect[3] - rect[1]) / high
    return sx, 0.0, 0.0, sy, rect[0] - min(xs) * sx, rect[1] - min(ys) * sy


def _overlay(filled: pikepdf.Pdf, drawn: pikepdf.Page, page: Page) -> pikepdf.Object:
    """Our drawing of a page as seen, as a form XObject in the page's own space.

    Its one stream is taken as it is: pikepdf's own conversion would unpack and pack it again.
    """
    content = drawn.obj["/Contents"]
    form = filled.make_stream(content.read_raw_bytes())
    if "/Filter" in content:
        form["/Filter"] = pikepdf.Name.FlateDecode  # the only one that our drawings have
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"] = pikepdf.Array(list(drawn.mediabox))
    fonts = drawn.obj["/Resources"].get("/Font")
    form["/Resources"] = pikepdf.Dictionary()
    if fonts is not None:
        form["/Resources"]["/Font"] = filled.copy_foreign(fonts)
    form["/Matrix"] = pikepdf.Array([_rounded(value) for value in page.to_user])
    return form


def _link(annotation: pikepdf.Object) -> pikepdf.Object | None:
    """A web link written anew, with nothing but its place and its address."""
    action = annotation.get("/A")
    if bytes_of(annotation.get("/Subtype")) != b"/Link" or not isinstance(
        action, pikepdf.Dictionary
    ):
        return None
    address = action.get("/URI")
    if (
        bytes_of(action.get("/S")) != b"/URI"
        or not isinstance(address, pikepdf.String)
        or not bytes(address).startswith(b"https://")
        or box_of(annotation.get("/Rect")) is None
    ):
        return None
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=pikepdf.Array([_rounded(value) for value in box_of(annotation["/Rect"]) or ()]),
        Border=pikepdf.Array([0, 0, 0]),
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(bytes(address))),
    )


def _paint(
    pdf: pikepdf.Pdf, page: pikepdf.Page, parts: list[Part], unbalanced: tuple[int, int]
) -> None:
    """Add drawings after the page's own content, whatever state that content leaves behind."""
    resources = page.obj.get("/Resources") or _inherited_resources(page.obj)
    resources = pikepdf.Dictionary(dict(resources.items())) if resources else pikepdf.Dictionary()
    objects = resources.get("/XObject")
    named = dict(objects.items()) if isinstance(objects, pikepdf.Dictionary) else {}
    commands = []
    for index, (look, matrix) in enumerate(parts):
        if bytes_of(look.get("/Subtype")) != b"/Form":
            look["/Type"], look["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        name = f"/PapierLibre{index}"
        named[name] = look if look.is_indirect else pdf.make_indirect(look)
        placed = " ".join(f"{_rounded(value):f}" for value in matrix)
        commands.append(f"q {placed} cm {name} Do Q\n")
    resources["/XObject"] = pikepdf.Dictionary(named)
    page.obj["/Resources"] = resources
    opened, closed = unbalanced
    before, after = b"q\n" * (closed + 1), b"\n" + b"Q\n" * (opened + 1)
    page.contents_add(pdf.make_stream(before), prepend=True)
    page.contents_add(pdf.make_stream(after + "".join(commands).encode()))


def _inherited_resources(page: pikepdf.Object) -> pikepdf.Object | None:
    node: object = page
    for _ in range(64):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if isinstance(node.get("/Resources"), pikepdf.Dictionary):
            return node["/Resources"]
        node = node.get("/Parent")
    return None


def _unbalanced(page: pikepdf.Object) -> tuple[int, int]:
    """How many states the content opens and never closes, and closes without having opened.

    Streams without content are taken out: written again, they end the page for poppler.
    """
    contents = page.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    kept = []
    depth = lowest = 0
    for stream in streams:
        content = stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""
        if content:
            kept.append(stream)
        for found in SAVES.findall(b"\n" + content + b"\n"):
            depth += 1 if found == b"q" else -1
            lowest = min(lowest, depth)
    if len(kept) < len(streams):
        page["/Contents"] = pikepdf.Array(kept)
    return depth - lowest, -lowest


def _rounded(value: float) -> float:
    return round(value, 4)
